use crate::Period;

impl Period {
    /// The period of a text as tables and people write it: `2015h1`, `20151231`,
    /// `31.12.2015`, `2015-12-31`, `201512`, `12.2020`, `12/2020` or `2015`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(period) = Self::parse(text) {
            return Some(period);
        }
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        match (digits, text.len()) {
            (true, 8) => {
                return Self::parse(&format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]));
            }
            (true, 6) => return Self::parse(&format!("{}-{}", &text[..4], &text[4..])),
            _ => {}
        }
        let parts: Vec<&str> = text.split(['.', '/']).map(str::trim).collect();
        match parts[..] {
            [day, month, year] => Self::parse(&format!("{year}-{month:0>2}-{day:0>2}")),
            [month, year] => Self::parse(&format!("{year}-{month:0>2}")),
            _ => None,
        }
    }

    /// The period in the name of a file. The pattern has `{year}`, and `{half}`, `{quarter}`
    /// or `{month}` where the name has one, and `*` for anything.
    #[must_use]
    pub fn in_file_name(name: &str, pattern: &str) -> Option<Self> {
        let (mut name, mut pattern) = (name, pattern);
        let (mut year, mut rest) = (None, String::new());
        while let Some(first) = pattern.chars().next() {
            if let Some(behind) = pattern.strip_prefix('*') {
                return (0..=name.len())
                    .filter(|at| name.is_char_boundary(*at))
                    .find_map(|at| Self::joined(year, &rest, &name[at..], behind));
            }
            if first != '{' {
                name = name.strip_prefix(first)?;
                pattern = &pattern[first.len_utf8()..];
                continue;
            }
            let (word, behind) = pattern[1..].split_once('}')?;
            let length = if word == "year" { 4 } else { 2 };
            let digits = name.get(..length).filter(|it| it.bytes().all(|b| b.is_ascii_digit()))?;
            match word {
                "year" => year = Some(digits),
                "half" => rest = format!("h{}", digits.trim_start_matches('0')),
                "quarter" => rest = format!("q{}", digits.trim_start_matches('0')),
                _ => rest = format!("-{digits}"),
            }
            name = &name[length..];
            pattern = behind;
        }
        if name.is_empty() { Self::parse(&format!("{}{rest}", year?)) } else { None }
    }

    /// Goes on behind a `*`, with what was found before it.
    fn joined(year: Option<&str>, rest: &str, name: &str, pattern: &str) -> Option<Self> {
        match year {
            Some(year) if !pattern.contains('{') => {
                let fits = super::fits(name, pattern);
                fits.then(|| Self::parse(&format!("{year}{rest}"))).flatten()
            }
            _ => Self::in_file_name(name, pattern),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Period;

    #[test]
    fn reads_what_tables_write() {
        let read = |text| Period::read(text).map(|it| it.as_str().to_owned());
        for (text, expected) in [
            ("20251231", "2025-12-31"),
            ("31.12.2015", "2015-12-31"),
            ("1.7.2015", "2015-07-01"),
            ("202012", "2020-12"),
            ("12.2020", "2020-12"),
            ("2015h1", "2015h1"),
        ] {
            assert_eq!(read(text).as_deref(), Some(expected));
        }
        assert_eq!(read("2015-13-01"), None);
        assert_eq!(read("gestern"), None);
    }

    #[test]
    fn finds_the_period_in_the_name() {
        let pattern = "berlin-lor-population-{year}-{half}-t1-*";
        let name = "berlin-lor-population-2015-02-t1-planning-areas.csv";
        let period = Period::in_file_name(name, pattern);
        assert_eq!(period.as_ref().map(Period::as_str), Some("2015h2"));
        assert_eq!(Period::in_file_name("andere.csv", pattern), None);
        let late = Period::in_file_name("daten_2021.csv", "*_{year}.csv");
        assert_eq!(late.as_ref().map(Period::as_str), Some("2021"));
    }
}
