//! `/{kommune}/anfragen/{number}`: what was asked, what do we know, what do we answer?

use ankunft_platform::citing::Cited;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{
    Button, Column, Empty, Field, Kind, Notice, Pair, Problems, Row, RowCell, Table,
};
use ankunft_platform::private::{Ours, Place, warning};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, FormBlock, Item, Sheet, Viewer};
use jiff::civil::Date;

use super::frame;
use crate::asks;
use crate::enquiries::model::{Answer, Circle, Enquiry, Part};
use crate::enquiries::money::Money;
use crate::enquiries::store::KIND;
use crate::enquiries::view::OneView;
use crate::enquiries::{address, case_address, words};
use crate::picker::{self, Found};
use crate::thread;

/// What is shown beside the enquiry itself.
#[derive(Debug)]
pub struct Shown<'a> {
    /// What was searched for, and what was found.
    pub search: (&'a str, &'a [Found]),
    /// What is known of the money of measures that fit.
    pub money: &'a [Money],
    /// What was typed into one of the forms, and what is wrong with it.
    pub form: (&'a Typed, Problems),
    /// The answer that stood there when the form was opened, if another stands there now.
    pub meanwhile: Option<&'a Answer>,
}

/// The page.
pub fn show(viewer: &Viewer, city: &City, view: &OneView, today: Date, shown: &Shown<'_>) -> Sheet {
    let (t, it) = (&viewer.t, view.it());
    let time = words::time(t, &it.frame, view.sent(), today);
    let asker = [("wer", Arg::from(it.frame.asker_name.as_str()))];
    let lead = format!("{} {time}", t.with("anfrage-leit", &asker));
    let shell = frame(viewer, city, (it.frame.subject.clone(), lead));
    let mut blocks = vec![Block::Problems(shown.form.1.clone())];
    blocks.extend(earlier(viewer, city, view));
    blocks.push(Block::Heading(t.get("anfrage-feld-frage")));
    blocks.push(Block::Text(it.frame.question.clone()));
    blocks.push(Block::Pairs(pairs(t, city, view)));
    let is_open = view.sent().is_none() && view.may_change;
    blocks.push(Block::Heading(t.get("anfrage-antwort")));
    if is_open {
        blocks.extend(editing(t, city, view, shown));
    } else {
        blocks.extend(reading(t, view));
    }
    blocks.push(Block::Heading(t.get("anfrage-zitiert")));
    blocks.extend(cited(t, city, view, is_open));
    if is_open {
        blocks.push(Block::Heading(t.get("anfrage-gesammelt")));
        let page = address(city, it.number);
        let take = format!("{page}/befunde");
        let is_cited = |found: &Found| {
            let same = |it: &Cited| {
                it.citation().cited_kind == found.kind && it.citation().cited == found.id
            };
            view.cited.iter().any(same)
        };
        blocks.extend(picker::blocks(viewer, (&page, &take), shown.search, is_cited));
        blocks.extend(money(t, city, view, (shown.money, today)));
        blocks.extend(sending(t, city, view, shown));
    }
    blocks.push(Block::Ways(ways(t, city, view, is_open)));
    blocks.push(Block::Table(history(t, view)));
    let sheet = Sheet::new(shell, blocks);
    if is_open { sheet.on(viewer.desk(&address(city, it.number))) } else { sheet }
}

/// What was answered before comes first.
fn earlier(viewer: &Viewer, city: &City, view: &OneView) -> Vec<Block> {
    let t = &viewer.t;
    let earlier = view.board.earlier(view.it());
    if earlier.is_empty() {
        return Vec::new();
    }
    let door = |it: &&Enquiry| {
        let args = [
            ("wer", Arg::from(it.frame.asker_name.as_str())),
            ("tag", Arg::from(t.date(it.frame.received_on))),
        ];
        let sent = view.board.sent.get(&it.number);
        let id = if sent.is_some() { "anfrage-frueher-beantwortet" } else { "anfrage-frueher" };
        (Link::new(it.frame.subject.clone(), address(city, it.number)), t.with(id, &args))
    };
    vec![
        Block::Heading(t.get("anfrage-aehnliche")),
        Block::Doors(earlier.iter().map(door).collect()),
    ]
}

fn pairs(t: &Texts, city: &City, view: &OneView) -> Vec<Pair> {
    let frame = &view.it().frame;
    let shown = Part::ALL.into_iter().filter(|it| !matches!(it, Part::Subject | Part::Question));
    let pair = |part: Part| {
        let text = words::value(t, &view.board.names, frame, part);
        let mut pair = Pair::new(words::field(t, part), text);
        if part == Part::FileNumber && !frame.file_number.is_empty() {
            pair.href = Some(case_address(city, &frame.file_number));
        }
        (!pair.text.is_empty()).then_some(pair)
    };
    shown.filter_map(pair).collect()
}

/// The sentences of what is cited, each with its Fundstelle.
#[must_use]
pub fn sentence(t: &Texts, (title, text): (&str, Option<&str>), code: &str) -> String {
    let args = [("satz", Arg::from(text.unwrap_or(title))), ("fundstelle", Arg::from(code))];
    t.with("anfrage-satz-mit-fundstelle", &args)
}

fn editing(t: &Texts, city: &City, view: &OneView, shown: &Shown<'_>) -> Vec<Block> {
    let (typed, problems) = &shown.form;
    let newest = view.answers.first();
    let version = newest.map_or(0, |it| it.version);
    let is_typed = typed.iter().any(|it| it.0 == "antwort");
    let text = match is_typed {
        true => sent(typed, "antwort").to_owned(),
        false => newest.map_or_else(|| prefilled(t, view), |it| it.text.clone()),
    };
    let mut blocks = Vec::new();
    if let Some(now) = newest.filter(|_| shown.meanwhile.is_some() || is_behind(typed, version)) {
        let who = view.board.names.account(t, now.account);
        let heading = t.with("anfrage-antwort-inzwischen", &[("wer", Arg::from(who))]);
        let difference = asks::Difference {
            field: t.get("anfrage-antwort"),
            before: shown.meanwhile.map_or_else(String::new, |it| it.text.clone()),
            now: now.text.clone(),
            typed: text.clone(),
        };
        blocks.extend(asks::meanwhile(t, heading, vec![difference]));
    }
    let field = Field::new("antwort", t.get("anfrage-antworttext"))
        .hint(t.get("anfrage-antworttext.hinweis"))
        .rows(14)
        .value(text)
        .error(problems.of("antwort"));
    let action = format!("{}/antwort", address(city, view.it().number));
    let form = FormBlock::new(action, Button::primary(t.get("anfrage-antwort-speichern")))
        .hidden("stand", version.to_string())
        .field(field);
    blocks.push(Block::Form(form));
    blocks.extend(private(t, view).map(Block::Notice));
    blocks
}

/// A warning of what in the saved answer may say who somebody is; the plainer, where everybody reads it.
fn private(t: &Texts, view: &OneView) -> Option<Notice> {
    let frame = &view.it().frame;
    let ours = Ours::of(&view.board.names)
        .with_people([frame.asker_name.as_str()])
        .with_numbers([frame.file_number.as_str()]);
    let place = match frame.circle {
        Circle::Public => Place::Public,
        Circle::Administration => Place::Read,
    };
    warning(t, (place, &ours), view.answers.first().map(|it| it.text.as_str()))
}

/// Whether a form was opened on an older answer.
fn is_behind(typed: &Typed, version: i64) -> bool {
    sent(typed, "stand").parse::<i64>().is_ok_and(|it| it != version)
}

/// Before anybody has written: what is cited, sentence by sentence.
pub fn prefilled(t: &Texts, view: &OneView) -> String {
    let shown = view.cited.iter().filter(|it| it.citation().snapshot.is_some());
    let line = |it: &Cited| sentence(t, (&it.title, it.text.as_deref()), &it.reference());
    shown.map(line).collect::<Vec<_>>().join("\n\n")
}

fn reading(t: &Texts, view: &OneView) -> Vec<Block> {
    match view.answer() {
        Some(it) => vec![Block::Text(it.text.clone())],
        None => vec![Block::Empty(Empty { text: t.get("anfrage-ohne-antwort"), step: None })],
    }
}

fn cited(t: &Texts, city: &City, view: &OneView, is_open: bool) -> Vec<Block> {
    if view.cited.is_empty() {
        return vec![Block::Empty(Empty { text: t.get("anfrage-nichts-zitiert"), step: None })];
    }
    let circle = view.it().frame.circle;
    // What is cited says it in the words of the day on which it was cited.
    let lang = (t.language().code() != city.language).then(|| city.language.clone());
    let item = |it: &Cited| {
        let mut notes: Vec<String> =
            [it.text.clone(), it.source.clone()].into_iter().flatten().collect();
        notes.push(format!("{} {}", t.get("fund"), it.reference()));
        if !circle.may_read(it.citation().nutzung) {
            notes.push(t.get("anfrage-enger-als-kreis"));
        }
        if let Some(note) = &it.note {
            notes.push(format!("{} {}", note.title, note.text));
        }
        let button = Button::secondary(t.get("anfrage-herausnehmen"));
        let action = format!("{}/befunde/weg", address(city, view.it().number));
        let form = FormBlock::new(action, button).hidden("befund", it.citation().code.clone());
        Item {
            lang: lang.clone(),
            title: it.title.clone(),
            href: Some(it.reference()),
            notes,
            forms: if is_open { vec![form] } else { Vec::new() },
        }
    };
    vec![Block::Items(view.cited.iter().map(item).collect())]
}

/// What measures that fit cost and what was spent, each with the button that takes the sentence over.
fn money(t: &Texts, city: &City, view: &OneView, (all, today): (&[Money], Date)) -> Vec<Block> {
    if all.is_empty() {
        return Vec::new();
    }
    let action = format!("{}/geld", address(city, view.it().number));
    let item = |it: &Money| {
        let button = Button::secondary(t.get("anfrage-geld-nehmen"));
        Item {
            lang: None,
            title: it.title.clone(),
            href: Some(crate::spending::address(city, it.measure)),
            notes: vec![it.sentence(t, today)],
            forms: vec![
                FormBlock::new(&*action, button).hidden("massnahme", it.measure.to_string()),
            ],
        }
    };
    let mut blocks = vec![Block::Heading(t.get("anfrage-geld"))];
    if view.it().frame.circle == Circle::Public {
        blocks.push(Block::Text(t.get("anfrage-geld-nur-innen")));
    }
    blocks.push(Block::Items(all.iter().map(item).collect()));
    blocks
}

/// The button that notes that the answer left the house; not while it shows what the asker may not
/// read.
fn sending(t: &Texts, city: &City, view: &OneView, shown: &Shown<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(t.get("anfrage-absenden"))];
    let narrow: Vec<String> = view.too_narrow().map(|it| it.title.clone()).collect();
    if !narrow.is_empty() {
        let args = [("namen", Arg::from(t.list(&narrow)))];
        let (title, text) = (t.get("anfrage-zu-eng"), t.with("anfrage-zu-eng-text", &args));
        blocks.push(Block::Notice(Notice { kind: Kind::Warning, title, text }));
        return blocks;
    }
    let Some(newest) = view.answers.first() else {
        blocks.push(Block::Text(t.get("anfrage-erst-schreiben")));
        return blocks;
    };
    let (typed, problems) = &shown.form;
    let action = format!("{}/absenden", address(city, view.it().number));
    let field = Field::new("unterschrift", t.get("anfrage-unterschrift"))
        .hint(t.get("anfrage-unterschrift.hinweis"))
        .value(sent(typed, "unterschrift"))
        .error(problems.of("unterschrift"));
    let form = FormBlock::new(action, Button::secondary(t.get("anfrage-abgesandt")))
        .hidden("stand", newest.version.to_string())
        .field(field);
    blocks.push(Block::Form(form));
    blocks
}

fn ways(t: &Texts, city: &City, view: &OneView, is_open: bool) -> Vec<Link> {
    let page = address(city, view.it().number);
    let mut ways = Vec::new();
    if view.answer().is_some() {
        for kind in ["docx", "pdf"] {
            let args = [("art", Arg::from(kind.to_uppercase()))];
            let label = t.with("anfrage-antwort-datei", &args);
            ways.push(Link::new(label, format!("{page}/papier/{kind}")));
        }
    }
    if is_open {
        ways.push(Link::new(t.get("anfrage-aendern"), format!("{page}/aendern")));
    }
    let id = view.it().number.to_string();
    ways.push(Link::new(t.get("faden-zeigen"), thread::address(city, (KIND, &id))));
    ways
}

/// Who wrote what when, the newest first.
fn history(t: &Texts, view: &OneView) -> Table {
    let names = &view.board.names;
    let who = |account, post| {
        let who = names.account(t, account);
        names.post(post).map_or_else(|| who.clone(), |it| format!("{it} · {who}"))
    };
    let row = |(at, who, what): (i64, String, String)| Row {
        head: RowCell::new(ankunft_platform::words::instant(t, at)),
        cells: vec![RowCell::new(who), RowCell::new(what)],
    };
    let frame = |(at, it): (usize, &Enquiry)| {
        let before = view.versions.get(at + 1).map(|it| &it.frame);
        let what = before.map_or_else(
            || t.get("anfrage-aufgenommen"),
            |before| {
                let parts = before.differences(&it.frame);
                parts.into_iter().map(|it| words::field(t, it)).collect::<Vec<_>>().join("; ")
            },
        );
        (it.at, who(it.account, it.post), what)
    };
    let answer = |it: &Answer| {
        let args = [("nummer", Arg::from(it.version.to_string()))];
        (it.at, who(it.account, it.post), t.with("anfrage-antwort-fassung", &args))
    };
    let mut all: Vec<(i64, String, String)> = view.versions.iter().enumerate().map(frame).collect();
    all.extend(view.answers.iter().map(answer));
    all.sort_by_key(|it| std::cmp::Reverse(it.0));
    let mut rows: Vec<Row> = all.into_iter().map(row).collect();
    if let Some(sent) = view.sent() {
        let args = [
            ("nummer", Arg::from(sent.answer.to_string())),
            ("wer", Arg::from(sent.signed_by.as_str())),
        ];
        let row = Row {
            head: RowCell::new(t.date(sent.on_day)),
            cells: vec![
                RowCell::new(names.account(t, sent.account)),
                RowCell::new(t.with("anfrage-gesendet-zeile", &args)),
            ],
        };
        rows.insert(0, row);
    }
    Table {
        caption: t.get("fonds-verlauf"),
        quiet_caption: false,
        columns: ["fonds-wann", "fonds-wer", "fonds-geaendert"]
            .map(|it| Column::words(t.get(it)))
            .to_vec(),
        rows,
    }
}
