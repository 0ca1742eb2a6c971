//! `/{kommune}/kernindikatoren/{code}/zuordnung`: which of our measures is meant, and where do we
//! differ?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;
use ankunft_platform::page::components::{Button, Choice, Field, Pair, Problems, Select};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, Difference, FormBlock, Sheet, Viewer, meanwhile};

use super::{frame, value};
use crate::core::at;
use crate::core::model::{Core, OwnMeasure, Part};
use crate::core::store::Mapping;
use crate::exchange::make::indicator_name;

/// The form; with what has changed meanwhile, if somebody was faster.
pub fn page(
    viewer: &Viewer,
    city: &City,
    (core, said, known): (&Core, Option<&Mapping>, &[OwnMeasure]),
    (typed, problems): (&Typed, Problems),
    overtaken: Option<(Option<&Mapping>, &Names)>,
) -> Sheet {
    let t = &viewer.t;
    let title = t.with("kern-zuordnung-titel", &[("name", Arg::from(core.text.name.as_str()))]);
    let shell = frame(viewer, city, (title, t.get("kern-zuordnung-leit")));
    let mut blocks = vec![Block::Problems(problems.clone())];
    if let Some((before, names)) = overtaken {
        let who = [("wer", Arg::from(names.account(t, said.and_then(|it| it.account))))];
        let heading = t.with("kern-zuordnung-inzwischen", &who);
        blocks.extend(meanwhile(t, heading, differences(t, typed, (core, before, said))));
    }
    let parts = [Part::Definition, Part::Population, Part::Day, Part::Unit, Part::Deviations];
    let fact =
        |part: Part| Pair::new(t.get(&format!("kern-feld-{}", part.code())), value(t, core, part));
    blocks.push(Block::Heading(t.get("kern-programm-sagt")));
    blocks
        .push(Block::Pairs(parts.map(fact).into_iter().filter(|it| !it.text.is_empty()).collect()));
    blocks.push(Block::Heading(t.get("kern-bei-uns")));
    blocks.push(Block::Form(form(t, city, (core, said, known), (typed, &problems))));
    Sheet::new(shell, blocks)
}

fn form(
    t: &Texts,
    city: &City,
    (core, said, known): (&Core, Option<&Mapping>, &[OwnMeasure]),
    (typed, problems): (&Typed, &Problems),
) -> FormBlock {
    let current = sent(typed, "merkmal");
    let first = [
        Choice::new("", t.get("bitte-waehlen"), current),
        Choice::new("keins", t.get("kern-merkmal-keins"), current),
    ];
    let all = known.iter().filter(|it| it.fits);
    let all = all.map(|it| Choice::new(&it.code, &it.name, current));
    let mut measure =
        Select::new("merkmal", t.get("kern-merkmal"), first.into_iter().chain(all).collect());
    let unit = [("einheit", Arg::from(value(t, core, Part::Unit)))];
    measure.hint = Some(t.with("kern-merkmal-hinweis", &unit));
    measure.error = problems.of("merkmal");
    let field = |name: &str, label: &str| {
        Field::new(name, t.get(label)).value(sent(typed, name)).error(problems.of(name))
    };
    FormBlock::new(
        at(city, &format!("/{}/zuordnung", core.code)),
        Button::primary(t.get("kern-speichern")),
    )
    .hidden("version", said.map_or(0, |it| it.version).to_string())
    .hidden("fassung", core.version.to_string())
    .select(measure)
    .field(field("bevoelkerung", "kern-feld-bevoelkerung"))
    .field(field("stichtag", "kern-feld-stichtag"))
    .field(
        field("abweichung", "kern-abweichung")
            .rows(3)
            .optional()
            .hint(t.get("kern-abweichung-hinweis")),
    )
}

/// A text of what a city says.
type Of = fn(&Mapping) -> &String;

/// What stood there when the form was opened, what stands there now, and what was typed.
fn differences(
    t: &Texts,
    typed: &Typed,
    (core, before, now): (&Core, Option<&Mapping>, Option<&Mapping>),
) -> Vec<Difference> {
    let measure = |code: Option<&str>| match code {
        None | Some("" | "keins") => String::new(),
        Some(code) => indicator_name(t, code, None),
    };
    let mut all = vec![Difference {
        field: t.get("kern-merkmal"),
        before: measure(before.and_then(|it| it.said.measure.as_deref())),
        now: measure(now.and_then(|it| it.said.measure.as_deref())),
        typed: measure(Some(sent(typed, "merkmal"))),
    }];
    let texts: [(&str, &str, Of); 3] = [
        ("kern-feld-bevoelkerung", "bevoelkerung", |it| &it.said.population_concept),
        ("kern-feld-stichtag", "stichtag", |it| &it.said.reference_day),
        ("kern-abweichung", "abweichung", |it| &it.said.deviation),
    ];
    all.extend(texts.map(|(field, name, of)| Difference {
        field: t.get(field),
        before: before.map_or_else(String::new, |it| of(it).clone()),
        now: now.map_or_else(String::new, |it| of(it).clone()),
        typed: sent(typed, name).to_owned(),
    }));
    all.push(Difference {
        field: t.get("kern-fassung"),
        before: sent(typed, "fassung").to_owned(),
        now: core.version.to_string(),
        typed: String::new(),
    });
    all.retain(|it| it.before != it.now);
    all
}
