//! `/{kommune}/steuerung/ziele/{number}`: what is to be reached here, who answers for it, and what
//! is done for it?

use ankunft_platform::citing::Cited;
use ankunft_platform::csrf;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{
    Button, Column, Field, Pair, Problems, Remember, Row, RowCell, Table,
};
use ankunft_platform::parts::{CitedThing, Panel};
use ankunft_platform::typed::Typed;
use ankunft_platform::web::{Block, City, Desk, FormBlock, Item, Sheet, Viewer};
use jiff::civil::Date;

use super::frame;
use crate::asks;
use crate::evidence::{self, Evidence, Says};
use crate::goals::doors::discard::OPENED;
use crate::goals::indicators::view::{Gauge, Gauges};
use crate::goals::model::{Edition, Goal};
use crate::goals::store::{KIND, Written};
use crate::goals::view::{Goals, draft};
use crate::goals::words::{self, Part};
use crate::goals::{address, at, indicators};
use crate::measures;
use crate::permissions::EDIT_GOALS;
use crate::{picking, thread};

/// Everything that the page of a goal shows.
#[derive(Debug)]
pub struct GoalView {
    /// The edition that it is seen in, with what serves it.
    pub goals: Goals,
    /// Its number.
    pub number: i64,
    /// All that was written of it, the newest first.
    pub history: Vec<Written>,
    /// Names of accounts and Stellen.
    pub names: Names,
    /// What it is measured against.
    pub evidence: Evidence,
    /// The button for one's own Mappe.
    pub remember: Option<Remember>,
    /// The indicators of all goals of the edition.
    pub gauges: Gauges,
    /// Whether the measures that serve it count something that can be added.
    pub can_add: bool,
    /// The day.
    pub today: Date,
}

impl GoalView {
    /// The goal in the edition that is shown, or as it was last before it was taken out.
    fn goal(&self) -> &Goal {
        self.goals.concept.tree.get(self.number).unwrap_or(&self.history[0].1)
    }

    fn is_in_draft(&self) -> bool {
        let shown = &self.goals.concept;
        draft(&self.goals.editions) == Some(&shown.edition) && shown.tree.get(self.number).is_some()
    }
}

/// The page.
pub fn show(
    viewer: &Viewer,
    city: &City,
    view: &GoalView,
    (typed, problems): (&Typed, &Problems),
) -> Sheet {
    let t = &viewer.t;
    let goal = view.goal();
    let shell = frame(viewer, city, (goal.wording.title.clone(), lead(t, view)));
    let may_edit = viewer.may(EDIT_GOALS);
    let desk = may_edit.then(|| viewer.desk(&address(city, goal.number)));
    let mut blocks = vec![Block::Problems(problems.clone()), Block::Pairs(pairs(t, city, view))];
    if !goal.wording.body.is_empty() {
        blocks.push(Block::Text(goal.wording.body.clone()));
    }
    let below: Vec<Link> =
        view.goals.concept.tree.below(Some(goal.number)).map(link(city)).collect();
    if !below.is_empty() {
        blocks.push(Block::Heading(t.get("ziel-darunter")));
        blocks.push(Block::Links(below));
    }
    blocks.extend(gauges(viewer, city, view));
    blocks.extend(later(viewer, city, view));
    blocks.push(Block::Heading(t.get("ziel-was-getan-wird")));
    blocks.extend(served(t, city, view));
    blocks.push(Block::Panel(measured(viewer, city, view, desk.as_ref())));
    blocks.extend(then_and_now(t, view));
    if may_edit {
        let action = format!("{}/befunde", address(city, goal.number));
        blocks.push(Block::Form(evidence::form(t, action, &view.evidence, (typed, problems))));
        let thing = (KIND, &*goal.number.to_string());
        blocks.push(Block::Links(vec![picking::way(t, city, thing)]));
    }
    blocks.push(Block::Ways(ways(t, city, view, may_edit)));
    if may_edit && view.is_in_draft() {
        let action = format!("{}/streichen", address(city, goal.number));
        let button = Button::secondary(t.get("ziel-streichen"));
        let edition = view.goals.concept.edition.number.to_string();
        let form = FormBlock::new(action, button).hidden(OPENED, edition);
        blocks.push(Block::Form(form.hidden("version", goal.version.to_string())));
    }
    if let Some(remember) = view.remember.clone() {
        blocks.push(Block::Panel(asks::remember_on(t, remember, desk.as_ref())));
    }
    blocks.push(Block::Table(history(t, view)));
    let sheet = Sheet::new(shell, blocks);
    match desk {
        Some(desk) => sheet.on(desk),
        None => sheet,
    }
}

fn link<'a>(city: &'a City) -> impl Fn(&Goal) -> Link + 'a {
    move |it| Link::new(it.wording.title.clone(), address(city, it.number))
}

fn lead(t: &Texts, view: &GoalView) -> String {
    let serve = view.goals.measures_of(view.number).len();
    let args = [
        ("art", Arg::from(words::kind(t, view.goal().wording.kind))),
        ("fassung", Arg::from(words::edition(t, &view.goals.concept.edition))),
        ("anzahl", Arg::from(serve)),
    ];
    t.with("ziel-leit", &args)
}

fn pairs(t: &Texts, city: &City, view: &GoalView) -> Vec<Pair> {
    let tree = &view.goals.concept.tree;
    let wording = &view.goal().wording;
    let above = tree.path(view.number).into_iter().map(|it| {
        let pair = Pair::new(words::kind(t, it.wording.kind), it.wording.title.clone());
        Pair { href: Some(address(city, it.number)), ..pair }
    });
    let shown = [Part::Sign, Part::Owner, Part::Horizon];
    let own = shown.into_iter().filter_map(|part| {
        let text = part.value(t, (&view.names, tree), wording);
        (!text.is_empty()).then(|| Pair::new(part.name(t), text))
    });
    above.chain(own).collect()
}

/// Why an adopted goal gets no more indicators, and the way to where it does.
fn later(viewer: &Viewer, city: &City, view: &GoalView) -> Vec<Block> {
    let (t, shown) = (&viewer.t, &view.goals.concept);
    if shown.edition.adoption.is_none() || shown.tree.get(view.number).is_none() {
        return Vec::new();
    }
    if !viewer.may(EDIT_GOALS) {
        return vec![Block::Text(t.get("ziel-indikator-koordination"))];
    }
    let why = Block::Text(t.get("ziel-indikator-spaeter"));
    if let Some(draft) = draft(&view.goals.editions) {
        let name = [("name", Arg::from(draft.name.as_str()))];
        let way = at(city, &format!("?fassung={}", draft.number));
        return vec![why, Block::Ways(vec![Link::new(t.with("ziele-zum-entwurf", &name), way)])];
    }
    let year = [("jahr", Arg::from(view.today.year().to_string()))];
    let name = Field::new("name", t.get("ziele-fassung-name"))
        .value(t.with("ziele-fassung-vorschlag", &year));
    let button = Button::secondary(t.get("ziele-fassung-naechste"));
    let form = FormBlock::new(at(city, "/fassung"), button).field(name);
    vec![why, Block::Form(form.hidden("ziel", view.number.to_string()))]
}

/// By what it is measured: each indicator with where it stands; and, in the draft, the ways to more.
fn gauges(viewer: &Viewer, city: &City, view: &GoalView) -> Vec<Block> {
    let (t, all) = (&viewer.t, view.gauges.of(view.number));
    let mut blocks = Vec::new();
    let can_write = viewer.may(EDIT_GOALS) && view.is_in_draft();
    if all.is_empty() && !can_write {
        return blocks;
    }
    blocks.push(Block::Heading(t.get("ziel-indikatoren")));
    let item = |it: &Gauge| Item {
        title: it.known.says.name.clone(),
        href: Some(indicators::address(city, view.number, it.known.number)),
        notes: vec![
            indicators::words::line(t, it, view.today),
            indicators::words::state(t, it.state(view.today)),
        ],
        lang: None,
        forms: Vec::new(),
    };
    blocks.push(match all.is_empty() {
        true => Block::Text(t.get("ziel-ohne-indikator")),
        false => Block::Items(all.iter().map(item).collect()),
    });
    if can_write {
        let new = indicators::address_of_new(city, view.number);
        let mut ways = vec![Link::new(t.get("ziel-indikator-anlegen"), new.clone())];
        let sum = Link::new(t.get("ziel-summe-anlegen"), format!("{new}?woher=sum"));
        ways.extend(view.can_add.then_some(sum));
        blocks.push(Block::Ways(ways));
    }
    blocks
}

/// The measures that serve it or what stands below it.
fn served(t: &Texts, city: &City, view: &GoalView) -> Vec<Block> {
    let all = view.goals.measures_of(view.number);
    if all.is_empty() {
        return vec![Block::Text(t.get("ziel-ohne-massnahme-text"))];
    }
    let row = |it: &&measures::model::Measure| {
        let plan = &it.plan;
        Row {
            head: RowCell::link(plan.title.clone(), measures::address(city, it.number)),
            cells: vec![
                RowCell::new(crate::known::post(t, &view.names, plan.lead)),
                RowCell::new(t.date(plan.due)),
                RowCell::new(t.get(&format!("massnahme-stand-{}", plan.state.code()))),
            ],
        }
    };
    let columns =
        ["massnahme", "massnahme-feld-federfuehrung", "massnahme-feld-bis", "massnahme-feld-stand"];
    vec![Block::Table(Table {
        caption: t.get("ziel-was-getan-wird"),
        quiet_caption: true,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows: all.iter().map(row).collect(),
    })]
}

fn measured(viewer: &Viewer, city: &City, view: &GoalView, desk: Option<&Desk>) -> Panel {
    let t = &viewer.t;
    let line = |it: &Cited| {
        let action = format!("{}/befunde/weg", address(city, view.number));
        let form = FormBlock::new(action, Button::secondary(t.get("befund-weg")))
            .hidden(csrf::FIELD, viewer.csrf())
            .hidden("befund", it.citation().code.clone());
        (None, desk.map(|it| it.lay_button(form)).into_iter().collect())
    };
    let (title, empty) = (t.get("ziel-woran"), t.get("ziel-ohne-befund"));
    evidence::panel(t, city, &view.evidence, Says { title, empty, line: &line })
}

/// What each cited value was, and what it is now.
fn then_and_now(t: &Texts, view: &GoalView) -> Option<Block> {
    let row = |(it, now): (&Cited, Option<&CitedThing>)| {
        let then = it.citation().snapshot.as_ref()?;
        let (was, now) = (then.value.as_deref()?, now?);
        Some(Row {
            head: RowCell::new(it.title.clone()),
            cells: vec![
                RowCell::new(was.to_owned()).note(day(t, &then.date)),
                RowCell::link(now.value.clone().unwrap_or_default(), now.link.clone())
                    .note(day(t, &now.date)),
            ],
        })
    };
    let rows: Vec<Row> = view.evidence.with_today().filter_map(row).collect();
    let columns = ["massnahme-woran-gemessen", "massnahme-damals", "massnahme-heute"];
    (!rows.is_empty()).then(|| {
        Block::Table(Table {
            caption: t.get("ziel-damals-heute"),
            quiet_caption: false,
            columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
            rows,
        })
    })
}

fn day(t: &Texts, day: &str) -> String {
    day.parse().map_or_else(|_| day.to_owned(), |it| t.date(it))
}

fn ways(t: &Texts, city: &City, view: &GoalView, may_edit: bool) -> Vec<Link> {
    let number = view.number;
    let mut ways = Vec::new();
    if may_edit && view.is_in_draft() {
        let change = format!("{}/aendern", address(city, number));
        ways.push(Link::new(t.get("ziel-aendern"), change));
        ways.push(Link::new(
            t.get("ziel-darunter-anlegen"),
            at(city, &format!("/neu?unter={number}")),
        ));
    }
    if view.goals.holds(number) {
        let faden = thread::address(city, (KIND, &number.to_string()));
        ways.push(Link::new(t.get("faden-zeigen"), faden));
    }
    ways
}

/// What was written of it in which edition, the newest first.
fn history(t: &Texts, view: &GoalView) -> Table {
    let name = |number: i64| {
        let found = view.goals.editions.iter().find(|it: &&Edition| it.number == number);
        found.map_or_else(String::new, |it| it.name.clone())
    };
    let row = |(edition, goal, is_dropped): &Written| Row {
        head: RowCell::new(name(*edition)),
        cells: vec![
            RowCell::new(ankunft_platform::words::instant(t, goal.at)),
            RowCell::new(view.names.account(t, goal.account)),
            RowCell::new(match is_dropped {
                true => t.get("ziel-gestrichen"),
                false => goal.wording.title.clone(),
            }),
        ],
    };
    let columns = ["ziele-fassung", "massnahme-wann", "massnahme-wer", "ziel-feld-titel"];
    Table {
        caption: t.get("massnahme-verlauf"),
        quiet_caption: false,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows: view.history.iter().map(row).collect(),
    }
}
