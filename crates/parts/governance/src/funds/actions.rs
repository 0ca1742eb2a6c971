//! What happens to an application: each a rule, a booking where money moves, a step, and the
//! citations that follow from it, in one transaction. Who comes second finds the step taken.

use ankunft_platform::citations::{self, NewCitation};
use ankunft_platform::languages::Texts;
use ankunft_platform::parts::CitedThing;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, TenantInfo};
use jiff::ToSpan;
use jiff::civil::Date;

use super::ledger::{Booking, Kind, Refusal};
use super::model::{Fund, KEPT_DAYS, Proof, State, Tally, Verdict, Vote, claim_lapses};
use super::store::applications::{self, Application, Of};
use super::store::book::{self, NotBooked};
use super::store::votes::On;
use super::store::{self, APPLICATION, DECISION, PROOF, contacts, proofs, votes};
use super::{citable, correcting};

/// Why nothing has happened.
#[derive(Debug)]
pub enum Refused {
    /// There is no such application.
    Gone,
    /// It is too far for that, or not far enough; so far it is.
    State(State),
    /// So many votes are missing.
    Missing(usize),
    /// The board has said something else.
    Board,
    /// Nothing, or more than was asked for; so much was.
    Amount(i64),
    /// The ledger refuses it.
    Money(Refusal),
    /// The Stelle does not belong to the board.
    NoMember,
    /// It has voted already.
    Voted,
    /// It has not voted yet.
    NoVote,
    /// The vote says so already.
    SameVote,
    /// Somebody else has corrected a vote meanwhile.
    VoteCorrected,
    /// Who the group is was deleted.
    Forgotten,
    /// Who has decided does not pay.
    FourEyes,
    /// The group has not said yet to which account.
    NoAccount,
    /// The group has named another account since the payer looked.
    OtherAccount,
    /// Somebody else has booked meanwhile.
    Meanwhile,
    /// The database.
    Store(StoreError),
}

impl<E: Into<StoreError>> From<E> for Refused {
    fn from(error: E) -> Self {
        let error = error.into();
        Self::Store(error)
    }
}

impl From<NotBooked> for Refused {
    fn from(it: NotBooked) -> Self {
        match it {
            NotBooked::Refused(it) => Self::Money(it),
            NotBooked::Store(it) => Self::Store(it),
        }
    }
}

/// In which city, in whose words, on which day.
#[derive(Clone, Copy, Debug)]
pub struct Here<'a> {
    /// The city.
    pub city: &'a TenantInfo,
    /// Its texts: what is frozen for its papers is said in them.
    pub t: &'a Texts,
    /// Today.
    pub today: Date,
}

/// What the board has decided, as the lead writes it down.
#[derive(Clone, Debug)]
pub enum Decision {
    /// So much is granted, in cents, with what the group should know.
    Grant(i64, String),
    /// Nothing is granted, and why.
    Decline(String),
}

/// An application with its fund, while nobody else changes either.
pub(super) async fn open(
    change: &mut Change,
    here: Here<'_>,
    number: i64,
) -> Result<(Application, Fund), Refused> {
    let tenant = here.city.tenant;
    tenant::lock(change, tenant).await?;
    let found = applications::one(change, tenant, Of::Number(number)).await?;
    let it = found.ok_or(Refused::Gone)?;
    let fund = store::fund(change, tenant, it.fund).await?.ok_or(Refused::Gone)?;
    Ok((it, fund))
}

fn must_lead_to(it: &Application, next: State) -> Result<(), Refused> {
    let state = it.state();
    if state.leads_to(next) { Ok(()) } else { Err(Refused::State(state)) }
}

/// Changes the budget of a year, unless somebody has booked since the form was opened.
///
/// # Errors
///
/// - [`Refused`] says why not.
pub async fn change_budget(
    change: &mut Change,
    here: Here<'_>,
    (fund, seen): (i64, i64),
    (year, cents, note): (i64, i64, &str),
) -> Result<(), Refused> {
    let tenant = here.city.tenant;
    tenant::lock(change, tenant).await?;
    let last = book::lines(change, tenant, fund).await?.last().map_or(0, |it| it.number);
    if last != seen {
        return Err(Refused::Meanwhile);
    }
    let booking = Booking { year, kind: Kind::Budget, application: None, cents };
    book::book(change, tenant, fund, booking, (note, here.today)).await?;
    Ok(())
}

/// Writes the vote of a Stelle down.
///
/// # Errors
///
/// - [`Refused`] says why not.
pub async fn vote(
    change: &mut Change,
    here: Here<'_>,
    (number, post): (i64, i64),
    (vote, reason): (Vote, &str),
) -> Result<(), Refused> {
    let (it, fund) = open(change, here, number).await?;
    must_lead_to(&it, State::Declined)?;
    if !fund.terms.members.contains(&post) {
        return Err(Refused::NoMember);
    }
    let there = votes::votes(change, here.city.tenant, On::Application(number)).await?;
    if there.iter().any(|it| it.post == post) {
        return Err(Refused::Voted);
    }
    Ok(votes::cast(change, here.city.tenant, (number, post), (vote, reason)).await?)
}

/// Writes down what the board has decided.
///
/// # Errors
///
/// - [`Refused`] says why not.
pub async fn decide(
    change: &mut Change,
    here: Here<'_>,
    number: i64,
    decision: &Decision,
) -> Result<(), Refused> {
    let tenant = here.city.tenant;
    let (it, fund) = open(change, here, number).await?;
    must_lead_to(&it, State::Declined)?;
    let cast = votes::votes(change, tenant, On::Application(number)).await?;
    let tally = Tally::of(cast.iter().map(|it| it.vote));
    let verdict = tally.verdict(fund.terms.quorum, fund.terms.majority);
    match (verdict, decision) {
        (Verdict::Missing(votes), _) => return Err(Refused::Missing(votes)),
        (Verdict::Yes, Decision::Grant(cents, reason)) => {
            let asked = it.request.asked();
            if *cents < 1 || *cents > asked {
                return Err(Refused::Amount(asked));
            }
            let year = i64::from(here.today.year());
            let booking =
                Booking { year, kind: Kind::Grant, application: Some(number), cents: *cents };
            book::book(change, tenant, fund.number, booking, ("", here.today)).await?;
            applications::step(change, tenant, &it, (State::Granted, reason), here.today).await?;
            let thing = citable::decision(here, &fund, &it, Some(*cents));
            cite(change, here, (DECISION, &thing), (APPLICATION, number)).await?;
        }
        (Verdict::No, Decision::Decline(reason)) => {
            applications::step(change, tenant, &it, (State::Declined, reason), here.today).await?;
            forget_later(change, here, number).await?;
        }
        _ => return Err(Refused::Board),
    }
    Ok(())
}

/// Orders the payment of what was granted, to the account that the payer has seen.
///
/// # Errors
///
/// - [`Refused`] says why not.
pub async fn pay(
    change: &mut Change,
    here: Here<'_>,
    (number, seen): (i64, &str),
) -> Result<(), Refused> {
    let tenant = here.city.tenant;
    let (it, fund) = open(change, here, number).await?;
    must_lead_to(&it, State::Paid)?;
    let decided_by = it.step(State::Granted).and_then(|it| it.account);
    if decided_by.is_some() && decided_by == change.author().account {
        return Err(Refused::FourEyes);
    }
    let contact = contacts::contact(change, tenant, number).await?;
    let contact = contact.filter(|it| !it.iban.is_empty()).ok_or(Refused::NoAccount)?;
    if contact.account() != seen {
        return Err(Refused::OtherAccount);
    }
    let lines = book::lines(change, tenant, fund.number).await?;
    let cast = votes::votes(change, tenant, On::Application(number)).await?;
    let rules = store::versions(change, tenant, it.fund).await?;
    if correcting::is_overturned(&cast, correcting::granted_at(&lines, number), &rules) {
        return Err(Refused::Board);
    }
    let cents = book::ledger(&lines).application(number).reserved;
    book_for(change, here, &it, (Kind::Pay, cents)).await?;
    applications::step(change, tenant, &it, (State::Paid, ""), here.today).await?;
    Ok(())
}

/// Takes an application back, as its group wishes; what was reserved is free again.
///
/// # Errors
///
/// - [`Refused`] says why not.
pub async fn withdraw(change: &mut Change, here: Here<'_>, number: i64) -> Result<(), Refused> {
    let tenant = here.city.tenant;
    let (it, fund) = open(change, here, number).await?;
    must_lead_to(&it, State::Withdrawn)?;
    set_free(change, here, (&fund, number)).await?;
    applications::step(change, tenant, &it, (State::Withdrawn, ""), here.today).await?;
    forget_later(change, here, number).await
}

/// Sets free what is reserved for an application.
async fn set_free(
    change: &mut Change,
    here: Here<'_>,
    (fund, number): (&Fund, i64),
) -> Result<(), Refused> {
    let tenant = here.city.tenant;
    let lines = book::lines(change, tenant, fund.number).await?;
    if let Some(rest) = book::ledger(&lines).rest(number) {
        book::book(change, tenant, fund.number, rest, ("", here.today)).await?;
    }
    Ok(())
}

/// Closes an application without a proof of use, as far as whoever does has seen it: what was reserved is
/// free again, what was paid is to be reclaimed.
///
/// # Errors
///
/// - [`Refused`] says why not.
pub async fn give_up(
    change: &mut Change,
    here: Here<'_>,
    (number, seen): (i64, State),
    reason: &str,
) -> Result<(), Refused> {
    let (it, fund) = open(change, here, number).await?;
    let state = it.state();
    if state != seen || !state.may_be_given_up() {
        return Err(Refused::State(state));
    }
    set_free(change, here, (&fund, number)).await?;
    let step = (State::Closed, reason);
    applications::step(change, here.city.tenant, &it, step, here.today).await?;
    match it.step(State::Paid) {
        // What is reclaimed is asked for where the group is reached.
        Some(_) => {
            let on = claim_lapses(here.today);
            Ok(contacts::forget_on(change, here.city.tenant, number, on).await?)
        }
        None => forget_later(change, here, number).await,
    }
}

/// Writes down what came back of an application that was given up after it was paid; once. If that is all,
/// its contact is kept no longer than others.
///
/// # Errors
///
/// - [`Refused`] says why not.
pub async fn take_back(
    change: &mut Change,
    here: Here<'_>,
    (number, cents): (i64, i64),
) -> Result<(), Refused> {
    let (it, _) = open(change, here, number).await?;
    if !it.is_given_up() {
        return Err(Refused::State(it.state()));
    }
    book_for(change, here, &it, (Kind::Return, cents)).await?;
    let tenant = here.city.tenant;
    let lines = book::lines_of(change, tenant, (it.fund, number)).await?;
    if it.to_reclaim(book::ledger(&lines).application(number)) > 0 {
        return Ok(());
    }
    let said = contacts::contact(change, tenant, number).await?.and_then(|it| it.forget_on);
    let on = here.today.saturating_add(KEPT_DAYS.days());
    let on = said.map_or(on, |said| said.min(on));
    Ok(contacts::forget_on(change, tenant, number, on).await?)
}

/// Keeps to which account the money of a group goes, as long as it was not paid.
///
/// # Errors
///
/// - [`Refused`] says why not.
pub async fn set_account(
    change: &mut Change,
    here: Here<'_>,
    number: i64,
    account: (&str, &str),
) -> Result<(), Refused> {
    let (it, _) = open(change, here, number).await?;
    must_lead_to(&it, State::Paid)?;
    let is_kept = contacts::set_account(change, here.city.tenant, number, account).await?;
    if is_kept { Ok(()) } else { Err(Refused::Gone) }
}

/// Takes a proof of use from a group.
///
/// # Errors
///
/// - [`Refused`] says why not.
pub async fn hand_in(
    change: &mut Change,
    here: Here<'_>,
    number: i64,
    proof: &Proof,
) -> Result<(), Refused> {
    let tenant = here.city.tenant;
    let (it, _) = open(change, here, number).await?;
    must_lead_to(&it, State::Proven)?;
    let version = proofs::newest(change, tenant, number).await?.map_or(1, |it| it.0 + 1);
    proofs::add(change, tenant, (number, version), proof).await?;
    Ok(applications::step(change, tenant, &it, (State::Proven, ""), here.today).await?)
}

/// Asks a group something about its proof, which it then hands in again.
///
/// # Errors
///
/// - [`Refused`] says why not.
pub async fn ask(
    change: &mut Change,
    here: Here<'_>,
    number: i64,
    question: &str,
) -> Result<(), Refused> {
    let (it, _) = open(change, here, number).await?;
    must_lead_to(&it, State::Asked)?;
    let step = (State::Asked, question);
    Ok(applications::step(change, here.city.tenant, &it, step, here.today).await?)
}

/// Accepts a proof: what has come back goes into the year's budget, and all is over.
///
/// # Errors
///
/// - [`Refused`] says why not.
pub async fn accept(
    change: &mut Change,
    here: Here<'_>,
    number: i64,
    (back, note): (i64, &str),
) -> Result<(), Refused> {
    let tenant = here.city.tenant;
    let (it, fund) = open(change, here, number).await?;
    // Without a proof it is given up, not accepted.
    if it.state() != State::Proven {
        return Err(Refused::State(it.state()));
    }
    if back != 0 {
        book_for(change, here, &it, (Kind::Return, back)).await?;
    }
    applications::step(change, tenant, &it, (State::Closed, note), here.today).await?;
    let lines = book::lines(change, tenant, fund.number).await?;
    let balance = book::ledger(&lines).application(number);
    let thing = citable::application(here, &fund, &it, balance);
    cite(change, here, (APPLICATION, &thing), (PROOF, number)).await?;
    forget_later(change, here, number).await
}

async fn book_for(
    change: &mut Change,
    here: Here<'_>,
    it: &Application,
    (kind, cents): (Kind, i64),
) -> Result<(), Refused> {
    let year = i64::from(here.today.year());
    let booking = Booking { year, kind, application: Some(it.number), cents };
    book::book(change, here.city.tenant, it.fund, booking, ("", here.today)).await?;
    Ok(())
}

/// Deletes the account now and the rest of the contact later.
async fn forget_later(change: &mut Change, here: Here<'_>, number: i64) -> Result<(), Refused> {
    let on = here.today.saturating_add(KEPT_DAYS.days());
    Ok(contacts::forget_on(change, here.city.tenant, number, on).await?)
}

/// One thing of an application cites another: the thread shows it although nobody drew it.
async fn cite(
    change: &mut Change,
    here: Here<'_>,
    (kind, thing): (&str, &CitedThing),
    (citing, number): (&str, i64),
) -> Result<(), Refused> {
    let tenant = here.city.tenant;
    let id = number.to_string();
    let new = NewCitation {
        cited: (kind, &id),
        snapshot: &thing.snapshot(),
        nutzung: thing.nutzung,
        releases: &thing.releases,
    };
    let citation = citations::cite(change, tenant, new).await?.id;
    Ok(citations::place(change, tenant, citation, (citing, &id)).await?)
}
