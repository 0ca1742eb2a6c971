//! Indices of residential segregation, as pure functions of counts.
