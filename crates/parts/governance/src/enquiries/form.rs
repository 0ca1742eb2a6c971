//! From what was typed to an enquiry, or to what is wrong with it.

use ankunft_platform::languages::Texts;
use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT, Reading, Typed, all_sent};
use jiff::civil::Date;

use super::model::{Asker, Circle, Frame, Part};
use crate::known::{Known, Place, WHOLE_CITY};

/// An enquiry as the fields of its form.
#[must_use]
pub fn typed(frame: &Frame) -> Typed {
    let one = |part: Part, value: String| (part.code().to_owned(), value);
    let place = frame.place.as_ref().map_or_else(|| WHOLE_CITY.to_owned(), Place::value);
    let mut all = vec![
        one(Part::Asker, frame.asker.code().to_owned()),
        one(Part::AskerName, frame.asker_name.clone()),
        one(Part::Subject, frame.subject.clone()),
        one(Part::Question, frame.question.clone()),
        one(Part::FileNumber, frame.file_number.clone()),
        one(Part::ReceivedOn, frame.received_on.to_string()),
        one(Part::Due, frame.due.to_string()),
        one(Part::Place, place),
        one(Part::Lead, frame.lead.to_string()),
        one(Part::Circle, frame.circle.code().to_owned()),
    ];
    all.extend(frame.contributing.iter().map(|it| one(Part::Contributing, it.to_string())));
    all
}

struct Asked<'a> {
    form: Reading<'a>,
    known: &'a Known,
    was: Option<&'a Frame>,
}

impl Asked<'_> {
    fn wrong(&mut self, part: Part, text: &str) {
        self.form.wrong(part.code(), text);
    }

    /// A Stelle of today, or one that the enquiry has already.
    fn is_post(&self, id: i64) -> bool {
        self.was.is_some_and(|it| it.is_of(id)) || self.known.desks.iter().any(|it| it.id == id)
    }

    fn place(&mut self) -> Option<Place> {
        let value = self.form.sent(Part::Place.code());
        if value == WHOLE_CITY {
            return None;
        }
        let had = self.was.and_then(|it| it.place.as_ref()).filter(|it| it.value() == value);
        let spots = self.known.spots.iter().map(|it| &it.place);
        let found = spots.chain(had).find(|it| it.value() == value);
        if found.is_none() {
            self.wrong(Part::Place, "anfrage-quartier-fehlt");
        }
        found.cloned()
    }

    fn lead(&mut self) -> i64 {
        let id = self.form.sent(Part::Lead.code()).parse().ok().filter(|it| self.is_post(*it));
        if id.is_none() {
            self.wrong(Part::Lead, "anfrage-federfuehrung-fehlt");
        }
        id.unwrap_or_default()
    }

    fn contributing(&self, lead: i64) -> Vec<i64> {
        let sent = all_sent(self.form.typed, Part::Contributing.code());
        let mut posts: Vec<i64> = sent.filter_map(|it| it.parse().ok()).collect();
        posts.retain(|it| *it != lead && self.is_post(*it));
        posts.sort_unstable();
        posts.dedup();
        posts
    }
}

/// The enquiry that was typed, or what is wrong with it. `was` is the one that it changes.
///
/// # Errors
///
/// What is wrong, all of it.
pub fn checked(
    t: &Texts,
    typed: &Typed,
    (known, today): (&Known, Date),
    was: Option<&Frame>,
) -> Result<Frame, Problems> {
    let mut it = Asked { form: Reading::new(t, typed), known, was };
    let asker = Asker::from_code(it.form.sent(Part::Asker.code()));
    if asker.is_none() {
        it.wrong(Part::Asker, "anfrage-wer-fehlt");
    }
    let asker_name = it.form.needed(Part::AskerName.code(), LONGEST_LINE, "anfrage-name-fehlt");
    let subject = it.form.needed(Part::Subject.code(), LONGEST_LINE, "anfrage-betreff-fehlt");
    let question = it.form.needed(Part::Question.code(), LONGEST_TEXT, "anfrage-frage-fehlt");
    let received_on = it.form.needed_day(Part::ReceivedOn.code(), "anfrage-eingang-fehlt");
    let due = it.form.needed_day(Part::Due.code(), "anfrage-frist-fehlt");
    if received_on.is_some_and(|it| it > today) {
        it.wrong(Part::ReceivedOn, "anfrage-eingang-zu-frueh");
    }
    if received_on.zip(due).is_some_and(|(from, to)| to < from) {
        it.wrong(Part::Due, "anfrage-frist-vor-eingang");
    }
    let place = it.place();
    let lead = it.lead();
    let circle = Circle::from_code(it.form.sent(Part::Circle.code()));
    if circle.is_none() {
        it.wrong(Part::Circle, "anfrage-kreis-fehlt");
    }
    let frame = Frame {
        asker: asker.unwrap_or(Asker::Council),
        asker_name,
        subject,
        question,
        file_number: it.form.text(Part::FileNumber.code(), LONGEST_LINE),
        received_on: received_on.unwrap_or_default(),
        due: due.unwrap_or_default(),
        place,
        contributing: it.contributing(lead),
        lead,
        // The narrower is the safe one while nobody has said.
        circle: circle.unwrap_or(Circle::Public),
    };
    it.form.result(frame)
}
