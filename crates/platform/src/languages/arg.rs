use fluent_bundle::FluentValue;

/// What is put into a text in place of `{ $name }`.
///
/// Numbers are written as the language writes them (`8.640`) and choose plural forms; texts are
/// taken as they are, so format a date or a percentage with [`Texts`](super::Texts) first.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// Words, or something already formatted.
    Text(String),
    /// A number.
    Number(f64),
}

impl Arg {
    pub(super) fn value(&self) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::from(text.as_str()),
            Self::Number(number) => FluentValue::from(*number),
        }
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<f64> for Arg {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

macro_rules! from_small {
    ($($number:ty),*) => {$(
        impl From<$number> for Arg {
            fn from(number: $number) -> Self {
                Self::Number(f64::from(number))
            }
        }
    )*};
}
from_small!(u8, u16, u32, i8, i16, i32, f32);

macro_rules! from_large {
    ($($number:ty),*) => {$(
        impl From<$number> for Arg {
            /// Exact up to 2⁵³, which no count of this program reaches.
            #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
            fn from(number: $number) -> Self {
                Self::Number(number as f64)
            }
        }
    )*};
}
from_large!(u64, i64, usize);
