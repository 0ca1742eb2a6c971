//! Composite indices, quantile points, and the identification of arrival quarters.
//!
//! Counts and shares of the areas of one city go in; indices, calls and their uncertainty come out.
//! No file or clock is involved, and chance has a name and a seed: equal numbers give equal bits, on
//! every machine, in every order of the areas, and on any number of threads.
//!
//! # Which function do I need?
//!
//! - One indicator in standard deviations: [`standardise`].
//! - An index of several indicators with classes, as Berlin's and Hamburg's monitoring: [`composite()`].
//! - Whether a strong change can be taken at its word: [`marks()`].
//! - An index that no extreme value decides: [`quantile_points`].
//! - Which quarters are arrival quarters, how sure, since when: [`identify`].
//! - A second look at such a quarter: [`stayers_test`], [`distributor_test`], [`permeability()`].
//! - Of which kind it is: [`suggest_kind`].
//! - Whether its mean hides its parts: [`part_differences`].
//! - A published index by its name: [`Recipe`].
//! - Which candidate a team would choose, and how much hangs on weights: [`spread`], [`weigh`],
//!   [`in_front`], [`disagreements`].
//! - Which quarters can be compared with a chosen one: [`comparison_areas`].
//!
//! # Reading the numbers
//!
//! All of them compare the areas of one city with each other. A city without arrivals has a highest
//! area too. Whether a number may be shown is decided by `ankunft-disclosure`.

#![cfg_attr(test, allow(clippy::float_cmp))]

mod calls;
mod classes;
mod comparison;
mod composite;
mod distributor;
mod doubled;
mod draws;
mod entropy;
mod frame;
mod identify;
mod kinds;
mod marks;
mod noise;
mod panel;
mod parts;
mod period;
mod permeability;
mod phase;
mod points;
mod rate;
mod recipes;
mod standard;
mod stayers;
mod variants;
mod weighing;

pub use calls::Method;
pub use classes::Thresholds;
pub use comparison::{Course, Distance, comparison_areas};
pub use composite::{Composite, CompositeError, Indicator, composite};
pub use distributor::{Compared, DistributorTest, Flows, FlowsError, distributor_test};
pub use doubled::called_with_double;
pub use frame::Exclusion;
pub use identify::{AreaResult, Identification, Settings, Standing, identify};
pub use kinds::{About, Beside, Features, Kind, KindSuggestion, Question, Sign, suggest_kind};
pub use marks::{Circumstances, Mark, STRONG_CHANGE, marks};
pub use noise::Noise;
pub use panel::{ArrivalError, Counted, Dimension, Measure, Panel, Series};
pub use parts::{Hides, Part, PartDifferences, PartsRule, part_differences};
pub use period::Period;
pub use permeability::{Moves, Permeability, permeability};
pub use phase::Phase;
pub use points::quantile_points;
pub use rate::{RatePart, RateParts, rate_parts};
pub use recipes::{Recipe, RecipeGroup, RecipeIndicator, RecipeMethod};
pub use standard::{Standardised, standardise};
pub use stayers::{Residents, ResidentsError, StayersTest, stayers_test};
pub use variants::{VariantGrid, Vary};
pub use weighing::{
    Disagreement, Points, Spread, Weighed, WeighingError, disagreements, in_front, spread, weigh,
};
