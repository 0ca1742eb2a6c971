//! Who wrote what when: the versions of a measure, of its indicators and of what stands around it.

use ankunft_platform::changes::Recorded;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{Column, Row, RowCell, Table};

use super::measure::MeasureView;
use crate::around::words as around;
use crate::effects::words as effects;
use crate::measures::model::{Measure, Part, Plan};
use crate::measures::words;

/// What was written, by which account in which Stelle, and when.
struct Written {
    at: i64,
    account: Option<i64>,
    post: Option<i64>,
    what: String,
}

/// The history, the newest first.
pub fn table(t: &Texts, view: &MeasureView) -> Table {
    let mut all = plans(t, view);
    all.extend(indicators(t, view));
    all.extend(sheets(t, view));
    all.extend(citations(t, view));
    all.sort_by_key(|it| std::cmp::Reverse(it.at));
    let row = |it: Written| {
        let who = view.names.account(t, it.account);
        let who =
            view.names.post(it.post).map_or_else(|| who.clone(), |it| format!("{it} · {who}"));
        Row {
            head: RowCell::new(ankunft_platform::words::instant(t, it.at)),
            cells: vec![RowCell::new(who), RowCell::new(it.what)],
        }
    };
    let columns = ["massnahme-wann", "massnahme-wer", "massnahme-geaendert"];
    Table {
        caption: t.get("massnahme-verlauf"),
        quiet_caption: true,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows: all.into_iter().map(row).collect(),
    }
}

fn plans(t: &Texts, view: &MeasureView) -> Vec<Written> {
    let written = |(at, it): (usize, &Measure)| {
        let before = view.versions.get(at + 1).map(|it| &it.plan);
        let what = before.map_or_else(
            || t.get("massnahme-angelegt"),
            |before: &Plan| {
                let parts = before.differences(&it.plan);
                let change = |part: Part| {
                    let now = words::value(t, &view.names, &it.plan, part);
                    let was = words::value(t, &view.names, before, part);
                    let short =
                        matches!(part, Part::State | Part::Due | Part::Lead | Part::ReviewOn);
                    match short && !was.is_empty() {
                        true => format!("{}: {was} → {now}", words::field(t, part)),
                        false => words::field(t, part),
                    }
                };
                parts.into_iter().map(change).collect::<Vec<_>>().join("; ")
            },
        );
        Written { at: it.at, account: it.account, post: it.post, what }
    };
    view.versions.iter().enumerate().map(written).collect()
}

fn indicators(t: &Texts, view: &MeasureView) -> Vec<Written> {
    let versions = &view.staircase.versions;
    let known = (&view.names, &view.staircase.organisations);
    let written = |(at, it): (usize, &crate::effects::model::Known)| {
        let before = versions.get(at + 1).filter(|before| before.number == it.number);
        let name = [("name", Arg::from(it.says.name.as_str()))];
        let what = match before {
            None => t.with("indikator-angelegt", &name),
            Some(before) => {
                let change = |part: crate::effects::model::Part| {
                    let was = effects::says(t, known, &before.says, part);
                    let now = effects::says(t, known, &it.says, part);
                    format!("{}: {was} → {now}", effects::field(t, part))
                };
                let parts = before.says.differences(&it.says);
                let changes: Vec<String> = parts.into_iter().map(change).collect();
                format!("{}: {}", t.with("indikator-heisst", &name), changes.join("; "))
            }
        };
        Written { at: it.at, account: it.account, post: it.post, what }
    };
    versions.iter().enumerate().map(written).collect()
}

fn sheets(t: &Texts, view: &MeasureView) -> Vec<Written> {
    let names = &view.staircase.organisations;
    let written = |it: &crate::around::model::Sheet| {
        let is_before = |before: &&crate::around::model::Sheet| {
            before.content.kind() == it.content.kind() && before.version + 1 == it.version
        };
        let before = view.sheets.iter().find(is_before);
        let was = before.map_or_else(String::new, |it| around::line(t, names, &it.content));
        let now = around::line(t, names, &it.content);
        let what = if was.is_empty() { now } else { format!("{was} → {now}") };
        let what = format!("{}: {what}", around::sheet(t, it.content.kind()));
        Written { at: it.at, account: it.account, post: it.post, what }
    };
    view.sheets.iter().map(written).collect()
}

/// What it took up and gave up: findings, goals, promises.
fn citations(t: &Texts, view: &MeasureView) -> Vec<Written> {
    let written = |it: &Recorded| {
        let text = match it.action.as_str() {
            "citation.place" => "massnahme-aufgenommen",
            "citation.remove" => "massnahme-herausgenommen",
            _ => return None,
        };
        let cited = view.evidence.cited.iter().find(|of| of.citation().id.to_string() == it.note);
        let title = cited.map_or_else(|| t.get("massnahme-ein-befund"), |it| it.title.clone());
        let what = t.with(text, &[("titel", Arg::from(title))]);
        Some(Written { at: it.at, account: it.account, post: it.post, what })
    };
    view.log.iter().filter_map(written).collect()
}
