use std::fmt;
use std::str::FromStr;

use super::{Method, Uncertainty};

/// How a band of a figure from grid cells came about, as the definition of its indicator keeps
/// it.
///
/// # Examples
///
/// ```
/// use ankunft_formats::grid::{Basis, Method, Uncertainty};
///
/// let noise = Uncertainty { greatest_noise: 5.0, noise_variance: 3.0, unpublished_most: 2.0 };
/// let basis = Basis { width_m: 1_000, method: Method::Centre, noise };
/// assert_eq!(basis.to_string(), "grid:1000 centre cell-key:5,3 unpublished:2 likely:0.9");
/// assert_eq!(basis.to_string().parse(), Ok(basis));
/// assert!("by hand".parse::<Basis>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Basis {
    /// The width of the cells in metres.
    pub width_m: u32,
    /// How they were given to area units.
    pub method: Method,
    /// What was assumed about how far they are from the truth.
    pub noise: Uncertainty,
}

/// A text that is no basis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this does not say how a band came about")]
pub struct NoBasis;

impl fmt::Display for Basis {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let Self { width_m, method, noise } = self;
        write!(
            formatter,
            "grid:{width_m} {} cell-key:{},{} unpublished:{} likely:0.9",
            method.code(),
            noise.greatest_noise,
            noise.noise_variance,
            noise.unpublished_most,
        )
    }
}

impl FromStr for Basis {
    type Err = NoBasis;

    fn from_str(text: &str) -> Result<Self, NoBasis> {
        let words: Vec<&str> = text.split(' ').collect();
        let [width, method, noise, unpublished, "likely:0.9"] = words[..] else {
            return Err(NoBasis);
        };
        let behind = |text: &'_ str, before: &str| text.strip_prefix(before).map(str::to_owned);
        let number = |text: &str| text.parse::<f64>().ok().filter(|it| it.is_finite());
        let (greatest, variance) = {
            let noise = behind(noise, "cell-key:").ok_or(NoBasis)?;
            let (greatest, variance) = noise.split_once(',').ok_or(NoBasis)?;
            (number(greatest).ok_or(NoBasis)?, number(variance).ok_or(NoBasis)?)
        };
        let unpublished = behind(unpublished, "unpublished:").and_then(|it| number(&it));
        Ok(Self {
            width_m: behind(width, "grid:").and_then(|it| it.parse().ok()).ok_or(NoBasis)?,
            method: Method::from_code(method).ok_or(NoBasis)?,
            noise: Uncertainty {
                greatest_noise: greatest,
                noise_variance: variance,
                unpublished_most: unpublished.ok_or(NoBasis)?,
            },
        })
    }
}

/// An end of a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// The least likely value.
    Low,
    /// The greatest likely value.
    High,
}

impl Bound {
    const fn ending(self) -> &'static str {
        match self {
            Self::Low => "_low",
            Self::High => "_high",
        }
    }
}

/// The code under which an end of a figure's band is kept: `population_low`.
#[must_use]
pub fn band_code(code: &str, bound: Bound) -> String {
    format!("{code}{}", bound.ending())
}

/// The code of the figure whose band ends here; `None` if a code is no end of a band.
#[must_use]
pub fn band_of(code: &str) -> Option<(&str, Bound)> {
    let known = |bound: Bound| {
        let base = code.strip_suffix(bound.ending())?;
        crate::indicator(code).is_none().then_some((base, bound))
    };
    known(Bound::Low).or_else(|| known(Bound::High))
}
