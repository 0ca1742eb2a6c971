//! The Letter of Intent, for the profile of its city.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::parts::{BoxFuture, Offer, Offered, Theme};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};

use super::model::{Commitment, Kind, State};
use super::store::{self, KIND};
use crate::permissions::SEE;

/// The newest Letter of Intent that has not ended.
pub struct Intent;

impl Offer for Intent {
    fn offers<'a>(
        &'a self,
        app: &'a App,
        city: &'a City,
        viewer: &'a Viewer,
    ) -> BoxFuture<'a, Result<Vec<Offered>, StoreError>> {
        Box::pin(async move {
            if !viewer.may(SEE) {
                return Ok(Vec::new());
            }
            let all = store::commitments(&mut *app.store.read().await?, city.tenant()).await?;
            let today = app.today();
            let is_it = |it: &&Commitment| {
                let over = it.terms.ends_on.is_some_and(|day| day < today);
                it.terms.kind == Kind::Intent && it.terms.state != State::Ended && !over
            };
            Ok(all.iter().find(is_it).map(|it| offered(&viewer.t, it)).into_iter().collect())
        })
    }
}

fn offered(t: &Texts, it: &Commitment) -> Offered {
    let terms = &it.terms;
    let mut said = Vec::new();
    if let Some(day) = terms.signed_on {
        said.push(t.with("angebot-vom", &[("tag", Arg::from(t.date(day)))]));
    }
    if terms.state == State::Signed && !terms.signer.is_empty() {
        let who = [("wer", Arg::from(terms.signer.as_str()))];
        said.push(t.with("angebot-gezeichnet", &who));
    }
    if let Some(day) = terms.ends_on {
        said.push(t.with("angebot-bis", &[("tag", Arg::from(t.date(day)))]));
    }
    let text = if said.is_empty() { terms.title.clone() } else { said.join(", ") };
    let value = if terms.state == State::Signed { "signed" } else { "drafted" }.to_owned();
    Offered { theme: Theme::Intent, thing: (KIND, it.number.to_string()), value, text }
}
