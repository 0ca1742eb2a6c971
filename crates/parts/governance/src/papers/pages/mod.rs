//! The pages of Vorlagen, in words.

mod adopted;
pub mod form;
pub mod list;
pub mod paper;
pub mod public;
pub mod step;
pub mod template;
pub mod words;

use ankunft_platform::languages::Texts;
use ankunft_platform::page::components::{Field, Problems};
use ankunft_platform::page::{Link, Shell};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{City, Viewer};

use super::PATH;

/// The frame of a page below the list of Vorlagen; never public.
fn frame(viewer: &Viewer, city: &City, above: Vec<Link>, (title, lead): (String, String)) -> Shell {
    let mut crumbs = vec![Link::new(viewer.t.get("nav-beschluesse"), city.at(PATH))];
    crumbs.extend(above);
    viewer.page(title).lead(lead).crumbs(crumbs).mark(viewer.t.get("gremium-nur-intern"))
}

/// A field of a form whose texts are `<id>` and `<id>.hinweis`.
fn field(t: &Texts, (typed, problems): (&Typed, &Problems), name: &str, id: &str) -> Field {
    let field = Field::new(name, t.get(id)).value(sent(typed, name)).error(problems.of(name));
    let hint = format!("{id}.hinweis");
    if t.has(&hint) { field.hint(t.get(&hint)) } else { field }
}
