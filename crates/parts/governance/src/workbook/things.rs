//! Rows of measures, indicators and values: what each of them would write.

use ankunft_platform::languages::Language;
use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{Typed, written};

use super::columns::{INDICATOR, KEY, MEASURE, PARTS, PERIOD};
use super::compare::{Beside, Run};
use super::key::Of;
use super::model::{Counting, Ref};
use super::parts;
use super::sheets::{Row, Table};
use super::terms::Wrong;
use crate::effects::form as effects;
use crate::effects::form::Offered;
use crate::effects::held::held;
use crate::effects::model::{Actual, Indicator, Known, Reporter, State as Stands, Value};
use crate::effects::period::Period;
use crate::effects::{findings, words};
use crate::measures::doors::{may_change, plan::permitted};
use crate::measures::form as measures;
use crate::measures::model::{Plan, State};
use crate::permissions::STEER;

/// How a row names its measure or indicator: `M12 Titel`.
#[must_use]
pub fn named(letter: char, number: i64, title: &str) -> String {
    format!("{letter}{number} {title}")
}

/// The number in such a name.
fn number_in(letter: char, text: &str) -> Option<i64> {
    text.split_whitespace().next()?.strip_prefix(letter)?.parse().ok()
}

/// A value as the fields of its form.
#[must_use]
pub fn typed(language: Language, it: &Actual) -> Typed {
    let one = |name: &str, value: String| (name.to_owned(), value);
    let number = |it: i64| written(language, it);
    let mut typed = vec![one(PERIOD, it.period.to_string()), one("notiz", it.note.clone())];
    typed.push(one(PARTS, parts::plain(language, &it.parts)));
    match it.value {
        Value::Nothing => typed.push(one("fehlanzeige", "ja".to_owned())),
        Value::Count(count) => typed.push(one("wert", number(count))),
        Value::Share(part, whole) => {
            typed.extend([one("wert", number(part)), one("von", number(whole))]);
        }
    }
    typed
}

impl Run<'_> {
    pub(super) fn measure(&mut self, table: &Table, row: &Row) {
        if row.text(KEY).is_empty() {
            return self.new_measure(table, row);
        }
        let Some(key) = self.key(table, row) else { return };
        let Of::Measure(number) = key.of else { return };
        let desk = self.of.desk;
        let (Some(base), Some(now)) = (desk.measure_at(number, key.version), desk.measure(number))
        else {
            return self.fault(table.at(row, KEY), row.text(KEY), "abgleich-schluessel-unbekannt");
        };
        let place = base.plan.place.as_ref().map(|it| it.name.as_str());
        let (base, fields) = (measures::typed(&base.plan), measures::typed(&now.plan));
        let thing = now.plan.title.as_str();
        let beside = Beside { of: key.of, thing, place, base: &base, now: &fields };
        let Some(merged) = self.merge(table, row, &beside) else { return };
        if !may_change(self.of.viewer, &now.plan) {
            let code = merged.columns[0];
            return self.fault(table.at(row, code), row.text(code), "massnahme-nicht-ihre");
        }
        let viewer = self.of.viewer;
        let plan = measures::checked(self.t(), &merged.typed, &desk.known, Some(&now.plan));
        let plan = plan.and_then(|plan| match viewer.may(STEER) {
            true => Ok(plan),
            false => permitted(viewer, &viewer.t, plan),
        });
        match plan {
            Ok(plan) if plan == now.plan => {}
            Ok(plan) => self.result.writes.plans.push((now.clone(), plan)),
            Err(problems) => self.refuse(table, row, &problems),
        }
    }

    fn new_measure(&mut self, table: &Table, row: &Row) {
        let Some(mut typed) = self.typed(table, row) else { return };
        if typed.iter().all(|it| it.1.is_empty()) {
            return;
        }
        let state = typed.iter_mut().find(|it| it.0 == "stand");
        match state {
            Some(it) if it.1.is_empty() => State::Planned.code().clone_into(&mut it.1),
            Some(_) => {}
            None => typed.push(("stand".to_owned(), State::Planned.code().to_owned())),
        }
        let viewer = self.of.viewer;
        let plan = measures::checked(self.t(), &typed, &self.of.desk.known, None)
            .and_then(|plan| permitted(viewer, &viewer.t, plan));
        let plan = match plan {
            Ok(plan) => plan,
            Err(problems) => return self.refuse(table, row, &problems),
        };
        let same = |it: &&Plan| it.title == plan.title && it.place == plan.place;
        let there = self.of.desk.measures().map(|it| &it.plan);
        match there.chain(&self.result.writes.measures).find(same) {
            // Who brings a file once more brings what is new in it once more.
            Some(known) if *known == plan => self.result.same += 1,
            Some(_) => {
                let args = [("titel", plan.title.as_str().into())];
                let text = self.t().with("tabelle-doppelt", &args);
                let (at, found) = (table.at(row, "titel"), row.text("titel"));
                self.result.faults.push(super::sheets::Fault { at, found, text });
            }
            None => {
                self.note_new(table, row, plan.title.clone());
                self.result.writes.measures.push(plan);
            }
        }
    }

    /// The measure that a row belongs to, if there is one and it may be changed.
    fn measure_of(&self, text: &str) -> Result<Ref, Wrong> {
        let by_number = number_in('M', text).and_then(|it| self.of.desk.measure(it));
        let lower = text.to_lowercase();
        let is_it = |title: &str| title.to_lowercase() == lower;
        let mut by_title = self.of.desk.measures().filter(|it| is_it(&it.plan.title));
        let known = match (by_number, by_title.next(), by_title.next()) {
            (Some(it), ..) | (None, Some(it), None) => Some(it),
            (None, Some(_), Some(_)) => return Err("abgleich-massnahme-doppelt"),
            (None, None, _) => None,
        };
        if let Some(known) = known {
            return match may_change(self.of.viewer, &known.plan) {
                true => Ok(Ref::Known(known.number)),
                false => Err("massnahme-nicht-ihre"),
            };
        }
        let new = self.result.writes.measures.iter().position(|it| is_it(&it.title));
        new.map(Ref::New).ok_or("abgleich-massnahme-fremd")
    }

    /// The measure named in a row that is new; what is wrong with it is noted.
    pub(super) fn measure_in(&mut self, table: &Table, row: &Row) -> Option<Ref> {
        let text = row.text(MEASURE);
        match self.measure_of(&text) {
            Ok(measure) => Some(measure),
            Err(wrong) => {
                self.fault(table.at(row, MEASURE), text, wrong);
                None
            }
        }
    }

    /// Notes if a row was moved to another measure, or its measure belongs to others.
    pub(super) fn stays(&mut self, table: &Table, row: &Row, (number, code): (i64, &str)) -> bool {
        let text = row.text(MEASURE);
        if number_in('M', &text).is_some_and(|it| it != number) {
            self.fault(table.at(row, MEASURE), text, "abgleich-nicht-umhaengen");
            return false;
        }
        let plan = self.of.desk.measure(number).map(|it| &it.plan);
        if plan.is_some_and(|it| may_change(self.of.viewer, it)) {
            return true;
        }
        self.fault(table.at(row, code), row.text(code), "massnahme-nicht-ihre");
        false
    }

    /// What was typed of an indicator; what it says now can stay, though nobody could choose it today.
    fn says(&self, typed: &Typed, now: Option<&Indicator>) -> Result<Indicator, Problems> {
        let posts = self.of.desk.known.desks.iter().map(|it| Reporter::Post(it.id));
        let organisations = self.of.desk.organisations.keys();
        let organisations = organisations.map(|it| Reporter::Organisation(*it));
        let own = now.and_then(|it| it.reporter);
        let reporters: Vec<Reporter> = posts.chain(organisations).chain(own).collect();
        let figure = now.and_then(|it| it.figure.clone());
        let figures: Vec<(String, String)> =
            figure.map(|it| (it, String::new())).into_iter().collect();
        let offered = Offered { figures: &figures, reporters: &reporters };
        effects::checked(self.t(), typed, offered)
    }

    pub(super) fn indicator(&mut self, table: &Table, row: &Row) {
        if row.text(KEY).is_empty() {
            return self.new_indicator(table, row);
        }
        let Some(key) = self.key(table, row) else { return };
        let Of::Indicator(measure, number) = key.of else { return };
        let (desk, of) = (self.of.desk, (measure, number));
        let (Some(base), Some(now)) = (desk.indicator_at(of, key.version), desk.indicator(of))
        else {
            return self.fault(table.at(row, KEY), row.text(KEY), "abgleich-schluessel-unbekannt");
        };
        let t = self.terms.t;
        let (base, fields) = (effects::typed(t, &base.says), effects::typed(t, &now.says));
        let thing = format!("{}: {}", self.title(Ref::Known(measure)), now.says.name);
        let beside = Beside { of: key.of, thing: &thing, place: None, base: &base, now: &fields };
        let Some(merged) = self.merge(table, row, &beside) else { return };
        if !self.stays(table, row, (measure, merged.columns[0])) {
            return;
        }
        match self.says(&merged.typed, Some(&now.says)) {
            Ok(says) if says == now.says => {}
            Ok(says) => match held(self.t(), (&now.says, &says), desk.actuals(of)) {
                problems if problems.is_empty() => {
                    self.result.writes.says.push((now.clone(), says));
                }
                problems => self.refuse(table, row, &problems),
            },
            Err(problems) => self.refuse(table, row, &problems),
        }
    }

    fn new_indicator(&mut self, table: &Table, row: &Row) {
        let Some(typed) = self.typed(table, row) else { return };
        if typed.iter().all(|it| it.1.is_empty()) {
            return;
        }
        let Some(measure) = self.measure_in(table, row) else { return };
        let says = match self.says(&typed, None) {
            Ok(says) => says,
            Err(problems) => return self.refuse(table, row, &problems),
        };
        let same = |it: &&Indicator| it.step == says.step && it.name == says.name;
        let there = self.of.desk.indicators();
        let there = there.filter(|it| Ref::Known(it.measure) == measure).map(|it| &it.says);
        let new = self.result.writes.indicators.iter().filter(|it| it.0 == measure);
        match there.chain(new.map(|it| &it.1)).find(same) {
            Some(known) if *known == says => self.result.same += 1,
            Some(_) => {
                self.fault(table.at(row, "name"), row.text("name"), "abgleich-indikator-doppelt");
            }
            None => {
                let thing = format!("{}: {}", self.title(measure), says.name);
                self.note_new(table, row, thing);
                self.result.writes.indicators.push((measure, says));
            }
        }
    }

    /// What an indicator says with what the file changes of it: by that its values are read.
    fn becomes(&self, it: &Known) -> Indicator {
        let changed = self.result.writes.says.iter().find(|(was, _)| was == it);
        changed.map_or(&it.says, |(_, says)| says).clone()
    }

    /// The indicator that a row belongs to, and what it says.
    fn indicator_of(&self, measure: Ref, text: &str) -> Result<(Ref, Indicator), Wrong> {
        let lower = text.to_lowercase();
        let is_it = |it: &Indicator| it.name.to_lowercase() == lower;
        let own = self.of.desk.indicators().filter(|it| Ref::Known(it.measure) == measure);
        let number = number_in('I', text);
        let mut known = own.filter(|it| Some(it.number) == number || is_it(&it.says));
        match (known.next(), known.next()) {
            (Some(it), None) => return Ok((Ref::Known(it.number), self.becomes(it))),
            (Some(_), Some(_)) => return Err("abgleich-indikator-mehrere"),
            _ => {}
        }
        let new = self.result.writes.indicators.iter().enumerate();
        let mut new = new.filter(|(_, it)| it.0 == measure && is_it(&it.1));
        let found = new.next().map(|(at, it)| (Ref::New(at), it.1.clone()));
        found.ok_or("abgleich-indikator-fremd")
    }

    pub(super) fn value(&mut self, table: &Table, row: &Row) {
        if row.text(KEY).is_empty() {
            return self.new_value(table, row);
        }
        let Some(key) = self.key(table, row) else { return };
        let Of::Actual(measure, number, period) = key.of else { return };
        let (desk, of) = (self.of.desk, (measure, number));
        let (Some(base), Some(now), Some(known)) =
            (desk.actual_at(of, period, key.version), desk.actual(of, period), desk.indicator(of))
        else {
            return self.fault(table.at(row, KEY), row.text(KEY), "abgleich-schluessel-unbekannt");
        };
        if self.cell(table, row, PERIOD).is_ok_and(|it| !it.is_empty() && it != period.to_string())
        {
            let found = row.text(PERIOD);
            return self.fault(table.at(row, PERIOD), found, "abgleich-zeitraum-bleibt");
        }
        let language = self.terms.t.language();
        let (base, fields) = (typed(language, base), typed(language, now));
        let says = &self.becomes(known);
        let title = self.title(Ref::Known(measure));
        let thing = format!("{title}: {}, {}", says.name, period.words(self.terms.t));
        let beside = Beside { of: key.of, thing: &thing, place: None, base: &base, now: &fields };
        let first = self.result.changes.len();
        let Some(merged) = self.merge(table, row, &beside) else { return };
        let code = merged.columns[0];
        if !self.stays(table, row, (measure, code)) {
            return;
        }
        if now.state == Stands::Accepted {
            return self.fault(table.at(row, code), row.text(code), "abgleich-abgenommen");
        }
        let read = match effects::value(self.terms.t, &merged.typed, says, self.of.today) {
            Ok(read) => read,
            Err(problems) => return self.refuse(table, row, &problems),
        };
        let Some(parts) = self.parts(table, row, &merged.typed, (says, Some(now))) else { return };
        let is_told = merged.columns.contains(&PARTS);
        if !is_told && read.value != now.value && findings::do_parts_differ(read.value, &parts) {
            return self.refuse_parts(table, row, (says, read.value), &parts);
        }
        if read.value == now.value && read.note == now.note && parts == now.parts {
            return;
        }
        let before = desk.stand(of).and_then(|it| it.before(period).map(|it| it.value));
        let findings = findings::with_parts(says, (read.value, &parts), before);
        let said = words::findings(self.terms.t, &findings);
        if !findings.is_empty() {
            self.result.changes[first..].iter_mut().for_each(|it| it.note.clone_from(&said));
        }
        self.result.writes.values.push(Counting {
            measure: Ref::Known(measure),
            indicator: Ref::Known(number),
            period,
            version: now.version + 1,
            value: read.value,
            parts,
            note: read.note,
            findings,
        });
    }

    fn new_value(&mut self, table: &Table, row: &Row) {
        let Some(mut typed) = self.typed(table, row) else { return };
        let is_empty = typed.iter().all(|it| it.1.is_empty());
        if is_empty && row.text(PERIOD).is_empty() {
            return;
        }
        let Some(measure) = self.measure_in(table, row) else { return };
        let name = row.text(INDICATOR);
        let (indicator, says) = match self.indicator_of(measure, &name) {
            Ok((_, says)) if says.figure.is_some() => {
                return self.fault(table.at(row, INDICATOR), name, "abgleich-aus-dem-atlas");
            }
            Ok(found) => found,
            Err(wrong) => return self.fault(table.at(row, INDICATOR), name, wrong),
        };
        let period = match self.cell(table, row, PERIOD) {
            Ok(period) => period,
            Err(wrong) => return self.fault(table.at(row, PERIOD), row.text(PERIOD), wrong),
        };
        typed.push((PERIOD.to_owned(), period));
        let mut read = match effects::value(self.terms.t, &typed, &says, self.of.today) {
            Ok(read) => read,
            Err(problems) => return self.refuse(table, row, &problems),
        };
        let Some(parts) = self.parts(table, row, &typed, (&says, None)) else { return };
        read.parts = parts;
        let of = match (measure, indicator) {
            (Ref::Known(measure), Ref::Known(indicator)) => Some((measure, indicator)),
            _ => None,
        };
        let known = of.and_then(|of| self.of.desk.actual(of, read.period));
        let is_it = |it: &&Counting| {
            (it.measure, it.indicator, it.period) == (measure, indicator, read.period)
        };
        let twice = self.result.writes.values.iter().any(|it| is_it(&it));
        match known {
            Some(it)
                if (it.value, &it.note, &it.parts) == (read.value, &read.note, &read.parts)
                    && !twice =>
            {
                self.result.same += 1;
            }
            known if known.is_some() || twice => {
                let (at, found) = (table.at(row, PERIOD), row.text(PERIOD));
                self.fault(at, found, "abgleich-wert-doppelt");
            }
            _ => self.hand_in(table, row, (measure, indicator), (&says, read)),
        }
    }

    fn hand_in(
        &mut self,
        table: &Table,
        row: &Row,
        (measure, indicator): (Ref, Ref),
        (says, read): (&Indicator, effects::Typing),
    ) {
        let stand = match (measure, indicator) {
            (Ref::Known(measure), Ref::Known(it)) => self.of.desk.stand((measure, it)),
            _ => None,
        };
        let before = stand.as_ref().and_then(|it| it.before(read.period)).map(|it| it.value);
        let findings = findings::with_parts(says, (read.value, &read.parts), before);
        let period: Period = read.period;
        let title = self.title(measure);
        let mut thing = format!("{title}: {}, {}", says.name, period.words(self.terms.t));
        if !findings.is_empty() {
            thing = format!("{thing} ({})", words::findings(self.terms.t, &findings));
        }
        self.note_new(table, row, thing);
        let effects::Typing { value, parts, note, .. } = read;
        let version = 1;
        let counting =
            Counting { measure, indicator, period, version, value, parts, note, findings };
        self.result.writes.values.push(counting);
    }
}
