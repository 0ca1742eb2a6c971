//! The pages of composed quarters: the list of all quarters, the form that joins, and what stands
//! on the page of a joined one.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_platform::languages::Arg;
use ankunft_platform::page::components::{Field, KeyFigure, Problems, Select};
use ankunft_platform::page::{Link, Shell};
use ankunft_platform::register::areas::{Area, Geography};
use ankunft_report::{Look, MapPicture, Shade};
use askama::Template;

use super::actions::Sketch;
use super::model::Composed;
use crate::pages::overview::{Setting, quarter_link};
use crate::pages::profile;
use crate::store::{Ground, Shelf};
use crate::view::profile::Profile;

/// From so many area units on, each group of them opens on demand.
const MANY: usize = 40;

/// What stands on the page of a composed quarter.
pub struct ComposedPart {
    /// Since when, and which version.
    pub lead: String,
    /// Why.
    pub reason: String,
    /// Whether everybody sees it; said to who may change that.
    pub circle: Option<String>,
    /// Its area units, each with its page.
    pub parts: Vec<Link>,
    /// What to mind.
    pub notes: Vec<String>,
    /// To the newest version, and to the form that changes it.
    pub steps: Vec<Link>,
}

/// `GET /{kommune}/atlas/quartiere`: which quarters are there?
#[derive(Template)]
#[template(path = "composed-list.html")]
pub(crate) struct ListPage {
    pub shell: Shell,
    pub action: String,
    pub levels: Option<Select>,
    pub compose: Option<Link>,
    pub quarters: Vec<Listed>,
}

/// A quarter in the list.
pub(crate) struct Listed {
    pub link: Link,
    /// That it is joined, and from how many.
    pub note: Option<String>,
}

/// The form that joins area units: first they are chosen, then looked at, then named and saved.
#[derive(Template)]
#[template(path = "composed-form.html")]
pub(crate) struct FormPage {
    pub shell: Shell,
    pub action: String,
    /// The kinds of area units, where there are several to choose from.
    pub levels: Option<Select>,
    /// The kind that is chosen.
    pub level: String,
    pub problems: Problems,
    pub groups: Vec<Group>,
    pub map: Option<String>,
    pub preview: Option<Preview>,
    /// Where it is given up.
    pub retire: Option<String>,
}

/// Area units below the same parent.
pub(crate) struct Group {
    pub name: String,
    /// Whether it opens on demand.
    pub folds: bool,
    pub is_open: bool,
    pub units: Vec<Unit>,
}

/// An area unit to tick.
pub(crate) struct Unit {
    pub position: i64,
    pub code: String,
    pub name: String,
    pub chosen: bool,
}

/// What would be saved.
pub(crate) struct Preview {
    pub lead: String,
    pub figures: Vec<KeyFigure>,
    pub notes: Vec<String>,
    pub parts: Vec<String>,
    pub chosen: Vec<String>,
    pub name: Field,
    pub reason: Field,
    pub is_public: bool,
    pub save: String,
}

/// The quarters of a geography that this reader can see something of, in alphabetical order.
pub(crate) fn listed(
    setting: &Setting<'_>,
    shelf: &Shelf,
    geography: &Geography,
    ground: &Ground,
) -> Vec<Listed> {
    let t = setting.t;
    let link =
        |code: &str, name: &str| Link::new(name, quarter_link(setting.base, &geography.code, code));
    let units = ground.areas.iter().map(|it| Listed { link: link(&it.code, &it.name), note: None });
    let current = |it: &&Composed| it.geography == geography.id && it.retired_at.is_none();
    let newest = |it: &Composed| {
        let joint = it.versions.last().filter(|joint| shelf.has_figures(geography.id, joint))?;
        let mut words =
            vec![t.with("zusammen-aus-gebieten", &[("anzahl", Arg::from(joint.parts.len()))])];
        words.extend((!joint.is_public).then(|| t.get("atlas-nur-intern")));
        Some(Listed { link: link(&it.code, &joint.name), note: Some(words.join(", ")) })
    };
    let joined = shelf.composed.iter().filter(current).filter_map(newest);
    let mut all: Vec<Listed> = units.chain(joined).collect();
    all.sort_by_key(|it| (it.link.label.to_lowercase(), it.link.href.clone()));
    all
}

/// The area units to choose from, in groups of the same parent and in alphabetical order.
pub(crate) fn groups(
    ground: &Ground,
    parents: &BTreeMap<String, String>,
    chosen: &BTreeSet<String>,
    others: &str,
) -> Vec<Group> {
    let name = |it: &Area| it.parent.as_ref().and_then(|code| parents.get(code)).cloned();
    let mut by_parent: BTreeMap<Option<String>, Vec<&Area>> = BTreeMap::new();
    for area in &ground.areas {
        by_parent.entry(name(area)).or_default().push(area);
    }
    let folds = ground.areas.len() > MANY && by_parent.len() > 1;
    let unit = |it: &&Area| Unit {
        position: it.position,
        code: it.code.clone(),
        name: it.name.clone(),
        chosen: chosen.contains(&it.code),
    };
    let group = |(name, mut areas): (Option<String>, Vec<&Area>)| {
        areas.sort_by(|a, b| a.name.cmp(&b.name).then_with(|| a.code.cmp(&b.code)));
        let units: Vec<Unit> = areas.iter().map(unit).collect();
        let is_open = units.iter().any(|it| it.chosen);
        Group { name: name.unwrap_or_else(|| others.to_owned()), folds, is_open, units }
    };
    by_parent.into_iter().map(group).collect()
}

/// The map to choose on: each area leads to its box, the chosen ones have an outline.
pub(crate) fn map(
    setting: &Setting<'_>,
    ground: &Ground,
    chosen: &BTreeSet<String>,
) -> Option<String> {
    let t = setting.t;
    let title = t.get("zusammen-karte");
    let picture = MapPicture {
        id: "auswahl",
        title: &title,
        description: &t.get("zusammen-karte-text"),
        classes: 1,
        selected: None,
        layers: &ground.layers,
    };
    let codes: Vec<&str> = chosen.iter().map(String::as_str).collect();
    let drawn = ground.map.as_ref()?.draw_chosen(&picture, &codes, |at, shape| Look {
        shade: Shade::Class(0),
        text: if chosen.contains(&shape.code) { t.get("zusammen-gewaehlt") } else { String::new() },
        href: Some(format!("#feld-gebiet-{at}")),
    });
    Some(drawn)
}

/// What would be saved, with its figures.
pub(crate) fn preview(
    setting: &Setting<'_>,
    (sketch, ground): (&Sketch, &Ground),
    (profile, notes): (Option<&Profile>, Vec<String>),
    problems: &Problems,
) -> Preview {
    let t = setting.t;
    let mut figures = profile.map_or_else(Vec::new, |it| profile::figures(setting, it));
    // What is not saved has no source page yet.
    figures.iter_mut().for_each(|it| it.link = None);
    let units = ground.areas.iter().filter(|it| sketch.parts.contains(&it.code));
    let mut parts: Vec<String> = units.map(|it| it.name.clone()).collect();
    parts.sort_unstable();
    let nothing = || t.with("zusammen-vorschau-leer", &[("anzahl", Arg::from(parts.len()))]);
    Preview {
        lead: profile.map_or_else(nothing, |it| profile::lead(setting, it)),
        figures,
        notes,
        chosen: sketch.parts.iter().cloned().collect(),
        name: Field::new("name", t.get("zusammen-name"))
            .hint(t.get("zusammen-name-hinweis"))
            .value(&sketch.name)
            .error(problems.of("name")),
        reason: Field::new("grund", t.get("zusammen-grund"))
            .hint(t.get("zusammen-grund-hinweis"))
            .value(&sketch.reason)
            .error(problems.of("grund"))
            .optional()
            .rows(3),
        is_public: sketch.is_public,
        save: t.get("zusammen-speichern"),
        parts,
    }
}
