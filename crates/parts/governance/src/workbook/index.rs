//! Places, Stellen and organisations by what cells call them, put in order once: a workbook names them in
//! thousands of cells.

use std::collections::BTreeMap;

use super::terms::Wrong;
use crate::around::words::Organisations;
use crate::known::Known;

/// What can be named, by its names.
#[derive(Debug, Default)]
pub struct Index {
    /// What each place is called, in their order; with its level where another level has one of that name, and a composed one with its code.
    pub spots: Vec<String>,
    /// What each Stelle is called, in their order; with its unit where another one is called so.
    pub desks: Vec<String>,
    place_values: BTreeMap<String, usize>,
    place_labels: BTreeMap<String, usize>,
    place_names: BTreeMap<String, usize>,
    place_areas: BTreeMap<String, usize>,
    desk_ids: BTreeMap<i64, usize>,
    /// None where two Stellen are called alike.
    desk_labels: BTreeMap<String, Option<i64>>,
    organisations: BTreeMap<String, i64>,
}

impl Index {
    /// Puts in order what is known.
    #[must_use]
    pub fn of(known: &Known, organisations: &Organisations) -> Self {
        let mut index = Self::default();
        index.add_spots(known);
        index.add_desks(known);
        for (id, name) in organisations {
            index.organisations.entry(name.to_lowercase()).or_insert(*id);
        }
        index
    }

    fn add_spots(&mut self, known: &Known) {
        let mut same: BTreeMap<&str, usize> = BTreeMap::new();
        for it in &known.spots {
            *same.entry(&it.place.name).or_default() += 1;
        }
        for (at, it) in known.spots.iter().enumerate() {
            let name = &it.place.name;
            let label = match same.get(name.as_str()) {
                Some(2..) => format!("{name} ({})", it.level.unit().unwrap_or(&it.place.area)),
                _ => name.clone(),
            };
            self.place_values.entry(it.place.value()).or_insert(at);
            self.place_labels.entry(label.to_lowercase()).or_insert(at);
            // Of several levels with one name the coarsest, as in a pasted table.
            self.place_names.entry(name.to_lowercase()).or_insert(at);
            self.place_areas.entry(it.place.area.clone()).or_insert(at);
            self.spots.push(label);
        }
    }

    fn add_desks(&mut self, known: &Known) {
        let mut same: BTreeMap<&str, usize> = BTreeMap::new();
        for it in &known.desks {
            *same.entry(&it.title).or_default() += 1;
        }
        for (at, it) in known.desks.iter().enumerate() {
            let label = match (&it.unit, same.get(it.title.as_str())) {
                (Some(unit), Some(2..)) => format!("{} ({unit})", it.title),
                _ => it.title.clone(),
            };
            self.desk_ids.entry(it.id).or_insert(at);
            let found = self.desk_labels.entry(label.to_lowercase());
            found.and_modify(|it| *it = None).or_insert(Some(it.id));
            self.desks.push(label);
        }
    }

    /// Which place a cell means, in the order of what is known.
    #[must_use]
    pub fn place(&self, text: &str) -> Option<usize> {
        let lower = text.to_lowercase();
        let named = [self.place_areas.get(text), self.place_names.get(&lower)];
        let first = || named.into_iter().flatten().min();
        self.place_labels.get(&lower).or_else(first).copied()
    }

    /// What a place is called, by its plain text.
    #[must_use]
    pub fn place_label(&self, plain: &str) -> Option<&String> {
        self.place_values.get(plain).and_then(|at| self.spots.get(*at))
    }

    /// Which Stelle a cell means.
    ///
    /// # Errors
    ///
    /// - [`Wrong`] if there is none, or more than one.
    pub fn desk(&self, text: &str) -> Result<i64, Wrong> {
        match self.desk_labels.get(&text.to_lowercase()) {
            Some(Some(id)) => Ok(*id),
            Some(None) => Err("abgleich-stelle-doppelt"),
            None => Err("tabelle-stelle-fremd"),
        }
    }

    /// What a Stelle is called.
    #[must_use]
    pub fn desk_label(&self, id: i64) -> Option<&String> {
        self.desk_ids.get(&id).and_then(|at| self.desks.get(*at))
    }

    /// Which organisation a cell means.
    #[must_use]
    pub fn organisation(&self, text: &str) -> Option<i64> {
        self.organisations.get(&text.to_lowercase()).copied()
    }
}
