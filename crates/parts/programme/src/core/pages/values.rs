//! Values of Kernindikatoren beside one another, with what each city counts differently.

use ankunft_atlas::pages::words::cell;
use ankunft_formats::Nature;
use ankunft_formats::workbook::{Entry, Sheet, sheet_name};
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{Column, Row, RowCell, Table};
use ankunft_platform::tenant::{Tenant, TenantInfo};
use ankunft_platform::words;

use super::{counts_otherwise, file_address, fits, head, other_unit, source, unit};
use crate::core::model::Core;
use crate::core::store::Said;
use crate::core::values::{By, Given, Standing, Values};
use crate::core::view::{Beside, Line};
use crate::package::READER;

/// How complete they are, in a sentence.
pub fn lead(t: &Texts, it: &Values) -> String {
    let (given, withheld, lacking) = it.counts();
    let args = [
        ("alle", Arg::from(given + withheld + lacking)),
        ("da", Arg::from(given)),
        ("nicht", Arg::from(withheld)),
        ("fehlt", Arg::from(lacking)),
    ];
    t.with("kernwert-leit", &args)
}

/// A table for each Kernindikator, for a reader whose pages these are.
pub fn tables(t: &Texts, reader: &TenantInfo, lines: &[Line], it: &Values) -> Vec<Table> {
    let columns = || {
        let words = |id: &str| Column::words(t.get(id));
        vec![
            words("kern-kommune"),
            Column::numbers(t.get("kernwert-wert")),
            words("kernwert-wann"),
            words("kernwert-raumbezug"),
            words("kern-passt"),
            words("kernwert-anders"),
        ]
    };
    let table = |(line, standings): (&Line, &Vec<Standing>)| {
        let core = line.newest();
        let row = |(city, standing): (&Beside, &Standing)| {
            let (said, fit, came) = standing.told(city);
            let (when, place) =
                of_given(standing, |it| (when(t, it), place(t, it))).unwrap_or_default();
            let cells = [when, place, fits(t, fit), differs(t, core, said)];
            let value = value(t, (reader, it), (city, standing));
            let cells = std::iter::once(value).chain(cells.map(RowCell::new)).collect();
            Row { head: head(t, city, came), cells }
        };
        Table {
            caption: core.text.name.clone(),
            quiet_caption: false,
            columns: columns(),
            rows: line.cities.iter().zip(standings).map(row).collect(),
        }
    };
    lines.iter().zip(&it.lines).map(table).collect()
}

fn of_given<T>(it: &Standing, of: impl FnOnce(&Given) -> T) -> Option<T> {
    match it {
        Standing::Given(it) => Some(of(it)),
        Standing::Withheld | Standing::Lacking => None,
    }
}

/// The number, or why there is none; it leads to the Weitergabe or the file by which it came.
fn value(
    t: &Texts,
    (reader, all): (&TenantInfo, &Values),
    (city, standing): (&Beside, &Standing),
) -> RowCell {
    let given = match standing {
        Standing::Withheld => return RowCell::new(t.get("kernwert-nicht-freigegeben")),
        Standing::Lacking => return RowCell::new(t.get("kernwert-fehlt")),
        Standing::Given(it) => it,
    };
    let text = given.figure.show(READER).map(|it| cell(t, given.unit, *it));
    let cell = RowCell::new(text.unwrap_or_else(|| t.get("kernwert-nicht-freigegeben")));
    let by = match given.by {
        By::Grant(at) => all.grants.get(at),
        By::File => {
            let came = city.file.as_ref().map(|it| file_address(&reader.slug, &it.came));
            return RowCell { href: came, ..cell };
        }
    };
    let (Some((_, grant)), Some(here)) = (by, &city.here) else { return cell };
    let path = match here.tenant == reader.tenant {
        true => format!("weitergaben/{}", grant.number),
        false => format!("erhalten/{}/{}", here.slug, grant.number),
    };
    RowCell { href: Some(format!("/{}/austausch/{path}", reader.slug)), ..cell }
}

fn when(t: &Texts, it: &Given) -> String {
    match it.nature {
        Nature::Stock => t.period(&it.period),
        Nature::Flow => t.period_of_time(&it.period),
    }
}

fn place(t: &Texts, it: &Given) -> String {
    let (name, label) = &it.geography;
    let args = [("gliederung", Arg::from(name)), ("stand", Arg::from(label))];
    t.with("kernwert-raum", &args)
}

/// What a city counts differently from the definition.
fn differs(t: &Texts, core: &Core, said: Option<&Said>) -> String {
    let Some(said) = said.filter(|it| it.measure.is_some()) else { return String::new() };
    let field = |id: &str, own: &str, of_all: &str| {
        (own != of_all && !own.is_empty()).then(|| format!("{}: {own}", t.get(id)))
    };
    let all = [
        counts_otherwise(t, core, Some(said)),
        field("kern-feld-bevoelkerung", &said.population_concept, &core.text.population_concept),
        field("kern-feld-stichtag", &said.reference_day, &core.text.reference_day),
        Some(said.deviation.clone()).filter(|it| !it.is_empty()),
    ];
    all.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// All of them as one sheet, a line a Kernindikator and city, numbers as numbers.
pub fn sheet(t: &Texts, lines: &[Line], it: &Values) -> Sheet {
    let header = [
        "kern-indikator",
        "kern-kommune",
        "kernwert-wert",
        "kern-feld-einheit",
        "kernwert-stand",
        "kernwert-wann",
        "kernwert-raumbezug",
        "kern-passt",
        "kernwert-anders",
        "kernwert-tabelle",
        "kernwert-schutz",
    ];
    let rows = lines.iter().zip(&it.lines).flat_map(|(line, standings)| {
        line.cities.iter().zip(standings).map(|city| entries(t, it, (line.newest(), city)))
    });
    Sheet {
        name: sheet_name(&t.get("kernwert-titel")),
        header: header.map(|it| t.get(it)).to_vec(),
        rows: rows.collect(),
        frozen_columns: 2,
    }
}

type OfCity<'a> = (&'a Beside, &'a Standing);

fn entries(t: &Texts, all: &Values, (core, (city, it)): (&Core, OfCity<'_>)) -> Vec<Entry> {
    let (said, fit, came) = it.told(city);
    let text = |it: String| if it.is_empty() { Entry::Empty } else { Entry::Text(it) };
    let figure = of_given(it, |it| it.figure.show(READER).copied()).flatten();
    let number = figure.and_then(ankunft_disclosure::Cell::number);
    let stand = match (it, number) {
        (Standing::Withheld, _) => t.get("kernwert-nicht-freigegeben"),
        (Standing::Lacking, _) => t.get("kernwert-fehlt"),
        (Standing::Given(_), Some(_)) => t.get("kernwert-liegt-vor"),
        (Standing::Given(_), None) => t.get("wert-geheim"),
    };
    let table = |it: &Given| {
        let grant: Option<&(Tenant, _)> = match it.by {
            By::Grant(at) => all.grants.get(at),
            By::File => return came.map(|it| source(t, it)).unwrap_or_default(),
        };
        let named = |it: &crate::exchange::model::Grant| {
            let args = [
                ("titel", Arg::from(&it.dataset.1)),
                ("nummer", Arg::from(it.datenstand.to_string())),
            ];
            t.with("kernwert-datenstand", &args)
        };
        grant.map(|it| named(&it.1)).unwrap_or_default()
    };
    let rules = |it: &Given| {
        let rules = it.figure.policies().iter().map(|it| words::policy(t, it));
        rules.collect::<Vec<_>>().join("; ")
    };
    let of = |what: &dyn Fn(&Given) -> String| text(of_given(it, what).unwrap_or_default());
    vec![
        Entry::Text(core.text.name.clone()),
        Entry::Text(city.name.clone()),
        number.map_or(Entry::Empty, Entry::Number),
        text(unit(t, other_unit(core, said).unwrap_or(&core.text.unit))),
        text(stand),
        of(&|it| when(t, it)),
        of(&|it| place(t, it)),
        text(fits(t, fit)),
        text(differs(t, core, said)),
        of(&table),
        of(&rules),
    ]
}
