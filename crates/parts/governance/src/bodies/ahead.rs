//! The agendas on which something can be put at once, from wherever it is read.

use ankunft_platform::languages::Arg;
use ankunft_platform::page::components::Button;
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, FormBlock, Viewer};

use super::address_of;
use super::doors::may_hold;
use super::model::calendar::local;
use super::model::{Body, Meeting, Member};
use super::view::Bodies;
use crate::permissions::SIT;

/// More bodies than anybody chooses among at one thing.
const MOST: usize = 3;

/// The next meeting of a body that a reader keeps.
#[derive(Clone, Debug)]
pub(crate) struct Agenda {
    /// What its button says.
    label: String,
    /// Where an item is added.
    action: String,
}

impl Agenda {
    /// The next meetings of the bodies that this viewer keeps, the nearest first; six statements.
    pub(crate) async fn ahead(
        app: &App,
        viewer: &Viewer,
        city: &City,
    ) -> Result<Vec<Self>, StoreError> {
        if !viewer.may(SIT) {
            return Ok(Vec::new());
        }
        let today = app.today();
        let all = Bodies::read(&mut app.store.read().await?, city.tenant()).await?;
        let keeps = |body: &&Body| {
            let members = all.members.iter().filter(|it| it.0 == body.number);
            let members: Vec<Member> = members.map(|it| it.1.clone()).collect();
            may_hold(viewer, &members, today)
        };
        let next = |body: &Body| all.next(body.number, today).filter(|it| !it.is_closed());
        let mut ahead: Vec<&Meeting> = all.bodies.iter().filter(keeps).filter_map(next).collect();
        ahead.sort_by_key(|it| it.slot.starts);
        let agenda = |it: &Meeting| {
            let body = all.body(it.body).map_or("", |it| it.charter.name.as_str());
            let day = viewer.t.date(local(it.slot.starts).date());
            let args = [("gremium", Arg::from(body)), ("tag", Arg::from(day))];
            Self {
                label: viewer.t.with("punkt-auf-tagesordnung-von", &args),
                action: format!("{}/punkte", address_of(city, (it.body, it.number))),
            }
        };
        Ok(ahead.into_iter().take(MOST).map(agenda).collect())
    }

    /// One press that puts a thing there.
    pub(crate) fn form(&self, (kind, id): (&str, &str)) -> FormBlock {
        FormBlock::new(self.action.clone(), Button::secondary(self.label.clone()))
            .hidden("art", kind)
            .hidden("ding", id)
    }
}
