//! `/{kommune}/steuerung/ziele`: what do we want to reach, and what do we do for it?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Button, Choice, Empty, Field, Problems, Select};
use ankunft_platform::parts::Panel;
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};
use askama::Template;
use jiff::civil::Date;

use crate::goals::indicators::view::{Gauge, Gauges};
use crate::goals::model::{Change, Goal};
use crate::goals::view::{Goals, draft};
use crate::goals::{PATH, address, api, at, indicators, words};
use crate::known;
use crate::measures;
use crate::permissions::EDIT_GOALS;

/// So many loose ends are told at once.
const MOST_LOOSE_ENDS: usize = 10;

/// A goal as the list prints it.
struct Line {
    kind: String,
    title: String,
    href: String,
    facts: Vec<String>,
    gauges: Vec<GaugeLine>,
    /// Said where something is loose about it.
    loose: Option<String>,
    /// Whether something stands below it.
    has_more: bool,
    /// So many lists end after it.
    closes: usize,
}

/// By what it is measured, and how far that is.
struct GaugeLine {
    name: String,
    href: String,
    line: String,
    state: String,
}

#[derive(Template)]
#[template(path = "goals.html")]
struct Tree {
    lines: Vec<Line>,
}

/// What the page of the goals shows.
#[derive(Debug)]
pub struct Shown<'a> {
    /// The goals of an edition.
    pub goals: &'a Goals,
    /// Their indicators.
    pub gauges: &'a Gauges,
    /// Names of accounts and Stellen.
    pub names: &'a Names,
    /// The day.
    pub today: Date,
}

/// The page of a city that has no goals yet.
pub fn empty(viewer: &Viewer, city: &City, (typed, problems): (&Typed, Problems)) -> Sheet {
    let t = &viewer.t;
    let shell = viewer.page(t.get("ziele-titel")).lead(t.get("ziele-leit-leer"));
    let shell = shell.mark(t.get("massnahme-nur-intern"));
    let mut blocks = vec![Block::Problems(problems.clone())];
    blocks.push(Block::Empty(Empty { text: t.get("ziele-leer"), step: None }));
    if viewer.may(EDIT_GOALS) {
        blocks.push(Block::Form(begin(t, city, (typed, &problems))));
    }
    Sheet::new(shell, blocks)
}

/// The goals of an edition.
pub fn show(
    viewer: &Viewer,
    city: &City,
    shown: &Shown<'_>,
    (typed, problems): (&Typed, Problems),
) -> Sheet {
    let (t, goals) = (&viewer.t, shown.goals);
    let shell = viewer.page(t.get("ziele-titel")).lead(lead(t, goals));
    let edition = &goals.concept.edition;
    let file = |kind: &str| {
        let address = city.at(&format!("{PATH}.{kind}?fassung={}", edition.number));
        Link::new(kind.to_uppercase(), address)
    };
    let shell = shell.mark(t.get("massnahme-nur-intern")).data(vec![file("csv"), file("json")]);
    let mut blocks = vec![Block::Problems(problems.clone())];
    if goals.editions.len() > 1 {
        blocks.push(Block::Filters(at(city, ""), vec![editions(t, goals)]));
    }
    blocks.push(Block::Text(words::edition(t, edition)));
    let may_edit = viewer.may(EDIT_GOALS) && draft(&goals.editions) == Some(edition);
    if may_edit {
        blocks.push(Block::Ways(ways(t, city)));
    } else if let Some(draft) = draft(&goals.editions).filter(|_| viewer.may(EDIT_GOALS)) {
        let name = [("name", Arg::from(draft.name.as_str()))];
        let way = at(city, &format!("?fassung={}", draft.number));
        blocks.push(Block::Ways(vec![Link::new(t.with("ziele-zum-entwurf", &name), way)]));
    }
    if goals.concept.tree.is_empty() {
        blocks.push(Block::Empty(Empty { text: t.get("ziele-fassung-leer"), step: None }));
    } else {
        blocks.push(Block::Panel(tree(t, city, shown)));
    }
    blocks.extend(loose(t, city, goals));
    blocks.extend(changes(t, city, goals));
    if may_edit && !goals.concept.tree.is_empty() {
        blocks.push(Block::Heading(t.get("ziele-beschluss")));
        blocks.push(Block::Form(adopt(t, city, (typed, &problems), edition.number)));
    }
    if viewer.may(EDIT_GOALS) && draft(&goals.editions).is_none() {
        blocks.push(Block::Heading(t.get("ziele-neue-fassung")));
        blocks.push(Block::Form(begin(t, city, (typed, &problems))));
    }
    Sheet::new(shell, blocks)
}

fn lead(t: &Texts, goals: &Goals) -> String {
    let [_, fields, all, recommendations] = api::counts(goals);
    let without = goals.without_measure().len();
    let args = [
        ("felder", Arg::from(fields)),
        ("ziele", Arg::from(all)),
        ("empfehlungen", Arg::from(recommendations)),
        ("ohne", Arg::from(without)),
    ];
    format!("{} {}", t.with("ziele-leit", &args), t.with("ziele-leit-ohne", &args))
}

fn editions(t: &Texts, goals: &Goals) -> Select {
    let current = goals.concept.edition.number.to_string();
    let choice = |it: &crate::goals::model::Edition| {
        Choice::new(it.number.to_string(), words::edition(t, it), &current)
    };
    let choices = goals.editions.iter().rev().map(choice).collect();
    Select::new("fassung", t.get("ziele-fassung"), choices)
}

fn ways(t: &Texts, city: &City) -> Vec<Link> {
    vec![
        Link::new(t.get("ziel-anlegen"), at(city, "/neu")),
        Link::new(t.get("ziele-einfuegen"), at(city, "/tabelle")),
        Link::new(t.get("ziele-verwerfen"), at(city, "/verwerfen")),
    ]
}

/// The indicators of a goal, each in a quiet line.
fn gauges(t: &Texts, city: &City, shown: &Shown<'_>, goal: i64) -> Vec<GaugeLine> {
    let line = |it: &Gauge| GaugeLine {
        name: it.known.says.name.clone(),
        href: indicators::address(city, goal, it.known.number),
        line: indicators::words::line(t, it, shown.today),
        state: indicators::words::state(t, it.state(shown.today)),
    };
    shown.gauges.of(goal).iter().map(line).collect()
}

fn tree(t: &Texts, city: &City, shown: &Shown<'_>) -> Panel {
    let (goals, names) = (shown.goals, shown.names);
    let without = goals.without_measure();
    let all = goals.concept.tree.in_order();
    let line = |(at, (depth, it)): (usize, &(usize, &Goal))| {
        let next = all.get(at + 1).map_or(0, |it| it.0);
        let serve = goals.measures_of(it.number).len();
        let owner = it.wording.owner.map(|it| known::post(t, names, it));
        let horizon = it
            .wording
            .horizon
            .map(|it| t.with("ziel-bis-jahr", &[("jahr", Arg::from(it.to_string()))]));
        let count = (serve > 0).then(|| t.with("ziel-massnahmen", &[("anzahl", Arg::from(serve))]));
        let is_loose = without.iter().any(|goal| goal.number == it.number);
        Line {
            has_more: next > *depth,
            closes: depth.saturating_sub(next),
            kind: words::kind(t, it.wording.kind),
            title: it.wording.title.clone(),
            href: address(city, it.number),
            gauges: gauges(t, city, shown, it.number),
            facts: [owner, horizon, count].into_iter().flatten().collect(),
            loose: is_loose.then(|| t.get("ziel-ohne-massnahme")),
        }
    };
    let lines = all.iter().enumerate().map(line).collect();
    let html = Tree { lines }.render().unwrap_or_default();
    Panel { title: t.get("ziele-baum"), html }
}

/// Measures that serve no goal.
fn loose(t: &Texts, city: &City, goals: &Goals) -> Vec<Block> {
    let all = goals.without_goal();
    if all.is_empty() || goals.concept.tree.is_empty() {
        return Vec::new();
    }
    let link = |it: &&measures::model::Measure| {
        Link::new(it.plan.title.clone(), measures::address(city, it.number))
    };
    let count = [("anzahl", Arg::from(all.len()))];
    vec![
        Block::Heading(t.with("ziele-massnahmen-ohne", &count)),
        Block::Links(all.iter().take(MOST_LOOSE_ENDS).map(link).collect()),
    ]
}

/// What this edition says otherwise than the one before.
fn changes(t: &Texts, city: &City, goals: &Goals) -> Vec<Block> {
    let Some(before) = &goals.before else { return Vec::new() };
    let link = |it: Change| {
        let (text, goal) = match it {
            Change::Added(number) => ("ziele-neu", goals.concept.tree.get(number)),
            Change::Reworded(number) => ("ziele-anders", goals.concept.tree.get(number)),
            Change::Dropped(number) => ("ziele-weg", before.tree.get(number)),
        };
        let goal = goal?;
        let title = [("titel", Arg::from(goal.wording.title.as_str()))];
        Some(Link::new(t.with(text, &title), address(city, goal.number)))
    };
    let links: Vec<Link> =
        goals.concept.tree.since(&before.tree).into_iter().filter_map(link).collect();
    let name = [("name", Arg::from(before.edition.name.as_str()))];
    let heading = Block::Heading(t.with("ziele-seit", &name));
    match links.is_empty() {
        true => vec![heading, Block::Text(t.get("ziele-seit-nichts"))],
        false => vec![heading, Block::Links(links)],
    }
}

fn begin(t: &Texts, city: &City, (typed, problems): (&Typed, &Problems)) -> FormBlock {
    let name = Field::new("name", t.get("ziele-fassung-name"))
        .hint(t.get("ziele-fassung-name.hinweis"))
        .value(sent(typed, "name"))
        .error(problems.of("name"));
    let button = Button::primary(t.get("ziele-fassung-beginnen"));
    FormBlock::new(at(city, "/fassung"), button).field(name)
}

fn adopt(
    t: &Texts,
    city: &City,
    (typed, problems): (&Typed, &Problems),
    edition: i64,
) -> FormBlock {
    let field = |name: &str| {
        let id = format!("ziele-beschluss-{name}");
        Field::new(name, t.get(&id)).value(sent(typed, name)).error(problems.of(name))
    };
    FormBlock::new(at(city, "/beschluss"), Button::secondary(t.get("ziele-beschluss-festhalten")))
        .hidden("fassung", edition.to_string())
        .field(field("tag").kind("date"))
        .field(field("gremium"))
        .field(
            field("adresse").kind("url").hint(t.get("ziele-beschluss-adresse.hinweis")).optional(),
        )
}
