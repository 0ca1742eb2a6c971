//! What Musterstadt's measures cost and who pays: quotas, amounts, and one that the city pays alone.

use ankunft_governance::around::model::{Content, Kind};
use ankunft_governance::around::money::{Budget, Part, Quota, Source, parts};
use ankunft_governance::around::store as around;
use ankunft_governance::measures::store as measures;
use ankunft_platform::changes::Author;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::App;

use super::AUTHOR;
use crate::console::Problem;

/// A source: who, by which programme, and a share in tenths of a percent or an amount in cents.
type Pays = (&'static str, &'static str, Result<i64, i64>);

const INVENTED: [(&str, i64, &[Pays]); 3] = [
    (
        "Zwei Gruppenräume in der Grundschule am Nachmittag öffnen",
        4_800_000,
        &[("Land", "Ganztag", Ok(900))],
    ),
    (
        "Lotsinnen für den Weg zu Kita und Sprachkurs",
        12_400_000,
        &[("EU", "ESF Plus", Ok(400)), ("Stiftung Nachbarschaft", "", Err(3_000_000))],
    ),
    ("Ankommensmappe in zwölf Sprachen", 960_000, &[]),
];

/// Writes it down for measures of which nothing is said yet.
pub(super) async fn plan(app: &App, city: Tenant) -> Result<(), Problem> {
    let mut change = app.store.change(Author::program(AUTHOR)).await?;
    let all = measures::measures(&mut change, city).await?;
    let known = around::sheets(&mut change, city, None).await?;
    let mut is_new = false;
    for (title, cents, pays) in INVENTED {
        let Some(it) = all.iter().find(|it| it.plan.title == title) else { continue };
        let has =
            known.iter().any(|of| of.measure == it.number && of.content.kind() == Kind::Money);
        if !has {
            let content = Content::Money(budget(cents, pays)?);
            around::write(&mut change, city, (it.number, 1), (None, &content)).await?;
            is_new = true;
        }
    }
    // Who starts it again has all of it, and a change of nothing leaves no trace.
    if is_new {
        change.commit().await?;
    }
    Ok(())
}

fn budget(cents: i64, pays: &[Pays]) -> Result<Budget, Problem> {
    let quota = |tenths: i64| {
        Quota::new(tenths * 3).ok_or_else(|| Problem::internal(format!("no quota {tenths}")))
    };
    let mut asked = Vec::new();
    let mut sources = Vec::new();
    for (name, programme, part) in pays {
        let quota = part.ok().map(quota).transpose()?;
        asked.push(match (quota, part) {
            (Some(it), _) => Part::Quota(it),
            (None, Err(cents)) | (None, Ok(cents)) => Part::Cents(*cents),
        });
        let (name, programme) = ((*name).to_owned(), (*programme).to_owned());
        sources.push(Source { name, programme, quota, cents: 0, years: Vec::new() });
    }
    let paid = parts(cents, &asked).map_err(|it| Problem::internal(format!("{it:?}")))?;
    let sources = sources.into_iter().zip(paid);
    let sources = sources.map(|(it, cents)| Source { cents, ..it }).collect();
    Ok(Budget { cents, sources, costs: Vec::new() })
}
