//! The standard library asks the platform for these functions, and platforms differ in the
//! last digit. These are the same program everywhere.

/// _e_ to the power of `x`, with the same bits on every machine.
#[must_use]
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// The natural logarithm of `x`, with the same bits on every machine.
#[must_use]
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// `base` to the power of `exponent`, with the same bits on every machine.
#[must_use]
pub fn powf(base: f64, exponent: f64) -> f64 {
    libm::pow(base, exponent)
}
