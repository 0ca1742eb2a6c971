//! `/{kommune}/programm/fragen`: what do we ask one another?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Button, Empty, Field, Problems};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, FormBlock, Item, Sheet, Viewer};
use jiff::Timestamp;

use super::frame;
use crate::permissions::TELL;
use crate::together::at;
use crate::together::model::Word;
use crate::together::view::Together;

fn who(t: &Texts, it: &Together, word: &Word) -> String {
    let at = Timestamp::from_microsecond(word.at).unwrap_or_default();
    format!("{}, {}", it.name(word.city), t.instant(at))
}

/// All questions.
pub fn list(
    viewer: &Viewer,
    city: &City,
    it: &Together,
    (typed, problems): (&Typed, Problems),
) -> Sheet {
    let t = &viewer.t;
    let shell = frame(viewer, city, (t.get("fragen-titel"), t.get("fragen-leit")));
    let mut blocks = vec![Block::Problems(problems.clone())];
    let item = |(word, answers): (&Word, usize)| Item {
        href: Some(at(city, &format!("/fragen/{}", word.question))),
        notes: vec![who(t, it, word), t.with("fragen-antworten", &[("zahl", Arg::from(answers))])],
        ..Item::new(word.title.clone())
    };
    let questions: Vec<Item> = it.questions().into_iter().map(item).collect();
    if questions.is_empty() {
        blocks.push(Block::Empty(Empty { text: t.get("fragen-leer"), step: None }));
    } else {
        blocks.push(Block::Items(questions));
    }
    if viewer.may(TELL) {
        let title = Field::new("titel", t.get("frage-titel")).value(sent(typed, "titel"));
        let words = Field::new("worte", t.get("frage-worte")).value(sent(typed, "worte"));
        let form = FormBlock::new(at(city, "/fragen"), Button::primary(t.get("frage-stellen")))
            .field(title.error(problems.of("titel")))
            .field(words.error(problems.of("worte")).rows(4).optional());
        blocks.push(Block::Heading(t.get("frage-neu")));
        blocks.push(Block::Form(form));
    }
    Sheet::new(shell, blocks)
}

/// A question with its answers; none if there is no such question.
pub fn show(
    viewer: &Viewer,
    city: &City,
    (it, number): (&Together, i64),
    (typed, problems): (&Typed, Problems),
) -> Option<Sheet> {
    let t = &viewer.t;
    let mut words = it.words.iter().filter(|it| it.question == number);
    let question = words.next()?;
    let shell = frame(viewer, city, (question.title.clone(), who(t, it, question)));
    let shell = shell.crumbs(vec![
        Link::new(t.get("nav-programm"), at(city, "")),
        Link::new(t.get("nav-fragen"), at(city, "/fragen")),
    ]);
    let mut blocks = vec![Block::Problems(problems.clone()), Block::Text(question.words.clone())];
    let answers: Vec<&Word> = words.collect();
    blocks.push(Block::Heading(t.get("antworten")));
    if answers.is_empty() {
        blocks.push(Block::Empty(Empty { text: t.get("antworten-leer"), step: None }));
    }
    let item = |word: &&Word| Item {
        notes: word.words.lines().map(str::to_owned).collect(),
        ..Item::new(who(t, it, word))
    };
    blocks.push(Block::Items(answers.iter().map(item).collect()));
    if viewer.may(TELL) {
        let field = Field::new("worte", t.get("antwort")).value(sent(typed, "worte"));
        let action = at(city, &format!("/fragen/{number}"));
        let form = FormBlock::new(action, Button::primary(t.get("antwort-geben")))
            .field(field.error(problems.of("worte")).rows(4));
        blocks.push(Block::Form(form));
    }
    Some(Sheet::new(shell, blocks))
}
