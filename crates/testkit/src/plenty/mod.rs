//! Much of everything that cities write down in governance and programme, deterministic but for ids:
//! for benches, and for tests that count.
//!
//! It is written as rows. The stores of the parts write one thing at a time with the moment at which
//! they are called; five years of reports are neither written in a minute nor at one moment.

mod addresses;
mod bodies;
mod citing;
mod exchange;
mod funds;
mod goals;
mod measures;
mod papers;
mod programme;
mod reports;
mod rows;

use ankunft_platform::accounts::{self, Membership, NewAccount};
use ankunft_platform::attachments;
use ankunft_platform::changes::Author;
use ankunft_platform::permission::Role;
use ankunft_platform::register::posts::Tenure;
use ankunft_platform::register::{areas, organisations, posts};
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{Tenant, TenantInfo};
use ankunft_platform::web::App;
use jiff::civil::Date;
use jiff::{Span, tz::TimeZone};
use serde::{Deserialize, Serialize};

/// Who coordinates the first city that is filled, and the programme.
pub const COORDINATION: &str = "koordination@plenty.example";
/// So many organisations take part.
const ORGANISATIONS: i64 = 12;

/// How much is written for a city.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Measures; the last of them has several times as much around it as the others.
    pub measures: i64,
    /// Indicators of each measure.
    pub indicators: i64,
    /// Indicators of the last measure.
    pub most_indicators: i64,
    /// Half-years that were reported on.
    pub halves: i64,
    /// How often a thing was saved, and how many rows stand on each sheet and list of it.
    pub depth: i64,
    /// Goals, all in the edition in force and in the draft.
    pub goals: i64,
    /// Bodies.
    pub bodies: i64,
    /// Monthly meetings of each body.
    pub meetings: i64,
    /// Items of each meeting.
    pub items: i64,
    /// Vorlagen.
    pub papers: i64,
    /// Anfragen.
    pub enquiries: i64,
    /// Funds.
    pub funds: i64,
    /// Applications to each fund.
    pub applications: i64,
    /// Commitments.
    pub commitments: i64,
    /// Effect cards, Weitergaben, received packages, questions to the others, and their meetings.
    pub shared: i64,
    /// Things that cite the same one figure.
    pub linked: i64,
}

impl Size {
    /// The size at which pages are judged: 400 measures with three indicators each and one with
    /// sixty (so 1,257 of its own for a city), five years of half-yearly reports, sixty goals in two
    /// editions, eight bodies that meet monthly, four funds with a hundred applications a year.
    pub const JUDGED: Self = Self {
        measures: 400,
        indicators: 3,
        most_indicators: 60,
        halves: 10,
        depth: 3,
        goals: 60,
        bodies: 8,
        meetings: 60,
        items: 6,
        papers: 100,
        enquiries: 100,
        funds: 4,
        applications: 500,
        commitments: 20,
        shared: 40,
        linked: 300,
    };

    /// Of each a few, and nothing that is missing.
    pub const FEW: Self = Self {
        measures: 3,
        indicators: 2,
        most_indicators: 3,
        halves: 2,
        depth: 2,
        goals: 6,
        bodies: 2,
        meetings: 3,
        items: 6,
        papers: 3,
        enquiries: 3,
        funds: 2,
        applications: 12,
        commitments: 2,
        shared: 2,
        linked: 2,
    };

    /// So much more than a few that a loop over anything is seen.
    pub const MORE: Self = Self {
        measures: 24,
        indicators: 3,
        most_indicators: 9,
        halves: 5,
        depth: 5,
        goals: 20,
        bodies: 5,
        meetings: 8,
        items: 9,
        papers: 14,
        enquiries: 14,
        funds: 4,
        applications: 24,
        commitments: 7,
        shared: 9,
        linked: 20,
    };
}

/// The numbers of what was written last: each stands for its kind in an address.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Made {
    /// The city in addresses.
    pub slug: String,
    /// The programme in addresses.
    pub programme: String,
    /// The measure with the most around it.
    pub measure: i64,
    /// The geography of its quarter.
    pub level: String,
    /// The key of its quarter.
    pub area: String,
    /// An indicator of it with values.
    pub indicator: i64,
    /// A round of reports on it.
    pub round: i64,
    /// A request of that round whose report was accepted.
    pub request: i64,
    /// A goal of the edition in force.
    pub goal: i64,
    /// A commitment.
    pub commitment: i64,
    /// A promise of it.
    pub promise: i64,
    /// A body.
    pub body: i64,
    /// A meeting of it whose minutes are closed.
    pub meeting: i64,
    /// A meeting of it that is still to come.
    pub meeting_ahead: i64,
    /// A task that a meeting gave.
    pub task: i64,
    /// An observation on the ground.
    pub observation: i64,
    /// A Vorlage that a body has adopted in public.
    pub paper: i64,
    /// Its code in public addresses.
    pub paper_code: String,
    /// A Vorlage that waits for its body.
    pub paper_open: i64,
    /// An Anfrage.
    pub enquiry: i64,
    /// The Aktenzeichen of many things.
    pub file_number: String,
    /// A fund.
    pub fund: i64,
    /// An application to it whose proof was accepted.
    pub application: i64,
    /// The secret address of that application.
    pub secret: String,
    /// That of one whose money was paid and whose proof is awaited.
    pub secret_paid: String,
    /// That of a draft.
    pub secret_draft: String,
    /// The document of the commitment, as a file.
    pub commitment_file: i64,
    /// A paper of the meeting.
    pub meeting_file: i64,
    /// The adopted paper.
    pub paper_file: i64,
    /// A receipt of the application.
    pub receipt: i64,
    /// An effect card.
    pub card: i64,
    /// A Weitergabe.
    pub grant: i64,
    /// A package that was received as a file.
    pub received: i64,
    /// A frozen Datenstand.
    pub frozen: i64,
    /// A Kernindikator of the programme.
    pub core: String,
    /// A question to the others.
    pub question: i64,
    /// A meeting of the twelve.
    pub appointment: i64,
    /// The figure that most things cite: its id.
    pub figure: String,
}

/// What a city has that others refer to.
#[derive(Debug)]
struct Ground {
    tenant: Tenant,
    today: Date,
    posts: Vec<i64>,
    organisations: Vec<i64>,
    /// Geography, key, name.
    places: Vec<(String, String, String)>,
}

/// One of a list, another for each number.
fn pick<T>(all: &[T], number: i64) -> &T {
    &all[usize::try_from(number * 7 + number / 5).unwrap_or_default() % all.len()]
}

/// The moment of a day, in microseconds UTC.
fn moment(day: Date) -> i64 {
    let noon = day.at(12, 0, 0, 0);
    TimeZone::UTC.to_timestamp(noon).map_or(0, |it| it.as_microsecond())
}

impl Ground {
    async fn read(change: &mut Change, tenant: Tenant, today: Date) -> Result<Self, StoreError> {
        let all = posts::posts(change, tenant).await?;
        let mut places = Vec::new();
        let versions = areas::versions(change, tenant).await?;
        for level in areas::geographies(change, tenant).await? {
            let Some(newest) = versions.iter().rfind(|it| it.geography == level.id) else {
                continue;
            };
            let units = areas::areas(change, tenant, newest.id).await?;
            places.extend(units.into_iter().map(|it| (level.code.clone(), it.code, it.name)));
        }
        for number in 1..=ORGANISATIONS {
            organisations::named(change, tenant, &format!("Träger der Nachbarschaft {number}"))
                .await?;
        }
        let organisations = organisations::all(change, tenant).await?;
        let organisations = organisations.into_iter().map(|it| it.id).collect();
        let posts = all.into_iter().filter(|it| it.closed_on.is_none()).map(|it| it.id).collect();
        Ok(Self { tenant, today, posts, organisations, places })
    }

    fn post(&self, number: i64) -> i64 {
        *pick(&self.posts, number)
    }

    /// So many different Stellen from a number on.
    fn some_posts(&self, number: i64, count: i64) -> Vec<i64> {
        let (all, count) = (self.posts.len(), usize::try_from(count).unwrap_or_default());
        let first = usize::try_from(number).unwrap_or_default();
        (0..count.min(all)).map(|it| self.posts[(first + it) % all]).collect()
    }

    fn organisation(&self, number: i64) -> i64 {
        *pick(&self.organisations, number)
    }

    fn place(&self, number: i64) -> &(String, String, String) {
        pick(&self.places, number)
    }

    /// A day so many days before or after today.
    fn day(&self, days: i64) -> Date {
        self.today.saturating_add(Span::new().days(days))
    }
}

/// Writes so much for a city, beside what it has; gives an address of each kind.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it, and if the city has no Stellen or areas.
pub async fn fill(
    app: &App,
    (programme, city): (&TenantInfo, &TenantInfo),
    size: &Size,
) -> Result<Made, StoreError> {
    let (slug, programme_slug) = (city.slug.clone(), programme.slug.clone());
    let mut made = Made { slug, programme: programme_slug, ..Made::default() };
    let (programme, tenant) = (programme.tenant, city.tenant);
    let mut change = app.store.change(Author::program("plenty")).await?;
    let ground = Ground::read(&mut change, tenant, app.today()).await?;
    goals::write(&mut change, &ground, size, &mut made).await?;
    measures::write(&mut change, &ground, size, &mut made).await?;
    goals::measure(&mut change, &ground, size, &made).await?;
    reports::write(&mut change, &ground, size, &mut made).await?;
    bodies::write(&mut change, &ground, size, &mut made).await?;
    papers::write(&mut change, &ground, size, &mut made).await?;
    funds::write(app, &mut change, &ground, size, &mut made).await?;
    programme::write(&mut change, (programme, &ground), size, &mut made).await?;
    exchange::write(&mut change, (programme, &ground), size, &mut made).await?;
    files(&mut change, tenant, &mut made).await?;
    coordinate(&mut change, (programme, &ground)).await?;
    for it in [programme, tenant] {
        citing::note(&mut change, it).await?;
    }
    change.commit().await?;
    citing::write(app, &ground, size, &mut made).await?;
    Ok(made)
}

/// Somebody who holds the first Stelle and coordinates the city and the programme: what is to be done
/// stands on their pages.
async fn coordinate(
    change: &mut Change,
    (programme, ground): (Tenant, &Ground),
) -> Result<(), StoreError> {
    if accounts::by_email(change, COORDINATION).await?.is_some() {
        return Ok(());
    }
    let name = "Koordination";
    let new = NewAccount { email: COORDINATION, name, password_hash: None, language: "de" };
    let account = accounts::create(change, new).await?;
    let person = posts::add_person(change, ground.tenant, name, None).await?;
    let tenure = Tenure {
        id: 0,
        post: ground.posts[0],
        person,
        kind: "holder".to_owned(),
        from_date: ground.day(-1900).to_string(),
        to_date: None,
    };
    posts::add_tenure(change, ground.tenant, &tenure).await?;
    for (tenant, person) in [(ground.tenant, Some(person)), (programme, None)] {
        let membership = Membership { tenant, account, role: Role::Coordination, person };
        accounts::grant(change, &membership).await?;
    }
    Ok(())
}

/// A small file of each kind.
async fn files(change: &mut Change, tenant: Tenant, made: &mut Made) -> Result<(), StoreError> {
    let of = [
        (&mut made.commitment_file, "commitment", made.commitment.to_string()),
        (&mut made.meeting_file, "meeting", format!("{}-{}", made.body, made.meeting)),
        (&mut made.paper_file, "resolution", made.paper_code.clone()),
        (&mut made.receipt, "fund-proof", made.application.to_string()),
    ];
    for (id, kind, thing) in of {
        let file = ("scan.pdf", "application/pdf");
        *id = attachments::attach(change, tenant, (kind, &thing), file, b"%PDF-1.7\n").await?;
    }
    Ok(())
}
