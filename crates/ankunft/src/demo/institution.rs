//! A local institution and what it sees: the Stadtteilbüro Bahnhofsviertel, invited to a network
//! meeting, partner of a measure, asked for a report.

use ankunft_governance::around::model::{Content, Partner, Role};
use ankunft_governance::around::store as around;
use ankunft_governance::bodies::model::calendar::{Rhythm, Series};
use ankunft_governance::bodies::model::{BodyKind, Charter, Member, MemberRole, Seat, Slot};
use ankunft_governance::bodies::store::{bodies, meetings};
use ankunft_governance::effects::model::{Indicator, Kind, Reporter, Rule, Step};
use ankunft_governance::effects::period::Period;
use ankunft_governance::effects::store as effects;
use ankunft_governance::measures::store as measures;
use ankunft_governance::reporting::model::Contact;
use ankunft_governance::reporting::opening;
use ankunft_platform::changes::Author;
use ankunft_platform::register::organisations;
use ankunft_platform::register::posts::{self, Tenure};
use ankunft_platform::store::Change;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::App;
use jiff::civil::{date, time};

use super::AUTHOR;
use crate::console::Problem;

/// What the institution is called, in the register of the invented city.
const NAME: &str = "Stadtteilbüro Bahnhofsviertel";
/// Its Stelle.
const POST: &str = "Leitung Stadtteilbüro Bahnhofsviertel";
/// The measure that it takes part in.
const MEASURE: &str = "Wohnungsaufsicht und Beratung gehen gemeinsam ins Haus";

/// Seats it, unless it sits there.
pub(super) async fn seat(app: &App, city: Tenant) -> Result<(), Problem> {
    let mut change = app.store.change(Author::program(AUTHOR)).await?;
    let desks = posts::posts(&mut change, city).await?;
    if desks.iter().any(|it| it.title == POST) {
        return Ok(());
    }
    let known = ankunft_musterstadt::musterstadt(super::SEED).register.organisations;
    let email = known.into_iter().find(|it| it.name == NAME).map(|it| it.email);
    let people = posts::people(&mut change, city).await?;
    let head = people.into_iter().find(|it| it.email == email);
    let head = head.ok_or_else(|| Problem::internal(format!("nobody of {NAME}")))?;
    let unit = posts::add_unit(&mut change, city, ("Institution", NAME), None).await?;
    let post = posts::add_post(&mut change, city, POST, Some(unit)).await?;
    let (kind, from_date) = ("holder".to_owned(), "2023-01-01".to_owned());
    let tenure = Tenure { id: 0, post, person: head.id, kind, from_date, to_date: None };
    posts::add_tenure(&mut change, city, &tenure).await?;
    let chair = desks.iter().find(|it| it.title == "Integrationsbeauftragte").map(|it| it.id);
    invite(&mut change, city, (chair, post)).await?;
    let contact = Contact { name: head.name, email: head.email.unwrap_or_default() };
    ask(&mut change, city, contact).await?;
    change.commit().await?;
    Ok(())
}

/// A network of those who advise new neighbours, every two weeks.
async fn invite(
    change: &mut Change,
    city: Tenant,
    (chair, post): (Option<i64>, i64),
) -> Result<(), Problem> {
    let charter = Charter {
        kind: BodyKind::Network,
        name: "Netzwerk Beratung und Ankommen".to_owned(),
        mandate: "Wer neue Nachbarn berät, spricht sich ab: Sprechzeiten, Sprachen, Wege."
            .to_owned(),
        places: Vec::new(),
        closed: false,
    };
    let body = bodies::add(change, city, &charter).await?;
    let member = |seat, role| Member {
        number: 0,
        seat,
        role,
        substitute: String::new(),
        from: date(2025, 1, 1),
        to: None,
    };
    let others = ["Migrationsberatung am Kaiserplatz", "Sozialwerk an der Sahle"];
    let others = others.map(|it| member(Seat::Organisation(it.to_owned()), MemberRole::Member));
    let chair = chair.map(|it| member(Seat::Post(it), MemberRole::Chair));
    let own = member(Seat::Post(post), MemberRole::Member);
    for it in chair.iter().chain([&own]).chain(&others) {
        bodies::add_member(change, city, body, it).await?;
    }
    let rule = Series {
        rhythm: Rhythm::Weekly(2),
        first: date(2026, 9, 3),
        begins: time(9, 30, 0, 0),
        ends: time(11, 0, 0, 0),
        until: date(2027, 12, 31),
    };
    let (starts, ends) = rule.on(rule.first);
    let place = NAME.to_owned();
    let slot =
        Slot { title: String::new(), starts, ends, place, is_public: true, cancelled: false };
    meetings::add_series(change, city, body, (&rule, &slot)).await?;
    Ok(())
}

/// It takes part in a measure and counts what comes of it; for the last quarter it is asked already.
async fn ask(change: &mut Change, city: Tenant, contact: Contact) -> Result<(), Problem> {
    let all = measures::measures(change, city).await?;
    let Some(it) = all.iter().find(|it| it.plan.title == MEASURE) else { return Ok(()) };
    let organisation = organisations::named(change, city, NAME).await?;
    let partner = Partner {
        organisation,
        role: Role::Contributes,
        contact: contact.name.clone(),
        email: contact.email.clone(),
    };
    let partners = Content::Partners(vec![partner]);
    around::write(change, city, (it.number, 1), (None, &partners)).await?;
    let reporter = Reporter::Organisation(organisation);
    let visits = Indicator {
        step: Step::new(2).ok_or_else(|| Problem::internal("a step"))?,
        name: "Haushalte, die im Haus beraten wurden".to_owned(),
        unit: "Haushalte".to_owned(),
        kind: Kind::Count,
        rule: Rule::Sum,
        source: "Strichliste".to_owned(),
        categories: Vec::new(),
        baseline: None,
        targets: vec![(date(2027, 12, 31), 24_000)],
        figure: None,
        reporter: Some(reporter),
        ended: false,
    };
    let indicator = effects::add(change, city, it.number, &visits).await?;
    let autumn = Period::parse("2026q4").ok_or_else(|| Problem::internal("a period"))?;
    let asked = [(reporter, contact, vec![indicator])];
    opening::ask(change, city, (it.number, autumn, date(2027, 1, 15)), &asked).await?;
    Ok(())
}
