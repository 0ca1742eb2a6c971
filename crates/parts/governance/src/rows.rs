//! Forms that ask for several things of a kind: each in a group of its own, and some empty groups for
//! more, so that no script is needed to add one.

use ankunft_platform::csrf;
use ankunft_platform::languages::Texts;
use ankunft_platform::page::components::{Button, Field};
use ankunft_platform::parts::Panel;
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, Input, Viewer};
use askama::Template;

/// So many empty groups stand below those that are filled in.
const MORE: usize = 2;
/// More of a kind than anybody fills in by hand.
const MOST: usize = 40;

/// A form in groups.
#[derive(Debug)]
pub struct RowsForm {
    /// Where it is sent to.
    pub action: String,
    /// Names and values that the reader does not see.
    pub hidden: Vec<(String, String)>,
    /// What is asked once, before the groups.
    pub head: Vec<Input>,
    /// The groups, each with its legend.
    pub groups: Vec<(String, Vec<Input>)>,
    /// What few need: folded away while nothing stands in it.
    pub folded: Vec<Folded>,
    /// What is asked once, behind them.
    pub foot: Vec<Input>,
    /// The button that sends it.
    pub button: Button,
}

/// A table of amounts that is folded away.
#[derive(Debug)]
pub struct Folded {
    /// What they are about.
    pub title: String,
    /// How to fill them in.
    pub hint: String,
    /// Whether something stands in them, or is wrong.
    pub is_open: bool,
    /// What its rows are.
    pub corner: String,
    /// What its columns are.
    pub columns: Vec<String>,
    /// Its rows: what each is, its amounts, and their sum.
    pub rows: Vec<(String, Vec<Field>, String)>,
    /// What sums are called, and the sum of each column and of all.
    pub sums: (String, Vec<String>),
}

#[derive(Template)]
#[template(path = "rows.html")]
struct RowsTemplate<'a> {
    t: &'a Texts,
    form: RowsForm,
}

impl RowsForm {
    /// The form as a piece of a page.
    #[must_use]
    pub fn block(mut self, viewer: &Viewer, title: String) -> Block {
        self.hidden.push((csrf::FIELD.to_owned(), viewer.csrf()));
        let page = RowsTemplate { t: &viewer.t, form: self };
        Block::Panel(Panel { title, html: page.render().unwrap_or_default() })
    }
}

/// The name of a field of a group: `quelle-0-name`.
#[must_use]
pub fn name(group: &str, at: usize, field: &str) -> String {
    format!("{group}-{at}-{field}")
}

/// How many groups a form shows: those with something in them, and some empty ones.
#[must_use]
pub fn shown(typed: &Typed, group: &str, fields: &[&str]) -> usize {
    filled(typed, group, fields).last().map_or(0, |it| it + 1) + MORE
}

/// The groups in which something was typed, in their order.
pub fn filled<'a>(
    typed: &'a Typed,
    group: &'a str,
    fields: &'a [&'a str],
) -> impl DoubleEndedIterator<Item = usize> + 'a {
    let is_filled =
        move |at: &usize| fields.iter().any(|it| !sent(typed, &name(group, *at, it)).is_empty());
    (0..MOST).filter(is_filled)
}
