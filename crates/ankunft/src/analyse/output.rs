//! Results as files: provenance first, then findings, then what was computed.

use ankunft_formats::Finding;
use ankunft_platform::languages::Texts;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::{Format, WritingArgs, input};
use crate::console::{self, Problem};
use crate::findings;

/// An input file, by which a result can be made again.
#[derive(Clone, Debug, Serialize)]
pub struct InputFile {
    file: String,
    sha256: String,
}

impl InputFile {
    /// The file with this name and these bytes.
    pub fn of(name: &str, bytes: &[u8]) -> Self {
        let hash = ankunft_atlas::import::hash(bytes);
        let sha256 = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        Self { file: name.to_owned(), sha256 }
    }
}

/// Where a result comes from.
#[derive(Debug, Serialize)]
pub struct Provenance<P> {
    program: &'static str,
    version: &'static str,
    method: Method,
    parameters: P,
    seed: Option<u64>,
    inputs: Vec<InputFile>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<String>,
}

/// By which method something was made.
#[derive(Debug, Default, Serialize)]
pub struct Method {
    /// Its name.
    pub name: &'static str,
    /// The version that rises when other numbers come out.
    pub version: u32,
}

/// A result with all that a file says about it.
pub struct Report<'a, P> {
    /// The name of the method, and the version that rises when other numbers come out.
    pub method: (&'static str, u32),
    /// Its parameters, all of them.
    pub parameters: P,
    /// Its seed, if it draws.
    pub seed: Option<u64>,
    /// What it read.
    pub inputs: Vec<InputFile>,
    /// What was found.
    pub findings: &'a [Finding],
}

#[derive(Serialize)]
struct Document<'a, P, R> {
    provenance: &'a Provenance<P>,
    findings: Vec<Value>,
    #[serde(flatten)]
    result: R,
}

/// A map that keeps its order.
pub struct Ordered<K, V>(pub Vec<(K, V)>);

impl<K: Serialize, V: Serialize> Serialize for Ordered<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

/// A table for people and other programs.
pub struct Rows {
    /// The names of the columns.
    pub header: Vec<String>,
    /// The fields.
    pub rows: Vec<Vec<String>>,
}

impl Rows {
    fn text(&self) -> Result<String, Problem> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        for row in std::iter::once(&self.header).chain(&self.rows) {
            writer.write_record(row).map_err(Problem::internal)?;
        }
        String::from_utf8(writer.into_inner().map_err(Problem::internal)?)
            .map_err(Problem::internal)
    }
}

/// A number as CSV writes it: the shortest that reads back as the same; empty for none.
pub fn field(number: Option<impl ToString>) -> String {
    number.map_or_else(String::new, |it| it.to_string())
}

impl<P: Serialize> Report<'_, P> {
    /// Writes the result where and how the arguments ask, and tells the findings.
    ///
    /// `aside` is what a JSON file says beside the rows of the table.
    pub fn write(
        self,
        t: &Texts,
        how: &WritingArgs,
        result: &impl Serialize,
        aside: &impl Serialize,
        rows: impl FnOnce() -> Rows,
    ) -> Result<(), Problem> {
        input::tell(t, self.findings);
        let provenance = Provenance {
            program: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
            method: Method { name: self.method.0, version: self.method.1 },
            parameters: self.parameters,
            seed: self.seed,
            inputs: self.inputs,
            time: how.timestamp.then(|| jiff::Timestamp::now().to_string()),
        };
        let findings = findings::json(t, self.findings);
        let ending = how.out.as_ref().and_then(|it| it.extension());
        let by_ending = ending.is_some_and(|it| it.eq_ignore_ascii_case("csv"));
        let format = how.format.unwrap_or(if by_ending { Format::Csv } else { Format::Json });
        let (text, meta) = match format {
            Format::Json => (json(&provenance, findings, result)?, None),
            Format::Csv => (rows().text()?, Some(json(&provenance, findings, aside)?)),
        };
        let Some(path) = &how.out else {
            return emit(&text);
        };
        console::write(t, path, text.as_bytes())?;
        let Some(meta) = meta else { return Ok(()) };
        let mut beside = path.clone().into_os_string();
        beside.push(".meta.json");
        console::write(t, beside.as_ref(), meta.as_bytes())
    }
}

fn json<P: Serialize, R: Serialize>(
    provenance: &Provenance<P>,
    findings: Vec<Value>,
    result: R,
) -> Result<String, Problem> {
    let document = Document { provenance, findings, result };
    let text = serde_json::to_string_pretty(&document).map_err(Problem::internal)?;
    Ok(text + "\n")
}

fn emit(text: &str) -> Result<(), Problem> {
    use std::io::Write;
    std::io::stdout().lock().write_all(text.as_bytes()).map_err(Problem::internal)
}
