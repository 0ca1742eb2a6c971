//! `/{kommune}/anfragen/neu` and `…/aendern`: who asks what, until when?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Shell;
use ankunft_platform::page::components::{Button, Choice, Choices, Field, Problems, Select};
use ankunft_platform::typed::{Typed, all_sent, sent};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};

use super::{frame, frame_of};
use crate::asks;
use crate::enquiries::model::{Asker, Circle, Enquiry, Frame, Part};
use crate::enquiries::{PATH, address, words};
use crate::known::{self, Known};

/// What somebody else has written meanwhile.
#[derive(Debug)]
pub struct Meanwhile<'a> {
    /// What stood there when the form was opened.
    pub before: &'a Frame,
    /// What stands there now.
    pub now: &'a Enquiry,
}

/// The form for a new enquiry.
pub fn new(
    viewer: &Viewer,
    city: &City,
    known: &Known,
    (typed, problems): (&Typed, Problems),
) -> Sheet {
    let t = &viewer.t;
    let shell = frame(viewer, city, (t.get("anfrage-neu-titel"), t.get("anfrage-neu-leit")));
    let button = Button::primary(t.get("anfrage-speichern"));
    let form = FormBlock::new(city.at(&format!("{PATH}/neu")), button);
    page(shell, Vec::new(), fields(t, form, known, (typed, &problems)), problems)
}

/// The form that changes an enquiry; with what somebody else has changed meanwhile.
pub fn change(
    viewer: &Viewer,
    city: &City,
    (was, known): (&Enquiry, &Known),
    (typed, problems): (&Typed, Problems),
    meanwhile: Option<&Meanwhile<'_>>,
) -> Sheet {
    let t = &viewer.t;
    let subject = was.frame.subject.as_str();
    let name = [("betreff", Arg::from(subject))];
    let words = (t.with("anfrage-aendern-titel", &name), t.get("anfrage-aendern-leit"));
    let shell = frame_of(viewer, city, (was.number, subject), words);
    let action = format!("{}/aendern", address(city, was.number));
    let form = FormBlock::new(action, Button::primary(t.get("anfrage-speichern")))
        .hidden("version", was.version.to_string());
    let before = meanwhile.map_or_else(Vec::new, |it| difference(t, known, it, typed));
    page(shell, before, fields(t, form, known, (typed, &problems)), problems)
}

fn page(shell: Shell, before: Vec<Block>, form: FormBlock, problems: Problems) -> Sheet {
    let mut blocks = vec![Block::Problems(problems)];
    blocks.extend(before);
    blocks.push(Block::Form(form));
    Sheet::new(shell, blocks)
}

fn difference(t: &Texts, known: &Known, it: &Meanwhile<'_>, typed: &Typed) -> Vec<Block> {
    let who = known.names.account(t, it.now.account);
    let difference = |part: Part| asks::Difference {
        field: words::field(t, part),
        before: words::value(t, &known.names, it.before, part),
        now: words::value(t, &known.names, &it.now.frame, part),
        typed: as_typed(t, known, typed, part),
    };
    let heading = t.with("anfrage-inzwischen", &[("wer", Arg::from(who))]);
    let all = it.before.differences(&it.now.frame).into_iter().map(difference).collect();
    asks::meanwhile(t, heading, all)
}

/// What stands in a field of the form, in words.
fn as_typed(t: &Texts, known: &Known, typed: &Typed, part: Part) -> String {
    let value = sent(typed, part.code());
    match part {
        Part::Place => {
            let spot = known.spots.iter().find(|it| it.place.value() == value);
            known::place(t, spot.map(|it| &it.place))
        }
        Part::Lead | Part::Contributing => {
            let ids = all_sent(typed, part.code()).filter_map(|it| it.parse().ok());
            known::posts(t, &known.names, &ids.collect::<Vec<i64>>())
        }
        Part::Asker => Asker::from_code(value)
            .map_or_else(String::new, |it| t.get(&format!("anfrage-von-{}", it.code()))),
        Part::Circle => Circle::from_code(value)
            .map_or_else(String::new, |it| t.get(&format!("anfrage-kreis-{}", it.code()))),
        Part::ReceivedOn | Part::Due => {
            value.parse().map_or_else(|_| value.to_owned(), |it| t.date(it))
        }
        _ => value.to_owned(),
    }
}

fn fields(
    t: &Texts,
    form: FormBlock,
    known: &Known,
    (typed, problems): (&Typed, &Problems),
) -> FormBlock {
    let field = |part: Part| {
        let id = format!("anfrage-feld-{}", part.code());
        let hint = format!("{id}.hinweis");
        let field = Field::new(part.code(), t.get(&id)).value(sent(typed, part.code()));
        let field = field.error(problems.of(part.code()));
        if t.has(&hint) { field.hint(t.get(&hint)) } else { field }
    };
    let select = |part: Part, choices: Vec<Choice>| {
        let mut select = Select::new(part.code(), words::field(t, part), choices);
        select.error = problems.of(part.code());
        select
    };
    let current = |part: Part| sent(typed, part.code());
    let asker = Asker::ALL.map(|it| {
        let label = t.get(&format!("anfrage-von-{}", it.code()));
        Choice::new(it.code(), label, current(Part::Asker))
    });
    let first = Choice::new("", t.get("bitte-waehlen"), current(Part::Asker));
    let circle = Circle::ALL.map(|it| {
        let label = t.get(&format!("anfrage-kreis-{}", it.code()));
        Choice::new(it.code(), label, current(Part::Circle))
    });
    let mut circle =
        Choices::one(Part::Circle.code(), words::field(t, Part::Circle), circle.to_vec());
    circle.hint = Some(t.get("anfrage-feld-kreis.hinweis"));
    circle.error = problems.of(Part::Circle.code());
    form.select(select(Part::Asker, std::iter::once(first).chain(asker).collect()))
        .field(field(Part::AskerName))
        .field(field(Part::Subject))
        .field(field(Part::Question).rows(6))
        .field(field(Part::FileNumber).optional())
        .field(field(Part::ReceivedOn).kind("date"))
        .field(field(Part::Due).kind("date"))
        .select(select(Part::Place, asks::places(t, known, current(Part::Place))))
        .select(select(Part::Lead, asks::leads(t, known, current(Part::Lead))))
        .choices(asks::desks(
            known,
            typed,
            (Part::Contributing.code(), words::field(t, Part::Contributing)),
        ))
        .choices(circle)
}
