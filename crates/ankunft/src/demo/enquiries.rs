//! What Musterstadt was asked: an earlier enquiry with its answer, and a new one that is like it.

use ankunft_governance::enquiries::model::{Asker, Circle, Frame};
use ankunft_governance::enquiries::store;
use ankunft_platform::changes::Author;
use ankunft_platform::register::posts;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::App;
use jiff::ToSpan;

use super::AUTHOR;
use super::measures::place;
use crate::console::Problem;

/// Writes the enquiries down, unless some are there.
pub(super) async fn ask(app: &App, tenant: Tenant) -> Result<(), Problem> {
    if !store::enquiries(&mut *app.store.read().await?, tenant).await?.is_empty() {
        return Ok(());
    }
    let quarter = place(&mut app.store.read().await?, tenant, "Lerchenfeld").await?;
    let today = app.today();
    let mut change = app.store.change(Author::program(AUTHOR)).await?;
    let all = posts::posts(&mut change, tenant).await?;
    let lead = all.iter().find(|it| it.title == "Integrationsbeauftragte").map(|it| it.id);
    let lead = lead.ok_or_else(|| Problem::internal("no Integrationsbeauftragte"))?;
    let earlier = Frame {
        asker: Asker::Council,
        asker_name: "Fraktion Offene Stadt".to_owned(),
        subject: "Räume für Gruppen in Lerchenfeld".to_owned(),
        question: "Wo können sich Gruppen in Lerchenfeld am Nachmittag treffen?".to_owned(),
        file_number: "02.10-14/26".to_owned(),
        received_on: today.saturating_sub(90.days()),
        due: today.saturating_sub(62.days()),
        place: quarter.clone(),
        lead,
        contributing: Vec::new(),
        circle: Circle::Public,
    };
    let number = store::add(&mut change, tenant, &earlier).await?;
    let text = "In der Grundschule stehen ab dem Sommer zwei Gruppenräume am Nachmittag offen.";
    store::write(&mut change, tenant, (number, 1), text).await?;
    let signed = ("Dezernentin II", today.saturating_sub(65.days()));
    store::send(&mut change, tenant, (number, 1), signed).await?;
    let new = Frame {
        asker: Asker::Press,
        asker_name: "Musterstädter Anzeiger".to_owned(),
        subject: "Was tut die Stadt in Lerchenfeld?".to_owned(),
        question: "Welche Maßnahmen gibt es, wofür gibt es Geld, und wie viele Menschen \
                   leben dort?"
            .to_owned(),
        file_number: "02.10-14/26".to_owned(),
        received_on: today.saturating_sub(2.days()),
        due: today.saturating_add(5.days()),
        ..earlier
    };
    store::add(&mut change, tenant, &new).await?;
    change.commit().await?;
    Ok(())
}
