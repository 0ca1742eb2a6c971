//! What the styles of a document say of its paragraphs.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::{OutlineError, attribute};

/// Styles are based on one another no deeper than this.
const DEEPEST_STYLE: usize = 16;

/// What is said of the depth of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Depth {
    /// So deep, 1 for the outermost.
    Heading(u8),
    /// That it is no heading.
    Body,
}

/// The depth that an outline level says; 9 is body text.
pub(super) fn level(value: &str) -> Option<Depth> {
    match value.parse().ok()? {
        it @ 0..9_u8 => Some(Depth::Heading(it + 1)),
        9 => Some(Depth::Body),
        _ => None,
    }
}

/// The depth that a name of a style says: 2 for `heading 2` and `Überschrift 2`.
fn named_level(name: &str) -> Option<Depth> {
    let name = name.to_lowercase();
    let rest = ["heading", "überschrift"].into_iter().find_map(|it| name.strip_prefix(it))?;
    rest.trim().parse().ok().filter(|it| (1..=9).contains(it)).map(Depth::Heading)
}

/// Whether an id or a name of a style is that of a table of contents: `toc 1`, `Verzeichnis1`,
/// `TOC Heading`.
pub(super) fn is_of_contents(name: &str) -> bool {
    let name = name.to_lowercase().replace(' ', "");
    let begins = ["toc", "contents", "inhaltsverzeichnis", "verzeichnis"];
    let Some(rest) = begins.into_iter().find_map(|it| name.strip_prefix(it)) else { return false };
    let is_line = !rest.is_empty() && rest.chars().all(|it| it.is_ascii_digit());
    // The id of a style has no signs beyond ASCII: `Inhaltsverzeichnisberschrift`.
    is_line || ["heading", "überschrift", "berschrift"].contains(&rest)
}

/// Paragraph styles by their id.
#[derive(Debug, Default)]
pub(super) struct Styles(BTreeMap<String, Style>);

#[derive(Debug, Default)]
pub(super) struct Style {
    pub(super) depth: Option<Depth>,
    pub(super) is_list: bool,
    pub(super) is_of_contents: bool,
    based_on: Option<String>,
}

impl Styles {
    pub(super) fn read(xml: &str) -> Result<Self, OutlineError> {
        let mut reader = Reader::from_str(xml);
        let mut styles = Self::default();
        let mut id = String::new();
        loop {
            match reader.read_event()? {
                Event::Start(it) | Event::Empty(it) => {
                    let name = it.local_name();
                    if name.as_ref() == "style" {
                        id = attribute(&it, "styleId").unwrap_or_default();
                        let is_of_contents = is_of_contents(&id);
                        let style = Style { is_of_contents, ..Style::default() };
                        styles.0.insert(id.clone(), style);
                        continue;
                    }
                    let Some(style) = styles.0.get_mut(&id) else { continue };
                    let value = attribute(&it, "val").unwrap_or_default();
                    match name.as_ref() {
                        "name" => {
                            style.depth = style.depth.or_else(|| named_level(&value));
                            style.is_of_contents |= is_of_contents(&value);
                        }
                        "outlineLvl" => style.depth = level(&value).or(style.depth),
                        "basedOn" => style.based_on = Some(value),
                        "numPr" => style.is_list = true,
                        _ => {}
                    }
                }
                Event::Eof => return Ok(styles),
                _ => {}
            }
        }
    }

    /// What a style says, or the one that it is based on.
    pub(super) fn find<T>(&self, id: &str, says: impl Fn(&Style) -> Option<T>) -> Option<T> {
        let mut id = id;
        for _ in 0..DEEPEST_STYLE {
            let style = self.0.get(id)?;
            if let Some(said) = says(style) {
                return Some(said);
            }
            id = style.based_on.as_deref()?;
        }
        None
    }
}
