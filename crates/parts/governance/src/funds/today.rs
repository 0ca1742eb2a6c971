//! What funds ask of people in the morning.

use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, Today, TodayItem};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};

use super::model::{Fund, State, Tally, Verdict};
use super::rights::{Rights, SEE};
use super::store::applications::{self, Application, Of};
use super::store::{self, contacts, votes};
use super::{address_of, correcting};

/// Votes, decisions, payments and proofs that wait for one's own Stelle.
pub struct Asked;

impl TodayItem for Asked {
    fn items<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
    ) -> BoxFuture<'a, Result<Vec<Today>, StoreError>> {
        Box::pin(items(app, viewer))
    }
}

async fn items(app: &App, viewer: &Viewer) -> Result<Vec<Today>, StoreError> {
    let Some(city) = viewer.city.clone().map(City) else { return Ok(Vec::new()) };
    let Some(post) = viewer.actor.post.filter(|_| viewer.may(SEE)) else { return Ok(Vec::new()) };
    let mut read = app.store.read().await?;
    let funds = store::funds(&mut read, city.tenant()).await?;
    if !funds.iter().any(|it| it.terms.is_of(post)) {
        return Ok(Vec::new());
    }
    let all = applications::list(&mut read, city.tenant(), Of::City).await?;
    let votes = votes::votes(&mut read, city.tenant(), votes::On::City).await?;
    let payable = contacts::with_account(&mut read, city.tenant()).await?;
    let overturned = correcting::overturned(&mut read, city.tenant(), (&all, &votes)).await?;
    drop(read);
    let waits = |it: &Application, fund: &Fund| {
        let rights = Rights::of(viewer, fund);
        let own = votes.iter().filter(|vote| vote.application == it.number);
        let has_voted = own.clone().any(|it| Some(it.post) == rights.votes);
        let verdict =
            Tally::of(own.map(|it| it.vote)).verdict(fund.terms.quorum, fund.terms.majority);
        let leads = fund.terms.lead == post;
        match it.state() {
            State::Received if rights.votes.is_some() && !has_voted => Some("heute-fonds-stimme"),
            State::Received if leads && !matches!(verdict, Verdict::Missing(_)) => {
                Some("heute-fonds-entscheiden")
            }
            State::Granted if overturned.contains(&it.number) => {
                leads.then_some("heute-fonds-traegt-nicht")
            }
            State::Granted if rights.pays && payable.contains(&it.number) => {
                Some("heute-fonds-zahlen")
            }
            State::Proven if leads => Some("heute-fonds-nachweis"),
            _ => None,
        }
    };
    let item = |it: &Application| {
        let fund = funds.iter().find(|other| other.number == it.fund)?;
        let text = waits(it, fund)?;
        let text = viewer.t.with(text, &[("titel", Arg::from(it.request.title.as_str()))]);
        Some(Today { text, href: address_of(&city, it.number), due: None, done: None })
    };
    Ok(all.iter().filter_map(item).collect())
}
