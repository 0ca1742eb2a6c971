//! Bodies with members, monthly meetings, items, tasks and observations.

use ankunft_platform::store::{Change, StoreError};

use super::rows::{Cell, insert, last, row};
use super::{Ground, Made, Size, moment, pick};

const KINDS: [&str; 6] = ["steering", "quarter", "advisory", "local", "council", "network"];
/// So many of a body's meetings are still to come.
const AHEAD: i64 = 2;

pub(super) async fn write(
    change: &mut Change,
    ground: &Ground,
    size: &Size,
    made: &mut Made,
) -> Result<(), StoreError> {
    let first = last(change, ground.tenant, ("body", "number")).await? + 1;
    let mut rows = Rows {
        task: last(change, ground.tenant, ("task", "number")).await?,
        observation: last(change, ground.tenant, ("observation", "number")).await?,
        ..Rows::default()
    };
    for body in first..first + size.bodies {
        rows.body(ground, body, size);
        for meeting in 1..=size.meetings {
            rows.meeting(ground, (body, meeting), size);
            for item in 1..=size.items {
                rows.item(ground, (body, meeting, item), (size, made));
            }
        }
        rows.seen(ground, (body, size.depth));
    }
    made.body = first + size.bodies - 1;
    made.meeting = size.meetings - AHEAD;
    made.meeting_ahead = size.meetings;
    (made.task, made.observation) = (rows.task, rows.observation);
    rows.insert(change).await
}

#[derive(Default)]
struct Rows {
    task: i64,
    observation: i64,
    bodies: Vec<Vec<Cell>>,
    charters: Vec<Vec<Cell>>,
    members: Vec<Vec<Cell>>,
    meetings: Vec<Vec<Cell>>,
    slots: Vec<Vec<Cell>>,
    attendance: Vec<Vec<Cell>>,
    items: Vec<Vec<Cell>>,
    said: Vec<Vec<Cell>>,
    tasks: Vec<Vec<Cell>>,
    duties: Vec<Vec<Cell>>,
    observations: Vec<Vec<Cell>>,
}

impl Rows {
    fn body(&mut self, ground: &Ground, body: i64, size: &Size) {
        let tenant = ground.tenant.id();
        self.bodies.push(row![tenant, body]);
        let (at, post) = (moment(ground.day(-1900)), ground.post(body));
        for version in 1..=size.depth {
            let name = format!("Runde {body} der Quartiere");
            self.charters.push(row![
                tenant,
                body,
                version,
                *pick(&KINDS, body),
                name,
                "Berät und beschließt",
                false,
                None::<i64>,
                post,
                at + version,
            ]);
        }
        for (number, post) in (1_i64..).zip(ground.some_posts(body, size.depth + 5)) {
            let role = if number == 1 { "chair" } else { "member" };
            self.members.push(row![
                tenant,
                body,
                number,
                "post",
                Some(post),
                "",
                role,
                "",
                ground.day(-1900),
                None::<String>,
                None::<i64>,
                post,
                at,
            ]);
        }
    }

    /// One a month; the last ones are still to come.
    fn meeting(&mut self, ground: &Ground, (body, meeting): (i64, i64), size: &Size) {
        let (tenant, post) = (ground.tenant.id(), ground.post(body));
        let begins = moment(ground.day((meeting - size.meetings + AHEAD) * 30 - 5 + body % 7));
        let is_over = meeting <= size.meetings - AHEAD;
        let closed = is_over.then_some(begins + 1);
        self.meetings.push(row![
            tenant,
            body,
            meeting,
            None::<i64>,
            None::<String>,
            closed,
            None::<i64>,
            Some(post),
        ]);
        for version in 1..=2_i64 {
            self.slots.push(row![
                tenant,
                body,
                meeting,
                version,
                "",
                begins,
                begins + 7_200_000_000,
                "Rathaus",
                true,
                false,
                None::<i64>,
                post,
                begins - 10 + version,
            ]);
        }
        let there = |it: i64| serde_json::json!({ "member": it, "presence": "present" });
        let there: Vec<_> = (1..=size.depth + 5).map(there).collect();
        let there = serde_json::json!(there).to_string();
        self.attendance.push(row![tenant, body, meeting, 1, there, None::<i64>, post, begins]);
    }

    fn item(&mut self, ground: &Ground, at: (i64, i64, i64), (size, made): (&Size, &Made)) {
        let (body, meeting, item) = at;
        let (tenant, post) = (ground.tenant.id(), ground.post(body));
        let moment = moment(ground.day((meeting - size.meetings) * 30));
        let of = (body * 97 + meeting * 13 + item / 3) % size.measures;
        let (kind, thing) = match item {
            it if it % 3 == 1 => (Some("measure"), Some((made.measure - of).to_string())),
            2 => (Some("observation"), Some((self.observation + 1).to_string())),
            _ => (None, None),
        };
        let kind = kind.map(str::to_owned);
        self.items.push(row![tenant, body, meeting, item, item, kind, thing, false]);
        let decision = if item % 2 == 1 { "Die Maßnahme wird fortgesetzt." } else { "" };
        for version in 1..=2_i64 {
            self.said.push(row![
                tenant,
                body,
                meeting,
                item,
                version,
                format!("Punkt {item}: Wie es weitergeht"),
                true,
                "Der Stand wurde berichtet. Zwei Fragen blieben offen.",
                decision,
                "counted",
                7,
                1,
                2,
                "",
                None::<i64>,
                post,
                moment + version,
            ]);
        }
        if item % 3 != 1 {
            return;
        }
        self.task += 1;
        self.tasks.push(row![tenant, self.task, body, meeting, item]);
        let is_done = meeting < size.meetings - AHEAD - 1;
        let because = if is_done { "Ist eingerichtet" } else { "" };
        for version in 1..=size.depth {
            self.duties.push(row![
                tenant,
                self.task,
                version,
                format!("Schlüssel {} besorgen", self.task),
                post,
                ground.day(self.task % 60 - 20),
                None::<String>,
                is_done,
                because,
                None::<i64>,
                post,
                moment + version,
            ]);
        }
    }

    /// What was seen on the ground, for this body.
    fn seen(&mut self, ground: &Ground, (body, count): (i64, i64)) {
        for _ in 0..count {
            self.observation += 1;
            let number = self.observation;
            let (geography, area, name) = ground.place(number);
            self.observations.push(row![
                ground.tenant.id(),
                number,
                format!("Licht am Weg {number} fehlt"),
                "Am Weg zur Haltestelle ist es abends dunkel.",
                geography,
                area,
                name,
                "jeden Abend",
                body,
                None::<i64>,
                ground.post(number),
                moment(ground.day(-30)),
            ]);
        }
    }

    async fn insert(self, change: &mut Change) -> Result<(), StoreError> {
        let tables = [
            ("body", "tenant, number", self.bodies),
            (
                "body_version",
                "tenant, body, version, kind, name, mandate, closed, account, post, at",
                self.charters,
            ),
            (
                "body_member",
                "tenant, body, number, kind, member_post, name, role, substitute, from_date, \
                 to_date, account, post, at",
                self.members,
            ),
            (
                "meeting",
                "tenant, body, number, series, occurs_on, closed_at, closed_account, closed_post",
                self.meetings,
            ),
            (
                "meeting_version",
                "tenant, body, meeting, version, title, starts_at, ends_at, place, is_public, \
                 cancelled, account, post, at",
                self.slots,
            ),
            (
                "attendance",
                "tenant, body, meeting, version, entries, account, post, at",
                self.attendance,
            ),
            (
                "agenda_item",
                "tenant, body, meeting, number, position, thing_kind, thing, removed",
                self.items,
            ),
            (
                "agenda_item_version",
                "tenant, body, meeting, item, version, title, is_public, minutes, decision, vote, \
                 yes, no, abstain, reason, account, post, at",
                self.said,
            ),
            ("task", "tenant, number, body, meeting, item", self.tasks),
            (
                "task_version",
                "tenant, task, version, what, task_post, due, review_on, done, because, account, \
                 post, at",
                self.duties,
            ),
            (
                "observation",
                "tenant, number, title, what, geography, area, place_name, how_often, body, \
                 account, post, at",
                self.observations,
            ),
        ];
        for (table, columns, rows) in tables {
            insert(change, (table, columns), rows).await?;
        }
        Ok(())
    }
}
