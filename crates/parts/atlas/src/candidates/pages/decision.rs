//! `/{kommune}/atlas/kandidaten/entscheidungen/{number}`: what was decided, why, and on which
//! figures?

use ankunft_platform::attachments::Attachment;
use ankunft_platform::citing::{Cited, Note};
use ankunft_platform::languages::{Arg, Language, Texts};
use ankunft_platform::names::Names;
use ankunft_platform::page::components::{
    Button, Column, Kind, Notice, Pair, Problems, Row, RowCell, Table, Upload,
};
use ankunft_platform::page::{Link, Shell};
use ankunft_platform::web::{City, Viewer};
use ankunft_platform::words;
use askama::Template;

use super::result::{self, ResultPart};
use super::{at, day, frame, list, who};
use crate::candidates::decision_view::DecisionView;
use crate::candidates::frozen;
use crate::candidates::model::Outcome;
use crate::candidates::permissions::{DECIDE, PUBLISH};
use crate::candidates::store::decisions::{Comparison, Decided, Decision};
use crate::pages::overview::quarter_link;

/// Everything that the page of a decision prints.
#[derive(Template)]
#[template(path = "candidate_decision.html")]
pub struct DecisionPage {
    shell: Shell,
    notices: Vec<Notice>,
    pairs: Vec<Pair>,
    reason: String,
    minority: String,
    reasons: Vec<Line>,
    quarters: Vec<Quarter>,
    result: Option<ResultPart>,
    result_lead: String,
    files: Vec<File>,
    scan: Option<Scan>,
    publish: Option<Publish>,
    correct: Option<Link>,
    problems: Problems,
}

/// A cited thing.
pub struct Line {
    reference: String,
    title: String,
    value: Option<String>,
    lang: &'static str,
    facts: Vec<String>,
    not_public: Option<String>,
    note: Option<Note>,
}

/// A chosen quarter: what was measured, and with what it is compared.
struct Quarter {
    id: String,
    title: String,
    profile: Link,
    lead: String,
    arrival: Vec<Pair>,
    how: Vec<Pair>,
    baseline: Vec<Line>,
    comparisons: Option<Table>,
}

/// A signed scan.
struct File {
    link: Option<Link>,
    name: String,
    facts: String,
}

/// The form that attaches one.
struct Scan {
    action: String,
    upload: Upload,
    button: Button,
}

/// The form that publishes a decision, or takes it back.
struct Publish {
    action: String,
    text: String,
    button: Button,
    page: Option<Link>,
}

/// The page.
pub fn decision(
    viewer: &Viewer,
    city: &City,
    view: &DecisionView,
    names: &Names,
    problems: Problems,
) -> DecisionPage {
    let t = &viewer.t;
    let it = &view.decision;
    let path = at(city, &format!("/entscheidungen/{}", it.number));
    let title = t.with("entscheidung-titel", &[("nummer", Arg::from(it.number.to_string()))]);
    let mut shell = frame(viewer, city, title, view.sentence(t));
    shell.mark = Some(mark(t, it));
    let paper =
        |format: &str, text: &str| Link::new(t.get(text), format!("{path}/papier/{format}"));
    shell = shell.data(vec![
        paper("pdf", "papier-als-pdf"),
        paper("docx", "papier-als-docx"),
        Link::new("JSON", format!("{path}/json")),
    ]);
    let is_newest = it.successor.is_none();
    let outcome = (!view.tally.ballots.is_empty()).then(|| Outcome::of(&view.tally));
    let people = [("personen", Arg::from(view.tally.ballots.len()))];
    let lang = frozen_language(city);
    let lines = |cited: &[Cited]| cited.iter().map(|it| line(it, lang)).collect::<Vec<_>>();
    DecisionPage {
        notices: notices(t, view),
        pairs: pairs(t, view, names),
        reason: it.reason.clone(),
        minority: it.minority.clone(),
        reasons: lines(&view.reasons),
        quarters: view
            .decided
            .iter()
            .filter(|it| it.chosen == 1)
            .map(|it| quarter(t, city, view, it, &lines))
            .collect(),
        result_lead: t.with("entscheidung-ergebnis-leit", &people),
        result: outcome.map(|outcome| result::part(t, &view.tally, &outcome)),
        files: view.files.iter().map(|it| file(t, &path, it)).collect(),
        scan: (viewer.may(DECIDE) && is_newest).then(|| scan(t, &path, &problems)),
        publish: (viewer.may(PUBLISH) && is_newest).then(|| publish(t, city, &path, it)),
        correct: (viewer.may(DECIDE) && is_newest).then(|| {
            let href = at(city, &format!("/entscheidung?berichtigt={}", it.number));
            Link::new(t.get("entscheidung-berichtigen"), href)
        }),
        shell,
        problems,
    }
}

/// The language in which things are frozen: that of the city.
fn frozen_language(city: &City) -> &'static str {
    Language::from_code(&city.language).unwrap_or(Language::German).code()
}

fn line(it: &Cited, lang: &'static str) -> Line {
    Line {
        reference: it.reference(),
        title: it.title.clone(),
        value: it.value.clone(),
        lang,
        facts: it.facts.clone(),
        not_public: it.not_public.clone(),
        note: it.note.clone(),
    }
}

fn notices(t: &Texts, view: &DecisionView) -> Vec<Notice> {
    let it = &view.decision;
    let mut notices = Vec::new();
    let mut say = |kind: Kind, id: &str, text: String| {
        notices.push(Notice { kind, title: t.get(id), text });
    };
    if let Some(number) = it.successor {
        let args = [("nummer", Arg::from(number.to_string()))];
        say(
            Kind::Warning,
            "entscheidung-ist-berichtigt",
            t.with("entscheidung-berichtigt-durch", &args),
        );
    }
    if let Some(number) = it.predecessor {
        let args =
            [("nummer", Arg::from(number.to_string())), ("was", Arg::from(it.correction.as_str()))];
        say(Kind::Info, "entscheidung-berichtigt", t.with("entscheidung-berichtigt-weil", &args));
    }
    if let Some(number) = view.restores {
        let args = [("nummer", Arg::from(number.to_string()))];
        say(Kind::Info, "frozen-wieder", t.with("frozen-wieder-text", &args));
    }
    let news = view.cited().filter(|it| it.is_news()).count();
    if news > 0 {
        let args = [("anzahl", Arg::from(news))];
        say(Kind::Info, "entscheidung-daten-neu", t.with("entscheidung-daten-neu-text", &args));
    }
    notices
}

fn pairs(t: &Texts, view: &DecisionView, names: &Names) -> Vec<Pair> {
    let it = &view.decision;
    let mut pairs = vec![
        Pair::new(t.get("entscheidung-gewaehlt"), list(t, view.names(true))),
        Pair::new(t.get("entscheidung-tag"), day(t, &it.on_date)),
        Pair::new(t.get("entscheidung-wer"), it.body.as_str()),
    ];
    let others = list(t, view.names(false));
    if !others.is_empty() {
        pairs.insert(1, Pair::new(t.get("entscheidung-nicht-gewaehlt"), others));
    }
    if !it.file_number.is_empty() {
        pairs.push(Pair::new(t.get("entscheidung-aktenzeichen"), it.file_number.as_str()));
    }
    let written = [
        ("wann", Arg::from(words::instant(t, it.at))),
        ("wer", Arg::from(who(t, names, it.account, it.post))),
    ];
    pairs.push(Pair::new(t.get("entscheidung-festgehalten"), t.with("entscheidung-von", &written)));
    let public = if it.is_published() { "ja" } else { "nein" };
    let public = t.get(&format!("entscheidung-ist-oeffentlich-{public}"));
    pairs.push(Pair::new(t.get("entscheidung-veroeffentlicht"), public));
    pairs
}

/// What stands at the head of page and paper: both say more than what everybody reads.
#[must_use]
pub fn mark(t: &Texts, it: &Decision) -> String {
    t.get(if it.is_published() { "entscheidung-interne-fassung" } else { "atlas-nur-intern" })
}

fn quarter(
    t: &Texts,
    city: &City,
    view: &DecisionView,
    it: &Decided,
    lines: &impl Fn(&[Cited]) -> Vec<Line>,
) -> Quarter {
    let own = view.baseline.iter().find(|(candidate, _)| *candidate == it.candidate);
    let baseline = own.map_or_else(Vec::new, |it| lines(&it.1));
    let row = |(near, distance): &(Comparison, Option<f64>)| Row {
        head: RowCell::link(
            near.name.clone(),
            quarter_link(&city.at(""), &it.geography, &near.area),
        ),
        cells: vec![RowCell::new(far(t, *distance))],
    };
    let near: Vec<Row> = view.near(it.candidate).map(row).collect();
    let shown = view.frozen(it.candidate).and_then(|it| it.show(view.reader));
    let args = [("anzahl", Arg::from(baseline.len())), ("ohne", Arg::from(it.withheld))];
    Quarter {
        id: format!("quartier-{}", it.candidate),
        title: t.with("nullmessung-titel", &[("name", Arg::from(it.name.as_str()))]),
        profile: Link::new(
            t.get("kandidat-profil"),
            quarter_link(&city.at(""), &it.geography, &it.area),
        ),
        lead: t.with("nullmessung-leit", &args),
        arrival: arrival(t, view, it.candidate),
        how: shown.map(|it| frozen::how(t, it)).unwrap_or_default(),
        baseline,
        comparisons: (!near.is_empty()).then(|| Table {
            caption: t.get("vergleichsquartiere-titel"),
            quiet_caption: false,
            columns: vec![
                Column::words(t.get("kandidat-quartier")),
                Column::numbers(t.get("vergleichsquartier-spalte")),
            ],
            rows: near,
        }),
    }
}

/// How far a Vergleichsquartier is, or that this is withdrawn.
pub fn far(t: &Texts, distance: Option<f64>) -> String {
    distance.map_or_else(|| t.get("frozen-gesperrt-kurz"), |it| t.decimal(it, 2))
}

/// What the assessment said of a candidate, in as much detail as this reader is told; that it is
/// withdrawn, or that there was none.
#[must_use]
pub fn arrival(t: &Texts, view: &DecisionView, candidate: i64) -> Vec<Pair> {
    frozen::pairs(t, view.frozen(candidate), (view.reader, view.detail))
}

fn file(t: &Texts, path: &str, it: &Attachment) -> File {
    let size = t.bytes(u64::try_from(it.size).unwrap_or_default());
    let args = [
        ("groesse", Arg::from(size)),
        ("wann", Arg::from(words::instant(t, it.created_at))),
        ("summe", Arg::from(ankunft_platform::secrets::hex(&it.hash[..it.hash.len().min(8)]))),
    ];
    match it.withdrawn_at {
        None => File {
            link: Some(Link::new(it.file_name.clone(), format!("{path}/scan/{}", it.id))),
            name: it.file_name.clone(),
            facts: t.with("scan-angaben", &args),
        },
        Some(at) => {
            let when = [("wann", Arg::from(words::instant(t, at)))];
            File { link: None, name: it.file_name.clone(), facts: t.with("scan-entfernt", &when) }
        }
    }
}

fn scan(t: &Texts, path: &str, problems: &Problems) -> Scan {
    Scan {
        action: format!("{path}/scan"),
        upload: Upload {
            name: "datei".to_owned(),
            label: t.get("scan-datei"),
            hint: Some(t.get("scan-hinweis")),
            accept: Some(".pdf,.jpg,.jpeg,.png".to_owned()),
            error: problems.of("datei"),
        },
        button: Button::secondary(t.get("scan-hinterlegen")),
    }
}

fn publish(t: &Texts, city: &City, path: &str, it: &Decision) -> Publish {
    let is_public = it.is_published();
    let (text, label, value) = if is_public {
        ("veroeffentlicht-text", "veroeffentlichung-zurueck", "nein")
    } else {
        ("veroeffentlichen-text", "veroeffentlichen", "ja")
    };
    let href = city.at(&format!("{}/{}", super::PUBLIC_PATH, it.number));
    Publish {
        action: format!("{path}/veroeffentlichung"),
        text: t.get(text),
        button: Button::secondary(t.get(label)).sends("oeffentlich", value),
        page: is_public.then(|| Link::new(t.get("veroeffentlicht-seite"), href)),
    }
}
