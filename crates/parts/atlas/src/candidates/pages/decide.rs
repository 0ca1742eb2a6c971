//! `/{kommune}/atlas/kandidaten/entscheidung`: what did we decide, and why?

use ankunft_platform::citing::Cited;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{
    Button, Choice, Choices, Empty, Field, Kind, Notice, Problems,
};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};

use super::overtaken::{overtaken, written};
use super::{at, frame, list};
use crate::candidates::nearest::{Near, Nearest, USUAL};
use crate::candidates::store::decisions::Decision;
use crate::candidates::store::register::Candidate;
use crate::model::measure::Measure;
use crate::pages::words;
use crate::store::Shelf;

/// What can be decided, and from what.
#[derive(Debug, Default)]
pub struct Question {
    /// The decision that is corrected.
    pub corrects: Option<Decision>,
    /// The candidates that are decided on, in alphabetical order.
    pub candidates: Vec<Candidate>,
    /// The numbers of those that may be chosen.
    pub may_be_chosen: Vec<i64>,
    /// The numbers of those that the corrected decision chose.
    pub usual: Vec<i64>,
    /// The numbers of those that are chosen; none before the first step.
    pub chosen: Vec<i64>,
    /// What may be cited, each with where it lies: the Mappe, or the corrected decision.
    pub citable: Vec<(String, Cited)>,
    /// Whether a round of scoring is open, which is closed first.
    pub waits: bool,
    /// The day before which nothing can have been decided, as ISO text.
    pub earliest: String,
    /// For each chosen candidate, what can be compared with it.
    pub near: Vec<(Candidate, Nearest)>,
    /// Whether somebody else has decided or corrected since the form was shown: what was sent is laid
    /// beside [`Self::corrects`].
    pub is_overtaken: bool,
    /// Which candidates stand elsewhere than when the form was shown, in sentences.
    pub moved: Vec<String>,
}

/// What was typed; `None` for a form that nobody has filled in.
pub type Typed<'a> = Option<&'a [(String, String)]>;

/// The name of the field for the Vergleichsquartiere of a candidate.
#[must_use]
pub fn comparison_field(candidate: i64) -> String {
    format!("vergleich-{candidate}")
}

/// The name of the field that says how a candidate stood when the form was shown.
#[must_use]
pub fn state_field(candidate: i64) -> String {
    format!("stand-{candidate}")
}

/// The field of a form in which there was nothing to compare yet, as nothing is chosen in it.
pub const UNSEEN: &str = "ungesehen";

/// Both steps: which candidate, then everything else.
pub fn decide(
    viewer: &Viewer,
    city: &City,
    question: &Question,
    (typed, problems): (Typed<'_>, Problems),
    compared: Option<(&Shelf, &[Measure])>,
) -> Sheet {
    let t = &viewer.t;
    let title =
        if question.corrects.is_some() { "berichtigung-titel" } else { "entscheidung-neu-titel" };
    let lead = match (&question.corrects, question.chosen.is_empty()) {
        (Some(_), _) => t.get("berichtigung-leit"),
        (None, true) => t.get("entscheidung-leit-wahl"),
        (None, false) => {
            let names =
                question.candidates.iter().filter(|it| question.chosen.contains(&it.number));
            let names = list(t, names.map(|it| it.name.as_str()));
            t.with("entscheidung-leit-gruende", &[("namen", Arg::from(names))])
        }
    };
    let shell = frame(viewer, city, t.get(title), lead);
    if question.waits {
        let step = Some(Link::new(t.get("runde-ansehen"), at(city, "/runde")));
        let empty = Empty { text: t.get("entscheidung-runde-offen"), step };
        let mut blocks = vec![Block::Empty(empty)];
        blocks.extend(written(t, typed));
        return Sheet::new(shell, blocks);
    }
    if question.may_be_chosen.is_empty() {
        let step = Link::new(t.get("nav-kandidaten"), at(city, ""));
        let empty = Empty { text: t.get("entscheidung-leer"), step: Some(step) };
        let mut blocks: Vec<Block> = overtaken(t, city, question, typed);
        blocks.push(Block::Empty(empty));
        blocks.extend(written(t, typed));
        return Sheet::new(shell, blocks);
    }
    let mut blocks = vec![Block::Problems(problems.clone())];
    blocks.extend(overtaken(t, city, question, typed));
    // What was typed stays, whatever became of its question.
    if question.chosen.is_empty() && typed.is_none() {
        blocks.push(Block::Search(choose(t, city, question, &problems)));
        return Sheet::new(shell, blocks);
    }
    blocks.push(Block::Notice(Notice {
        kind: Kind::Info,
        title: t.get("entscheidung-was-geschieht"),
        text: t.get("entscheidung-was-geschieht.text"),
    }));
    blocks.push(Block::Form(form(t, city, question, (typed, &problems))));
    if let Some((shelf, measures)) = compared.filter(|it| !it.1.is_empty()) {
        let names: Vec<String> = measures.iter().map(|it| words::measure(t, shelf, it)).collect();
        let args = [("merkmale", Arg::from(t.list(&names)))];
        let lines = vec![t.with("vergleichsquartiere-wie", &args)];
        blocks.push(Block::Details(t.get("atlas-woher"), lines));
    }
    Sheet::new(shell, blocks)
}

fn choose(t: &Texts, city: &City, question: &Question, problems: &Problems) -> FormBlock {
    let weiter = Button::primary(t.get("entscheidung-weiter"));
    let mut form = FormBlock::new(at(city, "/entscheidung"), weiter);
    if let Some(it) = &question.corrects {
        form = form.hidden("berichtigt", it.number.to_string());
    }
    form.choices(candidates(t, question, problems))
}

/// Which candidates.
fn candidates(t: &Texts, question: &Question, problems: &Problems) -> Choices {
    let may = question.candidates.iter().filter(|it| question.may_be_chosen.contains(&it.number));
    let choice = |it: &Candidate| Choice {
        value: it.number.to_string(),
        label: it.name.clone(),
        hint: None,
        chosen: question.usual.contains(&it.number),
    };
    let mut choices =
        Choices::several("gewaehlt", t.get("entscheidung-gewaehlt"), may.map(choice).collect());
    choices.hint = Some(t.get("entscheidung-gewaehlt.hinweis"));
    choices.error = problems.of("gewaehlt");
    choices
}

struct Values<'a> {
    typed: Typed<'a>,
    problems: &'a Problems,
}

impl Values<'_> {
    fn value(&self, name: &str, usual: &str) -> String {
        let Some(typed) = self.typed else { return usual.to_owned() };
        typed.iter().find(|it| it.0 == name).map(|it| it.1.clone()).unwrap_or_default()
    }

    /// Whether a box is ticked; `usual` before anybody ticked one.
    fn is_ticked(&self, name: &str, value: &str, usual: bool) -> bool {
        let ticked =
            |typed: &[(String, String)]| typed.iter().any(|it| it.0 == name && it.1 == value);
        self.typed.map_or(usual, ticked)
    }

    fn field(&self, t: &Texts, name: &str, text: &str, usual: &str) -> Field {
        let hint = format!("{text}.hinweis");
        let field = Field::new(name, t.get(text));
        let field = if t.has(&hint) { field.hint(t.get(&hint)) } else { field };
        field.value(self.value(name, usual)).error(self.problems.of(name))
    }
}

fn form(
    t: &Texts,
    city: &City,
    question: &Question,
    (typed, problems): (Typed<'_>, &Problems),
) -> FormBlock {
    let values = Values { typed, problems };
    let old = question.corrects.as_ref();
    let was = |of: fn(&Decision) -> &str| old.map_or("", of);
    let button = if old.is_some() { "berichtigung-speichern" } else { "entscheidung-speichern" };
    let is_chosen = !question.chosen.is_empty();
    let button = if is_chosen { button } else { "entscheidung-weiter" };
    let mut form = FormBlock::new(at(city, "/entscheidung"), Button::primary(t.get(button)));
    for it in &question.candidates {
        form = form.hidden(&state_field(it.number), it.state.code());
    }
    if !is_chosen {
        form = form.hidden(UNSEEN, "1").choices(candidates(t, question, problems));
    }
    for number in &question.chosen {
        form = form.hidden("gewaehlt", number.to_string());
    }
    if let Some(it) = old {
        form = form
            .hidden("berichtigt", it.number.to_string())
            .field(values.field(t, "berichtigung", "berichtigung-was", "").rows(3));
    }
    form = form
        .field(values.field(t, "tag", "entscheidung-tag", was(|it| &it.on_date)).kind("date"))
        .field(values.field(t, "stelle", "entscheidung-wer", was(|it| &it.body)))
        .field(values.field(t, "grund", "entscheidung-grund", was(|it| &it.reason)).rows(8));
    if let Some(choices) = citable(t, question, &values) {
        form = form.choices(choices);
    }
    form = form
        .field(
            values
                .field(t, "minderheit", "entscheidung-minderheit", was(|it| &it.minority))
                .rows(4)
                .optional(),
        )
        .field(
            values
                .field(t, "aktenzeichen", "entscheidung-aktenzeichen", was(|it| &it.file_number))
                .optional(),
        );
    for (candidate, found) in &question.near {
        form = form.choices(comparison(t, candidate, &found.near, &values));
    }
    form.choices(publication(t, old, &values))
}

/// Whether everybody reads it.
fn publication(t: &Texts, old: Option<&Decision>, values: &Values<'_>) -> Choices {
    let usual = if old.is_some_and(|it| it.is_public == 1) { "ja" } else { "nein" };
    let current = values.value("oeffentlich", usual);
    let mut public = Choices::one(
        "oeffentlich",
        t.get("entscheidung-oeffentlich"),
        ["ja", "nein"]
            .map(|it| Choice::new(it, t.get(&format!("entscheidung-oeffentlich-{it}")), &current))
            .to_vec(),
    );
    public.hint = Some(t.get("entscheidung-oeffentlich.hinweis"));
    public.error = values.problems.of("oeffentlich");
    public
}

/// What lies in the Mappen of who decides.
fn citable(t: &Texts, question: &Question, values: &Values<'_>) -> Option<Choices> {
    let choice = |(place, it): &(String, Cited)| {
        let code = &it.citation().code;
        let label = match &it.value {
            Some(value) => format!("{}: {value}", it.title),
            None => it.title.clone(),
        };
        let hint = [Some(place.clone()), it.source.clone()].into_iter().flatten();
        // What the corrected decision cites stays unless somebody takes it out.
        let was_cited = question.corrects.is_some() && *place == t.get("berichtigung-bisher");
        Choice {
            value: code.clone(),
            label,
            hint: Some(hint.collect::<Vec<_>>().join(" · ")),
            chosen: values.is_ticked("befund", code, was_cited),
        }
    };
    let choices: Vec<Choice> = question.citable.iter().map(choice).collect();
    let mut group = Choices::several("befund", t.get("entscheidung-befunde"), choices);
    group.hint = Some(t.get("entscheidung-befunde.hinweis"));
    group.error = values.problems.of("befund");
    (!group.choices.is_empty()).then_some(group)
}

fn comparison(t: &Texts, candidate: &Candidate, near: &[Near], values: &Values<'_>) -> Choices {
    let name = comparison_field(candidate.number);
    let choice = |(at, it): (usize, &Near)| {
        let args = [
            ("abstand", Arg::from(t.decimal(it.distance.distance, 2))),
            ("verglichen", Arg::from(it.distance.used)),
            ("von", Arg::from(it.distance.of)),
        ];
        Choice {
            value: it.area.clone(),
            label: it.name.clone(),
            hint: Some(t.with("vergleichsquartier-abstand", &args)),
            chosen: values.is_ticked(&name, &it.area, at < USUAL),
        }
    };
    let label = [("name", Arg::from(candidate.name.as_str()))];
    let label = t.with("vergleichsquartiere-zu", &label);
    let choices = near.iter().enumerate().map(choice).collect();
    let mut group = Choices::several(name, label, choices);
    let hint =
        if near.is_empty() { "vergleichsquartiere-keine" } else { "vergleichsquartiere-hinweis" };
    group.hint = Some(t.get(hint));
    group
}
