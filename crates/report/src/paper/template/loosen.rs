//! Loosening a document from the template that Word attached it to.
//!
//! Whatever is made from a template of an office names its path for ever. Opening the paper would ask
//! for it, on a server that the reader may not know; nothing of the paper needs it.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

const ATTACHED: &str = "attachedTemplate";

/// A part without what attaches it to a template; as it is where nothing does, or where it is no XML.
pub(super) fn loosened(name: &str, bytes: Vec<u8>) -> Vec<u8> {
    let small = name.to_ascii_lowercase();
    let gone: fn(&BytesStart<'_>) -> bool = match () {
        () if small.ends_with(".rels") => is_attaching,
        () if small.ends_with("settings.xml") => |it| it.local_name().as_ref() == ATTACHED,
        () => return bytes,
    };
    let text = std::str::from_utf8(&bytes).ok().and_then(|it| without(it, gone));
    text.map_or(bytes, String::into_bytes)
}

fn is_attaching(it: &BytesStart<'_>) -> bool {
    let kind = |it: &quick_xml::events::attributes::Attribute<'_>| {
        let value = quick_xml::escape::unescape(&it.value).ok();
        it.key.local_name().as_ref() == "Type"
            && value.is_some_and(|it| it.trim().rsplit('/').next() == Some(ATTACHED))
    };
    it.attributes().flatten().any(|it| kind(&it))
}

/// A text without the elements that are to go and all within them; none if it cannot be read.
fn without(text: &str, gone: impl Fn(&BytesStart<'_>) -> bool) -> Option<String> {
    let mut reader = Reader::from_str(text);
    let mut kept = String::with_capacity(text.len());
    // How deep the reader is within what goes.
    let (mut within, mut copied) = (0_usize, 0_usize);
    loop {
        let before = usize::try_from(reader.buffer_position()).ok()?;
        let event = reader.read_event().ok()?;
        let after = usize::try_from(reader.buffer_position()).ok()?;
        match event {
            Event::Empty(it) if within == 0 && gone(&it) => {
                kept.push_str(&text[copied..before]);
                copied = after;
            }
            Event::Start(it) if within == 0 && gone(&it) => {
                kept.push_str(&text[copied..before]);
                within = 1;
            }
            Event::Start(_) if within > 0 => within += 1,
            Event::End(_) if within > 0 => {
                within -= 1;
                copied = if within == 0 { after } else { copied };
            }
            Event::Eof => break,
            _ => {}
        }
    }
    kept.push_str(&text[copied..]);
    Some(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(name: &str, text: &str) -> String {
        String::from_utf8(loosened(name, text.as_bytes().to_vec())).unwrap()
    }

    #[test]
    fn a_document_forgets_the_template_it_was_made_from_and_nothing_else() {
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let attached = format!(
            "<Relationship Id=\"rId1\" Type=\"{kind}/attachedTemplate\" \
             Target=\"file:///\\\\server\\vorlagen\\Amt.dotx\" TargetMode=\"External\"/>"
        );
        let link = format!("<Relationship Id=\"rId2\" Type=\"{kind}/hyperlink\" Target=\"x\"/>");
        let all = format!("<Relationships>{attached}{link}</Relationships>");
        let kept = format!("<Relationships>{link}</Relationships>");
        assert_eq!(said("word/_rels/settings.xml.rels", &all), kept);
        let open = attached.replace("/>", "></Relationship>");
        let all = format!("<Relationships>{link}{open}</Relationships>");
        assert_eq!(said("word/_rels/settings.xml.rels", &all), kept);

        let settings =
            "<w:settings><w:zoom/><w:attachedTemplate r:id=\"rId1\"/><w:x/></w:settings>";
        let kept = "<w:settings><w:zoom/><w:x/></w:settings>";
        assert_eq!(said("word/settings.xml", settings), kept);
        // What a paper says of templates is its own business, and what is broken stays for the check.
        assert_eq!(said("word/document.xml", settings), settings);
        assert_eq!(said("word/settings.xml", "<w:settings><w:zoom"), "<w:settings><w:zoom");
    }
}
