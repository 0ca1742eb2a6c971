//! The Letter of Intent with which Musterstadt joined the programme, and what became of it.

use ankunft_governance::commitments::model::{Fate, Kind, Pledge, State, Terms};
use ankunft_governance::commitments::store::{self, KIND, PROMISE};
use ankunft_governance::measures::store as measures;
use ankunft_platform::changes::Author;
use ankunft_platform::register::posts;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::App;
use jiff::civil::date;

use super::{AUTHOR, link};
use crate::console::Problem;

const OFFICE: &str = "Stadtteilbüro mit Sprechstunde in sechs Sprachen";

/// Writes the letter down, unless there is one.
pub(super) async fn write(app: &App, city: Tenant) -> Result<(), Problem> {
    if !store::commitments(&mut *app.store.read().await?, city).await?.is_empty() {
        return Ok(());
    }
    let desks = posts::posts(&mut *app.store.read().await?, city).await?;
    let owner = desks.iter().find(|it| it.title == "Koordination Ankunftsquartiere");
    let owner = owner.map(|it| it.id);
    let pledges = pledges(owner);
    let mut change = app.store.change(Author::program(AUTHOR)).await?;
    let number = store::add(&mut change, city, &letter()).await?;
    let mut promises = Vec::new();
    for pledge in &pledges {
        promises.push(store::add_promise(&mut change, city, (number, pledge)).await?);
    }
    change.commit().await?;
    for promise in &promises {
        link(app, city, (PROMISE, *promise), (KIND, number)).await?;
    }
    let all = measures::measures(&mut *app.store.read().await?, city).await?;
    if let Some(measure) = all.iter().find(|it| it.plan.title == OFFICE) {
        link(app, city, (measures::KIND, measure.number), (PROMISE, promises[1])).await?;
    }
    Ok(())
}

fn letter() -> Terms {
    Terms {
        kind: Kind::Intent,
        title: "Modellkommune im Programm „Ankunftsquartiere gestalten“".to_owned(),
        parties: "Stadt Musterstadt\nDeutsches Institut für Urbanistik".to_owned(),
        signer: "Oberbürgermeisterin".to_owned(),
        scope: "Die Stadt wird begleitet, benennt eine federführende Stelle und beteiligt alle \
                Ämter, deren Arbeit das Ankommen berührt."
            .to_owned(),
        state: State::Signed,
        signed_on: Some(date(2024, 2, 28)),
        starts_on: Some(date(2024, 3, 1)),
        ends_on: Some(date(2027, 4, 30)),
    }
}

fn pledges(owner: Option<i64>) -> [Pledge; 3] {
    let pledge = |body: &str, party: &str, due, fate, because: &str| Pledge {
        body: body.to_owned(),
        party: party.to_owned(),
        owner,
        due,
        fate,
        because: because.to_owned(),
    };
    [
        pledge(
            "Eine Stelle koordiniert über die Ämter hinweg",
            "Stadt Musterstadt",
            Some(date(2024, 6, 30)),
            Fate::Kept,
            "Die Koordination Ankunftsquartiere arbeitet seit Juni 2024.",
        ),
        pledge(
            "Im ausgewählten Quartier öffnet ein Stadtteilbüro",
            "Stadt Musterstadt",
            Some(date(2027, 3, 31)),
            Fate::Open,
            "",
        ),
        pledge(
            "Zwei Werkstätten im Jahr mit allen Modellkommunen",
            "Deutsches Institut für Urbanistik",
            None,
            Fate::Open,
            "",
        ),
    ]
}
