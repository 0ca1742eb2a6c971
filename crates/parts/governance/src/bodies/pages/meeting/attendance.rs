//! Who is there, in words and as a form.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{Button, Field, Pair, Select};
use ankunft_platform::typed::sent;
use ankunft_platform::web::FormBlock;

use super::{Sent, presences};
use crate::bodies::model::Member;
use crate::bodies::pages::words;
use crate::bodies::paper::present;
use crate::bodies::view::MeetingView;

/// Who is there.
pub struct Attendance {
    /// In words.
    pub pairs: Vec<Pair>,
    /// What stands there before anybody wrote it down.
    pub empty: String,
    /// What is wrong with what was sent.
    pub error: Option<String>,
    /// For who writes it down.
    pub form: Option<FormBlock>,
    /// Whether the form stands open.
    pub is_open: bool,
}

pub fn attendance(t: &Texts, view: &MeetingView, here: &str, it: &Sent) -> Attendance {
    let (version, entries) = &view.attendance;
    let of = |member: &Member| entries.iter().find(|it| it.member == member.number);
    let names = &view.known.names;
    let pair =
        |member: &Member| Some(Pair::new(words::member(t, names, member), present(t, of(member)?)));
    Attendance {
        pairs: view.members.iter().filter_map(pair).collect(),
        empty: t.get(if view.members.is_empty() { "mitglieder-leer" } else { "anwesenheit-leer" }),
        error: it.problems.of("anwesenheit"),
        form: (view.writes() && !view.members.is_empty())
            .then(|| form(t, view, (here, *version), it)),
        is_open: it.attends,
    }
}

fn form(t: &Texts, view: &MeetingView, (here, version): (&str, i64), it: &Sent) -> FormBlock {
    let button = Button::secondary(t.get("anwesenheit-speichern"));
    // After a conflict the form goes on from what stands there now.
    let form = FormBlock::new(format!("{here}/anwesenheit"), button)
        .hidden("anwesenheit-version", version.to_string());
    view.members.iter().fold(form, |form, member| {
        let known = view.attendance.1.iter().find(|it| it.member == member.number);
        let (present, by) = (format!("da-{}", member.number), format!("durch-{}", member.number));
        let (current, stands) = match it.attends {
            true => (sent(&it.typed, &present).to_owned(), sent(&it.typed, &by).to_owned()),
            false => (
                known.map_or("", |it| it.presence.code()).to_owned(),
                known.map_or(member.substitute.as_str(), |it| it.by.as_str()).to_owned(),
            ),
        };
        let name = words::member(t, &view.known.names, member);
        let wer = [("wer", Arg::from(name.as_str()))];
        form.select(Select::new(present, name, presences(t, &current))).field(
            Field::new(by.clone(), t.with("anwesend-durch", &wer))
                .value(stands)
                .error(it.problems.of(&by))
                .optional(),
        )
    })
}
