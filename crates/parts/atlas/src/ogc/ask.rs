//! What stands behind the `?`. Whatever is not understood is refused, never passed over.

use std::collections::BTreeSet;

use geo::Rect;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

use super::crs::Crs;
use super::problem::Refusal;

/// So many features at once unless somebody asks otherwise, and at most.
pub(super) const USUAL: u32 = 100;
pub(super) const MOST: u32 = 10_000;

/// The pairs of an address.
#[derive(Clone, Debug)]
pub(super) struct Pairs(Vec<(String, String)>);

/// How the answer is to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Json,
    Html,
}

/// From when to when; an open end is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    from: Option<Date>,
    to: Option<Date>,
}

/// Which features of a collection are asked for.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub limit: usize,
    pub offset: usize,
    pub place: Option<(Crs, Vec<Rect<f64>>)>,
    pub span: Option<Span>,
    pub crs: Crs,
    /// Properties and the texts that they must have.
    pub filters: Vec<(String, String)>,
    /// What is to be said of each feature.
    pub properties: Selection,
}

impl Wanted {
    /// The properties by which is chosen.
    pub(super) fn filtered(&self) -> Selection {
        Selection::of(self.filters.iter().map(|it| it.0.clone()))
    }

    /// The properties that must be known for an answer: to choose by, and to say in a document; a
    /// page only lists the features.
    pub(super) fn needed(&self, form: Form) -> Selection {
        match form {
            Form::Json => self.properties.and(self.filters.iter().map(|it| it.0.clone())),
            Form::Html => self.filtered(),
        }
    }
}

/// Some properties of features, or all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Selection(Option<BTreeSet<String>>);

impl Selection {
    /// These and no others.
    pub(super) fn of(names: impl IntoIterator<Item = String>) -> Self {
        Self(Some(names.into_iter().collect()))
    }

    /// Whether a property is among them.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.as_ref().is_none_or(|it| it.contains(name))
    }

    /// What is in either.
    pub(super) fn and(&self, names: impl IntoIterator<Item = String>) -> Self {
        Self(self.0.clone().map(|it| it.into_iter().chain(names).collect()))
    }
}

impl Pairs {
    /// The pairs, if each name is known and stands there once.
    pub(super) fn read(
        pairs: Vec<(String, String)>,
        is_known: impl Fn(&str) -> bool,
    ) -> Result<Self, Refusal> {
        for (at, (name, _)) in pairs.iter().enumerate() {
            if !is_known(name) {
                return Err(Refusal::Unknown(name.clone()));
            }
            if pairs[..at].iter().any(|(other, _)| other == name) {
                return Err(Refusal::Invalid(name.clone()));
            }
        }
        Ok(Self(pairs))
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|it| it.0 == name).map(|it| it.1.as_str())
    }

    /// The pairs with another value for one name.
    pub(super) fn with(&self, name: &str, value: &str) -> Vec<(String, String)> {
        let mut pairs: Vec<_> = self.0.iter().filter(|it| it.0 != name).cloned().collect();
        pairs.push((name.to_owned(), value.to_owned()));
        pairs
    }

    /// In which form the answer is to come: as `f` says, or else as `Accept` prefers.
    pub(super) fn form(&self, accept: &str) -> Result<Form, Refusal> {
        match self.get("f") {
            Some("json") => Ok(Form::Json),
            Some("html") => Ok(Form::Html),
            Some(_) => Err(Refusal::Invalid("f".to_owned())),
            None => Ok(preferred(accept)),
        }
    }

    pub(super) fn crs(&self, name: &str) -> Result<Crs, Refusal> {
        let address = self.get(name).map(|it| Crs::of(it).ok_or_else(|| invalid(name)));
        Ok(address.transpose()?.unwrap_or_default())
    }

    pub(super) fn span(&self) -> Result<Option<Span>, Refusal> {
        let span = self.get("datetime").map(|it| Span::read(it).ok_or_else(|| invalid("datetime")));
        span.transpose()
    }

    /// The question about the features of a collection with these properties.
    pub(super) fn wanted(&self, is_property: impl Fn(&str) -> bool) -> Result<Wanted, Refusal> {
        let limit = self.whole("limit")?.unwrap_or(u64::from(USUAL)).min(u64::from(MOST));
        if limit == 0 {
            return Err(invalid("limit"));
        }
        let place = match self.get("bbox") {
            Some(text) => {
                let crs = self.crs("bbox-crs")?;
                let boxes = numbers(text).and_then(|it| crs.boxes(it));
                Some((crs, boxes.ok_or_else(|| invalid("bbox"))?))
            }
            // A system for no box is still looked at.
            None => self.crs("bbox-crs").map(|_| None)?,
        };
        let offset = self.whole("offset")?.unwrap_or_default();
        Ok(Wanted {
            limit: usize::try_from(limit).unwrap_or(usize::MAX),
            offset: usize::try_from(offset).unwrap_or(usize::MAX),
            place,
            span: self.span()?,
            crs: self.crs("crs")?,
            filters: self.0.iter().filter(|it| is_property(&it.0)).cloned().collect(),
            properties: self.properties(is_property)?,
        })
    }

    /// What is to be said of features: names of their properties with commas between them.
    pub(super) fn properties(
        &self,
        is_property: impl Fn(&str) -> bool,
    ) -> Result<Selection, Refusal> {
        let Some(text) = self.get("properties") else { return Ok(Selection::default()) };
        let names = text.split(',').map(|it| is_property(it).then(|| it.to_owned()));
        let names: Option<BTreeSet<String>> = names.collect();
        names.map(Selection::of).ok_or_else(|| invalid("properties"))
    }

    fn whole(&self, name: &str) -> Result<Option<u64>, Refusal> {
        let digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
        let number = |it: &str| digits(it).then(|| it.parse().unwrap_or(u64::MAX));
        self.get(name).map(|it| number(it).ok_or_else(|| invalid(name))).transpose()
    }
}

fn invalid(name: &str) -> Refusal {
    Refusal::Invalid(name.to_owned())
}

/// Four numbers, or six of which the heights are left out.
fn numbers(text: &str) -> Option<[f64; 4]> {
    let number = |it: &str| it.trim().parse::<f64>().ok().filter(|it| it.is_finite());
    match text.split(',').map(number).collect::<Option<Vec<_>>>()?[..] {
        [a, b, c, d] => Some([a, b, c, d]),
        [a, b, low, c, d, high] if low <= high => Some([a, b, c, d]),
        _ => None,
    }
}

/// What an `Accept` header likes better; JSON if it does not say.
fn preferred(accept: &str) -> Form {
    let quality = |kinds: &[&str]| {
        let fits = |it: &&str| {
            let name = it.split(';').next().unwrap_or_default().trim();
            kinds.iter().any(|kind| name.eq_ignore_ascii_case(kind))
        };
        let weight = |it: &str| {
            let q = it.split(';').skip(1).find_map(|it| it.trim().strip_prefix("q="));
            q.map_or(Some(1.0), |it| it.trim().parse::<f64>().ok()).unwrap_or(0.0)
        };
        accept.split(',').filter(fits).map(weight).fold(0.0, f64::max)
    };
    let html = quality(&["text/html", "application/xhtml+xml"]);
    let json = quality(&["application/json", "application/geo+json"]);
    if html > json { Form::Html } else { Form::Json }
}

impl Span {
    /// A day or moment, or two with `/` between them of which one may be open.
    fn read(text: &str) -> Option<Self> {
        let Some((from, to)) = text.split_once('/') else {
            let day = Some(day(text)?);
            return Some(Self { from: day, to: day });
        };
        let end = |text: &str| match text {
            "" | ".." => Some(None),
            text => Some(Some(day(text)?)),
        };
        let span = Self { from: end(from)?, to: end(to)? };
        match (span.from, span.to) {
            (None, None) => None,
            (Some(from), Some(to)) if from > to => None,
            _ => Some(span),
        }
    }

    /// Whether a day lies in it.
    pub(super) fn holds(&self, day: Date) -> bool {
        self.from.is_none_or(|it| it <= day) && self.to.is_none_or(|it| day <= it)
    }
}

/// A full date, or the day (UTC) of a moment.
fn day(text: &str) -> Option<Date> {
    if text.len() == 10 {
        return text.parse().ok();
    }
    // RFC 3339 wants the offset; jiff would take other things too.
    let at: Timestamp =
        text.get(10..11).filter(|it| it.eq_ignore_ascii_case("t")).and(text.parse().ok())?;
    Some(Offset::UTC.to_datetime(at).date())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str) -> Option<(Option<String>, Option<String>)> {
        let words = |it: Option<Date>| it.map(|it| it.to_string());
        Span::read(text).map(|it| (words(it.from), words(it.to)))
    }

    #[test]
    fn moments_days_and_intervals_are_read() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(span("2024-12-31"), Some((some("2024-12-31"), some("2024-12-31"))));
        assert_eq!(span("2024-12-31T23:30:00Z").unwrap().0, some("2024-12-31"));
        assert_eq!(span("2024-12-31T23:30:00-01:00").unwrap().0, some("2025-01-01"));
        assert_eq!(span("../2024-12-31"), Some((None, some("2024-12-31"))));
        assert_eq!(span("/2024-12-31"), Some((None, some("2024-12-31"))));
        assert_eq!(span("2024-12-31/.."), Some((some("2024-12-31"), None)));
        assert_eq!(span("2024-12-31/"), Some((some("2024-12-31"), None)));
        for wrong in ["", "..", "../..", "/", "2024", "2024-13-01", "2025-01-01/2024-01-01", "a/b"]
        {
            assert_eq!(span(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_browser_gets_a_page_and_a_program_its_document() {
        let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        assert_eq!(preferred(browser), Form::Html);
        for accept in ["", "*/*", "application/geo+json", "application/json, text/html;q=0.5"] {
            assert_eq!(preferred(accept), Form::Json, "{accept}");
        }
    }

    #[test]
    fn what_is_unknown_twice_or_nonsense_is_refused() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let known = |it: &str| ["limit", "offset", "bbox", "properties"].contains(&it);
        let read = |pairs: &[(String, String)]| Pairs::read(pairs.to_vec(), known);
        assert!(matches!(read(&[pair("x", "1")]), Err(Refusal::Unknown(_))));
        assert!(matches!(
            read(&[pair("limit", "1"), pair("limit", "1")]),
            Err(Refusal::Invalid(_))
        ));
        for (name, value) in [
            ("limit", "0"),
            ("limit", "-1"),
            ("limit", "x"),
            ("limit", ""),
            ("offset", "1.5"),
            ("bbox", "1,2,3"),
            ("bbox", "1,2,3,x"),
            ("bbox", "1,9,3,4"),
            ("bbox", "1,2,3,NaN"),
            ("properties", "x"),
        ] {
            let pairs = read(&[pair(name, value)]).unwrap();
            assert!(pairs.wanted(|_| false).is_err(), "{name}={value}");
        }
        let pairs = read(&[pair("limit", "99999999999999999999999")]).unwrap();
        assert_eq!(pairs.wanted(|_| false).unwrap().limit, MOST as usize);
    }
}
