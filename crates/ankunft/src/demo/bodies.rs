//! Who decides in Musterstadt: two bodies, a year of meetings, and one of them with its minutes.

use std::sync::Arc;

use ankunft_governance::bodies::closing;
use ankunft_governance::bodies::model::calendar::{Rhythm, Series};
use ankunft_governance::bodies::model::{
    Attended, BodyKind, Charter, Duty, Member, MemberRole, Observation, Presence, Says, Seat, Slot,
    Subject, Vote, Votes,
};
use ankunft_governance::bodies::store::{agenda, bodies, meetings, observations, tasks};
use ankunft_governance::known::Place;
use ankunft_platform::changes::Author;
use ankunft_platform::register::posts;
use ankunft_platform::store::Change;
use ankunft_platform::tenant::{self, Tenant};
use ankunft_platform::web::{App, City};
use jiff::civil::{Date, date, time};

use super::AUTHOR;
use crate::console::Problem;

/// Founds the bodies, unless some are there.
pub(super) async fn meet(app: &App, city: Tenant) -> Result<(), Problem> {
    if !bodies::bodies(&mut *app.store.read().await?, city).await?.is_empty() {
        return Ok(());
    }
    let north = super::measures::place(&mut app.store.read().await?, city, "Nordstadt").await?;
    let mut change = app.store.change(Author::program(AUTHOR)).await?;
    let desks = posts::posts(&mut change, city).await?;
    let post = |title: &str| {
        let found = desks.iter().find(|it| it.title == title).map(|it| it.id);
        found.ok_or_else(|| Problem::internal(format!("no Stelle {title}")))
    };
    let people = [
        post("Koordination Ankunftsquartiere")?,
        post("Sozialplanung")?,
        post("Schulentwicklung")?,
        post("Integrationsbeauftragte")?,
    ];
    steering(&mut change, city, people).await?;
    quarter(&mut change, city, (people, north.into_iter().collect())).await?;
    change.commit().await?;
    let info = tenant::info_of(&mut *app.store.read().await?, city).await?;
    let info = info.ok_or_else(|| Problem::internal("no city"))?;
    closing::close(app, &City(Arc::new(info)), Author::program(AUTHOR), (1, 1)).await?;
    Ok(())
}

fn member(seat: Seat, role: MemberRole) -> Member {
    let (substitute, from) = (String::new(), date(2025, 1, 1));
    Member { number: 0, seat, role, substitute, from, to: None }
}

fn series(rhythm: Rhythm, first: Date) -> Series {
    let (begins, ends) = (time(15, 0, 0, 0), time(17, 0, 0, 0));
    Series { rhythm, first, begins, ends, until: date(2027, 12, 31) }
}

fn slot(place: &str, is_public: bool, series: &Series) -> Slot {
    let (starts, ends) = series.on(series.first);
    let (title, place) = (String::new(), place.to_owned());
    Slot { title, starts, ends, place, is_public, cancelled: false }
}

async fn steering(
    change: &mut Change,
    city: Tenant,
    [coordination, social, school, integration]: [i64; 4],
) -> Result<(), Problem> {
    let charter = Charter {
        kind: BodyKind::Steering,
        name: "Lenkungsgruppe Integration".to_owned(),
        mandate: "Stimmt die Maßnahmen der Ressorts in den Ankunftsquartieren ab und entscheidet \
                  über ihre Reihenfolge."
            .to_owned(),
        places: Vec::new(),
        closed: false,
    };
    let body = bodies::add(change, city, &charter).await?;
    let seats = [
        member(Seat::Post(coordination), MemberRole::Chair),
        member(Seat::Post(social), MemberRole::Member),
        member(Seat::Post(school), MemberRole::Member),
        member(Seat::Post(integration), MemberRole::Member),
        member(Seat::Organisation("Jobcenter Musterstadt".to_owned()), MemberRole::Guest),
    ];
    for seat in &seats {
        bodies::add_member(change, city, body, seat).await?;
    }
    let rule = series(Rhythm::Monthly(2), date(2026, 9, 8));
    let slot = slot("Rathaus, Saal 2", false, &rule);
    let first = meetings::add_series(change, city, body, (&rule, &slot)).await?;
    minutes(change, city, (body, first), [coordination, school]).await
}

/// The first meeting, as it was written down.
async fn minutes(
    change: &mut Change,
    city: Tenant,
    meeting: (i64, i64),
    [coordination, school]: [i64; 2],
) -> Result<(), Problem> {
    let there = |member, presence| Attended { member, presence, by: String::new() };
    let mut attended = [1, 2, 4].map(|it| there(it, Presence::Present)).to_vec();
    attended.push(there(3, Presence::Excused));
    agenda::attend(change, city, (meeting.0, meeting.1, 0), &attended).await?;
    let rooms = Subject { kind: "measure".to_owned(), id: "2".to_owned() };
    let title = "Zwei Gruppenräume in der Grundschule am Nachmittag öffnen";
    let says = Says::titled(title, false);
    let item = agenda::add(change, city, meeting, Some(&rooms), &says).await?;
    let said = Says {
        minutes: "Die Schule ist einverstanden, offen ist die Aufsicht nach 16 Uhr. Ein Träger \
                  würde sie übernehmen, wenn der Hausmeisterdienst gesichert ist."
            .to_owned(),
        decision: "Die Räume werden ab den Herbstferien an vier Nachmittagen geöffnet.".to_owned(),
        vote: Vote::Counted(Votes { yes: 2, no: 0, abstain: 1 }),
        ..says
    };
    let items = agenda::items(change, city, meeting).await?;
    let was = items.iter().find(|it| it.number == item);
    let was = was.ok_or_else(|| Problem::internal("no item"))?;
    agenda::write(change, city, meeting, (was, &said)).await?;
    for (what, post, due) in [
        ("Schließdienst mit dem Gebäudemanagement regeln", school, date(2026, 10, 9)),
        ("Träger um ein Angebot für die Aufsicht bitten", coordination, date(2027, 1, 15)),
    ] {
        let duty = Duty { what: what.to_owned(), post, due, review_on: None, done: None };
        tasks::add(change, city, (meeting.0, meeting.1, item), &duty).await?;
    }
    Ok(())
}

async fn quarter(
    change: &mut Change,
    city: Tenant,
    ([coordination, social, _, integration], places): ([i64; 4], Vec<Place>),
) -> Result<(), Problem> {
    let charter = Charter {
        kind: BodyKind::Quarter,
        name: "Quartierskonferenz Nordstadt".to_owned(),
        mandate: "Vereine, Träger und Nachbarschaft beraten, was das Quartier braucht.".to_owned(),
        places,
        closed: false,
    };
    let body = bodies::add(change, city, &charter).await?;
    let seats = [
        member(Seat::Post(integration), MemberRole::Chair),
        member(Seat::Post(coordination), MemberRole::Member),
        member(Seat::Organisation("Stadtteilbüro Nordstadt".to_owned()), MemberRole::Member),
        member(Seat::Organisation("Elterncafé am Nordmarkt".to_owned()), MemberRole::Member),
    ];
    for seat in &seats {
        bodies::add_member(change, city, body, seat).await?;
    }
    let rule = series(Rhythm::Monthly(3), date(2026, 10, 27));
    let slot = slot("Stadtteilbüro Nordstadt", true, &rule);
    meetings::add_series(change, city, body, (&rule, &slot)).await?;
    let seen = Observation {
        number: 0,
        title: "Briefe der Ausländerbehörde kommen nicht an".to_owned(),
        what: "Im Stadtteilbüro melden sich jede Woche Menschen, deren Termin verfallen ist, weil \
               der Brief an eine frühere Unterkunft ging."
            .to_owned(),
        place: None,
        how_often: "jede Woche, zuletzt elfmal im Monat".to_owned(),
        body: Some(body),
        post: Some(social),
        at: 0,
    };
    observations::add(change, city, &seen).await?;
    Ok(())
}
