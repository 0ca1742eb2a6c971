//! From what was typed to a plan, or to what is wrong with it.

use ankunft_platform::languages::Texts;
use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT, Reading, Typed, all_sent};
use jiff::civil::Date;

use super::model::{Part, Plan, State};
use crate::known::{Known, Place, WHOLE_CITY};

/// A plan as the fields of its form.
#[must_use]
pub fn typed(plan: &Plan) -> Typed {
    let text = |it: Option<Date>| it.map_or_else(String::new, |it| it.to_string());
    let one = |part: Part, value: String| (part.code().to_owned(), value);
    let place = plan.place.as_ref().map_or_else(|| WHOLE_CITY.to_owned(), Place::value);
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
struct Asked<'a> {
    form: Reading<'a>,
    known: &'a Known,
    was: Option<&'a Plan>,
}

impl Asked<'_> {
    fn sent(&self, part: Part) -> &str {
        self.form.sent(part.code())
    }

    fn wrong(&mut self, part: Part, text: &str) {
        self.form.wrong(part.code(), text);
    }

    /// A Stelle of today, or one that the measure has already.
    fn is_post(&self, id: i64) -> bool {
        let had = self.was.is_some_and(|it| it.is_of(id) || it.informed.contains(&id));
        had || self.known.desks.iter().any(|it| it.id == id)
    }

    fn lead(&mut self) -> i64 {
        let id = self.sent(Part::Lead).parse().ok();
        let found = id.filter(|it| self.is_post(*it));
        if found.is_none() {
            self.wrong(Part::Lead, "massnahme-federfuehrung-fehlt");
        }
        found.unwrap_or_default()
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
            self.wrong(Part::Place, "massnahme-quartier-fehlt");
        }
        found.cloned()
    }

    fn posts(&mut self, part: Part, but: &[i64]) -> Vec<i64> {
        let sent = all_sent(self.form.typed, part.code());
        let mut posts: Vec<i64> = sent.filter_map(|it| it.parse().ok()).collect();
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
    let mut it = Asked { form: Reading::new(t, typed), known, was };
    let title = it.form.needed(Part::Title.code(), LONGEST_LINE, "massnahme-titel-fehlt");
    let place = it.place();
    let lead = it.lead();
    let due = it.form.needed_day(Part::Due.code(), "massnahme-bis-fehlt");
    let sign = it.form.needed(Part::Sign.code(), LONGEST_TEXT, "massnahme-woran-fehlt");
    let state = State::from_code(it.sent(Part::State));
    if state.is_none() {
        it.wrong(Part::State, "massnahme-stand-fehlt");
    }
    let starts_on = it.form.day(Part::StartsOn.code());
    let review_on = it.form.day(Part::ReviewOn.code());
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
        description: it.form.text(Part::Description.code(), LONGEST_TEXT),
        target_group: it.form.text(Part::TargetGroup.code(), LONGEST_LINE),
        starts_on,
        review_on,
        regular_service: it.form.text(Part::RegularService.code(), LONGEST_TEXT),
        contributing,
        informed,
    };
    it.form.result(plan)
}
