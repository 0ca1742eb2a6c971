//! Small funds with their applications, votes, bookings and proofs.

use ankunft_platform::ids;
use ankunft_platform::secrets::hex;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::web::App;
use jiff::civil::Date;

use super::rows::{Cell, insert, last, row};
use super::{Ground, Made, Size, moment};

/// What an application costs and gets, in cents.
const CENTS: i64 = 80_000;
/// The budget of a fund for one year.
const BUDGET: i64 = 20_000_000;
/// How far an application came: that of its number.
const FATES: [&[&str]; 6] = [
    &["received"],
    &["received", "declined"],
    &["received", "granted"],
    &["received", "granted", "paid"],
    &["received", "granted", "paid", "proven"],
    &["received", "granted", "paid", "proven", "closed"],
];

pub(super) async fn write(
    app: &App,
    change: &mut Change,
    ground: &Ground,
    size: &Size,
    made: &mut Made,
) -> Result<(), StoreError> {
    let first = last(change, ground.tenant, ("fund", "number")).await? + 1;
    let mut application = last(change, ground.tenant, ("fund_application", "number")).await?;
    let mut rows = Rows::default();
    for fund in first..first + size.funds {
        rows.fund(ground, (fund, size.depth));
        for at in 0..size.applications {
            application += 1;
            // The last of a fund has come to its end, that before it waits for its proof.
            let fate = match size.applications - at {
                1 => 5,
                2 => 3,
                _ => application % 6,
            };
            let days = 1800 * (at - size.applications) / size.applications;
            let of = (fund, application, ground.day(days));
            rows.application(ground, of, FATES[usize::try_from(fate).unwrap_or_default()]);
        }
    }
    (made.fund, made.application) = (first + size.funds - 1, application);
    rows.insert(change).await?;
    made.secret = open_to(app, change, ground, application).await?;
    made.secret_paid = open_to(app, change, ground, application - 1).await?;
    made.secret_draft = hex(&ids::secret::<16>());
    let draft = row![
        ground.tenant.id(),
        ids::next(),
        made.fund,
        hashed(app, &made.secret_draft),
        "de",
        "{}",
        moment(ground.today),
    ];
    let columns = "tenant, id, fund, secret, language, answers, changed_at";
    insert(change, ("fund_draft", columns), vec![draft]).await
}

/// What is stored of a secret address: a keyed hash.
fn hashed(app: &App, secret: &str) -> Vec<u8> {
    app.keys.links.tag(&[b"fonds-antrag", secret.as_bytes()]).to_vec()
}

/// A group opens its own application behind a secret.
async fn open_to(
    app: &App,
    change: &mut Change,
    ground: &Ground,
    application: i64,
) -> Result<String, StoreError> {
    let secret = hex(&ids::secret::<16>());
    sqlx::query("update fund_application set secret = $1 where tenant = $2 and number = $3")
        .bind(hashed(app, &secret))
        .bind(ground.tenant.id())
        .bind(application)
        .execute(&mut **change)
        .await?;
    Ok(secret)
}

#[derive(Default)]
struct Rows {
    funds: Vec<Vec<Cell>>,
    terms: Vec<Vec<Cell>>,
    members: Vec<Vec<Cell>>,
    applications: Vec<Vec<Cell>>,
    costs: Vec<Vec<Cell>>,
    contacts: Vec<Vec<Cell>>,
    steps: Vec<Vec<Cell>>,
    votes: Vec<Vec<Cell>>,
    proofs: Vec<Vec<Cell>>,
    spent: Vec<Vec<Cell>>,
    published: Vec<Vec<Cell>>,
    bookings: Vec<Vec<Cell>>,
}

impl Rows {
    fn fund(&mut self, ground: &Ground, (fund, depth): (i64, i64)) {
        let (tenant, post) = (ground.tenant.id(), ground.post(fund));
        self.funds.push(row![tenant, fund]);
        let members = ground.some_posts(fund, 3);
        for version in 1..=depth {
            let (geography, area, name) = ground.place(fund);
            self.terms.push(row![
                tenant,
                fund,
                version,
                format!("Verfügungsfonds {fund}"),
                geography,
                area,
                name,
                "Sozialer Zusammenhalt",
                "50-4711/26",
                500,
                30_000,
                250_000,
                "any",
                "Für alle im Quartier",
                ground.day(-1900),
                ground.day(200),
                post,
                ground.post(fund + 1),
                2,
                "simple",
                None::<i64>,
                post,
                moment(ground.day(-1900)) + version,
            ]);
            for member in &members {
                self.members.push(row![tenant, fund, version, *member]);
            }
        }
        for back in 0..=5 {
            let day = ground.day(-365 * back);
            self.book(ground, (fund, day), ("budget", None, BUDGET));
        }
    }

    fn book(
        &mut self,
        ground: &Ground,
        (fund, day): (i64, Date),
        (kind, application, cents): (&str, Option<i64>, i64),
    ) {
        let number = i64::try_from(self.bookings.len()).unwrap_or_default() + 1;
        let year = i64::from(day.year());
        self.bookings.push(row![
            ground.tenant.id(),
            fund,
            number,
            year,
            kind,
            application,
            cents,
            "",
            None::<i64>,
            ground.post(fund),
            moment(day),
            day,
        ]);
    }

    fn application(
        &mut self,
        ground: &Ground,
        (fund, number, day): (i64, i64, Date),
        states: &[&str],
    ) {
        let (tenant, at) = (ground.tenant.id(), moment(day));
        let key = row![tenant, number];
        let secret = ids::secret::<32>().to_vec();
        let title = format!("Fest im Hof {number}");
        self.applications.push(row![
            tenant,
            number,
            fund,
            secret,
            "de",
            &title,
            "Wir kochen und essen zusammen.",
            "Hof",
            "Alle Nachbarn",
            day,
            day,
            0,
            "Hausgemeinschaft",
            "",
        ]);
        for cost in 1..=2_i64 {
            self.costs.push([key.clone(), row![cost, "Material", CENTS]].concat());
        }
        let iban = "DE02120300000000202051";
        let contact =
            row!["Nachbarin", "hof@nachbarn.example", "", "Nachbarin", iban, None::<String>];
        self.contacts.push([key.clone(), contact].concat());
        for (step, state) in (1_i64..).zip(states) {
            let post = ground.post(fund);
            self.steps.push(
                [key.clone(), row![step, *state, "", None::<i64>, post, at + step, day]].concat(),
            );
        }
        for member in ground.some_posts(fund, if states.len() > 1 { 3 } else { 1 }) {
            let vote = if states.contains(&"declined") { "no" } else { "yes" };
            self.votes.push([key.clone(), row![member, vote, "", None::<i64>, at]].concat());
        }
        self.money((ground, fund, day), number, states);
        if states.contains(&"granted") {
            self.published.push([key, row![title, None::<i64>, at]].concat());
        }
    }

    fn money(&mut self, (ground, fund, day): (&Ground, i64, Date), number: i64, states: &[&str]) {
        let key = row![ground.tenant.id(), number];
        for state in states {
            match *state {
                "granted" => self.book(ground, (fund, day), ("grant", Some(number), CENTS)),
                "paid" => self.book(ground, (fund, day), ("pay", Some(number), CENTS)),
                "proven" => {
                    self.proofs.push([key.clone(), row![1, "Achtzig waren da.", 0]].concat());
                    for cost in 1..=2_i64 {
                        let spent = row![1, cost, "Material", CENTS / 2];
                        self.spent.push([key.clone(), spent].concat());
                    }
                }
                _ => {}
            }
        }
    }

    async fn insert(self, change: &mut Change) -> Result<(), StoreError> {
        let tables = [
            ("fund", "tenant, number", self.funds),
            (
                "fund_version",
                "tenant, fund, version, name, geography, area, place_name, programme, \
                 file_number, share_permille, full_up_to, largest, spending, criteria, call_from, \
                 call_to, lead_post, pay_post, quorum, majority, account, post, at",
                self.terms,
            ),
            ("fund_member", "tenant, fund, version, post", self.members),
            (
                "fund_application",
                "tenant, number, fund, secret, language, title, what, place, for_whom, starts_on, \
                 ends_on, own, applicant, conflict",
                self.applications,
            ),
            ("fund_cost", "tenant, application, number, what, cents", self.costs),
            (
                "fund_contact",
                "tenant, application, person, email, phone, holder, iban, forget_on",
                self.contacts,
            ),
            (
                "fund_step",
                "tenant, application, number, state, reason, account, post, at, on_day",
                self.steps,
            ),
            ("fund_vote", "tenant, application, post, vote, reason, account, at", self.votes),
            ("fund_proof", "tenant, application, version, report, own", self.proofs),
            ("fund_spent", "tenant, application, version, number, what, cents", self.spent),
            ("fund_published", "tenant, application, title, account, at", self.published),
            (
                "fund_booking",
                "tenant, fund, number, year, kind, application, cents, note, account, post, at, \
                 on_day",
                self.bookings,
            ),
        ];
        for (table, columns, rows) in tables {
            insert(change, (table, columns), rows).await?;
        }
        Ok(())
    }
}
