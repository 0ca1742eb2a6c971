//! Something that is open, and the meetings that can take it up.

use std::collections::BTreeMap;

use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::Tenant;
use ankunft_platform::typed::LONGEST_LINE;
use ankunft_platform::web::{App, City, Failure, Viewer};
use jiff::civil::Date;

use super::Bodies;
use crate::bodies::doors::may_hold;
use crate::bodies::model::calendar::local;
use crate::bodies::model::{Body, Meeting, Member, MemberRole, Subject};
use crate::bodies::store::{OBSERVATION, agenda, observations};
use crate::measures;
use crate::reporting::obstacles;

/// The field of an address and of a form that names what is open: `obstacle:5`.
pub const FIELD: &str = "ding";

/// So many meetings of a body are offered.
const AHEAD: usize = 4;

/// Something that can stand on an agenda.
#[derive(Clone, Debug)]
pub struct Open {
    /// What it is.
    pub subject: Subject,
    /// What it is called.
    pub title: String,
    /// The body that it was meant for.
    pub body: Option<i64>,
    /// Where it can be read, behind the address of the city.
    pub at: String,
    /// The meetings on whose agenda it stands.
    pub stands: Vec<(i64, i64)>,
}

impl Open {
    /// As a form names it.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}:{}", self.subject.kind, self.subject.id)
    }
}

fn short(text: &str) -> String {
    text.lines().next().unwrap_or_default().chars().take(LONGEST_LINE).collect()
}

/// The thing of a name, if there is such a one: what hinders a measure, an observation, a measure.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn find(read: &mut Read, tenant: Tenant, name: &str) -> Result<Option<Open>, StoreError> {
    let Some((kind, id)) = name.split_once(':') else { return Ok(None) };
    let Ok(number) = id.parse::<i64>() else { return Ok(None) };
    let measure = |number: i64| format!("{}/massnahmen/{number}", measures::PATH);
    let found = match kind {
        obstacles::KIND => {
            let all = read.kept::<obstacles::Obstacles>(tenant).await?;
            let found = all.iter().find(|it| it.number == number);
            found.map(|it| (short(&it.text), None, measure(it.measure)))
        }
        OBSERVATION => {
            let all = read.kept::<observations::Observations>(tenant).await?;
            let found = all.iter().find(|it| it.number == number);
            let at = format!("{}/beobachtungen/{number}", crate::bodies::PATH);
            found.map(|it| (it.title.clone(), it.body, at))
        }
        measures::store::KIND => {
            let all = read.kept::<measures::store::Measures>(tenant).await?;
            let found = all.iter().find(|it| it.number == number && it.plan.state.is_open());
            found.map(|it| (it.plan.title.clone(), None, measure(number)))
        }
        _ => None,
    };
    let Some((title, body, at)) = found else { return Ok(None) };
    let subject = Subject { kind: kind.to_owned(), id: number.to_string() };
    let items = read.kept::<agenda::AllItems>(tenant).await?;
    let stands = items.iter().filter(|it| it.1.subject.as_ref() == Some(&subject));
    let stands = stands.map(|it| it.0).collect();
    Ok(Some(Open { subject, title, body, at, stands }))
}

/// What is open, with the bodies that can take it up.
#[derive(Debug)]
pub struct Placing {
    /// What is open.
    pub open: Open,
    /// Everything of the bodies.
    pub all: Bodies,
    /// The bodies that this reader keeps.
    pub held: Vec<i64>,
    /// The day.
    pub today: Date,
}

impl Placing {
    /// Reads it; a constant number of statements.
    ///
    /// # Errors
    ///
    /// - [`Failure`] if the database refuses it.
    pub async fn read(
        app: &App,
        city: &City,
        viewer: &Viewer,
        open: Open,
    ) -> Result<Self, Failure> {
        let mut read = app.store.read().await?;
        let all = Bodies::read(&mut read, city.tenant()).await?;
        let today = app.today();
        let mut members: BTreeMap<i64, Vec<Member>> = BTreeMap::new();
        for (body, member) in all.members.iter() {
            members.entry(*body).or_default().push(member.clone());
        }
        let holds = |it: &&Body| {
            let own = members.get(&it.number).map_or(&[][..], Vec::as_slice);
            may_hold(viewer, own, today)
        };
        let held = all.bodies.iter().filter(holds).map(|it| it.number).collect();
        Ok(Self { open, all, held, today })
    }

    /// The bodies that meet, the one that the thing was meant for first.
    pub fn bodies(&self) -> impl Iterator<Item = &Body> {
        let mut bodies: Vec<&Body> =
            self.all.bodies.iter().filter(|it| !it.charter.closed).collect();
        bodies.sort_by_key(|it| Some(it.number) != self.open.body);
        bodies.into_iter()
    }

    /// Whether this reader keeps a body.
    #[must_use]
    pub fn holds(&self, body: i64) -> bool {
        self.held.contains(&body)
    }

    /// The next meetings of a body whose agenda can still be written.
    pub fn ahead(&self, body: i64) -> impl Iterator<Item = &Meeting> {
        let is_ahead = move |it: &&Meeting| {
            let is_open = !it.slot.cancelled && !it.is_closed();
            it.body == body && is_open && local(it.slot.ends).date() >= self.today
        };
        self.all.meetings.iter().filter(is_ahead).take(AHEAD)
    }

    /// The meeting of a name, if this reader can put something onto its agenda.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Meeting> {
        let held = self.bodies().filter(|it| self.holds(it.number));
        held.flat_map(|it| self.ahead(it.number)).find(|it| it.id() == id)
    }

    /// Who leads the meetings of a body today.
    #[must_use]
    pub fn chair(&self, body: i64) -> Option<&Member> {
        let leads = |it: &Member| it.role == MemberRole::Chair && it.holds_on(self.today);
        self.all.members.iter().find(|(of, it)| *of == body && leads(it)).map(|it| &it.1)
    }
}
