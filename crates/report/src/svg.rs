/// `text` as it may stand between tags and in attributes.
///
/// Characters that XML 1.0 forbids are left out: a name with a stray control character must not
/// make the page unreadable.
pub(crate) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    // Most texts need nothing; what needs something begins with one of these bytes.
    let needs = |byte: u8| {
        matches!(byte, 0..=0x1f | b'&' | b'<' | b'>' | b'"' | b'\'' | 0x7f | 0xc2 | 0xef)
    };
    if !text.bytes().any(needs) {
        safe.push_str(text);
        return safe;
    }
    for sign in text.chars() {
        match sign {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => safe.push(other),
        }
    }
    safe
}

/// `id` with every character that could end a reference turned into a hyphen.
pub(crate) fn safe_id(id: &str) -> String {
    let safe = |sign: char| match sign {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '_' | '-' => sign,
        _ => '-',
    };
    id.chars().map(safe).collect()
}

/// A link target that a click may follow: a path, a query, a fragment, or http(s).
///
/// Anything with another scheme (`javascript:`, `data:`) becomes `#`.
pub(crate) fn safe_href(href: &str) -> String {
    let trimmed = href.trim_matches(|sign: char| sign.is_whitespace() || sign.is_control());
    let head: String = trimmed
        .chars()
        .take_while(|sign| !matches!(sign, '/' | '?' | '#'))
        .filter(|sign| !sign.is_whitespace() && !sign.is_control())
        .collect();
    let scheme = head.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    match scheme.as_deref() {
        None | Some("http" | "https") => escape(trimmed),
        Some(_) => "#".to_owned(),
    }
}

/// A coordinate with at most one decimal, without trailing zeros, never `-0`.
pub(crate) fn num(value: f64) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    let tenths = (value * 10.0).round();
    if tenths == 0.0 {
        return "0".to_owned();
    }
    if tenths % 10.0 == 0.0 {
        return format!("{:.0}", tenths / 10.0);
    }
    format!("{:.1}", tenths / 10.0)
}

/// The opening of a figure that a screen reader announces as one picture, with its description.
///
/// `role` is `img`; where the picture holds links it must be `group`, because the children of an
/// image cannot be reached.
pub(crate) fn open(figure: &Figure<'_>) -> String {
    let Figure { class, id, title, description, role, width, height } = figure;
    let id = safe_id(id);
    let mut svg = format!(
        "<svg class=\"{class}\" viewBox=\"0 0 {} {}\" role=\"{role}\" aria-label=\"{}\"",
        num(*width),
        num(*height),
        escape(title),
    );
    if description.is_empty() {
        svg.push('>');
    } else {
        svg.push_str(&format!(
            " aria-describedby=\"{id}-desc\"><desc id=\"{id}-desc\">{}</desc>",
            escape(description)
        ));
    }
    svg
}

/// What every figure opens with.
pub(crate) struct Figure<'a> {
    pub(crate) class: &'a str,
    pub(crate) id: &'a str,
    pub(crate) title: &'a str,
    pub(crate) description: &'a str,
    pub(crate) role: &'a str,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// The width of `text` in user units at a font size of 14, roughly: wide enough in practice.
pub(crate) fn text_width(text: &str) -> f64 {
    7.4 * text.chars().map(|sign| if sign.is_ascii_punctuation() { 0.6 } else { 1.0 }).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_short() {
        assert_eq!(num(12.0), "12");
        assert_eq!(num(12.25), "12.3");
        assert_eq!(num(-0.01), "0");
        assert_eq!(num(f64::NAN), "0");
    }

    #[test]
    fn links_with_a_foreign_scheme_lead_nowhere() {
        assert_eq!(safe_href("/berlin/atlas?a=1&b=2#c"), "/berlin/atlas?a=1&amp;b=2#c");
        assert_eq!(safe_href("https://example.org/a:b"), "https://example.org/a:b");
        assert_eq!(safe_href("a?b=c:d"), "a?b=c:d");
        assert_eq!(safe_href(" java\nscript:alert(1)"), "#");
        assert_eq!(safe_href("DATA:text/html,x"), "#");
    }
}
