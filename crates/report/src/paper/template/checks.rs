//! What a template may not be: broken, nested without end, or leading to what is elsewhere.

use quick_xml::Reader;
use quick_xml::events::Event;

/// Whether a text is XML from begin to end, without entities of its own.
pub(super) fn check(text: &str) -> Option<()> {
    let mut reader = Reader::from_str(text);
    let mut depth = 0_i64;
    loop {
        match reader.read_event().ok()? {
            Event::DocType(_) => return None,
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Eof => return (depth == 0).then_some(()),
            _ => {}
        }
    }
}

/// How deep the paragraphs of a part stand within others.
pub(super) fn depth(text: &str) -> usize {
    let mut reader = Reader::from_str(text);
    let (mut depth, mut deepest) = (0_usize, 0);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(it) if it.name().as_ref() == "w:p" => depth += 1,
            Event::End(it) if it.name().as_ref() == "w:p" => depth = depth.saturating_sub(1),
            Event::Eof => break,
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// Whether relationships lead to nothing outside of the document but by links that a reader presses,
/// and to no template that would be fetched; none if they cannot be read.
pub(super) fn is_closed(bytes: &[u8]) -> Option<bool> {
    let text = std::str::from_utf8(bytes).ok()?;
    check(text)?;
    let mut reader = Reader::from_str(text);
    loop {
        let it = match reader.read_event().ok()? {
            Event::Start(it) | Event::Empty(it) => it,
            Event::Eof => return Some(true),
            _ => continue,
        };
        let (mut kind, mut external) = (String::new(), false);
        for attribute in it.attributes() {
            let attribute = attribute.ok()?;
            let value = quick_xml::escape::unescape(&attribute.value).ok()?;
            match attribute.key.local_name().as_ref() {
                "Type" => kind = value.into_owned(),
                "TargetMode" => external = value.trim().eq_ignore_ascii_case("external"),
                _ => {}
            }
        }
        let of = kind.trim().rsplit('/').next().unwrap_or_default();
        if of == "attachedTemplate" || (external && of != "hyperlink") {
            return Some(false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_within_paragraphs_are_counted() {
        let nested = |many: usize| format!("{}{}", "<w:p>".repeat(many), "</w:p>".repeat(many));
        assert_eq!(depth(&nested(1)), 1);
        assert_eq!(depth(&nested(17)), 17);
        assert_eq!(depth("<w:p><w:pPr/></w:p><w:p/><w:p/>"), 1, "one after the other");
    }

    #[test]
    fn a_document_leads_outside_by_links_alone() {
        let to = |kind: &str, mode: &str| {
            let kind = format!("http://schemas.openxmlformats.org/officeDocument/2006/{kind}");
            let it = format!("<Relationship Id=\"a\" Type=\"{kind}\" Target=\"x\"{mode}/>");
            is_closed(format!("<Relationships>{it}</Relationships>").as_bytes())
        };
        let external = " TargetMode=\"External\"";
        assert_eq!(to("relationships/hyperlink", external), Some(true));
        assert_eq!(to("relationships/image", ""), Some(true));
        assert_eq!(to("relationships/image", external), Some(false));
        assert_eq!(to("relationships/image", " TargetMode=\"&#69;xternal\""), Some(false));
        assert_eq!(to("relationships/attachedTemplate", ""), Some(false));
        assert_eq!(is_closed(b"<Relationships>"), None);
    }
}
