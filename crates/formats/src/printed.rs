//! The text of a PDF, in the order in which it was printed.
//!
//! Text is drawn sign by sign; words and lines are found again by where the signs stand. Invisible
//! text, as programs put behind a scan, is text like any other. A file is somebody's: whoever reads it
//! gives it a thread and a time of its own ([`text`] may panic on what no PDF should hold).

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, Paint, PathDrawMode, SoftMask, interpret_page,
};
use kurbo::{Affine, BezPath, Point, Rect};

/// So many pages are read.
pub const MOST_PAGES: usize = 500;
/// So much text is read; a paper of the council has a hundredth of it.
const MOST_TEXT: usize = 5_000_000;

/// The text of a PDF, page after page with a form feed after each; none if it cannot be read (broken, or locked by a password).
#[must_use]
pub fn text(bytes: Vec<u8>) -> Option<String> {
    text_while(bytes, &|| true)
}

/// As [`text`], as long as somebody waits for it: what is printed after they have gone is not read.
#[must_use]
pub fn text_while(bytes: Vec<u8>, is_awaited: &dyn Fn() -> bool) -> Option<String> {
    let pdf = Pdf::new(bytes).ok()?;
    let cache = InterpreterCache::new();
    let mut all = String::new();
    for page in pdf.pages().iter().take(MOST_PAGES) {
        if !is_awaited() {
            return None;
        }
        let mut lines = Lines { text: String::new(), before: None, is_awaited };
        let bounds = Rect::new(0.0, 0.0, 1.0, 1.0);
        let settings = InterpreterSettings::default();
        let mut context = Context::new(Affine::IDENTITY, bounds, &cache, pdf.xref(), settings);
        interpret_page(page, &mut context, &mut lines);
        all.push_str(&lines.text);
        all.push('\u{c}');
        if all.len() > MOST_TEXT {
            break;
        }
    }
    Some(all)
}

/// Signs on their way to lines.
struct Lines<'a> {
    text: String,
    /// Where the sign before ended, and how large it was.
    before: Option<(Point, f64)>,
    is_awaited: &'a dyn Fn() -> bool,
}

impl Lines<'_> {
    fn sign(&mut self, text: &str, at: Affine, advance: f64) {
        // The interpreter cannot be told to stop within a page: what it still draws is let go.
        if self.text.len() >= MOST_TEXT || !(self.is_awaited)() {
            return;
        }
        let origin = at * Point::ZERO;
        let along = at * Point::new(1000.0, 0.0) - origin;
        let size = along.hypot().max(0.01);
        let direction = along / size;
        if let Some((end, before)) = self.before {
            let gap = origin - end;
            let (ahead, aside) = (gap.dot(direction), gap.cross(direction).abs());
            let em = size.max(before);
            if aside > 0.6 * em || ahead < -1.5 * em {
                self.text.push('\n');
            } else if ahead > 0.18 * em && !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            }
        }
        self.text.push_str(text);
        self.before = Some((at * Point::new(advance, 0.0), size));
    }
}

impl Device<'_> for Lines<'_> {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'_>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'_>,
        _: &GlyphDrawMode,
    ) {
        let text = match glyph.as_unicode() {
            Some(BfString::Char(sign)) => sign.to_string(),
            Some(BfString::String(text)) => text,
            None => char::REPLACEMENT_CHARACTER.to_string(),
        };
        let advance = match glyph {
            Glyph::Outline(it) => it.advance_width().map_or(500.0, f64::from),
            Glyph::Type3(_) => 500.0,
        };
        self.sign(&text, transform * glyph_transform, advance);
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
