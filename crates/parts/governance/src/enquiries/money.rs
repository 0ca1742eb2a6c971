//! What measures that fit an enquiry cost, and what was spent on them: sentences for its answer.

use std::collections::BTreeSet;

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::Tenant;
use jiff::civil::Date;

use crate::around::money::Budget;
use crate::measures::store as measures;
use crate::measures::view::Depth;

/// What is known of the money of a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    /// The measure.
    pub measure: i64,
    /// Its title.
    pub title: String,
    /// What was planned.
    pub budget: Budget,
    /// What was spent, in cents.
    pub spent: i64,
}

impl Money {
    /// Of these measures those of which something is known: a constant number of statements.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn read(
        read: &mut Read,
        tenant: Tenant,
        of: &BTreeSet<i64>,
    ) -> Result<Vec<Self>, StoreError> {
        let all = read.kept::<measures::Measures>(tenant).await?;
        let depth = Depth::read(read, tenant).await?;
        let known = |it: &crate::measures::model::Measure| {
            let budget = depth.around(it.number).budget;
            let spent = depth.spent(it.number);
            let is_known = of.contains(&it.number) && (!budget.is_empty() || spent != 0);
            let (measure, title) = (it.number, it.plan.title.clone());
            is_known.then_some(Self { measure, title, budget, spent })
        };
        Ok(all.iter().filter_map(known).collect())
    }

    /// What is known of it, as a sentence of an answer.
    #[must_use]
    pub fn sentence(&self, t: &Texts, today: Date) -> String {
        let given = self.budget.cents - self.budget.own_cents();
        let args = [
            ("titel", Arg::from(self.title.as_str())),
            ("kosten", Arg::from(t.euros(self.budget.cents))),
            ("dritte", Arg::from(t.euros(given))),
            ("eigen", Arg::from(t.euros(self.budget.own_cents()))),
            ("ausgegeben", Arg::from(t.euros(self.spent))),
            ("tag", Arg::from(t.date(today))),
        ];
        let id = match (self.budget.is_empty(), self.spent) {
            (true, _) => "anfrage-geld-satz-ohne-plan",
            (false, 0) => "anfrage-geld-satz-geplant",
            (false, _) => "anfrage-geld-satz",
        };
        t.with(id, &args)
    }
}
