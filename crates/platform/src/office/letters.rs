//! Letters to those whose documents cite what was withdrawn.

use std::collections::{BTreeMap, BTreeSet};

use crate::accounts;
use crate::languages::{Arg, Language};
use crate::mail::Letter;
use crate::register::posts;
use crate::store::StoreError;
use crate::web::{App, City};
use crate::withdrawals::Affected;

/// Tells the owners, after the answer: a mail server that is slow holds up nobody.
pub(super) fn tell(app: &App, city: &City, told: Vec<Affected>, reason: &str, request: &str) {
    if told.is_empty() || !app.mail.is_on() {
        return;
    }
    let (app, city) = (app.clone(), city.clone());
    let (reason, request) = (reason.to_owned(), request.to_owned());
    app.clone().later("nobody could be told of a Sperrung", async move {
        for letter in letters(&app, &city, &told, &reason).await? {
            if let Err(error) = app.mail.send(&letter).await {
                tracing::error!(request, %error, "a letter was not sent");
            }
        }
        Ok(())
    });
}

async fn letters(
    app: &App,
    city: &City,
    told: &[Affected],
    reason: &str,
) -> Result<Vec<Letter>, StoreError> {
    let mut codes: BTreeMap<(String, String), BTreeSet<&str>> = BTreeMap::new();
    for it in told {
        for reader in owners(app, city, it).await? {
            codes.entry(reader).or_default().insert(&it.code);
        }
    }
    let letter = |((to, language), codes): ((String, String), BTreeSet<&str>)| {
        let t = app.languages.texts(Language::from_code(&language).unwrap_or(app.language()));
        let codes: Vec<&str> = codes.into_iter().collect();
        let args = [
            ("fundstellen", Arg::from(codes.join(", "))),
            ("anzahl", Arg::from(codes.len())),
            ("stadt", Arg::from(city.name.as_str())),
            ("grund", Arg::from(reason)),
        ];
        Letter {
            to,
            subject: t.get("brief-sperrung.betreff"),
            text: t.with("brief-sperrung", &args),
            ..Letter::default()
        }
    };
    Ok(codes.into_iter().map(letter).collect())
}

/// Addresses and languages of whom a document belongs to: who holds its Stelle or stands in for
/// it today, or its account.
async fn owners(
    app: &App,
    city: &City,
    it: &Affected,
) -> Result<Vec<(String, String)>, StoreError> {
    let mut read = app.store.read().await?;
    let Some(post) = it.post else {
        let Some(account) = it.account else { return Ok(Vec::new()) };
        let account = accounts::by_id(&mut read, account).await?;
        return Ok(account.map(|it| (it.email, it.language)).into_iter().collect());
    };
    let today = app.today().to_string();
    let holds = |it: &posts::Tenure| {
        it.post == post
            && it.from_date <= today
            && it.to_date.as_ref().is_none_or(|last| *last >= today)
    };
    let tenures = posts::tenures(&mut read, city.tenant()).await?;
    let people = posts::people(&mut read, city.tenant()).await?;
    let holders: BTreeSet<i64> = tenures.into_iter().filter(holds).map(|it| it.person).collect();
    let known = people.into_iter().filter(|it| holders.contains(&it.id));
    Ok(known.filter_map(|it| Some((it.email?, city.language.clone()))).collect())
}
