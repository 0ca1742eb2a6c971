//! What an import prints: where it comes from, what was found, what became of each file.

use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::{Value, json};

use crate::analyse::output::{InputFile, Method};
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
    method: Method,
    parameters: Value,
    inputs: Vec<InputFile>,
}

impl Report {
    pub(super) fn of(arguments: &ImportArgs) -> Self {
        let name = match arguments.kind {
            ImportKind::Areas => "import areas",
            ImportKind::Lines => "import lines",
            ImportKind::Table => "import table",
            ImportKind::Grid => "import grid",
        };
        let provenance = Provenance {
            program: "ankunft",
            version: env!("CARGO_PKG_VERSION"),
            method: Method { name, version: 1 },
            parameters: parameters(arguments),
            inputs: Vec::new(),
        };
        Self { provenance, dry_run: arguments.dry_run, ..Self::default() }
    }

    /// Notes a file that was read.
    pub(super) fn input(&mut self, name: &str, bytes: &[u8]) {
        self.provenance.inputs.push(InputFile::of(name, bytes));
    }
}

/// Every flag that was given. Not where the data lie: two installations give the same answer.
fn parameters(arguments: &ImportArgs) -> Value {
    let how = &arguments.how;
    let path = |it: &Option<PathBuf>| {
        it.as_deref().and_then(Path::file_name).map(|it| it.to_string_lossy().into_owned())
    };
    let text = |it: &str| Some(it.to_owned()).filter(|it| !it.is_empty());
    let mut parameters = json!({
        "kommune": arguments.kommune,
        "name": arguments.name,
        "download": arguments.download.then_some(true),
        "download_base": arguments.download_base,
        "profile": how.profile,
        "period": how.period,
        "geography": how.geography,
        "geography_name": how.geography_name,
        "label": how.label,
        "valid_from": how.valid_from,
        "valid_to": how.valid_to,
        "source": text(&how.source),
        "licence": text(&how.licence),
        "crs": how.crs,
        "nutzung": how.nutzung,
        "protected_by": how.protected_by,
        "office": how.office,
        "round": how.round,
        "delimiter": how.delimiter,
        "decimal": how.decimal,
        "encoding": how.encoding,
        "sheet": how.sheet,
        "member": how.member,
        "method": how.method,
        "noise": how.noise,
        "weights": path(&how.weights),
        "parent_prefix": how.parent_prefix,
        "crosswalk": path(&how.crosswalk),
        "language": how.language,
    });
    if let Some(all) = parameters.as_object_mut() {
        all.retain(|_, value| !value.is_null());
    }
    parameters
}
