use std::collections::BTreeMap;

use crate::{Finding, Severity};

/// Findings in the order in which they were made, bounded in number for each kind.
pub(crate) struct Collector {
    file: String,
    most: usize,
    list: Vec<Finding>,
    counts: BTreeMap<(String, Severity), usize>,
}

impl Collector {
    pub(crate) fn new(file: &str, most: usize) -> Self {
        Self { file: file.to_owned(), most, list: Vec::new(), counts: BTreeMap::new() }
    }

    /// From here on, findings are about this file: the member of an archive.
    pub(crate) fn rename(&mut self, file: &str) {
        file.clone_into(&mut self.file);
    }

    pub(crate) fn error(&self, code: &str) -> Finding {
        Finding::new(Severity::Error, &self.file, code)
    }

    pub(crate) fn warning(&self, code: &str) -> Finding {
        Finding::new(Severity::Warning, &self.file, code)
    }

    pub(crate) fn note(&self, code: &str) -> Finding {
        Finding::new(Severity::Note, &self.file, code)
    }

    pub(crate) fn push(&mut self, finding: Finding) {
        let count = self.counts.entry((finding.code.clone(), finding.severity)).or_default();
        *count += 1;
        if *count <= self.most {
            self.list.push(finding);
        }
    }

    /// All findings; kinds with too many end with one that says how many more there are.
    pub(crate) fn finish(mut self) -> Vec<Finding> {
        for ((code, severity), count) in self.counts {
            if count > self.most {
                let more = Finding::new(severity, &self.file, "more-of-a-kind")
                    .arg("code", code)
                    .arg("count", count - self.most)
                    .arg("total", count);
                self.list.push(more);
            }
        }
        self.list
    }
}
