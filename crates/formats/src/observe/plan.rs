use crate::table::{Collector, RawTable};
use crate::{ColumnRule, PeriodRule, Profile, RowRule};

use super::fits;

/// Where a profile's columns stand in a table.
pub(super) struct Plan<'a> {
    pub(super) profile: &'a Profile,
    pub(super) key: usize,
    pub(super) name: Option<usize>,
    pub(super) version: Option<usize>,
    pub(super) period: Option<usize>,
    pub(super) flag: Option<usize>,
    /// The columns with figures.
    pub(super) columns: Vec<PlannedColumn<'a>>,
    /// The columns by which the rows of one area unit and period differ (long tables).
    pub(super) categories: Vec<usize>,
    pub(super) set_aside: Vec<(usize, &'a RowRule)>,
    pub(super) whole: Vec<(usize, &'a RowRule)>,
}

pub(super) struct PlannedColumn<'a> {
    pub(super) rule: &'a ColumnRule,
    pub(super) at: usize,
    /// The conditions, each with its column.
    pub(super) when: Vec<(usize, &'a crate::When)>,
}

impl<'a> Plan<'a> {
    /// `None` if the column with the key is not there; what else lacks is a finding.
    pub(super) fn new(
        table: &RawTable,
        profile: &'a Profile,
        findings: &mut Collector,
    ) -> Option<Self> {
        let mut find = |name: &str| {
            let at = table.column(name);
            if at.is_none() {
                let header = table.header().join(", ");
                let finding = findings.error("missing-column").line(1).arg("name", name);
                findings.push(finding.arg("profile", &profile.title).excerpt(&header));
            }
            at
        };
        let key = find(&profile.area.column);
        let period = match &profile.period {
            PeriodRule::Column(name) => find(name),
            _ => None,
        };
        let mut columns = Vec::new();
        for rule in &profile.columns {
            let seen = columns.iter().any(|it: &PlannedColumn| it.rule.column == rule.column);
            let at = if seen { table.column(&rule.column) } else { find(&rule.column) };
            let when = rule.when.iter().filter_map(|it| Some((find(&it.column)?, it))).collect();
            if let Some(at) = at {
                columns.push(PlannedColumn { rule, at, when });
            }
        }
        let rules = |rules: &'a [RowRule]| {
            rules.iter().filter_map(|it| Some((table.column(&it.column)?, it))).collect()
        };
        let mut categories: Vec<usize> =
            columns.iter().flat_map(|it| it.when.iter().map(|(at, _)| *at)).collect();
        categories.sort_unstable();
        categories.dedup();
        Some(Self {
            key: key?,
            name: profile.area.name.as_deref().and_then(|it| table.column(it)),
            version: profile.area.version.as_deref().and_then(|it| table.column(it)),
            period,
            flag: profile.flag.as_ref().and_then(|it| table.column(&it.column)),
            set_aside: rules(&profile.set_aside),
            whole: rules(&profile.whole),
            columns,
            categories,
            profile,
        })
    }

    /// Says which columns the profile knows and leaves, and which it does not know.
    pub(super) fn report_other_columns(&self, table: &RawTable, findings: &mut Collector) {
        let mut used = vec![self.key];
        used.extend(self.name.iter().chain(&self.version).chain(&self.period).chain(&self.flag));
        used.extend(self.columns.iter().map(|it| it.at));
        used.extend(&self.categories);
        used.extend(self.set_aside.iter().chain(&self.whole).map(|(at, _)| at));
        let (mut known, mut unknown) = (Vec::new(), Vec::new());
        for (at, name) in table.header().iter().enumerate() {
            if used.contains(&at) || name.is_empty() {
                continue;
            }
            let is_known = self.profile.ignore.iter().any(|it| fits(name, it));
            if is_known { known.push(name.as_str()) } else { unknown.push(name.as_str()) }
        }
        for (code, names) in [("columns-ignored", known), ("columns-unknown", unknown)] {
            if !names.is_empty() {
                let finding = findings.note(code).line(1).arg("count", names.len());
                findings.push(finding.arg("names", names.join(", ")));
            }
        }
    }
}
