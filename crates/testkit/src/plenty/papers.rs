//! Vorlagen with versions, signs, steps and results; Anfragen with their answers.

use ankunft_platform::ids;
use ankunft_platform::secrets::hex;
use ankunft_platform::store::{Change, StoreError};
use jiff::Span;
use jiff::civil::Date;

use super::rows::{Cell, insert, last, row};
use super::{Ground, Made, Size, moment, pick};

/// What many things belong to.
const FILE_NUMBER: &str = "50-4711/26";

pub(super) async fn write(
    change: &mut Change,
    ground: &Ground,
    size: &Size,
    made: &mut Made,
) -> Result<(), StoreError> {
    made.file_number = FILE_NUMBER.to_owned();
    papers(change, ground, size, made).await?;
    enquiries(change, ground, size, made).await?;
    filed(change, ground, made).await
}

/// What lies in the Vorgang of many without a field for its Aktenzeichen.
async fn filed(change: &mut Change, ground: &Ground, made: &Made) -> Result<(), StoreError> {
    let things = [
        ("measure", made.measure.to_string()),
        ("commitment", made.commitment.to_string()),
        ("meeting", format!("{}-{}", made.body, made.meeting)),
    ];
    let (tenant, at) = (ground.tenant.id(), moment(ground.today));
    let row = |(kind, thing)| {
        row![tenant, kind, thing, FILE_NUMBER, ground.today, None::<i64>, None::<i64>, at]
    };
    let columns = "tenant, kind, thing, file_number, on_day, account, post, at";
    insert(change, ("filed", columns), things.into_iter().map(row).collect()).await
}

/// The Aktenzeichen of a thing: every third belongs to the Vorgang of many.
fn file_number(number: i64) -> String {
    if number % 3 == 0 { FILE_NUMBER.to_owned() } else { format!("50-{number}/26") }
}

async fn papers(
    change: &mut Change,
    ground: &Ground,
    size: &Size,
    made: &mut Made,
) -> Result<(), StoreError> {
    let first = last(change, ground.tenant, ("paper", "number")).await? + 1;
    let mut rows = Rows::default();
    for number in first..first + size.papers {
        made.paper_code = rows.paper(ground, (number, size.depth));
        // The last one has been adopted in public; the first and some others wait for a body.
        let is_last = number == first + size.papers - 1;
        let is_open = !is_last && (number == first || number % 5 == 0);
        for step in 1..=size.depth {
            let body = made.body - (number + step) % size.bodies;
            rows.step(
                ground,
                (number, step, body),
                (size.depth, is_open, is_last || number % 4 != 3),
            );
        }
    }
    made.paper = first + size.papers - 1;
    made.paper_open = first;
    rows.insert(change).await
}

#[derive(Default)]
struct Rows {
    papers: Vec<Vec<Cell>>,
    versions: Vec<Vec<Cell>>,
    asked: Vec<Vec<Cell>>,
    signs: Vec<Vec<Cell>>,
    steps: Vec<Vec<Cell>>,
    results: Vec<Vec<Cell>>,
}

impl Rows {
    fn paper(&mut self, ground: &Ground, (number, depth): (i64, i64)) -> String {
        let (tenant, post) = (ground.tenant.id(), ground.post(number));
        let code = hex(&ids::secret::<6>());
        self.papers.push(row![tenant, number, &code]);
        let at = moment(ground.day(number % 1500 - 1600));
        for version in 1..=depth {
            self.versions.push(row![
                tenant,
                number,
                version,
                format!("Vorlage {number}: ein Raum für das Quartier"),
                file_number(number),
                post,
                "Der Rat beschließt, den Raum weiter zu mieten.",
                "Die Nachfrage ist seit drei Jahren gewachsen.",
                "Miete aus dem Amtsbudget",
                1_200_000,
                "",
                None::<i64>,
                post,
                at + version,
            ]);
        }
        for post in ground.some_posts(number, depth + 1) {
            self.asked.push(row![tenant, number, post]);
            let at = at + 1000;
            self.signs.push(row![tenant, number, depth, post, "agreed", "", None::<i64>, at]);
        }
        code
    }

    fn step(
        &mut self,
        ground: &Ground,
        (number, step, body): (i64, i64, i64),
        (count, is_open, is_public): (i64, bool, bool),
    ) {
        let (tenant, post) = (ground.tenant.id(), ground.post(number));
        let kind = if step == count { "deciding" } else { "advisory" };
        let day = match is_open {
            true => ground.day(step + number % 20),
            false => ground.day(number % 1500 - 1600 + 20 * step),
        };
        self.steps.push(row![tenant, number, step, body, day, kind, is_public]);
        if is_open {
            return;
        }
        let result = if step == count { "as-proposed" } else { "noted" };
        self.results.push(row![
            tenant,
            number,
            step,
            count,
            result,
            "",
            "unanimous",
            0,
            0,
            0,
            None::<i64>,
            post,
            moment(day),
        ]);
    }

    async fn insert(self, change: &mut Change) -> Result<(), StoreError> {
        let tables = [
            ("paper", "tenant, number, code", self.papers),
            (
                "paper_version",
                "tenant, paper, version, subject, file_number, lead_post, proposal, reasons, \
                 finance, cost, council_address, account, post, at",
                self.versions,
            ),
            ("paper_asked", "tenant, paper, asked_post", self.asked),
            (
                "paper_sign",
                "tenant, paper, version, signing_post, verdict, reservation, account, at",
                self.signs,
            ),
            ("paper_step", "tenant, paper, number, body, on_date, kind, is_public", self.steps),
            (
                "paper_result",
                "tenant, paper, step, version, result, decided, vote, yes, no, abstain, account, \
                 post, at",
                self.results,
            ),
        ];
        for (table, columns, rows) in tables {
            insert(change, (table, columns), rows).await?;
        }
        Ok(())
    }
}

async fn enquiries(
    change: &mut Change,
    ground: &Ground,
    size: &Size,
    made: &mut Made,
) -> Result<(), StoreError> {
    let first = last(change, ground.tenant, ("enquiry", "number")).await? + 1;
    made.enquiry = first + size.enquiries - 1;
    let mut rows = Enquiries::default();
    for number in first..=made.enquiry {
        // The newest ones are open, and the newest two are not answered.
        let days = if number > made.enquiry - 4 { -9 } else { number % 1500 - 1600 };
        let sent = number <= made.enquiry - 2;
        rows.enquiry(ground, (number, size.depth), (ground.day(days), sent));
    }
    rows.insert(change).await
}

#[derive(Default)]
struct Enquiries {
    numbers: Vec<Vec<Cell>>,
    versions: Vec<Vec<Cell>>,
    parties: Vec<Vec<Cell>>,
    answers: Vec<Vec<Cell>>,
    sent: Vec<Vec<Cell>>,
}

impl Enquiries {
    fn enquiry(
        &mut self,
        ground: &Ground,
        (number, depth): (i64, i64),
        (received, sent): (Date, bool),
    ) {
        let (tenant, post, at) = (ground.tenant.id(), ground.post(number), moment(received));
        let (geography, area, name) = ground.place(number);
        let due = received.saturating_add(Span::new().days(14));
        self.numbers.push(row![tenant, number]);
        for version in 1..=depth {
            let asker = *pick(&["council", "press", "audit"], number);
            self.versions.push(row![
                tenant,
                number,
                version,
                asker,
                "Fraktion im Rat",
                format!("Anfrage {number} zum Quartier"),
                "Wie viele Beratungen gab es, und was kostet der Raum?",
                file_number(number),
                received,
                due,
                geography,
                area,
                name,
                post,
                "administration",
                None::<i64>,
                post,
                at + version,
            ]);
            for party in ground.some_posts(number, depth) {
                self.parties.push(row![tenant, number, version, party]);
            }
            let text = "Im ersten Halbjahr gab es 240 Beratungen.";
            let at = at + 100 + version;
            self.answers.push(row![tenant, number, version, text, None::<i64>, post, at]);
        }
        if sent {
            let signed = "Die Oberbürgermeisterin";
            let at = at + 1000;
            self.sent.push(row![tenant, number, depth, signed, received, None::<i64>, post, at]);
        }
    }

    async fn insert(self, change: &mut Change) -> Result<(), StoreError> {
        let tables = [
            ("enquiry", "tenant, number", self.numbers),
            (
                "enquiry_version",
                "tenant, enquiry, version, asker, asker_name, subject, question, file_number, \
                 received_on, due, geography, area, place_name, lead_post, circle, account, post, \
                 at",
                self.versions,
            ),
            ("enquiry_party", "tenant, enquiry, version, post", self.parties),
            ("enquiry_answer", "tenant, enquiry, version, text, account, post, at", self.answers),
            (
                "enquiry_sent",
                "tenant, enquiry, answer, signed_by, on_day, account, post, at",
                self.sent,
            ),
        ];
        for (table, columns, rows) in tables {
            insert(change, (table, columns), rows).await?;
        }
        Ok(())
    }
}
