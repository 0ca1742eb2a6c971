//! Findings in words, for people and as JSON.

use ankunft_atlas::pages::incoming;
use ankunft_formats::{Finding, findings_json};
use ankunft_platform::languages::Texts;
use serde_json::Value;

/// One line for a person at a console: `file:12:3: Fehler: …`.
pub fn line(t: &Texts, finding: &Finding) -> String {
    let (message, advice) = incoming::words(t, finding);
    let place: String =
        [finding.line, finding.column].into_iter().flatten().map(|it| format!(":{it}")).collect();
    let severity = incoming::severity(t, finding.severity);
    format!("{}{place}: {severity}: {message} {advice}", finding.file)
}

/// All findings as the contract of the command line says.
pub fn json(t: &Texts, findings: &[Finding]) -> Vec<Value> {
    match findings_json(findings, |it| incoming::words(t, it)) {
        Value::Array(all) => all,
        other => vec![other],
    }
}
