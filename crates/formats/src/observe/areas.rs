use std::collections::{BTreeMap, HashMap};

use super::names::{fold, fold_without_umlauts, head};

/// The area units of one area version, to join tables with.
#[derive(Clone, Debug, Default)]
pub struct AreaIndex {
    label: String,
    codes: Vec<String>,
    names: Vec<String>,
    by_code: HashMap<String, usize>,
    by_name: HashMap<String, Vec<usize>>,
    by_head: HashMap<String, Vec<usize>>,
    code_length: Option<usize>,
}

/// What a name in a table stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NameMatch {
    /// Exactly this area unit.
    Same(usize),
    /// Only this area unit, by a part of its name or another spelling.
    Similar(usize),
    /// Several area units.
    Several(Vec<usize>),
    None,
}

impl AreaIndex {
    /// The index of these area units, each a code and a name, in the order of the version.
    /// The label is what findings call the version: `Planungsräume bis 2020`.
    #[must_use]
    pub fn new(label: &str, areas: Vec<(String, String)>) -> Self {
        let mut index = Self { label: label.to_owned(), ..Self::default() };
        for (at, (code, name)) in areas.into_iter().enumerate() {
            index.by_code.entry(code.clone()).or_insert(at);
            let mut folds = vec![fold(&name), fold_without_umlauts(&name)];
            folds.dedup();
            for key in folds {
                index.by_name.entry(key).or_default().push(at);
            }
            let mut heads = vec![fold(head(&name)), fold_without_umlauts(head(&name))];
            heads.dedup();
            for key in heads {
                index.by_head.entry(key).or_default().push(at);
            }
            index.codes.push(code);
            index.names.push(name);
        }
        let length = index.codes.first().map(String::len);
        index.code_length = length.filter(|it| index.codes.iter().all(|code| code.len() == *it));
        index
    }

    /// What findings call the version.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// The codes, in the order of the version.
    #[must_use]
    pub fn codes(&self) -> &[String] {
        &self.codes
    }

    /// The names, in the order of the version.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// How many area units there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// The position of a code.
    #[must_use]
    pub fn position(&self, code: &str) -> Option<usize> {
        self.by_code.get(code).copied()
    }

    /// The position of a code that lost zeros on its left, or got some too many.
    pub(crate) fn position_padded(&self, code: &str, pad: Option<usize>) -> Option<usize> {
        if code.is_empty() || !code.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let width = pad.or(self.code_length).unwrap_or(0);
        let padded = format!("{code:0>width$}");
        self.position(&padded).or_else(|| self.position(code.trim_start_matches('0')))
    }

    pub(crate) fn is_name(&self, name: &str) -> bool {
        matches!(self.named(name), NameMatch::Same(_) | NameMatch::Similar(_))
    }

    pub(crate) fn named(&self, name: &str) -> NameMatch {
        let mut similar = false;
        let tries = [
            (&self.by_name, fold(name)),
            (&self.by_name, fold_without_umlauts(name)),
            (&self.by_head, fold(head(name))),
            (&self.by_head, fold_without_umlauts(head(name))),
        ];
        for (map, key) in tries {
            match map.get(&key).map(Vec::as_slice) {
                Some([one]) if !similar && self.names[*one] == name => {
                    return NameMatch::Same(*one);
                }
                Some([one]) => return NameMatch::Similar(*one),
                Some(several) if !key.is_empty() => return NameMatch::Several(several.to_vec()),
                _ => similar = true,
            }
        }
        NameMatch::None
    }

    /// Which of these keys are known, counted once each.
    pub(crate) fn known(&self, keys: &BTreeMap<&str, u64>, pad: Option<usize>) -> usize {
        let known = |key: &str| {
            self.position(key).or_else(|| self.position_padded(key, pad)).is_some()
                || self.is_name(key)
        };
        keys.keys().filter(|key| known(key)).count()
    }
}
