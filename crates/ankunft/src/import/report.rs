//! What an import prints: where it comes from, what was found, what became of each file.

use serde::Serialize;
use serde_json::{Value, json};

use super::hex;
use crate::cli::{ImportArgs, ImportKind};

/// The answer on standard output, in the order in which it is printed.
#[derive(Debug, Default, Serialize)]
pub(super) struct Report {
    provenance: Provenance,
    /// All findings, each with its file.
    pub(super) findings: Vec<Value>,
    dry_run: bool,
    /// What became of each file.
    pub(super) files: Vec<Value>,
}

/// By what and from what an answer was made: nothing in it depends on the hour.
#[derive(Debug, Default, Serialize)]
struct Provenance {
    program: &'static str,
    version: &'static str,
    method: &'static str,
    parameters: Value,
    inputs: Vec<Value>,
}

impl Report {
    pub(super) fn of(arguments: &ImportArgs) -> Self {
        let how = &arguments.how;
        let method = match arguments.kind {
            ImportKind::Areas => "import areas",
            ImportKind::Lines => "import lines",
            ImportKind::Table => "import table",
            ImportKind::Grid => "import grid",
        };
        let mut parameters = json!({
            "kommune": arguments.kommune,
            "profile": how.profile,
            "period": how.period,
            "geography": how.geography,
            "label": how.label,
            "method": how.method,
            "noise": how.noise,
            "round": how.round,
            "parent_prefix": how.parent_prefix,
            "sheet": how.sheet,
            "member": how.member,
        });
        if let Some(all) = parameters.as_object_mut() {
            all.retain(|_, value| !value.is_null());
        }
        let provenance = Provenance {
            program: "ankunft",
            version: env!("CARGO_PKG_VERSION"),
            method,
            parameters,
            inputs: Vec::new(),
        };
        Self { provenance, dry_run: arguments.dry_run, ..Self::default() }
    }

    /// Notes a file that was read.
    pub(super) fn input(&mut self, name: &str, hash: &[u8]) {
        self.provenance.inputs.push(json!({ "file": name, "sha256": hex(hash) }));
    }
}
