//! Runs and paragraphs.

use crate::svg::escape;

/// A run of text; `properties` is what stands in its `w:rPr`.
pub(super) fn run(text: &str, properties: &str) -> String {
    let properties = match properties {
        "" => String::new(),
        it => format!("<w:rPr>{it}</w:rPr>"),
    };
    format!("<w:r>{properties}<w:t xml:space=\"preserve\">{}</w:t></w:r>", escape(text))
}

/// A paragraph of a style, with more of its properties in the order of the schema.
pub(super) fn paragraph(style: &str, properties: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}</w:pPr>{runs}</w:p>")
}

/// A field that the program computes, like a page number.
pub(super) fn field(code: &str) -> String {
    format!("<w:fldSimple w:instr=\" {code} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
}
