//! What of a fund is cited: a granted application, the decision on it, its accepted proof of use.

use ankunft_disclosure::{Audience, Nutzung};
use ankunft_platform::finding::best;
use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, Citable, CitedThing, Stage};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::{App, Viewer};

use super::actions::Here;
use super::ledger::{Balance, Ledger};
use super::model::{Fund, State};
use super::store::applications::{self, Application};
use super::store::{self, APPLICATION, DECISION, PROOF, book};

/// One of the three kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A granted application: what is done.
    Application,
    /// The decision on it.
    Decision,
    /// Its accepted proof of use: what came of it.
    Proof,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Application, Self::Decision, Self::Proof];
}

impl Citable for Kind {
    fn kind(&self) -> &'static str {
        match self {
            Self::Application => APPLICATION,
            Self::Decision => DECISION,
            Self::Proof => PROOF,
        }
    }

    fn stage(&self) -> Stage {
        match self {
            Self::Application => Stage::Measure,
            Self::Decision => Stage::Decision,
            Self::Proof => Stage::Effect,
        }
    }

    // Everybody may read of a published application, and not how the board came to it.
    fn shows_reasons(&self, viewer: &Viewer) -> bool {
        Nutzung::Administration.includes(viewer.actor.audience())
    }

    fn search<'a>(
        &'a self,
        app: &'a App,
        tenant: Tenant,
        words: &'a [String],
        audience: Audience,
    ) -> BoxFuture<'a, Result<Vec<String>, StoreError>> {
        Box::pin(async move {
            // A proof is found by what it proves.
            if *self == Self::Proof {
                return Ok(Vec::new());
            }
            let mut read = app.store.read().await?;
            let funds = store::funds(&mut read, tenant).await?;
            let all = read.kept::<applications::Applications>(tenant).await?;
            drop(read);
            let is_inside = Nutzung::Administration.includes(audience);
            let seen = all.iter().filter(|it| {
                it.is_funded()
                    && (is_inside || (*self == Self::Application && it.published.is_some()))
            });
            let text = |it: &Application| {
                let fund = funds.iter().find(|other| other.number == it.fund);
                let fund = fund.map_or("", |it| it.terms.name.as_str());
                let title = match (is_inside, &it.published) {
                    (false, Some(title)) => title.as_str(),
                    _ => it.request.title.as_str(),
                };
                let what = if is_inside { it.request.what.as_str() } else { "" };
                (it.number.to_string(), format!("{title} {what} {fund}"))
            };
            Ok(best(words, seen.map(text)))
        })
    }

    fn look_up<'a>(
        &'a self,
        app: &'a App,
        tenant: Tenant,
        ids: &'a [&'a str],
        audience: Audience,
    ) -> BoxFuture<'a, Result<Vec<Option<CitedThing>>, StoreError>> {
        Box::pin(look_up(*self, app, tenant, ids, audience))
    }
}

async fn look_up(
    kind: Kind,
    app: &App,
    tenant: Tenant,
    ids: &[&str],
    audience: Audience,
) -> Result<Vec<Option<CitedThing>>, StoreError> {
    let Some(city) = app.city_of(tenant).await? else {
        return Ok(ids.iter().map(|_| None).collect());
    };
    let mut read = app.store.read().await?;
    let funds = store::funds(&mut read, tenant).await?;
    let all = read.kept::<applications::Applications>(tenant).await?;
    let ledgers = read.kept::<book::Ledgers>(tenant).await?;
    drop(read);
    let t = app.texts_of(&city);
    let none = Ledger::default();
    let thing = |id: &&str| {
        let number: i64 = id.parse().ok()?;
        let it = all.iter().find(|it| it.number == number)?;
        let fund = funds.iter().find(|other| other.number == it.fund)?;
        let ledger = ledgers.get(&it.fund).unwrap_or(&none);
        let day = |state| it.step(state).map(|it| it.on_day);
        let here = |today| Here { city: &city, t: &t, today };
        let thing = match kind {
            Kind::Application if it.is_funded() => {
                application(here(day(State::Granted)?), fund, it, ledger.application(number))
            }
            Kind::Decision => {
                let cents = ledger.granted(number).map(|it| it.cents);
                decision(here(day(State::Granted)?), fund, it, cents)
            }
            // What was given up has shown nothing.
            Kind::Proof if it.is_given_up() => return None,
            Kind::Proof => proof(here(day(State::Closed)?), fund, it, ledger.application(number)),
            Kind::Application => return None,
        };
        thing.nutzung.includes(audience).then_some(thing)
    };
    Ok(ids.iter().map(thing).collect())
}

/// A granted application.
#[must_use]
pub fn application(here: Here<'_>, fund: &Fund, it: &Application, own: Balance) -> CitedThing {
    let Here { t, city, today } = here;
    let title = it.published.clone().unwrap_or_else(|| it.request.title.clone());
    let is_public = it.published.is_some();
    let args = [
        ("fonds", Arg::from(fund.terms.name.as_str())),
        ("betrag", Arg::from(t.euros(own.given()))),
        ("stand", Arg::from(super::words::how_far(t, it))),
    ];
    let link = match is_public {
        true => format!("/{}/fonds/{}", city.slug, fund.number),
        false => link(here, it),
    };
    CitedThing {
        title,
        text: t.with("antrag-satz", &args),
        value: Some(t.euros(own.given())),
        source: fund.terms.name.clone(),
        date: today.to_string(),
        link,
        nutzung: if is_public { Nutzung::Public } else { Nutzung::Administration },
        releases: Vec::new(),
    }
}

/// The decision on an application.
#[must_use]
pub fn decision(here: Here<'_>, fund: &Fund, it: &Application, cents: Option<i64>) -> CitedThing {
    let Here { t, today, .. } = here;
    let amount = t.euros(cents.unwrap_or_default());
    let title = t.with("antrag-entscheidung-ding", &[("titel", Arg::from(&it.request.title))]);
    let args = [
        ("fonds", Arg::from(fund.terms.name.as_str())),
        ("betrag", Arg::from(amount.as_str())),
        ("beantragt", Arg::from(t.euros(it.request.asked()))),
    ];
    CitedThing {
        title,
        text: t.with("antrag-entscheidung-satz", &args),
        value: Some(amount),
        source: t.with("antrag-gremium-von", &args),
        date: today.to_string(),
        link: link(here, it),
        nutzung: Nutzung::Administration,
        releases: Vec::new(),
    }
}

fn proof(here: Here<'_>, fund: &Fund, it: &Application, own: Balance) -> CitedThing {
    let Here { t, today, .. } = here;
    let args = [
        ("betrag", Arg::from(t.euros(own.given()))),
        ("zurueck", Arg::from(t.euros(own.returned))),
    ];
    CitedThing {
        title: t.with("antrag-nachweis-ding", &[("titel", Arg::from(&it.request.title))]),
        text: t.with("antrag-nachweis-satz", &args),
        value: Some(t.euros(own.given())),
        source: fund.terms.name.clone(),
        date: today.to_string(),
        link: link(here, it),
        nutzung: Nutzung::Administration,
        releases: Vec::new(),
    }
}

fn link(here: Here<'_>, it: &Application) -> String {
    format!("/{}/fonds/antraege/{}", here.city.slug, it.number)
}
