//! Papers in both formats: every kind of block, the same bytes twice, text that is never markup,
//! and what is refused.

#![expect(clippy::disallowed_methods, reason = "reads the fonts that the web build made")]
#![expect(clippy::disallowed_types, reason = "asks other programs what they read in a PDF")]

mod docx;
mod figures;
mod pdf;
mod refused;
mod sample;
