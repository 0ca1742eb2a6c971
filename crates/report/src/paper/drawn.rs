//! Our figures as drawings that stand alone: outside a page they need their styles with them.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg;

use super::error::PaperError;
use super::fonts::Fonts;
use super::legible::legible;
use super::model::Picture;

const STYLES: &str = include_str!("../../css/paper.css");

/// The figure of a picture as a document of its own.
pub(super) fn figure(picture: &Picture, fonts: &Fonts) -> String {
    standing_alone(&picture.svg, "", fonts)
}

/// The fields of its legend likewise. They are filled with patterns that the map defines.
pub(super) fn fields(picture: &Picture, fonts: &Fonts) -> Vec<String> {
    let fills = definitions(&picture.svg);
    picture.legend.iter().map(|it| standing_alone(&it.svg, fills, fonts)).collect()
}

/// A figure without a picture around it, with what it takes its patterns from.
pub(super) fn standing_alone(svg: &str, definitions: &str, fonts: &Fonts) -> String {
    let svg = legible(svg, fonts);
    let Some((head, body)) = svg.split_once('>') else { return svg };
    let Some(rest) = head.strip_prefix("<svg") else { return svg };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\"{rest}><style>{STYLES}</style>{definitions}{body}"
    )
}

fn definitions(svg: &str) -> &str {
    let (Some(from), Some(to)) = (svg.find("<defs>"), svg.find("</defs>")) else { return "" };
    svg.get(from..to + "</defs>".len()).unwrap_or_default()
}

/// A drawing as PNG with its size in dots.
pub(super) struct Raster {
    pub(super) png: Vec<u8>,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// Draws a document of [`figure`] or [`fields`] so many dots wide.
pub(super) fn raster(
    svg: &str,
    width: u32,
    block: usize,
    fonts: &Fonts,
) -> Result<Raster, PaperError> {
    let problem = |cause: String| PaperError::Picture { block, cause };
    let mut options = usvg::Options { fontdb: fonts.drawing(), ..usvg::Options::default() };
    options.font_resolver.select_font = Box::new(|wanted, _| fonts.for_drawing(wanted));
    options.image_href_resolver.resolve_string = Box::new(|_, _| None);
    let tree = usvg::Tree::from_str(svg, &options).map_err(|it| problem(it.to_string()))?;
    let scale = width as f32 / tree.size().width();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some dots")]
    let height = ((tree.size().height() * scale).ceil() as u32).clamp(1, 8_000);
    let mut dots = Pixmap::new(width, height).ok_or_else(|| problem("no size".to_owned()))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut dots.as_mut());
    let png = dots.encode_png().map_err(|it| problem(it.to_string()))?;
    Ok(Raster { png, width, height })
}
