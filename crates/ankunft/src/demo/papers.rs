//! What is before the bodies of Musterstadt: one Vorlage that is decided, one under way.

use ankunft_governance::bodies::model::{Vote, Votes};
use ankunft_governance::papers::model::{Draft, Outcome, Resolved, Step, StepKind};
use ankunft_governance::papers::store;
use ankunft_platform::changes::Author;
use ankunft_platform::register::posts;
use ankunft_platform::store::Change;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::App;
use jiff::civil::{Date, date};

use super::AUTHOR;
use crate::console::Problem;

/// Writes the Vorlagen down, unless some are there.
pub(super) async fn draft(app: &App, city: Tenant) -> Result<(), Problem> {
    if !store::papers(&mut *app.store.read().await?, city).await?.is_empty() {
        return Ok(());
    }
    let mut change = app.store.change(Author::program(AUTHOR)).await?;
    let desks = posts::posts(&mut change, city).await?;
    let lead = desks.iter().find(|it| it.title == "Koordination Ankunftsquartiere");
    let lead = lead.ok_or_else(|| Problem::internal("no coordination"))?.id;
    let draft = |subject: &str, proposal: &str, cost: Option<i64>| Draft {
        subject: subject.to_owned(),
        file_number: "15-02/26".to_owned(),
        lead,
        proposal: proposal.to_owned(),
        reasons: String::new(),
        finance: String::new(),
        cost,
        council_address: String::new(),
    };
    let office = draft(
        "Stadtteilbüro Fuchsrain auf Dauer",
        "Das Stadtteilbüro wird über 2027 hinaus mit eineinhalb Stellen fortgeführt.",
        Some(9_800_000),
    );
    let (number, _) = store::add(&mut change, city, &office).await?;
    step(&mut change, city, number, (StepKind::Advisory, date(2026, 9, 8), false)).await?;
    step(&mut change, city, number, (StepKind::Deciding, date(2026, 10, 13), true)).await?;
    let rooms = draft(
        "Gruppenräume in Schulen am Nachmittag",
        "Die Verwaltung öffnet bis Sommer 2027 in drei Schulen je zwei Räume.",
        None,
    );
    let (under_way, _) = store::add(&mut change, city, &rooms).await?;
    store::ask(&mut change, city, under_way, &[lead]).await?;
    step(&mut change, city, under_way, (StepKind::Deciding, date(2027, 2, 16), true)).await?;
    let vote = Vote::Counted(Votes { yes: 3, no: 0, abstain: 1 });
    let decided = String::new();
    let outcome = Outcome::AsProposed;
    let it = Resolved { version: 1, outcome, decided, vote, at: 0, corrected: None };
    let heard = Resolved { vote: Vote::Unanimous(Votes::default()), ..it.clone() };
    store::resolve(&mut change, city, (number, 1), &heard).await?;
    store::resolve(&mut change, city, (number, 2), &it).await?;
    change.commit().await?;
    Ok(())
}

async fn step(
    change: &mut Change,
    city: Tenant,
    paper: i64,
    (kind, on, is_public): (StepKind, Date, bool),
) -> Result<(), Problem> {
    let (number, body, version, moved) = (0, 1, 0, String::new());
    let step = Step { number, body, on, kind, is_public, version, moved, result: None };
    Ok(store::add_step(change, city, paper, &step).await?)
}
