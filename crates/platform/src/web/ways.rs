//! The navigation of a city as one reader sees it from one page.

use super::app::App;
use crate::languages::Texts;
use crate::page::NavEntry;
use crate::parts::Nav;
use crate::permission::{Actor, Verdict};
use crate::tenant::TenantInfo;

/// The entries that a reader may open, in words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ways {
    /// The main navigation.
    pub nav: Vec<NavEntry>,
    /// The rooms of the subject that the page belongs to; empty if it is one room.
    pub rooms: Vec<NavEntry>,
}

impl Ways {
    /// What this actor may open, seen from this path.
    pub fn of(app: &App, city: Option<&TenantInfo>, actor: &Actor, path: &str, t: &Texts) -> Self {
        let Some(city) = city else { return Self::default() };
        let may = |action| app.permissions.decide(actor, action) == Verdict::Yes;
        let open: Vec<&Nav> = app.parts.nav(city.kind).filter(|it| may(it.action)).collect();
        let inside = path.strip_prefix(&format!("/{}", city.slug)).unwrap_or_default();
        let fits = |it: &&&Nav| {
            inside.strip_prefix(it.path).is_some_and(|it| it.is_empty() || it.starts_with('/'))
        };
        let here = open.iter().filter(fits).max_by_key(|it| it.path.len()).copied();
        let main: Vec<&Nav> = app.parts.main_nav(city.kind, may).collect();
        let open_at = |path: &str| open.iter().find(|it| it.path == path).copied();
        // The room of a room belongs to the subject of that.
        let subject = |it: &Nav| {
            let up = |it: &Nav| it.of.and_then(open_at).copied();
            std::iter::successors(Some(*it), |it| up(it))
                .find(|it| main.iter().any(|of| of.path == it.path))
                .map_or(it.path, |it| it.path)
        };
        // And has no entry of its own beside it.
        let is_deep = |it: &Nav| {
            it.of.and_then(open_at).is_some_and(|of| of.of.is_some_and(|it| open_at(it).is_some()))
        };
        let entry = |it: &Nav, text: &str, current: bool| NavEntry {
            label: t.get(text),
            href: format!("/{}{}", city.slug, it.path),
            current,
        };
        // Among its rooms a subject's first room is called by what it holds.
        let of_room = |it: &Nav| {
            let text = format!("{}-raum", it.text);
            if t.has(&text) { text } else { it.text.to_owned() }
        };
        let of_here = here.map(subject);
        let nav = main.iter().map(|it| entry(it, it.text, of_here == Some(it.path))).collect();
        let rooms: Vec<NavEntry> = open
            .iter()
            .filter(|it| of_here == Some(subject(it)) && !is_deep(it))
            .map(|it| {
                let is_here = |here: &&Nav| {
                    here.path == it.path || (is_deep(here) && here.of == Some(it.path))
                };
                entry(it, &of_room(it), here.as_ref().is_some_and(is_here))
            })
            .collect();
        Self { nav, rooms: if rooms.len() > 1 { rooms } else { Vec::new() } }
    }
}
