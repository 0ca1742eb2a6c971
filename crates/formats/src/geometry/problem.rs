use super::raw::RawFile;
use crate::{Finding, Severity};

/// A finding about one feature, before it has the feature's name.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Problem {
    pub(super) severity: Severity,
    pub(super) code: &'static str,
    pub(super) args: Vec<(&'static str, String)>,
}

impl Problem {
    pub(super) fn new(severity: Severity, code: &'static str) -> Self {
        Self { severity, code, args: Vec::new() }
    }

    pub(super) fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    pub(super) fn at(self, [x, y]: [f64; 2]) -> Self {
        self.arg("x", short(x)).arg("y", short(y))
    }
}

/// A coordinate as a person compares it: seven digits behind the point are a centimetre.
pub(super) fn short(value: f64) -> String {
    if !value.is_finite() {
        return value.to_string();
    }
    let text = if value.abs() <= 360.0 { format!("{value:.7}") } else { format!("{value:.2}") };
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// So many features may have the same note before it becomes one note about the file.
const NAMED_ONE_BY_ONE: usize = 5;

/// Findings of the problems of all features, in the order of the file. Many equal notes or
/// warnings become one with their number; errors stay one by one.
pub(super) fn to_findings(
    raw: &RawFile,
    labels: &[String],
    problems: &[(usize, Problem)],
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut folded: Vec<&str> = Vec::new();
    for (feature, problem) in problems {
        if folded.contains(&problem.code) {
            continue;
        }
        let is_error = problem.severity == Severity::Error;
        let same = problems.iter().filter(|(_, other)| other.code == problem.code);
        let count = if is_error { 1 } else { same.count() };
        let fold = count > NAMED_ONE_BY_ONE;
        if fold {
            folded.push(problem.code);
        }
        let mut finding = Finding::new(problem.severity, &raw.name, problem.code)
            .line(*feature as u64 + 1)
            .arg("feature", &labels[*feature])
            // A word and not the number chooses the sentence, so no language needs plural rules.
            .arg("scope", if fold { "many" } else { "one" })
            .arg("count", if fold { count } else { 1 });
        for (name, value) in &problem.args {
            finding = finding.arg(name, value);
        }
        findings.push(finding);
    }
    findings
}
