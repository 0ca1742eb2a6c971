//! Assessments as files.

use ankunft_disclosure::Audience;
use serde_json::json;

use super::named;
use crate::assess::open::ArrivalDocument;
use crate::assess::{Assessment, Judged, Ready, Stands};

/// The same assessment as CSV; ranks and probabilities only for the list.
#[must_use]
pub fn csv(ready: &Ready, reader: Audience, detail: Detail) -> Option<String> {
    let assessment = ready.assessment.show(reader)?;
    let mut writer = csv::Writer::from_writer(Vec::new());
    let rates =
        assessment.dimensions.iter().map(|it| format!("rate_{}", it.dimension.replace('-', "_")));
    let mut header: Vec<String> =
        ["code", "name", "period", "class", "excluded"].map(str::to_owned).to_vec();
    header.extend(rates);
    if detail >= Detail::Published {
        header.extend(["probability", "variants", "phase", "since"].map(str::to_owned));
    }
    if detail == Detail::List {
        header.extend(["rank", "rank_low", "rank_high", "index", "points"].map(str::to_owned));
        header.extend(assessment.plan.methods.iter().map(|it| format!("called_{it}")));
    }
    writer.write_record(&header).ok()?;
    let mut rows = named(ready, assessment);
    rows.sort_unstable_by_key(|(name, it)| (*name, it.code.as_str()));
    for (name, judged) in rows {
        writer.write_record(record(assessment, name, judged, detail)).ok()?;
    }
    String::from_utf8(writer.into_inner().ok()?).ok()
}

/// How much of an assessment is handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// Classes and the rates that they follow from.
    Classes,
    /// What the coordination has published beside them.
    Published,
    /// Everything.
    List,
}

fn record(assessment: &Assessment, name: &str, judged: &Judged, detail: Detail) -> Vec<String> {
    let stands = judged.standing.as_ref().ok();
    let text = |of: &dyn Fn(&Stands) -> String| stands.map_or_else(String::new, of);
    let mut record = vec![
        judged.code.clone(),
        name.to_owned(),
        assessment.period.clone(),
        text(&|it| it.class().code().to_owned()),
        judged.standing.as_ref().err().cloned().unwrap_or_default(),
    ];
    for used in &assessment.dimensions {
        let rate = |it: &Stands| {
            let found = it.dimensions.iter().find(|it| it.0 == used.dimension);
            found.map_or_else(String::new, |it| it.1.to_string())
        };
        record.push(text(&rate));
    }
    if detail >= Detail::Published {
        record.push(text(&|it| it.probability.to_string()));
        record.push(text(&|it| it.variants.to_string()));
        record.push(text(&|it| it.phase.clone()));
        record.push(text(&|it| it.since.clone().unwrap_or_default()));
    }
    if detail == Detail::List {
        for at in 0..3 {
            record.push(text(&|it| it.rank[at].to_string()));
        }
        record.push(text(&|it| it.index.map_or_else(String::new, |it| it.to_string())));
        record.push(text(&|it| it.points.to_string()));
        for method in &assessment.plan.methods {
            let called = |it: &Stands| it.calls.iter().any(|it| it.0 == *method && it.1);
            record.push(text(&|it| u8::from(called(it)).to_string()));
        }
    }
    record
}

/// The rows of the CSV as objects, so that the two cannot disagree, with how they were found.
pub(crate) fn json<'a>(
    ready: &'a Ready,
    reader: Audience,
    table: &str,
) -> Option<ArrivalDocument<'a>> {
    let assessment = ready.assessment.show(reader)?;
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    let header = rows.headers().ok()?.clone();
    let cell = |name: &str, text: &str| {
        let is_text = ["code", "name", "period", "class", "excluded", "phase", "since"];
        match text {
            "" => json!(null),
            text if is_text.contains(&name) => json!(text),
            text if name.starts_with("called_") => json!(text == "1"),
            text => text.parse::<f64>().map_or(json!(text), |it| json!(it)),
        }
    };
    let areas = rows.records().map(|record| {
        let record = record.ok()?;
        let pairs = header.iter().zip(&record).map(|(name, it)| (name.to_owned(), cell(name, it)));
        Some(pairs.collect::<serde_json::Map<_, _>>())
    });
    Some(ArrivalDocument {
        geography: &assessment.geography,
        period: &assessment.period,
        periods: &assessment.periods,
        dimensions: &assessment.dimensions,
        plan: &assessment.plan,
        program: &assessment.program,
        bridged_until: assessment.bridged_until.as_deref(),
        key: &ready.key,
        areas: areas.collect::<Option<_>>()?,
    })
}
