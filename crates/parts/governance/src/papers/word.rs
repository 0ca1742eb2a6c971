//! A Vorlage in the city's own Word template: what each placeholder says.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use ankunft_platform::assets;
use ankunft_platform::citing::Cited;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_report::paper::{Block, Day, Fonts, Level, PageWords, Paper, PaperError, Text, docx};

use super::pages::words;
use super::view::PaperView;
use crate::known;

/// Read once: every paper is measured with them.
static FONTS: LazyLock<Result<Fonts, PaperError>> = LazyLock::new(|| Fonts::new(assets::fonts()));

/// The kind under which a city's template is attached.
pub const TEMPLATE: &str = "paper-template";

/// All placeholders, in the order of the manual; each is explained by `platzhalter-<name>`.
pub const PLACEHOLDERS: [&str; 14] = [
    "betreff",
    "beschlussvorschlag",
    "begruendung",
    "befunde",
    "finanzielle-auswirkungen",
    "kosten",
    "nummer",
    "version",
    "aktenzeichen",
    "federfuehrung",
    "beratungsfolge",
    "mitzeichnung",
    "datum",
    "stadt",
];

/// Those without which a paper is none.
pub const NEEDED: [&str; 3] = ["betreff", "beschlussvorschlag", "begruendung"];

/// A finding of a paper with its Fundstelle: every figure says where it is found.
fn finding(it: &Cited) -> String {
    let value = it.value.as_ref().map_or_else(String::new, |it| format!(": {it}"));
    let text = match (&it.value, &it.text) {
        (None, Some(text)) => format!(". {text}"),
        _ => String::new(),
    };
    let source = it.source.as_ref().map_or_else(String::new, |it| format!(" ({it})"));
    format!("{}{value}{text}{source} {}", it.title, it.reference())
}

/// What the placeholders say.
pub(super) fn values<'a>(t: &Texts, city: &str, view: &PaperView) -> BTreeMap<&'a str, String> {
    let (paper, draft) = (view.paper(), &view.paper().draft);
    let findings: Vec<String> = view.reasons.cited.iter().map(finding).collect();
    let reasons: Vec<&str> = std::iter::once(draft.reasons.as_str())
        .chain(findings.iter().map(String::as_str))
        .filter(|it| !it.is_empty())
        .collect();
    let steps = view.steps();
    let steps: Vec<String> = steps.iter().map(|it| words::step(t, &view.all, it)).collect();
    let signs: Vec<String> = view
        .asked()
        .map(|post| {
            let sign = view.signs().find(|it| it.post == post && it.version == paper.version);
            words::sign(t, &view.known.names, (post, sign))
        })
        .collect();
    let written = jiff::Timestamp::from_microsecond(paper.at).unwrap_or_default();
    let written = crate::bodies::model::calendar::local(written).date();
    // What nobody has said yet is not said to be nothing.
    let or = |text: String, id: &str| if text.is_empty() { t.get(id) } else { text };
    let all = [
        draft.subject.clone(),
        draft.proposal.clone(),
        or(reasons.join("\n"), "vorlage-ohne-begruendung"),
        findings.join("\n"),
        match draft.cost {
            Some(_) => draft.finance.clone(),
            None => or(draft.finance.clone(), "vorlage-keine-auswirkungen"),
        },
        draft.cost.map_or_else(|| t.get("vorlage-keine-kosten"), |it| t.euros(it)),
        t.with("vorlage-nummer", &[("nummer", Arg::from(paper.number))]),
        paper.version.to_string(),
        or(draft.file_number.clone(), "vorlage-ohne-aktenzeichen"),
        known::post(t, &view.known.names, draft.lead),
        or(steps.join("\n"), "vorlage-ohne-schritte"),
        or(signs.join("\n"), "vorlage-ohne-mitzeichnung"),
        t.date_long(written),
        city.to_owned(),
    ];
    PLACEHOLDERS.into_iter().zip(all).collect()
}

/// The template that ships: all placeholders in the order of a council paper.
///
/// # Errors
///
/// - [`PaperError`] if our own words make no paper.
pub fn shipped(t: &Texts) -> Result<Vec<u8>, PaperError> {
    let heading = |id: &str| Block::Heading { level: Level::One, text: t.get(id) };
    let line = |text: &str| Block::Paragraph { text: Text::default().and(text) };
    let blocks = vec![
        line("{{nummer}}, Fassung {{version}} · {{aktenzeichen}} · {{datum}}"),
        line("{{federfuehrung}}"),
        heading("vorlage-beratungsfolge"),
        line("{{beratungsfolge}}"),
        heading("vorlage-beschlussvorschlag"),
        line("{{beschlussvorschlag}}"),
        heading("vorlage-begruendung"),
        line("{{begruendung}}"),
        heading("vorlage-finanzen"),
        line("{{finanzielle-auswirkungen}}"),
        line("{{kosten}}"),
        heading("vorlage-mitzeichnung"),
        line("{{mitzeichnung}}"),
    ];
    let paper = Paper {
        title: "{{betreff}}".to_owned(),
        subtitle: t.get("vorlage-wort"),
        mark: None,
        language: "de".to_owned(),
        author: "{{stadt}}".to_owned(),
        date: Day { year: 2026, month: 1, day: 1 },
        date_words: "{{datum}}".to_owned(),
        keywords: Vec::new(),
        foot: "{{stadt}}".to_owned(),
        landscape: false,
        page_words: PageWords { page: t.get("papier-seite"), of: t.get("papier-seite-von") },
        blocks,
    };
    docx(&paper, FONTS.as_ref().map_err(Clone::clone)?)
}
