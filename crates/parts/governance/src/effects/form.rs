//! From what was typed to an indicator or a value, or to what is wrong with it.

use std::collections::BTreeSet;

use ankunft_platform::languages::Texts;
use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT, Reading, Typed, written};
use jiff::civil::Date;

use super::model::{Hundredths, Indicator, Kind, Part, Reporter, Rule, Step, Value};
use super::period::Period;
use crate::rows::{filled, name};

/// The fields by which a point of the path counts as filled in.
pub const TARGET: [&str; 2] = ["tag", "wert"];

/// How a form names who reports.
#[must_use]
pub fn reporter(it: Option<Reporter>) -> String {
    match it {
        None => String::new(),
        Some(Reporter::Post(id)) => format!("stelle:{id}"),
        Some(Reporter::Organisation(id)) => format!("organisation:{id}"),
    }
}

/// An indicator as the fields of its form.
#[must_use]
pub fn typed(t: &Texts, it: &Indicator) -> Typed {
    let one = |part: Part, value: String| (part.code().to_owned(), value);
    let number = |it: Hundredths| written(t.language(), it);
    let mut all = vec![
        one(Part::Step, it.step.number().to_string()),
        one(Part::Name, it.name.clone()),
        one(Part::Unit, it.unit.clone()),
        one(Part::Kind, it.kind.code().to_owned()),
        one(Part::Rule, it.rule.code().to_owned()),
        one(Part::Source, it.source.clone()),
        one(Part::Categories, it.categories.join("\n")),
        one(Part::Figure, it.figure.clone().unwrap_or_default()),
        one(Part::Reporter, reporter(it.reporter)),
    ];
    if let Some((value, day)) = it.baseline {
        all.push(one(Part::Baseline, number(value)));
        all.push(("ausgangstag".to_owned(), day.to_string()));
    }
    for (at, (day, value)) in it.targets.iter().enumerate() {
        all.push((name("ziel", at, "tag"), day.to_string()));
        all.push((name("ziel", at, "wert"), number(*value)));
    }
    if it.ended {
        all.push(one(Part::Ended, "ja".to_owned()));
    }
    all
}

/// What can be chosen in the form of an indicator.
#[derive(Clone, Copy, Debug)]
pub struct Offered<'a> {
    /// The measures of the atlas at the measure's place: `geography:code` and name.
    pub figures: &'a [(String, String)],
    /// The Stellen and organisations that may report.
    pub reporters: &'a [Reporter],
}

/// The indicator that was typed, or what is wrong with it.
///
/// # Errors
///
/// - [`Problems`], all of them.
pub fn checked(t: &Texts, typed: &Typed, offered: Offered<'_>) -> Result<Indicator, Problems> {
    let mut form = Reading::new(t, typed);
    let step = form.sent(Part::Step.code()).parse().ok().and_then(Step::new);
    if step.is_none() {
        form.wrong(Part::Step.code(), "indikator-stufe-fehlt");
    }
    let named = form.needed(Part::Name.code(), LONGEST_LINE, "indikator-name-fehlt");
    let figure = Some(form.sent(Part::Figure.code())).filter(|it| !it.is_empty());
    if figure.is_some_and(|it| !offered.figures.iter().any(|known| known.0 == it)) {
        form.wrong(Part::Figure.code(), "indikator-merkmal-fremd");
    }
    let reporter = form.sent(Part::Reporter.code());
    let reporter = offered.reporters.iter().find(|it| self::reporter(Some(**it)) == reporter);
    // A figure of the quarter is a level: a sum of its years would be nobody.
    let rule = Rule::from_code(form.sent(Part::Rule.code())).unwrap_or(Rule::Sum);
    let categories = form.text(Part::Categories.code(), LONGEST_TEXT);
    let mut named_before = BTreeSet::new();
    let categories = categories.lines().map(str::trim);
    let categories = categories.filter(|it| !it.is_empty() && named_before.insert(it.to_string()));
    let kind = Kind::from_code(form.sent(Part::Kind.code())).unwrap_or(Kind::Count);
    let says = Indicator {
        step: step.unwrap_or(Step::ALL[0]),
        name: named,
        unit: form.text(Part::Unit.code(), LONGEST_LINE),
        kind,
        rule: if figure.is_some() { Rule::Last } else { rule },
        source: form.text(Part::Source.code(), LONGEST_LINE),
        categories: categories.map(str::to_owned).collect(),
        baseline: baseline(&mut form, kind),
        targets: targets(&mut form, kind),
        figure: figure.map(str::to_owned),
        reporter: reporter.copied(),
        ended: form.sent(Part::Ended.code()) == "ja",
    };
    if let (Some((_, before)), Some((first, _))) = (says.baseline, says.targets.first())
        && before >= *first
    {
        form.wrong("ausgangstag", "indikator-ausgang-nach-ziel");
    }
    form.result(says)
}

/// The value before with its day, as it was typed.
pub(crate) fn baseline(form: &mut Reading<'_>, kind: Kind) -> Option<(Hundredths, Date)> {
    let value = amount_of(form, kind, Part::Baseline.code());
    let day = form.day("ausgangstag");
    let has = |form: &Reading<'_>, it: &str| !form.sent(it).is_empty();
    match (has(form, Part::Baseline.code()), has(form, "ausgangstag")) {
        (true, false) => form.wrong("ausgangstag", "indikator-ausgangstag-fehlt"),
        (false, true) => form.wrong(Part::Baseline.code(), "indikator-ausgangswert-fehlt"),
        _ => {}
    }
    value.zip(day)
}

fn targets(form: &mut Reading<'_>, kind: Kind) -> Vec<(Date, Hundredths)> {
    let mut targets: Vec<(Date, Hundredths)> = Vec::new();
    for at in filled(form.typed, "ziel", &TARGET) {
        let (day, value) = (name("ziel", at, "tag"), name("ziel", at, "wert"));
        let read = form.needed_day(&day, "indikator-zieltag-fehlt");
        if form.sent(&value).is_empty() {
            form.wrong(&value, "indikator-zielwert-fehlt");
        }
        let wanted = amount_of(form, kind, &value);
        if read.is_some_and(|it| targets.iter().any(|known| known.0 == it)) {
            form.wrong(&day, "indikator-zieltag-doppelt");
        }
        targets.extend(read.zip(wanted));
    }
    targets.sort_unstable();
    targets
}

/// An amount of a kind: a share has at most all.
pub(crate) fn amount_of(form: &mut Reading<'_>, kind: Kind, name: &str) -> Option<Hundredths> {
    let read = amount(form, name);
    if kind == Kind::Share && read.is_some_and(|it| it > 10_000) {
        form.wrong(name, "indikator-ueber-hundert");
    }
    read
}

/// A number with at most two decimals, never guessed.
pub(crate) fn amount(form: &mut Reading<'_>, name: &str) -> Option<Hundredths> {
    let text = form.sent(name).trim_end_matches('%').trim_end();
    let number = |text: &str| ankunft_platform::typed::cents(form.t.language(), text);
    let read = number(text);
    let positive = text.strip_prefix(['-', '\u{2212}', '\u{2013}']);
    if positive.is_some_and(|it| number(it).is_some()) {
        form.wrong(name, "wert-negativ");
    } else if read.is_none() && !text.is_empty() {
        form.wrong(name, "wert-unklar");
    }
    read
}

/// The field of a category of an indicator, by its place among them.
#[must_use]
pub fn part_field(at: usize) -> String {
    format!("teil-{at}")
}

/// What was typed for the categories of an indicator, as far as somebody typed; `name` gives the field of
/// each.
pub fn read_parts(
    form: &mut Reading<'_>,
    categories: &[String],
    name: impl Fn(usize) -> String,
) -> Vec<(String, Hundredths)> {
    let mut parts: Vec<(String, Hundredths)> = Vec::new();
    for (category, at) in categories.iter().zip(1..) {
        if let Some(value) = amount(form, &name(at))
            && !parts.iter().any(|it| it.0 == *category)
        {
            parts.push((category.clone(), value));
        }
    }
    parts
}

/// A value that was typed for a period, with what there is to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typing {
    /// The period.
    pub period: Period,
    /// The value.
    pub value: Value,
    /// Of that, by categories.
    pub parts: Vec<(String, Hundredths)>,
    /// What there is to say.
    pub note: String,
}

/// The value that was typed, or what is wrong with it.
///
/// # Errors
///
/// - [`Problems`], all of them.
pub fn value(t: &Texts, typed: &Typed, says: &Indicator, today: Date) -> Result<Typing, Problems> {
    let mut form = Reading::new(t, typed);
    let period = Period::parse(form.sent("zeitraum")).filter(|it| it.first() <= today);
    if period.is_none() {
        form.wrong("zeitraum", "wert-zeitraum-fehlt");
    }
    let value = read_value(&mut form, says.kind, ("wert", "von", "fehlanzeige"));
    if value.is_none() && form.problems.is_empty() {
        form.wrong("wert", "wert-kein-wert");
    }
    let parts = read_parts(&mut form, &says.categories, part_field);
    let note = form.text("notiz", LONGEST_TEXT);
    let fallback = Period::of(today, 3);
    let value = value.unwrap_or(Value::Nothing);
    form.result(Typing { period: period.unwrap_or(fallback), value, parts, note })
}

/// A value from its fields: what was counted, of how many, and whether it is a Fehlanzeige; none if
/// nothing was typed or it is wrong, which is then said beside the field.
pub fn read_value(
    form: &mut Reading<'_>,
    kind: Kind,
    (part, whole, nothing): (&str, &str, &str),
) -> Option<Value> {
    let (typed, of) = (form.sent(part), form.sent(whole));
    let is_empty = typed.is_empty() && of.is_empty();
    if form.sent(nothing) == "ja" {
        if is_empty {
            return Some(Value::Nothing);
        }
        form.wrong(part, "wert-und-fehlanzeige");
        return None;
    }
    if is_empty {
        return None;
    }
    let counted = amount(form, part);
    if kind == Kind::Count {
        return counted.map(Value::Count);
    }
    let all = amount(form, whole);
    match (typed.is_empty(), of.is_empty()) {
        (true, _) => form.wrong(part, "wert-kein-wert"),
        (_, true) => form.wrong(whole, "wert-nenner-fehlt"),
        _ => {}
    }
    let (part_of, all) = counted.zip(all)?;
    if part_of > all {
        form.wrong(part, "wert-mehr-als-alle");
        return None;
    }
    Some(Value::Share(part_of, all))
}
