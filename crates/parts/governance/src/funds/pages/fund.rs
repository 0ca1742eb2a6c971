//! `/{kommune}/fonds/{number}`: what is this fund for, what is left, and what was it used for?

use ankunft_platform::languages::{Arg, Language, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{
    Button, Choice, Choices, Column, Empty, Field, Pair, Problems, Row, RowCell, Table,
};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};
use jiff::civil::Date;

use super::frame;
use crate::funds::ledger::Balance;
use crate::funds::model::{Fund, Part, State, Verdict};
use crate::funds::rights::Rights;
use crate::funds::store::applications::Application;
use crate::funds::view::FundView;
use crate::funds::{address, address_of, words};

/// The page; `form` is what was typed into the form of the budget and what is wrong with it.
pub fn show(
    viewer: &Viewer,
    city: &City,
    view: &FundView,
    (rights, today): (Rights, Date),
    (typed, problems): (&Typed, Problems),
) -> Sheet {
    let (t, fund) = (&viewer.t, view.fund());
    let year = i64::from(today.year());
    let balance = view.ledger.year(year);
    let mut shell = frame(viewer, city, (fund.terms.name.clone(), lead(t, fund, balance, today)));
    if rights.sees {
        shell = shell.mark(t.get("fonds-mit-internem"));
    }
    let mut blocks = vec![Block::Problems(problems.clone())];
    blocks.extend(public(viewer, city, view, today));
    if !rights.sees {
        return Sheet::new(shell, blocks);
    }
    blocks.push(Block::Heading(t.with("fonds-haushalt-von", &[("jahr", year.to_string().into())])));
    blocks.push(Block::Table(money(t, year, balance)));
    blocks.push(Block::Heading(t.get("fonds-antraege")));
    blocks.extend(applications(t, city, view));
    blocks.push(Block::Heading(t.get("fonds-regeln")));
    blocks.push(Block::Pairs(terms(t, view)));
    if rights.leads {
        blocks.push(Block::Heading(t.get("fonds-haushalt-aendern")));
        blocks.push(Block::Form(budget(t, city, view, (typed, &problems), year)));
    }
    let way = |text: &str, path: &str| {
        Link::new(t.get(text), format!("{}{path}", address(city, fund.number)))
    };
    let mut ways = vec![way("fonds-jahresbericht", "/jahr")];
    if rights.leads {
        ways.insert(0, way("fonds-aendern", "/aendern"));
    }
    blocks.push(Block::Ways(ways));
    blocks.push(Block::Table(history(t, view)));
    Sheet::new(shell, blocks)
}

fn lead(t: &Texts, fund: &Fund, balance: Balance, today: Date) -> String {
    let place = fund.terms.place.as_ref();
    let id = match place {
        None => "fonds-fuer-stadt",
        Some(it) if it.name.is_empty() => "fonds-fuer-ein-quartier",
        Some(_) => "fonds-fuer-quartier",
    };
    let place = place.map_or("", |it| it.name.as_str());
    let what = t.with(id, &[("ort", Arg::from(place))]);
    format!("{what} {}", words::left(t, i64::from(today.year()), balance))
}

/// What everybody reads.
fn public(viewer: &Viewer, city: &City, view: &FundView, today: Date) -> Vec<Block> {
    let (t, fund) = (&viewer.t, view.fund());
    let mut blocks = vec![
        Block::Heading(t.get("fonds-wofuer")),
        Block::Text(fund.terms.criteria.clone()),
        Block::Text(t.get(&format!("fonds-wofuer-{}.satz", fund.terms.spending.code()))),
        Block::Text(words::rule(t, fund.terms.shares)),
        Block::Heading(t.get("fonds-bewerben")),
        Block::Text(words::call(t, &fund.terms, today)),
    ];
    if fund.terms.is_open(today) {
        let way = format!("{}/antrag", address(city, fund.number));
        blocks.push(Block::Ways(vec![Link::new(t.get("fonds-antrag-stellen"), way)]));
    }
    blocks.push(Block::Heading(t.get("fonds-gefoerdert")));
    let funded = |it: &&Application| it.published.is_some() && it.is_funded();
    let row = |it: &Application| {
        let money = view.ledger.application(it.number);
        Row {
            head: RowCell::new(it.published.clone().unwrap_or_default()).lang(lang(t, it)),
            cells: vec![RowCell::new(t.euros(money.given()))],
        }
    };
    let rows: Vec<Row> = view.applications.iter().filter(funded).map(row).collect();
    blocks.push(match rows.is_empty() {
        true => Block::Empty(Empty { text: t.get("fonds-gefoerdert-nichts"), step: None }),
        false => Block::Table(Table {
            caption: t.get("fonds-gefoerdert"),
            quiet_caption: true,
            columns: vec![
                Column::words(t.get("fonds-vorhaben")),
                Column::numbers(t.get("antrag-betrag")),
            ],
            rows,
        }),
    });
    blocks
}

/// The language that an applicant wrote in, if another than the page's.
pub(super) fn lang(t: &Texts, it: &Application) -> Option<&'static str> {
    let own = Language::from_code(&it.language)?;
    (own != t.language()).then(|| own.code())
}

/// The sums of a year, each with a quiet bar.
pub(super) fn money(t: &Texts, year: i64, balance: Balance) -> Table {
    #[expect(clippy::cast_precision_loss, reason = "a bar needs no more than a few digits")]
    let share = |cents: i64| match balance.budget {
        ..=0 => 0.0,
        budget => cents as f64 / budget as f64,
    };
    let row = |text: &str, cents: i64| Row {
        head: RowCell::new(t.get(text)),
        cells: vec![RowCell::new(t.euros(cents)).bar(share(cents))],
    };
    let caption = t.with("fonds-haushalt-von", &[("jahr", Arg::from(year.to_string()))]);
    Table {
        caption,
        quiet_caption: true,
        columns: vec![
            Column::words(t.get("fonds-haushalt-was")),
            Column::numbers(t.get("antrag-betrag")),
        ],
        rows: vec![
            row("fonds-haushalt", balance.budget),
            row("fonds-reserviert", balance.reserved),
            row("fonds-ausgezahlt", balance.paid),
            row("fonds-zurueck", balance.returned),
            row("fonds-frei", balance.left()),
        ],
    }
}

fn applications(t: &Texts, city: &City, view: &FundView) -> Vec<Block> {
    if view.applications.is_empty() {
        let text = t.get("fonds-antraege-leer");
        return vec![Block::Empty(Empty { text, step: None })];
    }
    let row = |it: &Application| {
        let mut state = RowCell::new(words::how_far(t, it));
        if let Some(note) = words::to_reclaim(t, it, view.ledger.application(it.number)) {
            state = state.note(note);
        }
        if it.state() == State::Received {
            state = state.note(match view.verdict(it.number) {
                Verdict::Missing(votes) => {
                    t.with("antrag-fehlen-stimmen", &[("anzahl", Arg::from(votes))])
                }
                Verdict::Yes | Verdict::No => t.get("antrag-entscheidungsreif"),
            });
        }
        let granted = view.granted(it.number).map_or_else(String::new, |it| t.euros(it));
        let received = it.steps.first().map_or_else(String::new, |it| t.date(it.on_day));
        Row {
            head: RowCell::link(it.request.title.clone(), address_of(city, it.number))
                .note(it.request.applicant.clone()),
            cells: vec![
                RowCell::new(received),
                state,
                RowCell::new(t.euros(it.request.asked())),
                RowCell::new(granted),
            ],
        }
    };
    // What waits for somebody comes first, the oldest of it on top.
    let mut all: Vec<&Application> = view.applications.iter().collect();
    all.sort_by_key(|it| (it.state().is_over(), it.number));
    vec![Block::Table(Table {
        caption: t.get("fonds-antraege"),
        quiet_caption: true,
        columns: vec![
            Column::words(t.get("fonds-vorhaben")),
            Column::words(t.get("antrag-eingang")),
            Column::words(t.get("antrag-stand")),
            Column::numbers(t.get("antrag-beantragt")),
            Column::numbers(t.get("antrag-bewilligt")),
        ],
        rows: all.into_iter().map(row).collect(),
    })]
}

fn terms(t: &Texts, view: &FundView) -> Vec<Pair> {
    let shown = Part::ALL.into_iter().filter(|it| !matches!(it, Part::Name | Part::Criteria));
    let pair = |part: Part| {
        let text = words::value(t, &view.names, &view.fund().terms, part);
        (!text.is_empty()).then(|| Pair::new(words::field(t, part), text))
    };
    shown.filter_map(pair).collect()
}

fn budget(
    t: &Texts,
    city: &City,
    view: &FundView,
    (typed, problems): (&Typed, &Problems),
    year: i64,
) -> FormBlock {
    let current = |name: &str| sent(typed, name);
    let last = view.lines.last().map_or(0, |it| it.number);
    let action = format!("{}/haushalt", address(city, view.fund().number));
    let typed_year = match current("jahr") {
        "" => year.to_string(),
        it => it.to_owned(),
    };
    let which = match current("richtung") {
        "" => "plus",
        it => it,
    };
    let ways = ["plus", "minus"].map(|it| Choice::new(it, t.get(&format!("fonds-{it}")), which));
    FormBlock::new(action, Button::secondary(t.get("fonds-buchen")))
        .hidden("stand", last.to_string())
        .field(
            Field::new("jahr", t.get("fonds-jahr"))
                .value(typed_year)
                .inputmode("numeric")
                .error(problems.of("jahr")),
        )
        .choices(Choices::one("richtung", t.get("fonds-richtung"), ways.to_vec()))
        .field(
            Field::new("betrag", t.get("antrag-betrag"))
                .hint(t.get("eingabe-betrag-beispiel"))
                .value(current("betrag"))
                .inputmode("decimal")
                .error(problems.of("betrag")),
        )
        .field(
            Field::new("vermerk", t.get("fonds-vermerk"))
                .hint(t.get("fonds-vermerk.hinweis"))
                .value(current("vermerk"))
                .error(problems.of("vermerk")),
        )
}

/// Who wrote what when, the newest first.
fn history(t: &Texts, view: &FundView) -> Table {
    let row = |(at, it): (usize, &Fund)| {
        let before = view.versions.get(at + 1).map(|it| &it.terms);
        let what = before.map_or_else(
            || t.get("fonds-angelegt"),
            |before| {
                let parts = before.differences(&it.terms);
                parts.into_iter().map(|it| words::field(t, it)).collect::<Vec<_>>().join("; ")
            },
        );
        let who = view.names.account(t, it.account);
        let who =
            view.names.post(it.post).map_or_else(|| who.clone(), |it| format!("{it} · {who}"));
        Row {
            head: RowCell::new(ankunft_platform::words::instant(t, it.at)),
            cells: vec![RowCell::new(who), RowCell::new(what)],
        }
    };
    Table {
        caption: t.get("fonds-verlauf"),
        quiet_caption: false,
        columns: ["fonds-wann", "fonds-wer", "fonds-geaendert"]
            .map(|it| Column::words(t.get(it)))
            .to_vec(),
        rows: view.versions.iter().enumerate().map(row).collect(),
    }
}
