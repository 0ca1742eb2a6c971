//! Enquiries in words.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;
use jiff::civil::Date;

use super::calendar::{is_free, last_working_day, working_days};
use super::model::{Frame, Part, Sent};
use crate::known::{place, post, posts};

/// The name of a field.
#[must_use]
pub fn field(t: &Texts, part: Part) -> String {
    t.get(&format!("anfrage-feld-{}", part.code()))
}

/// What an enquiry says in a field; nothing where it says nothing.
#[must_use]
pub fn value(t: &Texts, names: &Names, frame: &Frame, part: Part) -> String {
    match part {
        Part::Asker => t.get(&format!("anfrage-von-{}", frame.asker.code())),
        Part::AskerName => frame.asker_name.clone(),
        Part::Subject => frame.subject.clone(),
        Part::Question => frame.question.clone(),
        Part::FileNumber => frame.file_number.clone(),
        Part::ReceivedOn => t.date(frame.received_on),
        Part::Due => t.date(frame.due),
        Part::Place => place(t, frame.place.as_ref()),
        Part::Lead => post(t, names, frame.lead),
        Part::Contributing => posts(t, names, &frame.contributing),
        Part::Circle => t.get(&format!("anfrage-kreis-{}", frame.circle.code())),
    }
}

/// How much time is left, or since when it is late, or when it was answered.
#[must_use]
pub fn time(t: &Texts, frame: &Frame, sent: Option<&Sent>, today: Date) -> String {
    let day = [("tag", Arg::from(t.date(frame.due)))];
    if let Some(sent) = sent {
        let args = [("tag", Arg::from(t.date(sent.on_day)))];
        let id = if sent.on_day > frame.due {
            "anfrage-spaet-beantwortet"
        } else {
            "anfrage-beantwortet"
        };
        return t.with(id, &args);
    }
    let Some(days) = working_days(today, frame.due) else {
        return t.with("anfrage-ueberfaellig", &day);
    };
    let args = [("tag", Arg::from(t.date(frame.due))), ("tage", Arg::from(days))];
    let left = t.with("anfrage-frist-in", &args);
    if !is_free(frame.due) {
        return left;
    }
    // Who waits for a Sunday finds nobody who signs.
    let last = [("tag", Arg::from(t.date(last_working_day(frame.due))))];
    format!("{left} {}", t.with("anfrage-frist-frei", &last))
}
