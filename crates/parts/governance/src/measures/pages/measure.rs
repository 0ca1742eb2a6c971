//! `/{kommune}/steuerung/massnahmen/{number}`: what is done here, why, and what came of it?

use ankunft_platform::changes::Recorded;
use ankunft_platform::citing::Cited;
use ankunft_platform::csrf;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{
    Button, Column, Pair, Problems, Remember, Row, RowCell, Table,
};
use ankunft_platform::parts::{CitedThing, Panel};
use ankunft_platform::private::{Ours, Place, warning};
use ankunft_platform::typed::Typed;
use ankunft_platform::web::{Block, City, Desk, FormBlock, Sheet, Viewer};
use jiff::civil::Date;

use super::{frame, history};
use crate::around::model::{Around, Kind as Sheets, Role, Sheet as AroundSheet};
use crate::around::{tables, words as around};
use crate::asks;
use crate::bodies;
use crate::effects::stairs;
use crate::effects::view::Staircase;
use crate::enquiries::pages::filing;
use crate::evidence::{self, Evidence, Says};
use crate::goals::Served;
use crate::known;
use crate::measures::model::{Measure, Part};
use crate::measures::store::KIND;
use crate::measures::{address, words};
use crate::permissions::HOLD;
use crate::reporting;
use crate::spending::model::Book;
use crate::spending::{self, tables as spent};
use crate::thread;

/// Everything that the page of a measure shows.
#[derive(Debug)]
pub struct MeasureView {
    /// All versions, the newest first; never empty.
    pub versions: Vec<Measure>,
    /// Names of accounts and Stellen.
    pub names: Names,
    /// What it rests on.
    pub evidence: Evidence,
    /// The citations that its effect is measured against.
    pub baselines: Vec<i64>,
    /// The goals that it serves.
    pub goals: Served,
    /// What it is to bring about.
    pub staircase: Staircase,
    /// All versions of what stands around it, the oldest first.
    pub sheets: Vec<AroundSheet>,
    /// What was spent on it.
    pub book: Book,
    /// What the change log says of it, the newest first.
    pub log: Vec<Recorded>,
    /// The Aktenzeichen of the Vorgang that it lies in; empty without.
    pub file_number: String,
    /// The day.
    pub today: Date,
    /// The button for one's own Mappe.
    pub remember: Option<Remember>,
    /// Whether this reader may change it.
    pub may_change: bool,
    /// Whether this reader may ask others to report on it.
    pub may_ask: bool,
}

impl MeasureView {
    /// The measure as it stands.
    #[must_use]
    pub fn measure(&self) -> &Measure {
        &self.versions[0]
    }

    /// What stands around it now.
    #[must_use]
    pub fn around(&self) -> Around {
        Around::of(&self.sheets)
    }

    /// What its effect is measured against, each with what it says today.
    fn baselines(&self) -> impl Iterator<Item = (&Cited, Option<&CitedThing>)> {
        self.evidence.with_today().filter(|(it, _)| self.baselines.contains(&it.citation().id))
    }
}

/// The page.
pub fn show(
    viewer: &Viewer,
    city: &City,
    view: &MeasureView,
    (typed, problems): (&Typed, &Problems),
) -> Sheet {
    let t = &viewer.t;
    let (measure, plan) = (view.measure(), &view.measure().plan);
    let shell = frame(viewer, city, (plan.title.clone(), lead(t, view)));
    let desk = view.may_change.then(|| viewer.desk(&address(city, measure.number)));
    let ways = Block::Ways(ways(t, city, view));
    let mut blocks = vec![Block::Problems(problems.clone()), ways, Block::Pairs(pairs(t, view))];
    if !plan.description.is_empty() {
        blocks.push(Block::Heading(words::field(t, Part::Description)));
        blocks.push(Block::Text(plan.description.clone()));
    }
    if view.may_change {
        let plan = &measure.plan;
        let texts =
            [&plan.title, &plan.sign, &plan.description, &plan.target_group, &plan.regular_service];
        let place = (Place::Work, &Ours::of(&view.names));
        blocks.extend(warning(t, place, texts.map(String::as_str)).map(Block::Notice));
    }
    blocks.push(Block::Panel(why(viewer, city, view, desk.as_ref())));
    if view.may_change {
        let action = format!("{}/befunde", address(city, measure.number));
        blocks.push(Block::Form(evidence::form(t, action, &view.evidence, (typed, problems))));
        let search = format!("{}/suchen", address(city, measure.number));
        blocks.push(Block::Links(vec![Link::new(t.get("befund-suchen"), search)]));
    }
    let served = (measure.number, (typed, problems));
    blocks.extend(view.goals.blocks(t, city, served, view.may_change));
    let stairs = (measure.number, &view.staircase);
    blocks.extend(stairs::blocks(viewer, city, stairs, (view.today, view.may_change)));
    blocks.push(Block::Heading(t.get("massnahme-wirkung")));
    blocks.extend(effect(t, view));
    blocks.extend(sheets(t, view));
    blocks.extend(more(viewer, city, view, desk.as_ref()));
    let sheet = Sheet::new(shell, blocks);
    match desk {
        Some(desk) => sheet.on(desk),
        None => sheet,
    }
}

/// What people come for: to change it, to ask for reports, to see why. Who may not change the measure
/// follows its thread.
fn ways(t: &Texts, city: &City, view: &MeasureView) -> Vec<Link> {
    let measure = view.measure();
    let own = address(city, measure.number);
    let mut ways = Vec::new();
    if view.may_change {
        ways.push(Link::new(t.get("massnahme-aendern"), format!("{own}/aendern")));
    }
    if view.may_ask {
        ways.push(Link::new(t.get("bericht-fragen"), reporting::asking(city, measure.number)));
    }
    let faden = thread::address(city, (KIND, &measure.number.to_string()));
    ways.push(Link::new(t.get("faden-zeigen"), faden));
    ways
}

/// What is asked for less often, in one order everywhere: what belongs to it, papers, the Mappe, and
/// what it was.
fn more(viewer: &Viewer, city: &City, view: &MeasureView, desk: Option<&Desk>) -> Vec<Block> {
    let t = &viewer.t;
    let own = address(city, view.measure().number);
    let mut links = Vec::new();
    if view.may_change {
        let sheet = |it: Sheets| Link::new(around::sheet(t, it), format!("{own}/{}", it.path()));
        links.extend(Sheets::ALL.map(sheet));
    }
    if view.may_change || !view.book.is_empty() {
        let way = spending::address(city, view.measure().number);
        links.push(Link::new(t.get("ausgaben-zeigen"), way));
    }
    if view.may_ask {
        let way = reporting::asking(city, view.measure().number);
        links.push(Link::new(t.get("partner-berichtet"), way));
    }
    if viewer.may(HOLD) && view.measure().plan.state.is_open() {
        let way = bodies::placing((KIND, &view.measure().number.to_string()));
        links.push(Link::new(t.get("tagesordnung-auf"), city.at(&way)));
    }
    let own = (KIND, &*view.measure().number.to_string());
    links.extend(filing::ways(viewer, city, (own, &view.file_number), view.may_change));
    let mut blocks = Vec::new();
    if !links.is_empty() {
        blocks.push(Block::Heading(t.get("massnahme-dazu")));
        blocks.push(Block::Links(links));
    }
    blocks.push(Block::Folded(t.get("massnahme-papiere"), papers(t, city, view), None));
    if let Some(remember) = view.remember.clone() {
        blocks.push(Block::Panel(asks::remember_on(t, remember, desk)));
    }
    let history = history::table(t, view);
    let summary = t.with("massnahme-verlauf-alle", &[("anzahl", Arg::from(history.rows.len()))]);
    blocks.push(Block::Folded(summary, Vec::new(), Some(history)));
    blocks
}

/// What can be printed: the measure, and its money where something is said of it.
fn papers(t: &Texts, city: &City, view: &MeasureView) -> Vec<Link> {
    let own = address(city, view.measure().number);
    let link = |(id, path): (&str, &str)| Link::new(t.get(id), format!("{own}/{path}"));
    let mut links = vec![
        ("blatt-pdf", "blatt/pdf"),
        ("blatt-docx", "blatt/docx"),
        ("blatt-xlsx", "blatt/xlsx"),
    ];
    if !view.around().budget.is_empty() {
        links.extend([
            ("finanzplan-pdf", "finanzplan/pdf"),
            ("finanzplan-docx", "finanzplan/docx"),
            ("finanzplan-xlsx", "finanzplan.xlsx"),
        ]);
    }
    links.into_iter().map(link).collect()
}

/// What it costs, what was spent and what can go wrong; nothing of which nothing is said.
fn sheets(t: &Texts, view: &MeasureView) -> Vec<Block> {
    let it = view.around();
    let mut blocks = Vec::new();
    if !it.budget.is_empty() || !view.book.is_empty() {
        blocks.push(Block::Heading(around::sheet(t, Sheets::Money)));
    }
    if !it.budget.is_empty() {
        blocks.push(Block::Table(around::money(t, &it.budget)));
    }
    if !it.budget.costs.is_empty() && view.book.is_empty() {
        blocks.push(Block::Table(tables::costs(t, &it.budget)));
    }
    let gaps = tables::gaps(t, &it.budget);
    if !gaps.is_empty() {
        blocks.push(Block::Text(gaps.join(" ")));
    }
    if !view.book.is_empty() {
        let lead = std::iter::once(spent::lead(t, &it.budget, &view.book));
        let said: Vec<String> = lead.chain(spent::over(t, &it.budget, &view.book)).collect();
        blocks.push(Block::Text(said.join(" ")));
        let compared = spent::compared(t, &it.budget, &view.book);
        blocks.extend(compared.into_iter().map(Block::Table));
    }
    if !it.risks.is_empty() {
        blocks.push(Block::Heading(around::sheet(t, Sheets::Risks)));
        blocks.push(Block::Table(around::risks(t, &it.risks)));
    }
    blocks
}

/// The first sentence: who does it where until when.
pub(crate) fn lead(t: &Texts, view: &MeasureView) -> String {
    let plan = &view.measure().plan;
    let args = [
        ("stelle", Arg::from(known::post(t, &view.names, plan.lead))),
        ("tag", Arg::from(t.date(plan.due))),
        ("ort", Arg::from(known::place(t, plan.place.as_ref()))),
    ];
    t.with(&format!("massnahme-leit-{}", plan.state.code()), &args)
}

/// What it says, but for title and description; nothing that is empty.
pub(crate) fn pairs(t: &Texts, view: &MeasureView) -> Vec<Pair> {
    let plan = &view.measure().plan;
    let shown = Part::ALL.into_iter().filter(|it| !matches!(it, Part::Title | Part::Description));
    let partners = view.around().partners;
    let organisations = &view.staircase.organisations;
    let with = |role| around::partners(t, organisations, &partners, role);
    let pair = |part: Part| {
        let all = |posts: &[i64], role| {
            let posts = posts.iter().map(|it| known::post(t, &view.names, *it));
            t.list(&posts.chain(with(role)).collect::<Vec<_>>())
        };
        let text = match part {
            Part::Contributing => all(&plan.contributing, Role::Contributes),
            Part::Informed => all(&plan.informed, Role::Informed),
            _ => words::value(t, &view.names, plan, part),
        };
        (!text.is_empty()).then(|| Pair::new(words::field(t, part), text))
    };
    shown.filter_map(pair).collect()
}

fn why(viewer: &Viewer, city: &City, view: &MeasureView, desk: Option<&Desk>) -> Panel {
    let t = &viewer.t;
    let number = view.measure().number;
    let line = |it: &Cited| {
        let is_baseline = view.baselines.contains(&it.citation().id);
        let code = it.citation().code.clone();
        let form = |path: &str, label: &str| {
            let action = format!("{}/{path}", address(city, number));
            FormBlock::new(action, Button::secondary(t.get(label)))
                .hidden(csrf::FIELD, viewer.csrf())
                .hidden("befund", code.clone())
        };
        let mut forms = Vec::new();
        if view.may_change && (is_baseline || it.value.is_some()) {
            let (label, value) = match is_baseline {
                true => ("massnahme-nicht-messen", "nein"),
                false => ("massnahme-daran-messen", "ja"),
            };
            forms.push(form("ausgangswert", label).hidden("messen", value));
        }
        if view.may_change {
            forms.push(form("befunde/weg", "befund-weg"));
        }
        let lay = |it: FormBlock| match desk {
            Some(desk) => desk.lay_button(it),
            None => it,
        };
        let forms = forms.into_iter().map(lay).collect();
        (is_baseline.then(|| t.get("massnahme-ausgangswert")), forms)
    };
    let (title, empty) = (t.get("massnahme-warum"), t.get("massnahme-kein-befund"));
    evidence::panel(t, city, &view.evidence, Says { title, empty, line: &line })
}

/// What it was when it was cited, and what it is now.
fn effect(t: &Texts, view: &MeasureView) -> Vec<Block> {
    let row = |(it, now): (&Cited, Option<&CitedThing>)| {
        let snapshot = it.citation().snapshot.as_ref();
        let then = match snapshot {
            Some(then) => dated(t, then.value.as_deref(), &then.date),
            None => RowCell::new(it.note.as_ref().map_or_else(String::new, |it| it.title.clone())),
        };
        let now = match now {
            Some(now) => RowCell {
                href: Some(now.link.clone()),
                ..dated(t, now.value.as_deref(), &now.date)
            },
            None => RowCell::new(t.get("massnahme-noch-kein-neuer-wert")),
        };
        Row { head: RowCell::new(it.title.clone()), cells: vec![then, now] }
    };
    let rows: Vec<Row> = view.baselines().map(row).collect();
    if rows.is_empty() {
        return vec![Block::Text(t.get("massnahme-ohne-ausgangswert"))];
    }
    let columns = ["massnahme-woran-gemessen", "massnahme-damals", "massnahme-heute"];
    let table = Table {
        caption: t.get("massnahme-wirkung"),
        quiet_caption: true,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows,
    };
    vec![Block::Table(table), Block::Reading(t.get("massnahme-wirkung-lesen"))]
}

/// A value with the day that it speaks about.
fn dated(t: &Texts, value: Option<&str>, day: &str) -> RowCell {
    let day = day.parse().map_or_else(|_| day.to_owned(), |it| t.date(it));
    RowCell::new(value.unwrap_or_default()).note(day)
}
