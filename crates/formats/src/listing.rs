//! Lists of area units without outlines, and lists that say which unit became which.

use std::collections::{BTreeMap, HashMap, HashSet};

use geo::MultiPolygon;

use crate::geometry::crosswalk::{self, Link, ListRow};
use crate::geometry::{CODE_NAMES, NAME_NAMES, plain};
use crate::table::{self, Collector, Limits, RawTable, ReadOptions, Row};
use crate::{Area, AreaFile, AreaIndex, Finding};

/// Names of columns with the key of the unit above.
const PARENT_NAMES: [&str; 9] = [
    "parent",
    "parentid",
    "parentcode",
    "ubergeordnet",
    "uebergeordnet",
    "oberhalb",
    "gehortzu",
    "gehoertzu",
    "obergebiet",
];

/// Names of columns with the size on the ground, without their unit.
const AREA_NAMES: [&str; 4] = ["area", "flache", "flaeche", "size"];

/// Units of sizes, with their square metres. The empty one is that of official files.
const AREA_UNITS: [(&str, f64); 4] = [("", 1.0), ("m2", 1.0), ("ha", 1e4), ("km2", 1e6)];

/// A list of so many columns that all are known holds nothing but area units.
const MOST_COLUMNS: usize = 4;

/// Rows that are looked at to choose columns.
const SAMPLE: usize = 2_000;

/// How many units a finding names.
const NAMED: usize = 20;

/// What a person says about a list of area units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListOptions {
    /// How the table is read.
    pub reading: ReadOptions,
    /// The parent of a unit is named by so many first characters of its key.
    pub parent_prefix: Option<usize>,
}

/// The columns of a list.
struct Columns {
    code: usize,
    name: Option<usize>,
    parent: Option<usize>,
    /// With the square metres of its unit.
    area: Option<(usize, f64)>,
}

fn plain_name(name: &str) -> String {
    plain(&name.replace('²', "2").replace(" in ", " ").replace("qm", "m2"))
}

fn area_unit(name: &str) -> Option<f64> {
    let name = plain_name(name);
    let fits = |(unit, factor): &(&str, f64)| {
        let stem = name.strip_suffix(unit)?;
        AREA_NAMES.contains(&stem).then_some(*factor)
    };
    AREA_UNITS.iter().find_map(fits)
}

impl Columns {
    fn of(table: &RawTable) -> Option<Self> {
        let header = table.header();
        let named = |known: &[&str]| {
            let find = |wanted: &&str| header.iter().position(|it| plain_name(it) == **wanted);
            known.iter().filter_map(find).collect::<Vec<_>>()
        };
        let codes = named(&CODE_NAMES);
        let rows = table.len().clamp(1, SAMPLE);
        let distinct = |at: &&usize| {
            let fields: HashSet<&str> =
                table.rows().take(SAMPLE).map(|it| it.field(**at)).collect();
            fields.len() * 10 > rows * 9
        };
        let code = *codes.iter().find(distinct).or(codes.first())?;
        let other = |known: &[&str]| named(known).into_iter().find(|at| *at != code);
        let area = |(at, name): (usize, &String)| Some((at, area_unit(name)?));
        Some(Self {
            code,
            name: other(&NAME_NAMES),
            parent: other(&PARENT_NAMES),
            area: header.iter().enumerate().find_map(area),
        })
    }

    fn count(&self) -> usize {
        let others = [self.name.is_some(), self.parent.is_some(), self.area.is_some()];
        1 + others.into_iter().filter(|it| *it).count()
    }
}

/// Whether a file is a table that holds nothing but keys and names of area units (and perhaps
/// their parents and sizes), so that it cannot be meant as figures.
#[must_use]
pub fn is_area_list(bytes: &[u8], file_name: &str) -> bool {
    let Some(table) = table::head(bytes, file_name, &ReadOptions::default(), SAMPLE) else {
        return false;
    };
    let columns = Columns::of(&table);
    columns.is_some_and(|it| {
        it.name.is_some() && it.count() == table.header().len() && it.count() <= MOST_COLUMNS
    })
}

/// The area units of a list: one row a unit, with its key, and perhaps its name, the key of the
/// unit above it and its size. They have no outlines.
///
/// Columns are recognised by their names; other columns are left aside. `above` are the area
/// units that can be parents.
///
/// # Errors
///
/// All findings, at least one of them an error, if the list cannot be accepted.
pub fn read_area_list(
    bytes: &[u8],
    file_name: &str,
    options: &ListOptions,
    above: &[&AreaIndex],
) -> Result<(AreaFile, Vec<Finding>), Vec<Finding>> {
    let (table, mut found) = table::read(bytes, file_name, &options.reading)?;
    let mut findings = Collector::new(table.file(), Limits::default().findings_of_a_kind);
    let Some(columns) = Columns::of(&table) else {
        let finding = findings.error("list-code-column-missing").line(1);
        let finding = finding.arg("columns", table.header().join(", "));
        findings.push(finding);
        found.extend(findings.finish());
        return Err(found);
    };
    report_columns(&table, &columns, &mut findings);
    let list = List { table: &table, columns: &columns, options };
    let areas = list.areas(&mut findings);
    list.check_parents(&areas, above, &mut findings);
    if areas.is_empty() && table.refused() == 0 {
        findings.push(findings.error("list-empty"));
    }
    found.extend(findings.finish());
    if found.iter().any(|it| it.severity == crate::Severity::Error) {
        return Err(found);
    }
    let areas = areas.into_iter().map(|(area, _)| area).collect();
    Ok((AreaFile { areas, epsg: None }, found))
}

fn report_columns(table: &RawTable, columns: &Columns, findings: &mut Collector) {
    let header = table.header();
    let used = [Some(columns.code), columns.name, columns.parent, columns.area.map(|it| it.0)];
    let others: Vec<&str> = (0..header.len())
        .filter(|at| !used.contains(&Some(*at)))
        .map(|at| header[at].as_str())
        .collect();
    let finding = findings.note("list-without-outlines").line(1);
    let finding = finding.arg("count", table.len()).arg("code", &header[columns.code]);
    findings.push(finding.arg("name", columns.name.map_or("none", |at| &header[at])));
    if !others.is_empty() {
        let finding = findings.note("list-columns-ignored").line(1);
        findings.push(finding.arg("names", others.join(", ")).arg("count", others.len()));
    }
}

struct List<'a> {
    table: &'a RawTable,
    columns: &'a Columns,
    options: &'a ListOptions,
}

impl List<'_> {
    /// The units with their lines, each key once.
    fn areas(&self, findings: &mut Collector) -> Vec<(Area, u64)> {
        let mut first: HashMap<&str, u64> = HashMap::new();
        let mut areas = Vec::with_capacity(self.table.len());
        let column = self.columns.code as u64 + 1;
        for row in self.table.rows() {
            let code = row.field(self.columns.code);
            let at = |finding: Finding| {
                finding.line(row.line()).column(column).arg("key", code).excerpt(&row.excerpt())
            };
            if code.is_empty() {
                findings.push(at(findings.error("list-code-missing")));
            } else if let Some(first) = first.get(code) {
                let finding = at(findings.error("list-code-twice"));
                findings.push(finding.arg("first", first).arg("second", row.line()));
            } else {
                first.insert(code, row.line());
                areas.push((self.area(row, code, findings), row.line()));
            }
        }
        self.check_lengths(&areas, findings);
        areas
    }

    fn area(&self, row: Row<'_>, code: &str, findings: &mut Collector) -> Area {
        let name = self.columns.name.map_or("", |at| row.field(at));
        if let Some(at) = self.columns.name.filter(|_| name.is_empty()) {
            let finding = findings.warning("list-name-missing").line(row.line());
            let finding = finding.column(at as u64 + 1).arg("key", code);
            findings.push(finding.excerpt(&row.excerpt()));
        }
        let stated = self.columns.parent.map(|at| row.field(at)).filter(|it| !it.is_empty());
        let prefix = self.options.parent_prefix.and_then(|it| {
            let cut = code.char_indices().nth(it).map(|(at, _)| &code[..at]);
            cut.filter(|it| !it.is_empty())
        });
        Area {
            code: code.to_owned(),
            name: if name.is_empty() { code } else { name }.to_owned(),
            parent: stated.or(prefix).map(str::to_owned),
            outline: MultiPolygon(Vec::new()),
            area_m2: self.area_m2(row, findings).unwrap_or(0.0),
        }
    }

    fn area_m2(&self, row: Row<'_>, findings: &mut Collector) -> Option<f64> {
        let (at, factor) = self.columns.area?;
        let text = row.field(at);
        let code = match self.table.reading().numbers.parse(text) {
            _ if text.is_empty() => return None,
            Ok(size) if size > 0.0 => return Some(size * factor),
            Ok(_) => "list-area-not-positive",
            Err(fault) => fault.code(),
        };
        let finding = findings.error(code).line(row.line()).column(at as u64 + 1);
        let finding = finding.arg("text", text).arg("name", &self.table.header()[at]);
        findings.push(finding.excerpt(&row.excerpt()));
        None
    }

    /// Keys of digits only that are not all of one length have lost their zeros somewhere.
    fn check_lengths(&self, areas: &[(Area, u64)], findings: &mut Collector) {
        let digits = |code: &str| code.bytes().all(|it| it.is_ascii_digit());
        let longest = areas.iter().map(|(it, _)| it.code.len()).max().unwrap_or(0);
        let short: Vec<_> = areas.iter().filter(|(it, _)| it.code.len() + 1 == longest).collect();
        let all_digits = areas.iter().all(|(it, _)| digits(&it.code));
        if let (Some((area, line)), true) = (short.first(), all_digits && longest > 3) {
            let finding = findings.warning("list-zero-lost").line(*line);
            let finding = finding.column(self.columns.code as u64 + 1).arg("key", &area.code);
            findings.push(finding.arg("count", short.len()).arg("length", longest));
        }
    }

    /// Parents are units of the list or of a level above, and no unit is above itself.
    fn check_parents(&self, areas: &[(Area, u64)], above: &[&AreaIndex], findings: &mut Collector) {
        let parents: HashMap<&str, &str> = areas
            .iter()
            .filter_map(|(it, _)| Some((it.code.as_str(), it.parent.as_deref()?)))
            .collect();
        let own: HashSet<&str> = areas.iter().map(|(it, _)| it.code.as_str()).collect();
        let is_known = |parent: &str| {
            own.contains(parent) || above.iter().any(|it| it.position(parent).is_some())
        };
        let column = self.columns.parent.unwrap_or(self.columns.code) as u64 + 1;
        let some_known = parents.values().any(|it| is_known(it));
        let mut told_none = false;
        for (area, line) in areas {
            let Some(parent) = area.parent.as_deref() else { continue };
            let at = |finding: Finding| {
                finding.line(*line).column(column).arg("key", &area.code).arg("parent", parent)
            };
            if is_known(parent) {
                if is_circle(&area.code, &parents) {
                    findings.push(at(findings.error("list-parent-circle")));
                }
            } else if some_known {
                findings.push(at(findings.error("list-parent-unknown")));
            } else if !told_none {
                findings.push(at(findings.warning("list-parents-not-there")));
                told_none = true;
            }
        }
    }
}

/// Whether going up from a unit leads back to it.
fn is_circle(code: &str, parents: &HashMap<&str, &str>) -> bool {
    let mut at = code;
    for _ in 0..=parents.len() {
        match parents.get(at) {
            Some(parent) if *parent == code => return true,
            Some(parent) => at = parent,
            None => return false,
        }
    }
    // Another circle above; it is named at its own units.
    false
}

/// The links of a list with the columns `from`, `to` and perhaps `weight` (in German `von`,
/// `nach`, `anteil`), checked against the units that there are.
///
/// # Errors
///
/// All findings, at least one of them an error.
pub fn read_crosswalk(
    bytes: &[u8],
    file_name: &str,
    reading: &ReadOptions,
    (from, to): (&AreaIndex, &AreaIndex),
) -> Result<(Vec<Link>, Vec<Finding>), Vec<Finding>> {
    let (table, mut found) = table::read(bytes, file_name, reading)?;
    let mut findings = Collector::new(table.file(), Limits::default().findings_of_a_kind);
    let named = |known: &[&str]| {
        table.header().iter().position(|it| known.contains(&plain_name(it).as_str()))
    };
    let columns = [
        named(&[
            "from",
            "fromcode",
            "von",
            "alt",
            "old",
            "altid",
            "vonid",
            "gebietalt",
            "altesgebiet",
        ]),
        named(&[
            "to",
            "tocode",
            "nach",
            "neu",
            "new",
            "neuid",
            "nachid",
            "gebietneu",
            "neuesgebiet",
        ]),
    ];
    let weight = named(&["weight", "anteil", "gewicht", "share"]);
    let [Some(from_at), Some(to_at)] = columns else {
        let finding = findings.error("crosswalk-columns-missing").line(1);
        findings.push(finding.arg("columns", table.header().join(", ")));
        found.extend(findings.finish());
        return Err(found);
    };
    let at = (from_at, to_at, weight);
    let rows = crosswalk_rows(&table, at, (from, to), &mut findings);
    let links = crosswalk::by_list(table.file(), &rows);
    found.extend(findings.finish());
    match links {
        Ok(links) if found.iter().all(|it| it.severity != crate::Severity::Error) => {
            found.extend(report_lost(table.file(), &links, from, to));
            Ok((links, found))
        }
        Ok(_) => Err(found),
        Err(more) => {
            let column = |it: &Finding| match it.code.as_str() {
                "crosswalk-key-missing" | "crosswalk-pair-twice" => from_at,
                _ => weight.unwrap_or(to_at),
            };
            let placed = more.into_iter().map(|it| {
                let at = column(&it) as u64 + 1;
                it.column(at)
            });
            found.extend(placed);
            Err(found)
        }
    }
}

fn crosswalk_rows(
    table: &RawTable,
    (from_at, to_at, weight_at): (usize, usize, Option<usize>),
    (from, to): (&AreaIndex, &AreaIndex),
    findings: &mut Collector,
) -> Vec<ListRow> {
    let mut rows = Vec::with_capacity(table.len());
    for row in table.rows() {
        for (at, index, code) in
            [(from_at, from, "crosswalk-unknown-from"), (to_at, to, "crosswalk-unknown-to")]
        {
            let key = row.field(at);
            if !key.is_empty() && index.position(key).is_none() {
                let finding = findings.error(code).line(row.line()).column(at as u64 + 1);
                let finding = finding.arg("key", key).arg("version", index.label());
                findings.push(finding.excerpt(&row.excerpt()));
            }
        }
        let text = weight_at.map_or("", |at| row.field(at));
        let weight = match table.reading().numbers.parse(text) {
            _ if text.is_empty() => None,
            Ok(weight) => Some(weight),
            Err(fault) => {
                let at = weight_at.unwrap_or(to_at);
                let finding = findings.error(fault.code()).line(row.line()).column(at as u64 + 1);
                let finding = finding.arg("text", text).arg("name", &table.header()[at]);
                findings.push(finding.excerpt(&row.excerpt()));
                continue;
            }
        };
        let (from, to) = (row.field(from_at).to_owned(), row.field(to_at).to_owned());
        rows.push(ListRow { line: row.line(), from, to, weight });
    }
    rows
}

/// Names the units of either version that no link leads from or to.
fn report_lost(file: &str, links: &[Link], from: &AreaIndex, to: &AreaIndex) -> Vec<Finding> {
    let ends: BTreeMap<&str, HashSet<&str>> = BTreeMap::from([
        ("crosswalk-from-without-link", links.iter().map(|it| it.from.as_str()).collect()),
        ("crosswalk-to-without-link", links.iter().map(|it| it.to.as_str()).collect()),
    ]);
    let mut findings = Vec::new();
    for (code, linked) in ends {
        let index = if code == "crosswalk-from-without-link" { from } else { to };
        let lost: Vec<&str> =
            index.codes().iter().map(String::as_str).filter(|it| !linked.contains(it)).collect();
        if !lost.is_empty() {
            let named = lost.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
            let more = if lost.len() > NAMED { ", …" } else { "" };
            let finding = Finding::new(crate::Severity::Warning, file, code);
            let finding = finding.arg("count", lost.len()).arg("version", index.label());
            findings.push(finding.arg("areas", format!("{named}{more}")));
        }
    }
    findings
}
