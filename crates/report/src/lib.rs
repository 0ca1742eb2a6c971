//! Charts and maps as SVG, and papers as PDF and DOCX.
//!
//! Every function here is pure: values in, a fragment of SVG as [`String`] out, the same bytes
//! for the same input. The fragments are made to be set into a page with a strict content
//! security policy: they hold classes and geometry, never a `style` attribute, a `<style>` or a
//! script. How the classes look stands in `css/figures.css` of this crate: light and dark, in
//! print, and in forced colours.
//!
//! | the reader asks | use |
//! |---|---|
//! | where? | [`MapBase`], drawn with [`MapBase::draw`]; the legend's fields with [`swatch`] |
//! | which values belong together? | [`classify`] |
//! | how has it changed? | [`SeriesChart`]; in a table, [`sparkline`] |
//! | how much is that? | in a table, [`bar`] |
//! | how do the quarters differ, and from the city? | [`DotPlot`], [`Strip`] |
//! | how sure is that? | [`interval`] |
//! | what rests on what? | [`ThreadPicture`] |
//! | all of it on paper | [`paper`] |
//!
//! # Words and numbers
//!
//! All text comes from the caller, already in the reader's language, numbers included; it is
//! escaped here and never trusted. Where a chart chooses its own numbers (ticks), it asks a
//! closure of the caller to write them.
//!
//! # Protection
//!
//! A picture shows what it is given. Callers give it what came out of
//! `ankunft_disclosure::Released`, and draw what is withheld as [`Shade::NotShown`] or as a gap.

mod bars;
mod classes;
mod map;
pub mod paper;
mod series;
mod strip;
mod svg;
mod thread;

pub use bars::{Bar, Interval, bar, interval};
pub use classes::{ClassError, Classification, Method, classify};
pub use map::{
    Area, Detail, Layer, LayerKind, Look, MapBase, MapError, MapPicture, Place, Shade, Shape,
    swatch,
};
pub use series::{Break, Line, LineRole, Point, SeriesChart, Sparkline, sparkline};
pub use strip::{Dot, DotPlot, ScalePlot, Strip};
pub use thread::{BoxRole, ThreadBox, ThreadPicture, ThreadPlace, ThreadStage};
