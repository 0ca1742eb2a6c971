//! Lists that are too long for one page: a piece at a time, as the address asks.

use super::{Block, Item, Viewer};
use crate::languages::{Arg, Texts};
use crate::page::Link;
use crate::page::components::{Pages, Table};

/// So many entries stand on a page.
pub const PIECE: usize = 100;

/// A table, in pieces where it has more rows than a page holds; `name` asks for a piece in the address
/// of the page, whose path is `page` also where it answers a form that is sent elsewhere. All else that
/// the address asks for stays as it is; files of the same values have all rows.
#[must_use]
pub fn pieces(viewer: &Viewer, (page, name): (&str, &str), mut table: Table) -> Vec<Block> {
    let (rows, pages) = cut(viewer, (page, name), std::mem::take(&mut table.rows));
    table.rows = rows;
    std::iter::once(Block::Table(table)).chain(pages).collect()
}

/// The same for a list whose entries have buttons.
#[must_use]
pub fn pieces_of(viewer: &Viewer, (page, name): (&str, &str), items: Vec<Item>) -> Vec<Block> {
    let (items, pages) = cut(viewer, (page, name), items);
    std::iter::once(Block::Items(items)).chain(pages).collect()
}

fn cut<T>(viewer: &Viewer, asked: (&str, &str), all: Vec<T>) -> (Vec<T>, Option<Block>) {
    piece_with(viewer, asked, (PIECE, all), |_| false)
}

/// A piece of at most `size` entries, and the way to the others where there are more. Where an entry is
/// what the reader has just tried to change, its piece is shown, whatever the address asks for.
pub fn piece_with<T>(
    viewer: &Viewer,
    (page, name): (&str, &str),
    (size, all): (usize, Vec<T>),
    is_tried: impl Fn(&T) -> bool,
) -> (Vec<T>, Option<Block>) {
    let total = all.len();
    if total <= size {
        return (all, None);
    }
    let address = shown_at(page, &viewer.address);
    let tried = all.iter().position(is_tried).map(|it| it / size);
    let at = tried.unwrap_or_else(|| piece(&address, name, (total, size)));
    let here = all.into_iter().skip(at * size).take(size).collect();
    (here, Some(Block::Pages(pages(&viewer.t, (&address, name), (at, total, size)))))
}

/// The address of a page, asking for what was asked for.
#[must_use]
pub fn shown_at(page: &str, asked: &str) -> String {
    match asked.split_once('?') {
        Some((_, query)) => format!("{page}?{query}"),
        None => page.to_owned(),
    }
}

/// The piece that an address asks for, from 0; the nearest that there is.
fn piece(address: &str, name: &str, (total, size): (usize, usize)) -> usize {
    let (_, query) = address.split_once('?').unwrap_or_default();
    let asked = query.split('&').find_map(|it| it.strip_prefix(name)?.strip_prefix('='));
    let asked = asked.and_then(|it| it.parse::<usize>().ok()).unwrap_or(1);
    asked.saturating_sub(1).min(total.saturating_sub(1) / size)
}

/// The same address, asking for another piece.
fn address_of(address: &str, name: &str, piece: usize) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let own = format!("{name}=");
    let is_other = |it: &&str| !it.is_empty() && !it.starts_with(&own);
    let mut all: Vec<String> = query.split('&').filter(is_other).map(str::to_owned).collect();
    if piece > 0 {
        all.push(format!("{own}{}", piece + 1));
    }
    if all.is_empty() { path.to_owned() } else { format!("{path}?{}", all.join("&")) }
}

fn pages(
    t: &Texts,
    (address, name): (&str, &str),
    (at, total, size): (usize, usize, usize),
) -> Pages {
    let (first, last) = (at * size + 1, ((at + 1) * size).min(total));
    let args = [
        ("von", Arg::from(t.count(first))),
        ("bis", Arg::from(t.count(last))),
        ("alle", Arg::from(t.count(total))),
    ];
    let link = |text: &str, piece| Link::new(t.get(text), address_of(address, name, piece));
    Pages {
        position: t.with("seiten-stand", &args),
        previous: at.checked_sub(1).map(|it| link("seite-zurueck", it)),
        next: (last < total).then(|| link("seite-weiter", at + 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_keeps_all_else_that_it_asks_for() {
        let asked = "/musterstadt/steuerung?stand=running&seite=2&stelle=4";
        assert_eq!(piece(asked, "seite", (400, PIECE)), 1);
        assert_eq!(
            address_of(asked, "seite", 2),
            "/musterstadt/steuerung?stand=running&stelle=4&seite=3"
        );
        assert_eq!(address_of(asked, "seite", 0), "/musterstadt/steuerung?stand=running&stelle=4");
        assert_eq!(address_of("/x?seite=9", "seite", 0), "/x");
        assert_eq!(address_of("/x", "seite", 1), "/x?seite=2");
    }

    /// The address of a form has no page of its own.
    #[test]
    fn a_page_that_answers_a_form_leads_to_itself() {
        assert_eq!(shown_at("/x", "/x/hindernis"), "/x");
        assert_eq!(shown_at("/x", "/x?seite=2"), "/x?seite=2");
    }

    #[test]
    fn what_is_no_piece_is_the_nearest_there_is() {
        for (asked, found) in [("0", 0), ("", 0), ("abc", 0), ("-1", 0), ("4", 3), ("5", 3)] {
            assert_eq!(
                piece(&format!("/x?seite={asked}"), "seite", (400, PIECE)),
                found,
                "{asked}"
            );
        }
        assert_eq!(piece("/x?seite=99999999999999999999999", "seite", (400, PIECE)), 0);
        assert_eq!(piece("/x?seite=2", "seite", (101, PIECE)), 1);
    }

    /// Every row stands on one page.
    #[test]
    fn the_pieces_are_the_whole() {
        for total in [101, 199, 200, 201, 400, 1257] {
            let last = piece("/x?seite=1000000", "seite", (total, PIECE));
            assert!(last * PIECE < total && total <= (last + 1) * PIECE, "{total}");
        }
    }
}
