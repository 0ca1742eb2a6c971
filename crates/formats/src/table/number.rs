/// How a table writes its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberStyle {
    /// The decimal sign, `,` or `.`.
    pub decimal: char,
    /// The sign between groups of three digits, if the table uses one.
    pub thousands: Option<char>,
}

/// Why a text is no number in a [`NumberStyle`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFault {
    /// It has the other decimal sign.
    DecimalSign,
    /// Its sign before three digits can be a decimal or a thousands sign.
    Ambiguous,
    /// It is infinite, too large, or "not a number".
    NotFinite,
    /// It is something else.
    NotANumber,
}

impl NumberFault {
    /// The code of the finding that tells of it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::DecimalSign => "wrong-decimal-sign",
            Self::Ambiguous => "ambiguous-number",
            Self::NotFinite => "not-finite",
            Self::NotANumber => "not-a-number",
        }
    }
}

/// What the signs of one text say about the style.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Digits only; how many.
    Plain(usize),
    /// Groups of three with this sign, certainly.
    Grouped {
        thousands: char,
        decimal: Option<char>,
    },
    /// One sign before exactly three digits, at most three before it.
    Either(char),
    /// A decimal sign, certainly.
    Fraction(char),
    Other,
}

const SPACES: [char; 4] = [' ', '\u{a0}', '\u{202f}', '\''];

impl NumberStyle {
    /// The style of most of these texts.
    ///
    /// A thousands sign is one only if most numbers of four digits and more have it. Where
    /// nothing speaks for a decimal sign, semicolon files are taken for German ones.
    pub fn recognise<'a>(cells: impl Iterator<Item = &'a str>, delimiter: Option<char>) -> Self {
        let mut evidence = Evidence::default();
        cells.for_each(|cell| evidence.add(shape(cell)));
        evidence.style(delimiter)
    }

    /// The number of a text, strictly in this style.
    ///
    /// # Errors
    ///
    /// What keeps the text from being one.
    pub fn parse(&self, text: &str) -> Result<f64, NumberFault> {
        let text = text.trim();
        let body = text.strip_suffix('%').map_or(text, str::trim_end);
        let (negative, body) = match body.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, body),
        };
        let plain = self.plain(body).ok_or_else(|| self.fault(body))?;
        let number: f64 = plain.parse().map_err(|_| NumberFault::NotANumber)?;
        match number {
            it if !it.is_finite() => Err(NumberFault::NotFinite),
            it if negative => Ok(-it),
            it => Ok(it),
        }
    }

    /// The digits with a point, without groups; `None` if the text breaks the style.
    fn plain<'a>(&self, body: &'a str) -> Option<std::borrow::Cow<'a, str>> {
        let digits = |it: &str| it.bytes().all(|byte| byte.is_ascii_digit());
        let (mantissa, exponent) = match body.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => {
                let power = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
                if power.is_empty() || !digits(power) {
                    return None;
                }
                (mantissa, Some(exponent))
            }
            None => (body, None),
        };
        let (whole, fraction) = match mantissa.split_once(self.decimal) {
            Some((_, "")) => return None,
            Some((whole, fraction)) => (whole, fraction),
            None => (mantissa, ""),
        };
        if !digits(fraction) || (whole.is_empty() && fraction.is_empty()) {
            return None;
        }
        if digits(whole) && (self.decimal == '.' || (fraction.is_empty() && exponent.is_none())) {
            return Some(body.into());
        }
        let whole = match self.thousands {
            Some(sign) if !digits(whole) => ungrouped(whole, sign)?,
            _ if digits(whole) => whole.to_owned(),
            _ => return None,
        };
        let exponent = exponent.map(|it| format!("e{it}")).unwrap_or_default();
        Some(format!("{whole}.{fraction}0{exponent}").into())
    }

    fn fault(&self, body: &str) -> NumberFault {
        let word = body.to_ascii_lowercase();
        if ["nan", "inf", "infinity", "#num!", "1.#inf", "1.#qnan"].contains(&word.as_str()) {
            return NumberFault::NotFinite;
        }
        match shape(body) {
            Shape::Either(_) | Shape::Grouped { .. } => NumberFault::Ambiguous,
            Shape::Fraction(_) => NumberFault::DecimalSign,
            Shape::Plain(_) | Shape::Other => NumberFault::NotANumber,
        }
    }
}

/// The digits of groups of three.
fn ungrouped(whole: &str, sign: char) -> Option<String> {
    let same = |it: char| it == sign || (SPACES.contains(&it) && SPACES.contains(&sign));
    let mut groups = whole.split(same);
    let first = groups.next()?;
    let is_number = |it: &str| it.bytes().all(|byte| byte.is_ascii_digit());
    let ok = (1..=3).contains(&first.len()) && is_number(first);
    let mut all = first.to_owned();
    for group in groups {
        if group.len() != 3 || !is_number(group) {
            return None;
        }
        all.push_str(group);
    }
    ok.then_some(all)
}

fn shape(text: &str) -> Shape {
    let text = text.trim();
    let body = text.strip_prefix(['-', '\u{2212}']).unwrap_or(text);
    if body.is_empty() || body.len() > 40 || !body.ends_with(|it: char| it.is_ascii_digit()) {
        return Shape::Other;
    }
    if body.bytes().all(|byte| byte.is_ascii_digit()) {
        return Shape::Plain(body.len());
    }
    let is_sign = |it: char| it == '.' || it == ',' || SPACES.contains(&it);
    if !body.chars().all(|it| it.is_ascii_digit() || is_sign(it)) {
        return Shape::Other;
    }
    let mut signs = body.chars().filter(|it| is_sign(*it));
    let (Some(first), last) = (signs.next(), signs.next_back()) else { return Shape::Other };
    let Some(last) = last else { return one_sign(body, first) };
    let decimal = (last != first && (last == '.' || last == ',')).then_some(last);
    let whole = decimal.and_then(|it| body.split_once(it)).map_or(body, |(whole, _)| whole);
    match ungrouped(whole, first) {
        Some(_) => Shape::Grouped { thousands: first, decimal },
        None => Shape::Other,
    }
}

fn one_sign(body: &str, sign: char) -> Shape {
    let (whole, rest) = body.split_once(sign).unwrap_or((body, ""));
    let in_groups = (1..=3).contains(&whole.len()) && rest.len() == 3 && !whole.starts_with('0');
    match (SPACES.contains(&sign), in_groups) {
        (true, true) => Shape::Grouped { thousands: sign, decimal: None },
        (true, false) => Shape::Other,
        (false, true) => Shape::Either(sign),
        (false, false) => Shape::Fraction(sign),
    }
}

/// Counted shapes: of comma and of point, each as decimal, as thousands, and as either.
#[derive(Default)]
struct Evidence {
    decimal: [usize; 2],
    thousands: [usize; 2],
    either: [usize; 2],
    space: usize,
    ungrouped: usize,
}

fn index(sign: char) -> usize {
    usize::from(sign == '.')
}

impl Evidence {
    fn add(&mut self, shape: Shape) {
        match shape {
            Shape::Plain(digits) if digits > 3 => self.ungrouped += 1,
            Shape::Plain(_) | Shape::Other => {}
            Shape::Either(sign) => self.either[index(sign)] += 1,
            Shape::Fraction(sign) => self.decimal[index(sign)] += 1,
            Shape::Grouped { thousands, decimal } => {
                if let Some(sign) = decimal {
                    self.decimal[index(sign)] += 1;
                }
                match thousands {
                    '.' | ',' => self.thousands[index(thousands)] += 1,
                    _ => self.space += 1,
                }
            }
        }
    }

    fn style(&self, delimiter: Option<char>) -> NumberStyle {
        let speaks = |sign: usize| 2 * self.decimal[sign] + 2 * self.thousands[1 - sign];
        let (comma, point) = (speaks(0), speaks(1));
        let decimal = match comma.cmp(&point) {
            std::cmp::Ordering::Greater => ',',
            std::cmp::Ordering::Less => '.',
            std::cmp::Ordering::Equal if delimiter == Some(';') => ',',
            std::cmp::Ordering::Equal => '.',
        };
        let other = 1 - index(decimal);
        let grouped = self.thousands[other] + self.either[other];
        let thousands = if grouped.max(self.space) <= self.ungrouped {
            None
        } else if grouped >= self.space {
            Some(if other == 1 { '.' } else { ',' })
        } else {
            Some('\u{202f}')
        };
        NumberStyle { decimal, thousands }
    }
}

#[cfg(test)]
mod tests {
    use super::{NumberFault, NumberStyle};

    const GERMAN: NumberStyle = NumberStyle { decimal: ',', thousands: Some('.') };
    const BARE: NumberStyle = NumberStyle { decimal: ',', thousands: None };

    #[test]
    fn reads_numbers_strictly() {
        assert_eq!(GERMAN.parse("1.234,5"), Ok(1234.5));
        assert_eq!(GERMAN.parse("-0,25"), Ok(-0.25));
        assert_eq!(BARE.parse("12,5 %"), Ok(12.5));
        assert_eq!(BARE.parse("12.5"), Err(NumberFault::DecimalSign));
        assert_eq!(BARE.parse("1.234"), Err(NumberFault::Ambiguous));
        assert_eq!(BARE.parse("1 234"), Err(NumberFault::Ambiguous));
        assert_eq!(BARE.parse("1,23,4"), Err(NumberFault::NotANumber));
        assert_eq!(BARE.parse("1e999"), Err(NumberFault::NotFinite));
        assert_eq!(BARE.parse("NaN"), Err(NumberFault::NotFinite));
        let point = NumberStyle { decimal: '.', thousands: None };
        assert_eq!(point.parse(".70700312"), Ok(0.707_003_12));
        assert_eq!(point.parse("12,5"), Err(NumberFault::DecimalSign));
        assert_eq!(point.parse(""), Err(NumberFault::NotANumber));
    }

    #[test]
    fn recognises_the_style_of_most() {
        let of = |cells: &[&str]| NumberStyle::recognise(cells.iter().copied(), Some(';'));
        assert_eq!(of(&["1,5", "2,25", "3.5"]).decimal, ',');
        assert_eq!(of(&["1.5", "2.25", "3,5"]).decimal, '.');
        assert_eq!(of(&["1.234", "12.345", "17"]), GERMAN);
        assert_eq!(of(&["1.234", "12345", "5678"]).thousands, None);
        assert_eq!(of(&["1 234", "12 345"]).parse("9\u{a0}999"), Ok(9999.0));
    }
}
