//! From what was typed to a plan, or to what is wrong with it.

use ankunft_platform::languages::Texts;
use ankunft_platform::page::components::Problems;
use jiff::civil::Date;

use super::model::{Part, Place, Plan, State};
use super::view::Known;

/// The longest text: what is done is read by auditors years later.
const LONGEST_TEXT: usize = 20_000;
/// The longest line.
const LONGEST_LINE: usize = 200;
/// How a form says "the whole city".
pub const WHOLE_CITY: &str = "stadt";

/// A form as it was sent or as it stands before anybody typed.
pub type Typed = Vec<(String, String)>;

/// The sent value of a field, without space around it.
#[must_use]
pub fn sent<'a>(typed: &'a Typed, name: &str) -> &'a str {
    typed.iter().find(|it| it.0 == name).map_or("", |it| it.1.trim())
}

/// A place as a form names it: `quartier:0103`.
#[must_use]
pub fn place_value(place: &Place) -> String {
    format!("{}:{}", place.geography, place.area)
}

/// A day as a person types it: `2027-06-30` or `30.6.2027`.
///
/// ```text
/// day("30.6.2027") == day("2027-06-30")
/// ```
#[must_use]
pub fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let mut pieces = text.split('.');
    let (day, month, year) = (pieces.next()?, pieces.next()?, pieces.next()?);
    if pieces.next().is_some() || year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A plan as the fields of its form.
#[must_use]
pub fn typed(plan: &Plan) -> Typed {
    let text = |it: Option<Date>| it.map_or_else(String::new, |it| it.to_string());
    let one = |part: Part, value: String| (part.code().to_owned(), value);
    let place = plan.place.as_ref().map_or_else(|| WHOLE_CITY.to_owned(), place_value);
    let mut all = vec![
        one(Part::Title, plan.title.clone()),
        one(Part::Place, place),
        one(Part::Lead, plan.lead.to_string()),
        one(Part::Due, plan.due.to_string()),
        one(Part::Sign, plan.sign.clone()),
        one(Part::State, plan.state.code().to_owned()),
        one(Part::Description, plan.description.clone()),
        one(Part::TargetGroup, plan.target_group.clone()),
        one(Part::StartsOn, text(plan.starts_on)),
        one(Part::ReviewOn, text(plan.review_on)),
        one(Part::RegularService, plan.regular_service.clone()),
    ];
    all.extend(plan.contributing.iter().map(|it| one(Part::Contributing, it.to_string())));
    all.extend(plan.informed.iter().map(|it| one(Part::Informed, it.to_string())));
    all
}

/// Reads the fields of a form one by one and keeps what is wrong.
struct Reading<'a> {
    t: &'a Texts,
    typed: &'a Typed,
    known: &'a Known,
    was: Option<&'a Plan>,
    problems: Problems,
}

impl Reading<'_> {
    fn wrong(&mut self, part: Part, text: &str) {
        self.problems.add(part.code(), self.t.get(text));
    }

    fn text(&mut self, part: Part, longest: usize) -> String {
        let text = sent(self.typed, part.code());
        if text.chars().count() > longest {
            self.wrong(part, "massnahme-zu-lang");
        }
        text.to_owned()
    }

    fn needed(&mut self, part: Part, longest: usize, missing: &str) -> String {
        let text = self.text(part, longest);
        if text.is_empty() {
            self.wrong(part, missing);
        }
        text
    }

    fn day(&mut self, part: Part) -> Option<Date> {
        let text = sent(self.typed, part.code());
        let day = day(text);
        if day.is_none() && !text.is_empty() {
            self.wrong(part, "massnahme-tag-unklar");
        }
        day
    }

    /// A Stelle of today, or one that the measure has already.
    fn is_post(&self, id: i64) -> bool {
        let had = self.was.is_some_and(|it| it.is_of(id) || it.informed.contains(&id));
        had || self.known.desks.iter().any(|it| it.id == id)
    }

    fn lead(&mut self) -> i64 {
        let id = sent(self.typed, Part::Lead.code()).parse().ok();
        let found = id.filter(|it| self.is_post(*it));
        if found.is_none() {
            self.wrong(Part::Lead, "massnahme-federfuehrung-fehlt");
        }
        found.unwrap_or_default()
    }

    fn place(&mut self) -> Option<Place> {
        let value = sent(self.typed, Part::Place.code());
        if value == WHOLE_CITY {
            return None;
        }
        let had = self.was.and_then(|it| it.place.as_ref()).filter(|it| place_value(it) == value);
        let spots = self.known.spots.iter().map(|it| &it.place);
        let found = spots.chain(had).find(|it| place_value(it) == value);
        if found.is_none() {
            self.wrong(Part::Place, "massnahme-quartier-fehlt");
        }
        found.cloned()
    }

    fn posts(&mut self, part: Part, but: &[i64]) -> Vec<i64> {
        let sent = self.typed.iter().filter(|it| it.0 == part.code());
        let mut posts: Vec<i64> = sent.filter_map(|it| it.1.parse().ok()).collect();
        posts.retain(|it| !but.contains(it) && self.is_post(*it));
        posts.sort_unstable();
        posts.dedup();
        posts
    }
}

/// The plan that was typed, or what is wrong with it. `was` is the plan that it changes: Stellen
/// and places that are no more stay where they stood.
pub fn checked(
    t: &Texts,
    typed: &Typed,
    known: &Known,
    was: Option<&Plan>,
) -> Result<Plan, Problems> {
    let mut it = Reading { t, typed, known, was, problems: Problems::default() };
    let title = it.needed(Part::Title, LONGEST_LINE, "massnahme-titel-fehlt");
    let place = it.place();
    let lead = it.lead();
    let due = it.day(Part::Due);
    if due.is_none() && sent(typed, Part::Due.code()).is_empty() {
        it.wrong(Part::Due, "massnahme-bis-fehlt");
    }
    let sign = it.needed(Part::Sign, LONGEST_TEXT, "massnahme-woran-fehlt");
    let state = State::from_code(sent(typed, Part::State.code()));
    if state.is_none() {
        it.wrong(Part::State, "massnahme-stand-fehlt");
    }
    let (starts_on, review_on) = (it.day(Part::StartsOn), it.day(Part::ReviewOn));
    if starts_on.zip(due).is_some_and(|(starts, due)| starts > due) {
        it.wrong(Part::StartsOn, "massnahme-ab-nach-bis");
    }
    let contributing = it.posts(Part::Contributing, &[lead]);
    let others: Vec<i64> = contributing.iter().copied().chain([lead]).collect();
    let informed = it.posts(Part::Informed, &others);
    let plan = Plan {
        title,
        place,
        lead,
        due: due.unwrap_or_default(),
        sign,
        state: state.unwrap_or(State::Planned),
        description: it.text(Part::Description, LONGEST_TEXT),
        target_group: it.text(Part::TargetGroup, LONGEST_LINE),
        starts_on,
        review_on,
        regular_service: it.text(Part::RegularService, LONGEST_TEXT),
        contributing,
        informed,
    };
    if it.problems.is_empty() { Ok(plan) } else { Err(it.problems) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        let expected = jiff::civil::date(2027, 6, 30);
        for text in ["2027-06-30", "30.6.2027", "30.06.2027", " 30.06.2027 "] {
            assert_eq!(day(text), Some(expected), "{text}");
        }
        for text in ["", "30.6.27", "31.6.2027", "6/30/2027", "30.6.2027.1", "bald"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
