//! `/{kommune}/auswahl/zeigen`: what do we show of our candidates, to whom and for what?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{
    Button, Choice, Choices, Empty, Field, Kind, Notice, Pair, Problems,
};
use ankunft_platform::private::{Ours, Place, warning};
use ankunft_platform::tenant::TenantInfo;
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT, Reading, Typed, all_sent, sent};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};
use jiff::Timestamp;

use super::{circle, day, frame, methods, noted_since, quarters};
use crate::exchange::term::{last_day, longest};
use crate::selection::model::{Circle, Giving, Quarter, Shown, seen};
use crate::selection::view::Own;
use crate::selection::{at, figures};

/// What the page is about.
#[derive(Debug)]
pub struct About {
    /// The programme.
    pub programme: TenantInfo,
    /// The research team's tenants.
    pub research: Vec<TenantInfo>,
    /// What the city could show, and shows.
    pub own: Own,
    /// Names of accounts and Stellen.
    pub names: Names,
    /// Who took a file along.
    pub copies: Vec<String>,
}

/// The field of the reason of a candidate.
fn reason_of(candidate: i64) -> String {
    format!("grund-{candidate}")
}

/// The form before anybody has typed: as it was shown last, with what has moved since.
#[must_use]
pub fn prefilled(own: &Own) -> Typed {
    let pair = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    let mut typed = Typed::new();
    let last = own.newest.as_ref().map(|it| &it.shown);
    if let Some(it) = last {
        typed.extend([pair("zweck", &it.purpose), pair("verfahren", &it.approach)]);
        let until = it.until.filter(|it| *it >= own.today);
        typed.extend(until.map(|it| pair("bis", &it.to_string())));
        typed.extend(it.circle.cities.then(|| pair("mit", "kommunen")));
        typed.extend(it.circle.research.then(|| pair("mit", "forschung")));
    }
    for it in &own.quarters {
        let before =
            last.and_then(|shown| shown.quarters.iter().find(|of| of.candidate == it.candidate));
        let same = before.filter(|of| (of.state, &of.since) == (it.state, &it.since));
        // What the city has noted for itself may hold figures: then it says it anew.
        let noted = Some(&it.reason).filter(|it| figures(it).is_empty());
        let reason = same.map(|it| &it.reason).or(noted).map_or("", String::as_str);
        typed.push(pair(&reason_of(it.candidate), reason));
        if last.is_none() || before.is_some() {
            typed.push(pair("zeigen", &it.candidate.to_string()));
        }
    }
    typed
}

/// What was typed, or what is wrong with it.
///
/// # Errors
///
/// All that is wrong.
pub fn checked(t: &Texts, own: &Own, typed: &Typed) -> Result<Shown, Problems> {
    let mut form = Reading::new(t, typed);
    let purpose = form.needed("zweck", LONGEST_LINE, "weitergabe-zweck-fehlt");
    let purpose = without_figures(&mut form, "zweck", purpose);
    let until = last_day(&mut form, own.today);
    let approach = words(&mut form, "verfahren");
    let chosen: Vec<&str> = all_sent(typed, "zeigen").collect();
    let is_chosen = |it: &&Quarter| chosen.contains(&it.candidate.to_string().as_str());
    let mut quarters: Vec<Quarter> = own.quarters.iter().filter(is_chosen).cloned().collect();
    for it in &mut quarters {
        it.reason = words(&mut form, &reason_of(it.candidate));
    }
    if quarters.is_empty() {
        form.problems.add_choices("zeigen", t.get("auswahl-keiner"));
    }
    let mit: Vec<&str> = all_sent(typed, "mit").collect();
    let circle = Circle { cities: mit.contains(&"kommunen"), research: mit.contains(&"forschung") };
    form.result(Shown { circle, purpose, until, approach, quarters })
}

/// A text without figures.
fn words(form: &mut Reading<'_>, name: &str) -> String {
    let text = form.text(name, LONGEST_TEXT);
    without_figures(form, name, text)
}

/// Says what figures are in a text.
fn without_figures(form: &mut Reading<'_>, name: &str, text: String) -> String {
    let found = figures(&text);
    if !found.is_empty() {
        let args = [("zahlen", Arg::from(form.t.list(&found)))];
        let problem = form.t.with("auswahl-zahlen-im-text", &args);
        form.problems.add(name, problem);
    }
    text
}

/// The page; `late` says that something moved while the form was open: whether somebody else has shown
/// or taken back, else the candidates.
pub fn page(
    viewer: &Viewer,
    city: &City,
    about: &About,
    (typed, problems): (&Typed, Problems),
    late: Option<bool>,
) -> Sheet {
    let t = &viewer.t;
    let own = &about.own;
    let programme = [("programm", Arg::from(about.programme.name.as_str()))];
    let head = (t.get("auswahl-zeigen-titel"), t.with("auswahl-zeigen-leit", &programme));
    let shell = frame(viewer, city, head).mark(t.get("austausch-intern"));
    if own.quarters.is_empty() {
        let step = Link::new(t.get("kandidaten-titel"), city.at("/atlas/kandidaten"));
        let empty = Empty { text: t.get("auswahl-zeigen-leer"), step: Some(step) };
        return Sheet::new(shell, vec![Block::Empty(empty)]);
    }
    let mut blocks = vec![Block::Problems(problems.clone())];
    if let Some(by_others) = late {
        let id = if by_others { "auswahl-inzwischen-gezeigt" } else { "auswahl-inzwischen-stand" };
        let (title, text) = (t.get(id), t.get("auswahl-inzwischen-pruefen"));
        blocks.push(Block::Notice(Notice { kind: Kind::Warning, title, text }));
    }
    blocks.extend(stands(t, city, about));
    blocks.push(Block::Heading(t.get("auswahl-zeigen-was")));
    let basis = methods(t, &own.quarters);
    let basis = basis.into_iter().map(|it| Pair::new(t.get("auswahl-methode"), it));
    blocks.push(Block::Pairs(basis.collect()));
    blocks.push(Block::Form(form(t, city, own, (typed, &problems))));
    blocks.push(Block::Reading(t.get("auswahl-zeigen-lesen")));
    Sheet::new(shell, blocks)
}

/// What the city shows now, and the button that takes it back.
fn stands(t: &Texts, city: &City, about: &About) -> Vec<Block> {
    let own = &about.own;
    let Some(it) = own.standing() else {
        return vec![Block::Text(nothing(t, own))];
    };
    let mut blocks = Vec::new();
    blocks.extend(noted_since(t, &own.noted_since).map(Block::Notice));
    if own.is_stale() {
        let (title, text) = (t.get("auswahl-veraltet"), t.get("auswahl-veraltet-was"));
        blocks.push(Block::Notice(Notice { kind: Kind::Info, title, text }));
    }
    blocks.push(Block::Heading(t.get("auswahl-so-lesen-sie-es")));
    blocks.push(Block::Text(who(t, about, it)));
    let until = it.shown.until.map(|it| [("tag", Arg::from(t.date(it)))]);
    blocks.extend(until.map(|it| Block::Text(t.with("auswahl-steht-bis", &it))));
    let caption = t.get("auswahl-so-lesen-sie-es");
    blocks.push(Block::Table(quarters(t, caption, &it.shown.quarters)));
    let reasons = it.shown.quarters.iter().map(|it| it.reason.as_str());
    let texts = reasons.chain([it.shown.purpose.as_str(), &it.shown.approach]);
    let ours = Ours::of(&about.names);
    blocks.extend(warning(t, (Place::Read, &ours), texts).map(Block::Notice));
    if !about.copies.is_empty() {
        let args = [("wer", Arg::from(t.list(&about.copies)))];
        blocks.push(Block::Text(t.with("auswahl-kopien", &args)));
    }
    let button = Button::secondary(t.get("auswahl-zuruecknehmen"));
    blocks.push(Block::Form(FormBlock::new(at(city, "/zuruecknehmen"), button)));
    blocks
}

/// That nothing stands, and why not.
fn nothing(t: &Texts, own: &Own) -> String {
    let Some(it) = &own.newest else { return t.get("auswahl-nichts") };
    match it.shown.until.filter(|_| it.ended_at.is_none()) {
        Some(day) => t.with("auswahl-vorbei", &[("tag", Arg::from(t.date(day)))]),
        None => t.get("auswahl-zurueck"),
    }
}

fn who(t: &Texts, about: &About, it: &Giving) -> String {
    let moment = Timestamp::from_microsecond(it.at).unwrap_or_default();
    let args = [
        ("wann", Arg::from(t.instant(moment))),
        ("wer", Arg::from(about.names.account(t, it.account))),
        ("wem", Arg::from(circle(t, &about.programme.name, it.shown.circle))),
        ("zweck", Arg::from(it.shown.purpose.as_str())),
    ];
    t.with("auswahl-steht", &args)
}

fn form(t: &Texts, city: &City, own: &Own, (typed, problems): (&Typed, &Problems)) -> FormBlock {
    let number = own.newest.as_ref().map_or(0, |it| it.number);
    let button = Button::primary(t.get("auswahl-zeigen"));
    let mut form = FormBlock::new(at(city, "/zeigen"), button)
        .hidden("version", number.to_string())
        .hidden("stand", seen(&own.quarters))
        .choices(readers(t, typed))
        .field(
            field(typed, problems, ("zweck", t.get("austausch-zweck")))
                .hint(t.get("auswahl-zweck-hinweis")),
        )
        .field(until(t, own, typed, problems))
        .choices(candidates(t, own, typed, problems));
    for it in &own.quarters {
        let name = reason_of(it.candidate);
        let args = [("quartier", Arg::from(it.name.as_str()))];
        let mut asked =
            field(typed, problems, (&name, t.with("auswahl-grund", &args))).rows(2).optional();
        if !figures(&it.reason).is_empty() {
            asked = asked.hint(t.get("auswahl-grund-mit-zahlen"));
        }
        form = form.field(asked);
    }
    let approach = field(typed, problems, ("verfahren", t.get("auswahl-verfahren")));
    form.field(approach.rows(2).optional().hint(t.get("auswahl-verfahren-hinweis")))
}

fn field(typed: &Typed, problems: &Problems, (name, label): (&str, String)) -> Field {
    Field::new(name, label).value(sent(typed, name)).error(problems.of(name))
}

fn until(t: &Texts, own: &Own, typed: &Typed, problems: &Problems) -> Field {
    let args = [("tag", Arg::from(t.date(longest(own.today))))];
    let hint = t.with("auswahl-bis-hinweis", &args);
    field(typed, problems, ("bis", t.get("austausch-bis"))).kind("date").hint(hint)
}

fn readers(t: &Texts, typed: &Typed) -> Choices {
    let chosen: Vec<&str> = all_sent(typed, "mit").collect();
    let choice = |value: &str, text: &str| Choice {
        value: value.to_owned(),
        label: t.get(text),
        hint: None,
        chosen: chosen.contains(&value),
    };
    let all = vec![
        choice("kommunen", "auswahl-an-kommunen"),
        choice("forschung", "auswahl-an-forschung"),
    ];
    let mut choices = Choices::several("mit", t.get("auswahl-wer-noch"), all);
    choices.hint = Some(t.get("auswahl-wer-noch-hinweis"));
    choices
}

fn candidates(t: &Texts, own: &Own, typed: &Typed, problems: &Problems) -> Choices {
    let chosen: Vec<&str> = all_sent(typed, "zeigen").collect();
    let choice = |it: &Quarter| {
        let value = it.candidate.to_string();
        let state = t.get(&format!("kandidat-stand-{}", it.state.code()));
        let args = [
            ("stand", Arg::from(state)),
            ("tag", Arg::from(day(t, &it.since))),
            ("wer", Arg::from(it.body.as_str())),
        ];
        let id = if it.body.is_empty() { "auswahl-stand-seit" } else { "auswahl-stand-durch" };
        let hint = Some(t.with(id, &args));
        Choice { chosen: chosen.contains(&value.as_str()), label: it.name.clone(), hint, value }
    };
    let all = own.quarters.iter().map(choice).collect();
    let mut choices = Choices::several("zeigen", t.get("auswahl-welche"), all);
    choices.error = problems.of("zeigen");
    choices
}
