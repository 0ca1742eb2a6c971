//! A vote that was written down wrongly: until the payment is ordered it is corrected, and what stood before
//! is kept. A decision that the board no longer carries pays nothing; what was declined is taken up again.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use sqlx::AnyConnection;

use super::actions::{Here, Refused, open};
use super::ledger::Kind;
use super::model::{Fund, State, Tally, Verdict, Vote};
use super::store::applications::{self, Application};
use super::store::book::{self, Line};
use super::store::votes::{self, Cast, On};
use super::store::{self, contacts};

/// How often votes were corrected: whoever corrects says what they have seen.
#[must_use]
pub fn corrections(cast: &[Cast]) -> i64 {
    cast.iter().map(|it| it.version - 1).sum()
}

/// When money was granted to an application, if it was, in microseconds UTC.
#[must_use]
pub fn granted_at(lines: &[Line], application: i64) -> Option<i64> {
    let is_grant =
        |it: &&Line| it.booking.kind == Kind::Grant && it.booking.application == Some(application);
    lines.iter().find(is_grant).map(|it| it.at)
}

/// Whether votes were corrected since money was granted, and no longer grant it by the rules of then (all
/// versions of the fund, the newest first).
#[must_use]
pub fn is_overturned(cast: &[Cast], granted_at: Option<i64>, rules: &[Fund]) -> bool {
    let Some(at) = granted_at else { return false };
    if !cast.iter().any(|it| it.version > 1 && it.at >= at) {
        return false;
    }
    let then = rules.iter().find(|it| it.at <= at).or(rules.last());
    let tally = Tally::of(cast.iter().map(|it| it.vote));
    then.is_some_and(|it| tally.verdict(it.terms.quorum, it.terms.majority) != Verdict::Yes)
}

/// The applications of a city whose grant their corrected votes no longer carry and that are not paid: three
/// statements where a vote on one of them was corrected, else none.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn overturned(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (all, cast): (&[Application], &[Cast]),
) -> Result<BTreeSet<i64>, StoreError> {
    let corrected: BTreeSet<i64> =
        cast.iter().filter(|it| it.version > 1).map(|it| it.application).collect();
    let open = |it: &&Application| it.state() == State::Granted && corrected.contains(&it.number);
    let open: Vec<&Application> = all.iter().filter(open).collect();
    if open.is_empty() {
        return Ok(BTreeSet::new());
    }
    let granted = book::granted(connection, tenant).await?;
    let rules = store::all_versions(connection, tenant).await?;
    let mut of_fund: BTreeMap<i64, Vec<Fund>> = BTreeMap::new();
    for it in rules {
        of_fund.entry(it.number).or_default().push(it);
    }
    let is_it = |it: &&Application| {
        let own = cast.iter().filter(|vote| vote.application == it.number);
        let own: Vec<Cast> = own.cloned().collect();
        let rules = of_fund.get(&it.fund).map_or(&[][..], Vec::as_slice);
        is_overturned(&own, granted.get(&it.number).copied(), rules)
    };
    Ok(open.into_iter().filter(is_it).map(|it| it.number).collect())
}

/// Corrects the vote of a Stelle, unless somebody has corrected one since the form was opened.
///
/// # Errors
///
/// - [`Refused`] says why not.
pub async fn correct(
    change: &mut Change,
    here: Here<'_>,
    (number, post): (i64, i64),
    seen: i64,
    (vote, reason): (Vote, &str),
) -> Result<(), Refused> {
    let tenant = here.city.tenant;
    let (it, _) = open(change, here, number).await?;
    if !it.state().may_correct_votes() {
        return Err(Refused::State(it.state()));
    }
    let cast = votes::votes(change, tenant, On::Application(number)).await?;
    if corrections(&cast) != seen {
        return Err(Refused::VoteCorrected);
    }
    let was = cast.iter().find(|it| it.post == post).ok_or(Refused::NoVote)?;
    if (was.vote, &*was.reason) == (vote, reason) {
        return Err(Refused::SameVote);
    }
    Ok(votes::correct(change, tenant, was, (vote, reason)).await?)
}

/// Takes up again what was declined, as long as the group can be reached: its votes stand, can be corrected,
/// and lead to another decision. Of many who do so at once one does.
///
/// # Errors
///
/// - [`Refused`] says why not.
pub async fn take_up_again(
    change: &mut Change,
    here: Here<'_>,
    number: i64,
    reason: &str,
) -> Result<(), Refused> {
    let tenant = here.city.tenant;
    let (it, _) = open(change, here, number).await?;
    if it.state() != State::Declined {
        return Err(Refused::State(it.state()));
    }
    if !contacts::keep(change, tenant, number).await? {
        return Err(Refused::Forgotten);
    }
    Ok(applications::step(change, tenant, &it, (State::Received, reason), here.today).await?)
}
