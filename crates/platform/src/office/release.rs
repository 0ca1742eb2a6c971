//! Freigabe: what would leave, what the attack says about it, and only then the release.

mod preview;

use std::collections::BTreeMap;

use ankunft_disclosure::{Base, Nutzung};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::store::{self, Sibling};
use super::version::withdrawn_notice;
use super::view::{Dossier, State};
use super::{OneVersion, crumbs_of, path, proof, said};
use crate::datasets::{self, Proposal, ReleaseError};
use crate::languages::Arg;
use crate::page::components::{Button, Choice, Choices, Kind, Notice, Problems};
use crate::register::areas::{self, Area};
use crate::web::{App, Block, City, Failure, Form, FormBlock, PathOf, Query, Sheet, Viewer};
use crate::words;

/// The circles that figures can leave for; the office itself has them already.
const CIRCLES: [Nutzung; 3] = [Nutzung::Administration, Nutzung::Programme, Nutzung::Public];

/// What is chosen, as it was typed.
#[derive(Clone, Default, Deserialize)]
pub(super) struct Choosing {
    #[serde(default)]
    runden: String,
    #[serde(default)]
    kreis: String,
}

impl Choosing {
    fn is_empty(&self) -> bool {
        self.runden.is_empty() && self.kreis.is_empty()
    }

    fn base(&self) -> Option<Base> {
        [Base::Five, Base::Ten].into_iter().find(|it| it.get().to_string() == self.runden)
    }

    fn circle(&self) -> Option<Nutzung> {
        CIRCLES.into_iter().find(|it| it.code() == self.kreis)
    }

    fn chosen(&self) -> Option<(Base, Nutzung)> {
        Some((self.base()?, self.circle()?))
    }
}

/// A page about one Datenstand and what was chosen for its release.
struct Case {
    viewer: Viewer,
    city: City,
    dossier: Dossier,
    areas: Vec<Area>,
    siblings: Vec<Sibling>,
    chosen: Choosing,
}

impl Case {
    async fn open(
        app: &App,
        viewer: Viewer,
        city: City,
        one: OneVersion,
        chosen: Choosing,
    ) -> Result<Self, Failure> {
        let version = one.find(app, &city).await?;
        let mut read = app.store.read().await?;
        let (id, area_version) = (version.id, version.area_version);
        let dossier = Dossier::read(&mut read, &city, version).await?;
        let areas = areas::areas(&mut read, city.tenant(), area_version).await?;
        let siblings = store::siblings(&mut read, city.tenant(), id).await?;
        drop(read);
        Ok(Self { viewer, city, dossier, areas, siblings, chosen })
    }

    /// Whether there is anything to release.
    fn is_open(&self) -> bool {
        self.dossier.is_unprotected() && self.dossier.state() != State::Withdrawn
    }

    fn path(&self) -> String {
        path(&self.city, self.dossier.version.number, "/freigabe")
    }

    /// Computes the release apart from the threads that answer requests.
    async fn propose(
        &self,
        app: &App,
        (base, nutzung): (Base, Nutzung),
    ) -> Result<Proposal, ReleaseError> {
        let id = self.dossier.version.id;
        let proof = self.viewer.actor.statistics_office().ok_or(ReleaseError::NoSource(id))?;
        let mut read = app.store.read().await?;
        let prepared = datasets::prepare(&mut read, self.city.tenant(), proof, id).await?;
        drop(read);
        let work = tokio::task::spawn_blocking(move || prepared.propose(base, nutzung, &[]));
        // It fails only by a panic, which the layer above makes a page of.
        work.await.map_or_else(|error| std::panic::resume_unwind(error.into_panic()), Ok)
    }

    fn page(&self, proposal: Option<&Proposal>, problems: Problems) -> Sheet {
        let t = &self.viewer.t;
        let number = self.dossier.version.number;
        let title = [("stand", said(&self.viewer, number))];
        let lead = match (proposal, self.chosen.chosen()) {
            (Some(it), Some(chosen)) => self.lead(&it.rounding, chosen),
            _ => t.get("freigabe-leit"),
        };
        let shell = self
            .viewer
            .page(t.with("freigabe-titel", &title))
            .crumbs(crumbs_of(&self.viewer, &self.city, number))
            .lead(lead);
        let mut blocks = vec![Block::Problems(problems.clone())];
        if self.dossier.state() == State::Withdrawn {
            blocks.push(withdrawn_notice(t));
        } else if !self.dossier.is_unprotected() {
            let (title, text) = (t.get("freigabe-bereits"), t.get("freigabe-bereits.text"));
            blocks.push(Block::Notice(Notice { kind: Kind::Info, title, text }));
        } else {
            if let Some(it) = proposal {
                blocks.extend(self.preview(&it.rounding));
                blocks.extend(self.siblings_notice());
                blocks.extend(self.confirm(it, &problems));
                blocks.push(Block::Heading(t.get("freigabe-anders")));
            }
            blocks.push(Block::Search(self.choosing(&problems)));
            if proposal.is_none() {
                blocks.push(Block::Reading(t.get("freigabe-lesen")));
            }
        }
        Sheet::new(shell, blocks)
    }

    fn choosing(&self, problems: &Problems) -> FormBlock {
        let t = &self.viewer.t;
        let bases = [Base::Five, Base::Ten].map(|it| {
            let code = it.get().to_string();
            let id = format!("freigabe-runden-{code}");
            let hint = Some(t.get(&format!("{id}.hinweis")));
            Choice { hint, ..Choice::new(code, t.get(&id), &self.chosen.runden) }
        });
        let circles = CIRCLES.map(|it| {
            let hint = Some(t.get(&format!("freigabe-kreis-{}", it.code())));
            Choice { hint, ..Choice::new(it.code(), words::nutzung(t, it), &self.chosen.kreis) }
        });
        let bases = Choices::one("runden", t.get("freigabe-runden"), bases.to_vec());
        let circles = Choices::one("kreis", t.get("freigabe-kreis"), circles.to_vec());
        FormBlock::new(self.path(), Button::secondary(t.get("freigabe-vorschau")))
            .choices(Choices { error: problems.of("runden"), ..bases })
            .choices(Choices { error: problems.of("kreis"), ..circles })
    }

    /// The button that lets it out; none if it must not or need not.
    fn confirm(&self, proposal: &Proposal, problems: &Problems) -> Vec<Block> {
        let t = &self.viewer.t;
        if proposal.rounding.columns.is_empty() || !problems.is_empty() {
            return Vec::new();
        }
        let form = FormBlock::new(self.path(), Button::primary(t.get("freigabe-jetzt")))
            .hidden("runden", self.chosen.runden.clone())
            .hidden("kreis", self.chosen.kreis.clone());
        let (title, text) = (t.get("freigabe-endgueltig"), t.get("freigabe-endgueltig.text"));
        vec![Block::Notice(Notice { kind: Kind::Info, title, text }), Block::Form(form)]
    }

    fn siblings_notice(&self) -> Option<Block> {
        if self.siblings.is_empty() {
            return None;
        }
        let t = &self.viewer.t;
        let mut grounds: BTreeMap<i64, Vec<String>> = BTreeMap::new();
        for it in &self.siblings {
            grounds.entry(it.area_version).or_default().push(it.number.to_string());
        }
        let one = |(area_version, numbers): (i64, Vec<String>)| {
            let args = [
                ("gebiete", Arg::from(self.dossier.ground(area_version))),
                ("anzahl", Arg::from(numbers.len())),
                ("nummern", Arg::from(t.list(&numbers))),
            ];
            t.with("freigabe-geschwister-gebiete", &args)
        };
        let names: Vec<String> = grounds.into_iter().map(one).collect();
        let text = t.with("freigabe-geschwister.text", &[("liste", Arg::from(names.join("; ")))]);
        let title = t.get("freigabe-geschwister");
        Some(Block::Notice(Notice { kind: Kind::Warning, title, text }))
    }
}

/// `GET /{kommune}/statistikstelle/{number}/freigabe`: what would leave.
pub(super) async fn show(
    Of(app): Of<App>,
    viewer: Viewer,
    city: City,
    PathOf(one): PathOf<OneVersion>,
    Query(chosen): Query<Choosing>,
) -> Result<Response, Failure> {
    proof(&viewer)?;
    let case = Case::open(&app, viewer, city, one, chosen).await?;
    if case.chosen.is_empty() || !case.is_open() {
        return Ok(case.page(None, Problems::default()).answer());
    }
    let Some(chosen) = case.chosen.chosen() else { return Ok(incomplete(&case)) };
    let proposal = case.propose(&app, chosen).await.map_err(failure)?;
    let mut read = app.store.read().await?;
    let wanted = (case.dossier.version.id, chosen.0, chosen.1);
    let covered = datasets::covering(&mut read, case.city.tenant(), wanted).await?;
    drop(read);
    let mut problems = Problems::default();
    if covered.is_some() {
        problems.add_choices("kreis", case.viewer.t.get("freigabe-schon"));
    }
    Ok(case.page(Some(&proposal), problems).answer())
}

/// `POST /{kommune}/statistikstelle/{number}/freigabe`: lets it out.
pub(super) async fn make(
    Of(app): Of<App>,
    viewer: Viewer,
    city: City,
    PathOf(one): PathOf<OneVersion>,
    Form(chosen): Form<Choosing>,
) -> Result<Response, Failure> {
    proof(&viewer)?;
    let case = Case::open(&app, viewer, city, one, chosen).await?;
    if !case.is_open() {
        return Ok(case.page(None, Problems::default()).refused());
    }
    let Some(chosen) = case.chosen.chosen() else { return Ok(incomplete(&case)) };
    let proposal = case.propose(&app, chosen).await.map_err(failure)?;
    let mut change = app.store.change(case.viewer.author()).await?;
    let key = &app.keys.release;
    let made = datasets::release(&mut change, case.city.tenant(), key, proposal).await;
    let id = match made {
        Ok(_) => {
            change.commit().await?;
            let page = path(&case.city, case.dossier.version.number, "");
            return Ok(case.viewer.done(&page, Some("meldung-freigegeben")));
        }
        Err(ReleaseError::Covered(_)) => "freigabe-schon",
        Err(ReleaseError::Overtaken) => "freigabe-ueberholt",
        Err(ReleaseError::Nothing) => "freigabe-nichts-haelt",
        Err(ReleaseError::NoSource(_)) => "freigabe-keine-quelle",
        Err(error) => return Err(failure(error)),
    };
    drop(change);
    let mut problems = Problems::default();
    problems.add_choices("kreis", case.viewer.t.get(id));
    Ok(case.page(None, problems).refused())
}

/// The form again, with what is missing.
fn incomplete(case: &Case) -> Response {
    let mut problems = Problems::default();
    if case.chosen.base().is_none() {
        problems.add_choices("runden", case.viewer.t.get("freigabe-runden-fehlt"));
    }
    if case.chosen.circle().is_none() {
        problems.add_choices("kreis", case.viewer.t.get("freigabe-kreis-fehlt"));
    }
    case.page(None, problems).refused()
}

fn failure(error: ReleaseError) -> Failure {
    match error {
        ReleaseError::NoSource(_) => Failure::not_found(),
        other => Failure::internal(other),
    }
}
