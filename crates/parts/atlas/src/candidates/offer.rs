//! The quarters that were decided for, for the profile of their city.

use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, Offer, Offered, Theme};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};

use super::pages::day;
use super::permissions::SEE;
use super::store::decisions::{self, KIND};

/// Chosen quarters, decision by decision, as they stand and everybody may read them: a profile is told
/// to other cities.
pub struct Chosen;

impl Offer for Chosen {
    fn offers<'a>(
        &'a self,
        app: &'a App,
        city: &'a City,
        viewer: &'a Viewer,
    ) -> BoxFuture<'a, Result<Vec<Offered>, StoreError>> {
        Box::pin(offers(app, city, viewer))
    }
}

async fn offers(app: &App, city: &City, viewer: &Viewer) -> Result<Vec<Offered>, StoreError> {
    if !viewer.may(SEE) {
        return Ok(Vec::new());
    }
    let t = &viewer.t;
    let mut read = app.store.read().await?;
    let decided = decisions::all_decided(&mut read, city.tenant()).await?;
    let all = decisions::decisions(&mut read, city.tenant()).await?;
    let offered = |it: &decisions::Decision| {
        let quarters = decided.get(&it.number)?.iter().filter(|it| it.chosen == 1);
        let names: Vec<&str> = quarters.map(|it| it.name.as_str()).collect();
        let args = [("wer", Arg::from(it.body.as_str())), ("tag", Arg::from(day(t, &it.on_date)))];
        let offered = Offered {
            theme: Theme::Quarters,
            thing: (KIND, it.number.to_string()),
            value: names.join(", "),
            text: t.with("angebot-entscheidung", &args),
        };
        (!names.is_empty()).then_some(offered)
    };
    // The first decision first, so that a second quarter stands behind it.
    Ok(all.iter().rev().filter(|it| it.is_published()).filter_map(offered).collect())
}
