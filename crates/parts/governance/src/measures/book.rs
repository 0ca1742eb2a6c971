//! The measure as a workbook: what its paper says, with numbers that can be computed with.

use ankunft_atlas::papers::sheet as printed;
use ankunft_formats::workbook::{Entry, Sheet, WorkbookError, workbook};
use ankunft_platform::languages::Texts;
use jiff::Timestamp;

use super::model::Part;
use super::pages::measure::{MeasureView, lead, pairs};
use super::paper::Beside;
use super::words;
use crate::around::words as around;
use crate::cells::{hundredths, sheet, text};
use crate::effects::model::{Value, accepted};
use crate::effects::view::Stand;
use crate::effects::words as effects;
use crate::funding::files::parts;
use crate::reporting::model::ObstacleState;
use crate::spending::tables as spent;

/// The workbook of a measure: a sheet for each thing of which something is said.
///
/// # Errors
///
/// - [`WorkbookError`] if the format has no room for it.
pub fn book(t: &Texts, view: &MeasureView, beside: &Beside<'_>) -> Result<Vec<u8>, WorkbookError> {
    let measure = view.measure();
    let mut sheets = vec![facts(t, view)];
    let others = [
        evidence(t, view, beside.address),
        stairs(t, view),
        values(t, view),
        money(t, view),
        spending(t, view),
        hindrances(t, beside),
    ];
    sheets.extend(others.into_iter().filter(|it| !it.rows.is_empty()));
    let risks = &view.around().risks;
    if !risks.is_empty() {
        sheets.push(printed(t, &t.get("blatt-risks"), &around::risks(t, risks)));
    }
    workbook(
        &measure.plan.title,
        Timestamp::from_microsecond(measure.at).unwrap_or_default(),
        &sheets,
    )
}

/// What the head of the page says, and how it stands.
fn facts(t: &Texts, view: &MeasureView) -> Sheet {
    let measure = view.measure();
    let row = |what: String, says: String| vec![text(what), text(says)];
    let mut rows = vec![
        row(t.get("massnahme"), measure.plan.title.clone()),
        row(t.get("blatt-sachstand"), lead(t, view)),
    ];
    rows.extend(pairs(t, view).into_iter().map(|it| row(it.term, it.text)));
    let goals = view.goals.titles(t).join("\n");
    let more = [
        (words::field(t, Part::Description), measure.plan.description.clone()),
        (t.get("massnahme-ziele"), goals),
    ];
    rows.extend(more.into_iter().filter(|it| !it.1.is_empty()).map(|it| row(it.0, it.1)));
    let written = ankunft_platform::words::instant(t, measure.at);
    let args = [("fassung", measure.version.into()), ("zeit", written.into())];
    rows.push(row(t.get("blatt-stand-der-angaben"), t.with("blatt-fassung", &args)));
    sheet(t, "blatt-angaben", &["papier-was", "papier-inhalt"], rows)
}

/// What it rests on; a value only where this reader may see it.
fn evidence(t: &Texts, view: &MeasureView, address: &str) -> Sheet {
    let row = |it: &ankunft_platform::citing::Cited| {
        let note = it.note.as_ref().map_or_else(String::new, |it| it.title.clone());
        vec![
            text(&*it.title),
            text(it.value.clone().unwrap_or_default()),
            text(it.source.clone().unwrap_or_default()),
            text(format!("{address}{}", it.reference())),
            text(note),
        ]
    };
    let columns = ["faden-befund", "wert", "indikator-feld-quelle", "fund", "blatt-vermerk"];
    sheet(t, "massnahme-warum", &columns, view.evidence.cited.iter().map(row).collect())
}

fn stairs(t: &Texts, view: &MeasureView) -> Sheet {
    let known = (&view.staircase.names, &view.staircase.organisations);
    let row = |it: &Stand| {
        let says = &it.known.says;
        let said = |part| text(effects::says(t, known, says, part));
        let (baseline, base_day) = valued(says.baseline);
        let (now, day) = valued(it.now());
        use crate::effects::model::Part as Of;
        let unit = match says.kind {
            crate::effects::model::Kind::Share => text("%"),
            crate::effects::model::Kind::Count => text(&*says.unit),
        };
        vec![
            text(effects::step(t, says.step)),
            text(&*says.name),
            unit,
            baseline,
            base_day,
            now,
            day,
            said(Of::Targets),
            said(Of::Reporter),
        ]
    };
    let columns = [
        "indikator-feld-stufe",
        "arbeitsmappe-indikator",
        "indikator-feld-einheit",
        "indikator-feld-ausgangswert",
        "indikator-ausgangstag",
        "blatt-erreicht",
        "blatt-erreicht-tag",
        "indikator-feld-zielpfad",
        "indikator-feld-wer-berichtet",
    ];
    sheet(t, "treppe", &columns, view.staircase.open().map(row).collect())
}

/// A number of a day, in two cells.
fn valued(it: Option<(i64, jiff::civil::Date)>) -> (Entry, Entry) {
    it.map_or((Entry::Empty, Entry::Empty), |(it, day)| (hundredths(it), Entry::Day(day)))
}

/// Everything that was accepted, the earliest period first.
fn values(t: &Texts, view: &MeasureView) -> Sheet {
    let mut rows = Vec::new();
    for stand in view.staircase.open() {
        let says = &stand.known.says;
        for it in accepted(&stand.actuals) {
            let (value, whole, nothing) = match it.value {
                Value::Nothing => (Entry::Empty, Entry::Empty, text(t.get("offen-ja"))),
                Value::Count(it) => (hundredths(it), Entry::Empty, Entry::Empty),
                Value::Share(part, whole) => (hundredths(part), hundredths(whole), Entry::Empty),
            };
            rows.push(vec![
                text(&*says.name),
                text(it.period.words(t)),
                value,
                whole,
                nothing,
                text(effects::parts(t, it)),
                text(&*says.source),
            ]);
        }
    }
    let columns = [
        "arbeitsmappe-indikator",
        "wert-zeitraum",
        "wert",
        "wert-nenner",
        "wert-fehlanzeige",
        "wert-teile",
        "indikator-feld-quelle",
    ];
    sheet(t, "blatt-abgenommen", &columns, rows)
}

/// Who gives what, the city itself last, and what it costs.
fn money(t: &Texts, view: &MeasureView) -> Sheet {
    let budget = &view.around().budget;
    let mut rows = Vec::new();
    if !budget.is_empty() {
        rows = parts(t, &view.measure().plan.title, budget);
        rows.iter_mut().for_each(|it| _ = it.remove(0));
        let whole = text(t.get("finanzplan-gesamtfinanzierung"));
        rows.push(vec![whole, Entry::Empty, Entry::Empty, hundredths(budget.cents)]);
    }
    sheet(t, "blatt-money", &["geld-wer", "geld-programm", "geld-quote", "geld-betrag"], rows)
}

/// The bookings that count.
fn spending(t: &Texts, view: &MeasureView) -> Sheet {
    let row = |it: &crate::spending::model::Line| {
        let says = &it.says;
        let kind = says.kind.map_or_else(String::new, |it| around::cost_kind(t, it));
        vec![
            Entry::Day(says.day),
            hundredths(says.cents),
            text(kind),
            text(spent::payer(t, &says.payer)),
            text(&*says.note),
        ]
    };
    let columns =
        ["ausgabe-tag", "geld-betrag", "plan-ausgabeart", "ausgabe-mittel", "ausgabe-notiz"];
    sheet(t, "ausgabe-buchungen", &columns, view.book.counting().map(row).collect())
}

fn hindrances(t: &Texts, beside: &Beside<'_>) -> Sheet {
    let row = |it: &&crate::reporting::model::Obstacle| {
        let answer = match it.state {
            ObstacleState::Answered => it.answer.clone(),
            _ => t.get("blatt-offen"),
        };
        vec![text(&*it.text), text(answer)]
    };
    let rows = beside.obstacles.iter().map(row).collect();
    sheet(t, "blatt-hindernisse", &["papier-was", "blatt-antwort"], rows)
}
