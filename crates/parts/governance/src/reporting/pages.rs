//! `/{kommune}/steuerung/berichte` and below: who has reported, what is missing, what hinders?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{
    Button, Choice, Column, Empty, Field, Kind as NoticeKind, Notice, Problems, Row, RowCell,
    Select, Table,
};
use ankunft_platform::register::organisations::Organisation;
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, FormBlock, Item, Sheet, Viewer, pieces, pieces_of};
use jiff::civil::Date;

use super::model::{Asking, Obstacle, ObstacleState, Request, Round, State, complete};
use super::view::Reports;
use super::{PATH, address, asking, many, obstacles, partner};
use crate::around::words::Organisations;
use crate::bodies::ahead::Agenda;
use crate::effects::doors::may_accept;
use crate::effects::doors::{FOR, REPORT};
use crate::effects::model::{Actual, Known, Reporter, State as Value};
use crate::effects::period::Period;
use crate::effects::view::Stand;
use crate::effects::words;
use crate::measures;
use crate::measures::model::Measure;
use crate::measures::pages::frame_of;
use crate::permissions::PLAN;

/// So many of the newest periods stand side by side.
const PERIODS: usize = 4;

fn who(t: &Texts, reports: &Reports, reporter: Reporter) -> String {
    words::reporter(t, (&reports.names, &reports.organisations), Some(reporter))
}

/// The overview: completeness by who is asked and period, what is missing, what hinders.
pub fn overview(
    viewer: &Viewer,
    city: &City,
    reports: &Reports,
    (today, agendas): (Date, &[Agenda]),
    (typed, problems): (&Typed, Problems),
) -> Sheet {
    let t = &viewer.t;
    let counts = complete(reports.each());
    let received: usize = counts.values().map(|it| it.received).sum();
    let expected: usize = counts.values().map(|it| it.expected).sum();
    let args = [("da", Arg::from(received)), ("erwartet", Arg::from(expected))];
    let shell = viewer.page(t.get("berichte-titel")).mark(t.get("massnahme-nur-intern"));
    let way = Link::new(t.get("berichte-anfragen-titel"), many::address(city));
    let way = Some(way).filter(|_| viewer.may(PLAN));
    if reports.asked.rounds.is_empty() {
        let text = t.get("berichte-leer");
        return Sheet::new(shell, vec![Block::Empty(Empty { text, step: way })]);
    }
    let file = |kind: &str| Link::new(kind.to_uppercase(), city.at(&format!("{PATH}.{kind}")));
    let shell = shell.data(vec![file("csv"), file("json")]);
    let mut blocks = vec![Block::Problems(problems.clone())];
    blocks.extend(way.map(|it| Block::Ways(vec![it])));
    let mut periods: Vec<Period> = counts.keys().map(|it| it.1).collect();
    periods.sort_by_key(|it| std::cmp::Reverse((it.last(), *it)));
    periods.dedup();
    periods.truncate(PERIODS);
    let mut reporters: Vec<(String, Reporter)> =
        counts.keys().map(|it| (who(t, reports, it.0), it.0)).collect();
    reporters.sort();
    reporters.dedup();
    let cell = |reporter: Reporter, period: &Period| {
        let count = counts.get(&(reporter, *period));
        RowCell::new(count.map_or_else(String::new, |it| {
            let args = [("da", Arg::from(it.received)), ("erwartet", Arg::from(it.expected))];
            t.with("berichte-von", &args)
        }))
    };
    let row = |(name, reporter): &(String, Reporter)| Row {
        head: RowCell::new(name.clone()),
        cells: periods.iter().map(|it| cell(*reporter, it)).collect(),
    };
    let columns = periods.iter().map(|it| Column::words(it.words(t)));
    blocks.push(Block::Table(Table {
        caption: t.get("berichte-vollstaendig"),
        quiet_caption: false,
        columns: std::iter::once(Column::words(t.get("berichte-wer"))).chain(columns).collect(),
        rows: reporters.iter().map(row).collect(),
    }));
    blocks.push(Block::Reading(t.get("berichte-lesen")));
    let page = city.at(PATH);
    blocks.extend(pieces(viewer, (&page, "seite"), rounds(t, city, reports, today)));
    blocks.extend(hindrances(viewer, city, (reports, agendas), (typed, &problems)));
    Sheet::new(shell.lead(t.with("berichte-leit", &args)), blocks)
}

/// The rounds, each with what is missing and until when.
fn rounds(t: &Texts, city: &City, reports: &Reports, today: Date) -> Table {
    let row = |it: &Round| {
        let title =
            reports.measure(it.measure).map_or_else(String::new, |it| it.plan.title.clone());
        let missing: Vec<String> = reports
            .of(it.number)
            .filter(|it| it.state().is_with_reporter())
            .map(|it| who(t, reports, it.reporter))
            .collect();
        let mut due = RowCell::new(t.date(it.due));
        if it.due < today && !missing.is_empty() {
            due = due.note(t.get("massnahme-spaet"));
        }
        let missing = if missing.is_empty() { t.get("berichte-alle-da") } else { t.list(&missing) };
        Row {
            head: RowCell::link(title, address(city, it.number)),
            cells: vec![RowCell::new(it.period.words(t)), RowCell::new(missing), due],
        }
    };
    let columns = ["massnahme", "wert-zeitraum", "berichte-fehlt", "massnahme-feld-bis"];
    Table {
        caption: t.get("berichte-runden"),
        quiet_caption: false,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows: reports.asked.rounds.iter().map(row).collect(),
    }
}

/// What hinders and has no answer yet; who leads the measure or steers all can give it, and who keeps a
/// body puts it on its next agenda.
fn hindrances(
    viewer: &Viewer,
    city: &City,
    (reports, agendas): (&Reports, &[Agenda]),
    (typed, problems): (&Typed, &Problems),
) -> Vec<Block> {
    let t = &viewer.t;
    let field_of = |it: &Obstacle| format!("antwort-{}", it.number);
    let mut open: Vec<&Obstacle> =
        reports.obstacles.iter().filter(|it| it.state != ObstacleState::Answered).collect();
    // What is wrong stands on the piece that is shown.
    open.sort_by_key(|it| problems.of(&field_of(it)).is_none());
    let item = |it: &Obstacle| {
        let measure = reports.measure(it.measure);
        let field = field_of(it);
        let form = || {
            let action = city.at(&format!("{PATH}/hindernis"));
            let button = Button::secondary(t.get("hindernis-antworten"));
            let label = t.get("hindernis-antwort");
            let answer = Field::new(&field, label).rows(2).value(sent(typed, &field));
            FormBlock::new(action, button)
                .hidden("nummer", it.number.to_string())
                .field(answer.error(problems.of(&field)))
        };
        let may_answer = measure.is_some_and(|it| may_accept(viewer, it));
        let number = it.number.to_string();
        let thing = (obstacles::KIND, number.as_str());
        let is_open = it.state == ObstacleState::Open;
        let ahead = agendas.iter().filter(|_| is_open).map(|it| it.form(thing));
        Item {
            lang: None,
            title: it.text.clone(),
            href: None,
            notes: vec![
                measure.map_or_else(String::new, |it| it.plan.title.clone()),
                t.get(&format!("hindernis-stand-{}", it.state.code())),
            ],
            forms: may_answer.then(form).into_iter().chain(ahead).collect(),
        }
    };
    let items: Vec<Item> = open.into_iter().map(item).collect();
    if items.is_empty() {
        return Vec::new();
    }
    let heading = Block::Heading(t.get("hindernisse"));
    let page = city.at(PATH);
    std::iter::once(heading).chain(pieces_of(viewer, (&page, "hindernisse"), items)).collect()
}

/// The period that is most likely asked for: the quarter that is over, unless the measure began after
/// it; then the one that runs.
fn usual(measure: &Measure, today: Date) -> Period {
    let running = Period::of(today, 3);
    let last = running.before();
    let begins = measure.plan.starts_on.unwrap_or(last.first());
    if last.last() < begins { running } else { last }
}

/// Who is asked, and the names of the indicators that they are asked for.
pub type ToAsk = (Asking, Vec<String>);

/// From what somebody chooses who shall report too.
#[derive(Clone, Copy, Debug)]
pub struct Beside<'a> {
    /// The indicators that somebody is asked for.
    pub open: &'a [Known],
    /// All organisations of the city.
    pub register: &'a [Organisation],
}

/// The measure, who is asked, and names of Stellen and organisations.
type OfMeasure<'a> = (&'a Measure, &'a [ToAsk], (&'a Names, &'a Organisations));

/// The form that asks everybody for a period, and the one with which a partner reports too.
pub fn ask(
    viewer: &Viewer,
    city: &City,
    ((measure, asked, names), beside): (OfMeasure<'_>, Beside<'_>),
    (typed, problems, today): (&Typed, Problems, Date),
) -> Sheet {
    let t = &viewer.t;
    let head = (t.get("bericht-fragen"), t.get("bericht-fragen.leit"));
    let shell = frame_of(viewer, city, (measure.number, &measure.plan.title), head);
    let row = |((reporter, contact, _), indicators): &ToAsk| {
        let contact = match contact.email.is_empty() {
            true => RowCell::new(contact.name.clone()).note(t.get("bericht-stand-ohne-adresse")),
            false => RowCell::new(contact.name.clone()).note(contact.email.clone()),
        };
        let cells = vec![contact, RowCell::new(t.list(indicators))];
        Row { head: RowCell::new(words::reporter(t, names, Some(*reporter))), cells }
    };
    let columns = ["berichte-wer", "partner-kontakt", "bericht-was"];
    let table = Table {
        caption: t.get("bericht-gefragt-werden"),
        quiet_caption: false,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows: asked.iter().map(row).collect(),
    };
    let current = sent(typed, "zeitraum");
    let usual = usual(measure, today).to_string();
    let current = if current.is_empty() { usual.as_str() } else { current };
    let choice = |it: Period| Choice::new(it.to_string(), it.words(t), current);
    let periods = Period::usual(today).into_iter().map(choice).collect();
    let mut period = Select::new("zeitraum", t.get("wert-zeitraum"), periods);
    period.error = problems.of("zeitraum");
    let due = Field::new("bis", t.get("massnahme-feld-bis"))
        .kind("date")
        .value(sent(typed, "bis"))
        .error(problems.of("bis"));
    let button = Button::primary(t.get("bericht-fragen-senden"));
    let form = FormBlock::new(asking(city, measure.number), button).select(period).field(due);
    let shown = problems.clone();
    let mut blocks = vec![Block::Problems(problems)];
    if asked.is_empty() {
        let own = measures::address(city, measure.number);
        let way = format!("{own}/indikatoren/neu?{FOR}={REPORT}");
        let step = Some(Link::new(t.get("indikator-anlegen"), way));
        blocks.push(Block::Empty(Empty { text: t.get("bericht-niemand"), step }));
    } else {
        blocks.push(Block::Table(table));
        blocks.push(Block::Form(form));
    }
    if !beside.open.is_empty() {
        blocks.push(Block::Heading(t.get("partner-berichtet")));
        blocks.push(Block::Form(partner::form(t, city, (measure.number, beside), (typed, &shown))));
    }
    Sheet::new(shell, blocks)
}

/// What the page of a round is made from.
#[derive(Clone, Copy, Debug)]
pub struct RoundView<'a> {
    /// All reports.
    pub reports: &'a Reports,
    /// The round.
    pub round: &'a Round,
    /// Its measure.
    pub measure: &'a Measure,
    /// The indicators of the measure.
    pub stands: &'a [Stand],
    /// Whether this reader may accept, remind and so on.
    pub may_act: bool,
    /// Whether letters are sent at all.
    pub has_mail: bool,
    /// As whom this reader reports: their Stelle.
    pub own: Option<Reporter>,
}

/// What is shown beside it.
#[derive(Debug)]
pub struct Shown<'a> {
    /// What was typed.
    pub typed: &'a Typed,
    /// What is wrong with it.
    pub problems: Problems,
    /// Links that were made because no letters are sent, each with whom it is for.
    pub links: Vec<(String, String)>,
}

/// The page of a round.
pub fn round(viewer: &Viewer, city: &City, view: &RoundView<'_>, shown: Shown<'_>) -> Sheet {
    let t = &viewer.t;
    let own: Vec<&Request> = view.reports.of(view.round.number).collect();
    let expected = own.iter().filter(|it| it.state() != State::Withdrawn).count();
    let received = own.iter().filter(|it| it.state().is_received()).count();
    let args = [
        ("zeitraum", Arg::from(view.round.period.words(t))),
        ("da", Arg::from(received)),
        ("erwartet", Arg::from(expected)),
        ("tag", Arg::from(t.date(view.round.due))),
    ];
    let head = (t.with("bericht-runde", &args), t.with("bericht-runde-leit", &args));
    let shell = frame_of(viewer, city, (view.measure.number, &view.measure.plan.title), head);
    let mut blocks = vec![Block::Problems(shown.problems.clone())];
    for (whom, link) in &shown.links {
        let text = t.with("bericht-link-fuer", &[("wer", Arg::from(whom.as_str()))]);
        let title = t.get("bericht-link");
        blocks.push(Block::Notice(Notice { kind: NoticeKind::Info, title, text }));
        blocks.push(Block::Copy(link.clone()));
    }
    let items = own.iter().map(|it| item(t, city, (view, it), &shown)).collect();
    blocks.push(Block::Items(items));
    let mut ways = vec![
        Link::new(t.get("zur-massnahme"), measures::address(city, view.measure.number)),
        Link::new(t.get("nav-berichte"), city.at(PATH)),
    ];
    if view.may_act {
        ways.push(Link::new(t.get("partner-berichtet"), asking(city, view.measure.number)));
    }
    blocks.push(Block::Ways(ways));
    Sheet::new(shell, blocks)
}

fn item(t: &Texts, city: &City, (view, it): (&RoundView<'_>, &Request), shown: &Shown<'_>) -> Item {
    let state = it.state();
    let mut notes = vec![t.get(&format!("bericht-stand-{}", state.code()))];
    if !it.contact.email.is_empty() {
        notes.push(format!("{}, {}", it.contact.name, it.contact.email));
    }
    if it.corrects() {
        notes.push(t.get("bericht-korrektur-wartet"));
    }
    if let Some(reason) = it.returned_because() {
        notes.push(match state {
            State::Accepted => t.with("bericht-korrektur-zurueck", &[("grund", Arg::from(reason))]),
            _ => reason.to_owned(),
        });
    }
    if let Some(objection) = it.objection().filter(|_| state.is_with_reporter()) {
        let args = [
            ("name", Arg::from(objection.instead.name.as_str())),
            ("email", Arg::from(objection.instead.email.as_str())),
        ];
        notes.push(t.with("bericht-stattdessen", &args));
    }
    notes.extend(values(t, view, it));
    let told = it.current().map(|it| it.note.as_str()).filter(|it| !it.is_empty());
    notes.extend(told.map(|it| t.with("bericht-geschehen-ist", &[("text", Arg::from(it))])));
    let own = view.reports.obstacles.iter().filter(|obstacle| obstacle.request == Some(it.id));
    notes.extend(own.map(|it| t.with("bericht-hindert", &[("text", Arg::from(it.text.as_str()))])));
    let href =
        it.has_paper().then(|| format!("{}/{}/docx", address(city, view.round.number), it.id));
    let title = who(t, view.reports, it.reporter);
    let title = match href {
        Some(_) => format!("{title}: {}", t.get("bericht-sachbericht")),
        None => title,
    };
    let mut forms = if view.may_act { forms(t, city, (view, it), shown) } else { Vec::new() };
    if view.own == Some(it.reporter) && (it.is_asked() || state == State::HandedIn) {
        let to = format!("{}/schreiben", address(city, view.round.number));
        let button = match state {
            State::HandedIn => Button::secondary(t.get("bericht-noch-einmal")),
            _ => Button::primary(t.get("bericht-selbst-schreiben")),
        };
        forms.insert(0, FormBlock::new(to, button));
    }
    Item { title, href, notes, lang: None, forms }
}

/// What was handed in: each value with what the check found, and whether it was sent back apart.
fn values(t: &Texts, view: &RoundView<'_>, it: &Request) -> Vec<String> {
    let Some(current) = it.current() else { return Vec::new() };
    let is_apart = it.state() != State::Returned;
    let line = |stand: &Stand| {
        let version = *current.values.get(&stand.known.number)?;
        let is_it = |it: &&Actual| it.period == view.round.period && it.version == version;
        let actual = stand.actuals.iter().find(is_it)?;
        let says = &stand.known.says;
        let value = words::value(t, says, actual.value);
        let found = if actual.findings.is_empty() {
            String::new()
        } else {
            format!(" {}", words::findings(t, &actual.findings))
        };
        let parts = words::parts(t, actual);
        let parts = if parts.is_empty() { parts } else { format!(" {parts}.") };
        let returned = match actual.state {
            Value::Returned if is_apart => {
                let args = [("grund", Arg::from(actual.reason.as_str()))];
                format!(" {}", t.with("bericht-wert-zurueck", &args))
            }
            _ => String::new(),
        };
        Some(format!("{}: {value}.{parts}{found}{returned}", says.name))
    };
    view.stands.iter().filter_map(line).collect()
}

/// What can be done with a report now.
fn forms(
    t: &Texts,
    city: &City,
    (view, it): (&RoundView<'_>, &Request),
    shown: &Shown<'_>,
) -> Vec<FormBlock> {
    let state = it.state();
    let action = address(city, view.round.number);
    let form = |button: Button, intent: &str| {
        FormBlock::new(action.clone(), button.sends("absicht", intent))
            .hidden("anfrage", it.id.to_string())
    };
    let field = |name: String, text: &str, value: &str| {
        let typed = Some(sent(shown.typed, &name)).filter(|it| !it.is_empty()).unwrap_or(value);
        Field::new(&name, t.get(text)).value(typed).error(shown.problems.of(&name))
    };
    let press = |text: &str, intent: &str| form(Button::secondary(t.get(text)), intent);
    let mut forms = Vec::new();
    if state == State::HandedIn {
        let number = it.submissions.last().map_or(0, |it| it.number).to_string();
        let accept = form(Button::primary(t.get("bericht-abnehmen")), "abnehmen");
        forms.push(accept.hidden("nummer", number.clone()));
        let reason = field(format!("grund-{}", it.id), "abnahme-grund", "");
        let back = press("bericht-zurueckgeben", "zurueckgeben");
        forms.push(back.hidden("nummer", number).field(reason));
    }
    if state == State::Withdrawn {
        forms.push(press("bericht-wieder-fragen", "wieder-fragen"));
    }
    if it.is_asked() && !view.has_mail {
        forms.push(press("bericht-link-zeigen", "link-zeigen"));
    }
    if state.is_with_reporter() {
        if !it.contact.email.is_empty() && view.has_mail {
            forms.push(press("bericht-erinnern", "erinnern"));
        }
        let instead = it.objection().map(|it| it.instead.clone()).unwrap_or_default();
        let another = press("bericht-jemand-anderes", "jemand-anderes")
            .field(field(format!("name-{}", it.id), "partner-kontakt", &instead.name))
            .field(
                field(format!("email-{}", it.id), "partner-email", &instead.email).kind("email"),
            );
        forms.push(another);
        forms.push(press("bericht-zurueckziehen", "zurueckziehen"));
    }
    forms
}
