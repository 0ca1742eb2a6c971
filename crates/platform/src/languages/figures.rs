//! Numbers, dates, lists and sizes as a language writes them, by ICU's data.

use std::sync::LazyLock;

use fixed_decimal::{Decimal, FloatPrecision};
use fluent_bundle::FluentValue;
use icu_calendar::{Date, Iso};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale_core::{Locale, locale};
use jiff::tz::TimeZone;

use super::{Arg, Language, LanguageError, Texts};

/// Stands between a number and its unit, so that a line never breaks there.
const NO_BREAK: char = '\u{a0}';

/// The minus sign (U+2212), which is as wide as a plus.
const MINUS: &str = "\u{2212}";

/// The formats of one language.
pub(super) struct Figures {
    decimal: DecimalFormatter,
    date: DateTimeFormatter<YMD>,
    long_date: DateTimeFormatter<YMD>,
    list: ListFormatter,
}

impl Figures {
    pub(super) fn new(language: Language) -> Result<Self, LanguageError> {
        let formats = || -> Option<Self> {
            let (locale, date) = match language {
                Language::German => (locale!("de"), YMD::medium()),
                Language::English | Language::Pseudo => (locale!("en-GB"), YMD::long()),
            };
            Some(Self {
                decimal: decimal_formatter(&locale)?,
                date: DateTimeFormatter::try_new((&locale).into(), date).ok()?,
                long_date: DateTimeFormatter::try_new((&locale).into(), YMD::long()).ok()?,
                list: ListFormatter::try_new_and((&locale).into(), ListFormatterOptions::default())
                    .ok()?,
            })
        };
        formats().ok_or(LanguageError::Formats { language: language.code() })
    }
}

fn decimal_formatter(locale: &Locale) -> Option<DecimalFormatter> {
    DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default()).ok()
}

/// Rounds half away from zero at `digits` places behind the comma and pads with zeros.
fn rounded(value: f64, digits: u8) -> Option<Decimal> {
    let mut decimal = Decimal::try_from_f64(value, FloatPrecision::RoundTrip).ok()?;
    decimal.round_with_mode(
        -i16::from(digits),
        fixed_decimal::SignedRoundingMode::Unsigned(
            fixed_decimal::UnsignedRoundingMode::HalfExpand,
        ),
    );
    if decimal.absolute.is_zero() {
        decimal.sign = fixed_decimal::Sign::None;
    }
    decimal.absolute.pad_end(-i16::from(digits));
    Some(decimal)
}

impl Texts {
    /// A whole number with its thousands marked: `8.640`, `8,640`.
    #[must_use]
    pub fn integer(&self, number: impl Into<i64>) -> String {
        let decimal = Decimal::from(number.into());
        sign(self.figures().decimal.format(&decimal).to_string())
    }

    /// A count of things in memory, written like [`integer`](Self::integer).
    #[must_use]
    pub fn count(&self, number: usize) -> String {
        self.integer(i64::try_from(number).unwrap_or(i64::MAX))
    }

    /// A number with exactly `digits` places behind the comma: `0,33`. What is no number (NaN,
    /// infinite) is written as `–`.
    #[must_use]
    pub fn decimal(&self, number: f64, digits: u8) -> String {
        match rounded(number, digits) {
            Some(decimal) => sign(self.figures().decimal.format(&decimal).to_string()),
            None => "–".to_owned(),
        }
    }

    /// A share in percent (0–100): `44,6 %` with a no-break space, `44.6%` in English.
    #[must_use]
    pub fn percent(&self, percent: f64, digits: u8) -> String {
        let number = self.decimal(percent, digits);
        match self.language() {
            Language::German => format!("{number}{NO_BREAK}%"),
            Language::English | Language::Pseudo => format!("{number}%"),
        }
    }

    /// An amount of money, given in cents: `1.234,50 €`, `€1,234.50`.
    #[must_use]
    pub fn euros(&self, cents: i64) -> String {
        let mut amount = Decimal::from(cents);
        amount.multiply_pow10(-2);
        amount.absolute.pad_end(-2);
        let amount = sign(self.figures().decimal.format(&amount).to_string());
        match self.language() {
            Language::German => format!("{amount}{NO_BREAK}€"),
            Language::English | Language::Pseudo => match amount.strip_prefix('−') {
                Some(amount) => format!("−€{amount}"),
                None => format!("€{amount}"),
            },
        }
    }

    /// A difference with its sign always shown: `+8,5`, `−0,3`, `0,0`.
    #[must_use]
    pub fn signed(&self, number: f64, digits: u8) -> String {
        let text = self.decimal(number, digits);
        let is_positive = rounded(number, digits)
            .is_some_and(|it| !it.absolute.is_zero() && it.sign == fixed_decimal::Sign::None);
        if is_positive { format!("+{text}") } else { text }
    }

    /// The number that a text is which this language has written: a count, an amount, percent or a
    /// difference; none for all else.
    #[must_use]
    pub fn read_number(&self, text: &str) -> Option<f64> {
        let (decimal, thousand) = match self.language() {
            Language::German => (',', '.'),
            Language::English | Language::Pseudo => ('.', ','),
        };
        let unit = |it: char| matches!(it, '€' | '%' | ' ' | NO_BREAK);
        let (sign, text) = match text.strip_prefix(MINUS) {
            Some(rest) => ("-", rest),
            None => ("", text.strip_prefix('+').unwrap_or(text)),
        };
        let text = text.trim_matches(unit);
        let (whole, part) = text.split_once(decimal).unwrap_or((text, "0"));
        let mut groups = whole.split(thousand);
        let first = groups.next()?;
        let rest: Vec<&str> = groups.collect();
        let is_grouped = (1..=3).contains(&first.len()) && rest.iter().all(|it| it.len() == 3);
        let digits = [first, &rest.concat()].concat();
        let is_plain = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
        if !is_grouped || !is_plain(&digits) || !is_plain(part) {
            return None;
        }
        format!("{sign}{digits}.{part}").parse().ok()
    }

    /// The day that a text is which this language has written.
    #[must_use]
    pub fn read_date(&self, text: &str) -> Option<jiff::civil::Date> {
        let day = ["%d.%m.%Y", "%d %B %Y"];
        let mut days = day.into_iter().filter_map(|it| jiff::civil::Date::strptime(it, text).ok());
        days.find(|it| self.date(*it) == text)
    }

    /// A day: `31.12.2020`, `31 December 2020`.
    #[must_use]
    pub fn date(&self, day: jiff::civil::Date) -> String {
        match iso(day) {
            Some(day) => self.figures().date.format(&day).to_string(),
            None => day.to_string(),
        }
    }

    /// A day in words: `31. Dezember 2020`, `31 December 2020`.
    #[must_use]
    pub fn date_long(&self, day: jiff::civil::Date) -> String {
        match iso(day) {
            Some(day) => self.figures().long_date.format(&day).to_string(),
            None => day.to_string(),
        }
    }

    /// A moment in Germany's time: `24.11.2024, 14:05 Uhr`.
    #[must_use]
    pub fn instant(&self, instant: jiff::Timestamp) -> String {
        static GERMANY: LazyLock<TimeZone> =
            LazyLock::new(|| TimeZone::get("Europe/Berlin").unwrap_or(TimeZone::UTC));
        let local = instant.to_zoned_datetime(GERMANY.clone());
        let time = local.strftime("%H:%M").to_string();
        self.with(
            "zeitpunkt",
            &[("tag", Arg::from(self.date(local.date()))), ("zeit", time.into())],
        )
    }

    /// Words in a row: `Kita, Schule und Stadtteilbüro`.
    #[must_use]
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        self.figures().list.format(items.iter().map(AsRef::as_ref)).to_string()
    }

    /// The Stichtag of a stock: `2015h1` is `30.06.2015`, `2020` is `31.12.2020`.
    ///
    /// What is not written as a period is returned as it is.
    #[must_use]
    pub fn period(&self, period: &str) -> String {
        last_day(period).map_or_else(|| period.to_owned(), |day| self.date(day))
    }

    /// The Berichtszeitraum of a flow in words: `2015h1` is `1. Halbjahr 2015`, `2021-06` is
    /// `06/2021`.
    ///
    /// What is not written as a period is returned as it is.
    #[must_use]
    pub fn period_of_time(&self, period: &str) -> String {
        let (Some(year), Some(rest)) = (period.get(..4), period.get(4..)) else {
            return period.to_owned();
        };
        match (rest.as_bytes(), last_day(period)) {
            ([b'h' | b'q', _], Some(_)) => {
                let id =
                    if rest.starts_with('h') { "zeitraum-halbjahr" } else { "zeitraum-quartal" };
                self.with(id, &[("nummer", rest[1..].into()), ("jahr", year.into())])
            }
            ([b'-', _, _], Some(_)) => format!("{}/{year}", &rest[1..]),
            ([b'-', ..], Some(day)) => self.date(day),
            _ => period.to_owned(),
        }
    }

    /// A file's size: `340 KB` (thousands, as file managers count).
    #[must_use]
    pub fn bytes(&self, bytes: u64) -> String {
        #[expect(clippy::cast_precision_loss, reason = "shown with two digits")]
        let size = bytes as f64;
        let (number, unit) = match bytes {
            0..1_000 => (self.decimal(size, 0), "B"),
            1_000..1_000_000 => (self.decimal(size / 1e3, 0), "KB"),
            1_000_000..1_000_000_000 => (self.decimal(size / 1e6, 1), "MB"),
            _ => (self.decimal(size / 1e9, 1), "GB"),
        };
        format!("{number}{NO_BREAK}{unit}")
    }
}

/// Last day of `2020-12-31`, `2015h1`, `2021`, `2021-06` or `2021q2`.
fn last_day(period: &str) -> Option<jiff::civil::Date> {
    let year: i16 = period.get(..4)?.parse().ok()?;
    let rest = period.get(4..)?;
    let month = match rest.as_bytes() {
        [] => 12,
        [b'h', half @ b'1'..=b'2'] => (half - b'0') * 6,
        [b'q', quarter @ b'1'..=b'4'] => (quarter - b'0') * 3,
        [b'-', _, _] => rest[1..].parse().ok()?,
        _ => return period.parse().ok(),
    };
    let first = jiff::civil::Date::new(year, i8::try_from(month).ok()?, 1).ok()?;
    Some(first.last_of_month())
}

fn iso(day: jiff::civil::Date) -> Option<Date<Iso>> {
    let (month, number) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    Date::try_new_iso(i32::from(day.year()), month, number).ok()
}

fn sign(number: String) -> String {
    number.replace('-', MINUS)
}

/// How Fluent writes a number in German; plural forms are chosen before.
pub(super) fn german_number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    static FORMAT: LazyLock<Option<DecimalFormatter>> =
        LazyLock::new(|| decimal_formatter(&locale!("de")));
    number(value, FORMAT.as_ref()?)
}

/// How Fluent writes a number in English.
pub(super) fn english_number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    static FORMAT: LazyLock<Option<DecimalFormatter>> =
        LazyLock::new(|| decimal_formatter(&locale!("en-GB")));
    number(value, FORMAT.as_ref()?)
}

fn number(value: &FluentValue<'_>, format: &DecimalFormatter) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let decimal = match number.options.minimum_fraction_digits {
        Some(digits) => rounded(number.value, u8::try_from(digits).ok()?)?,
        None => Decimal::try_from_f64(number.value, FloatPrecision::RoundTrip).ok()?,
    };
    Some(sign(format.format(&decimal).to_string()))
}
