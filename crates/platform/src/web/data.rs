//! What an address gives to programs. A route says so where it is registered, and the OpenAPI
//! document is made of nothing else.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;
use serde_json::{Value, json};

use super::Failure;

/// What a route gives to programs.
#[derive(Clone, Copy, Debug)]
pub struct Data {
    /// What it gives, in one English sentence.
    pub summary: &'static str,
    /// The media type of the answer.
    pub media_type: &'static str,
    /// What can stand behind the `?`.
    pub query: &'static [Parameter],
    /// The shape of a JSON answer, made of the type that is written.
    pub schema: Option<Shape>,
    /// Other media types in which the same can be had.
    pub also: &'static [&'static str],
    /// Which other answers it gives, each with its reason.
    pub refusals: &'static [(u16, &'static str)],
    /// The shape of a problem document (RFC 9457), if that is how it refuses what was asked.
    pub problem: Option<Shape>,
}

/// Makes the schema of a type.
pub type Shape = fn(&mut SchemaGenerator) -> Schema;

/// Something that can stand behind the `?`.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// What it chooses.
    pub description: &'static str,
    /// Its shape.
    pub kind: ParameterKind,
}

/// The shape of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterKind {
    /// Any text.
    Text,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A whole number; what is above the maximum is read as the maximum.
    Whole {
        /// The least.
        least: u32,
        /// The greatest.
        most: u32,
        /// What holds if it is left out.
        default: u32,
    },
    /// Four or six numbers with commas between them.
    Box,
}

/// What most addresses refuse.
const NOT_FOUND: &[(u16, &str)] = &[(404, "Nothing of that name is there for this reader")];

impl Data {
    /// A file of this media type.
    #[must_use]
    pub const fn file(media_type: &'static str, summary: &'static str) -> Self {
        Self {
            summary,
            media_type,
            query: &[],
            schema: None,
            also: &[],
            refusals: NOT_FOUND,
            problem: None,
        }
    }

    /// An answer that is this type, written as JSON.
    #[must_use]
    pub const fn json<T: JsonSchema>(summary: &'static str) -> Self {
        Self::shaped::<T>("application/json", summary)
    }

    /// The same with another media type that is JSON.
    #[must_use]
    pub const fn shaped<T: JsonSchema>(media_type: &'static str, summary: &'static str) -> Self {
        Self { schema: Some(of::<T>), ..Self::file(media_type, summary) }
    }

    /// The same, whose answer has this shape.
    #[must_use]
    pub const fn shape(self, shape: Shape) -> Self {
        Self { schema: Some(shape), ..self }
    }

    /// The same with what can stand behind the `?`.
    #[must_use]
    pub const fn asking(self, query: &'static [Parameter]) -> Self {
        Self { query, ..self }
    }

    /// The same, which can be had in other media types too.
    #[must_use]
    pub const fn also(self, also: &'static [&'static str]) -> Self {
        Self { also, ..self }
    }

    /// The same, which refuses with a problem document of this type.
    #[must_use]
    pub const fn problem<T: JsonSchema>(self) -> Self {
        Self { problem: Some(of::<T>), ..self }
    }

    /// The same with other refusals.
    #[must_use]
    pub const fn refusing(self, refusals: &'static [(u16, &'static str)]) -> Self {
        Self { refusals, ..self }
    }
}

fn of<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<T>()
}

/// An answer that is this value, written as JSON.
///
/// # Errors
///
/// - [`Failure`] if the value has no JSON, as a map whose keys are no texts.
pub fn answer(media_type: &'static str, document: &impl Serialize) -> Result<Response, Failure> {
    let text = serde_json::to_string(document).map_err(Failure::internal)?;
    Ok(([(header::CONTENT_TYPE, media_type)], text).into_response())
}

impl Parameter {
    /// A parameter that takes any text.
    #[must_use]
    pub const fn text(name: &'static str, description: &'static str) -> Self {
        Self { name, description, kind: ParameterKind::Text }
    }

    /// As an OpenAPI parameter object.
    #[must_use]
    pub fn document(&self) -> Value {
        let schema = match self.kind {
            ParameterKind::Text => json!({ "type": "string" }),
            ParameterKind::Word(words) => json!({ "type": "string", "enum": words }),
            ParameterKind::Whole { least, most, default } => {
                json!({ "type": "integer", "minimum": least, "maximum": most, "default": default })
            }
            ParameterKind::Box => json!({
                "type": "array",
                "oneOf": [{ "minItems": 4, "maxItems": 4 }, { "minItems": 6, "maxItems": 6 }],
                "items": { "type": "number" },
            }),
        };
        json!({
            "name": self.name,
            "in": "query",
            "description": self.description,
            "required": false,
            "style": "form",
            "explode": false,
            "schema": schema,
        })
    }
}
