//! Exact sums, named random streams.
