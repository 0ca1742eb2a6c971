//! The quarter atlas: areas, indicators, observations.
