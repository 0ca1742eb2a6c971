use super::{Layer, MapBase, Place, Shape};
use crate::svg::{Figure, escape, open, safe_href, safe_id};

/// How an area is filled.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Shade {
    /// A class, from 0; 6 at most.
    Class(u8),
    /// Hatched: withheld, missing, or too few people.
    NotShown,
}

/// What the caller says about one area.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Look {
    /// How it is filled.
    pub shade: Shade,
    /// Its value in words ("44,6 %", "nicht gezeigt"), read after the name; may be empty.
    pub text: String,
    /// Where a click leads; `None` for no link.
    pub href: Option<String>,
}

/// What stands around the areas.
#[derive(Clone, Copy, Debug)]
pub struct MapPicture<'a> {
    /// Unique in the page; ids inside begin with it.
    pub id: &'a str,
    /// What is shown, read out by screen readers.
    pub title: &'a str,
    /// What is to be seen in it, in a sentence; may be empty.
    pub description: &'a str,
    /// How many classes there are, which decides the shades: 1 to 7.
    pub classes: usize,
    /// Key of the area that is meant, drawn with an outline.
    pub selected: Option<&'a str>,
    /// Lines for orientation.
    pub layers: &'a [Layer],
}

/// Dots, then lines of growing density, in a tile of 12 units; the class says how they look.
const MARKS: [(&str, &str); 7] = [
    ("", ""),
    (" punkte", "M6 6h0"),
    (" punkte", "M3 3h0M9 9h0"),
    ("", "M0 6H12"),
    ("", "M0 3H12M0 9H12"),
    ("", "M0 6H12M6 0V12"),
    ("", "M0 3H12M0 9H12M3 0V12M9 0V12"),
];

impl MapBase {
    /// Draws the areas in classes, each told by shade and by pattern.
    ///
    /// `look` is asked once for each area, in their order, with its position and shape. Where it
    /// gives links, the picture is a group of links that the keyboard reaches; otherwise it is
    /// one image.
    ///
    /// # Complexity
    ///
    /// O(_b_) for _b_ bytes of paths and words.
    ///
    /// # Examples
    ///
    /// ```
    /// use ankunft_report::{Area, Detail, Look, MapBase, MapError, MapPicture, Shade};
    /// use geo::{MultiPolygon, polygon};
    ///
    /// let west = MultiPolygon::new(vec![polygon![
    ///     (x: 7.70, y: 49.40), (x: 7.75, y: 49.40), (x: 7.75, y: 49.45),
    /// ]]);
    /// let areas = [Area { code: "01", name: "West & Mitte", shape: &west }];
    /// let map = MapBase::new(&areas, 1000, Detail::Bytes(45_000))?;
    /// let picture = MapPicture {
    ///     id: "karte", title: "Anteil", description: "", classes: 5, selected: None, layers: &[],
    /// };
    /// let svg = map.draw(&picture, |_, shape| Look {
    ///     shade: Shade::Class(3),
    ///     text: "31,0\u{a0}%".to_owned(),
    ///     href: Some(format!("/stadt/atlas/quartiere/{}", shape.code)),
    /// });
    /// assert!(svg.contains(r#"<a href="/stadt/atlas/quartiere/01"><title>West &amp; Mitte: 31,0"#));
    /// assert!(svg.contains(r##"class="k k-3" fill="url(#karte-3)""##));
    /// # Ok::<(), MapError>(())
    /// ```
    #[must_use]
    pub fn draw(
        &self,
        picture: &MapPicture<'_>,
        look: impl FnMut(usize, &Shape) -> Look,
    ) -> String {
        let chosen: Vec<&str> = picture.selected.into_iter().collect();
        self.draw_chosen(picture, &chosen, look)
    }

    /// As [`MapBase::draw`], with an outline around each area of these keys.
    #[must_use]
    pub fn draw_chosen(
        &self,
        picture: &MapPicture<'_>,
        chosen: &[&str],
        mut look: impl FnMut(usize, &Shape) -> Look,
    ) -> String {
        let id = safe_id(picture.id);
        let looks: Vec<Look> = self.areas.iter().enumerate().map(|(at, it)| look(at, it)).collect();
        let linked = looks.iter().any(|look| look.href.is_some());
        let steps = picture.classes.clamp(1, 7);
        let mut svg = open(&Figure {
            class: &format!("karte stufen-{steps}"),
            id: picture.id,
            title: picture.title,
            description: picture.description,
            role: if linked { "group" } else { "img" },
            width: f64::from(self.width),
            height: f64::from(self.height),
        });
        let words: usize = looks.iter().map(|it| it.text.len() + 120).sum();
        svg.reserve(self.path_bytes() + words);
        svg.push_str(&patterns(&id, steps));
        push_layers(&mut svg, picture.layers, Place::Under);
        svg.push_str("<g class=\"gebiete\" fill-rule=\"evenodd\">");
        for (area, look) in self.areas.iter().zip(&looks) {
            push_area(&mut svg, &id, area, look);
        }
        svg.push_str("</g>");
        push_layers(&mut svg, picture.layers, Place::Over);
        for area in self.areas.iter().filter(|it| chosen.contains(&it.code.as_str())) {
            // On top of all, so that no neighbour covers half of the outline.
            svg.push_str(&format!("<path class=\"gewaehlt\" d=\"{}\"/>", area.path));
        }
        svg.push_str("</svg>");
        svg
    }
}

/// A field of the legend, 22 × 12, filled like the areas of the map with this `id`.
///
/// It is hidden from screen readers, because its words stand beside it.
///
/// # Examples
///
/// ```
/// use ankunft_report::{Shade, swatch};
///
/// assert!(swatch("karte", 5, Shade::NotShown).contains(r##"fill="url(#karte-x)""##));
/// ```
#[must_use]
pub fn swatch(id: &str, classes: usize, shade: Shade) -> String {
    let (steps, name) = (classes.clamp(1, 7), name(shade));
    format!(
        "<svg class=\"feld stufen-{steps}\" viewBox=\"0 0 44 24\" width=\"22\" height=\"12\" \
         aria-hidden=\"true\" focusable=\"false\"><rect class=\"k k-{name}\" width=\"44\" \
         height=\"24\" rx=\"4\" fill=\"url(#{}-{name})\"/></svg>",
        safe_id(id)
    )
}

fn push_area(svg: &mut String, id: &str, area: &Shape, look: &Look) {
    let name = name(look.shade);
    let words = |svg: &mut String| {
        svg.push_str("<title>");
        svg.push_str(&escape(&area.name));
        if !look.text.is_empty() {
            svg.push_str(": ");
            svg.push_str(&escape(&look.text));
        }
        svg.push_str("</title>");
    };
    // Pieces, not `format!`: a map has hundreds of areas and is drawn for every reader.
    let path = |svg: &mut String| {
        svg.push_str("<path class=\"k k-");
        svg.push(name);
        svg.push_str("\" fill=\"url(#");
        svg.push_str(id);
        svg.push('-');
        svg.push(name);
        svg.push_str(")\" d=\"");
        svg.push_str(&area.path);
        svg.push('"');
    };
    match &look.href {
        Some(href) => {
            svg.push_str("<a href=\"");
            svg.push_str(&safe_href(href));
            svg.push_str("\">");
            words(svg);
            path(svg);
            svg.push_str("/></a>");
        }
        None => {
            path(svg);
            svg.push('>');
            words(svg);
            svg.push_str("</path>");
        }
    }
}

fn push_layers(svg: &mut String, layers: &[Layer], place: Place) {
    for layer in layers.iter().filter(|it| it.place == place && !it.path.is_empty()) {
        svg.push_str(&format!(
            "<path class=\"lage {}\" d=\"{}\"/>",
            layer.kind.class(),
            escape(&layer.path)
        ));
    }
}

/// Definitions of the fills: the shade of the class under its marks.
fn patterns(id: &str, steps: usize) -> String {
    let mut svg = String::from("<defs>");
    let tile = "width=\"12\" height=\"12\" patternUnits=\"userSpaceOnUse\"";
    for class in 0..steps {
        // With few classes the marks are spread over the whole range as the shades are.
        let (kind, mark) = MARKS[if steps > 1 { class * 6 / (steps - 1) } else { 0 }];
        // Marks are dark on light shades and light on dark ones.
        let light = if class * 2 >= steps { " hell" } else { "" };
        svg.push_str(&format!(
            "<pattern id=\"{id}-{class}\" {tile} patternTransform=\"rotate(45)\">\
             <rect class=\"grund k-{class}\" width=\"12\" height=\"12\"/>\
             <path class=\"muster{kind}{light}\" d=\"{mark}\"/></pattern>"
        ));
    }
    svg.push_str(&format!(
        "<pattern id=\"{id}-x\" {tile} patternTransform=\"rotate(-45)\">\
         <rect class=\"grund k-x\" width=\"12\" height=\"12\"/>\
         <path class=\"schraffur\" d=\"M0 6H12\"/></pattern></defs>"
    ));
    svg
}

fn name(shade: Shade) -> char {
    match shade {
        Shade::Class(class) => char::from(b'0' + class.min(6)),
        Shade::NotShown => 'x',
    }
}
