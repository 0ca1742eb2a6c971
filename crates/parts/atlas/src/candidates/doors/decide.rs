//! The door through which a decision is written down, or corrected.

use std::sync::Arc;

use ankunft_disclosure::Audience;
use ankunft_platform::citing::{self, Cited};
use ankunft_platform::languages::Arg;
use ankunft_platform::page::components::Problems;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::{App, City, Failure, Form, Query, Sheet, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use jiff::civil::Date;
use sqlx::AnyConnection;

use super::{LONGEST_LINE, LONGEST_TEXT, all_sent, asker, sent};
use crate::candidates::actions::{self, Draft};
use crate::candidates::model::State;
use crate::candidates::nearest::{Near, nearest};
use crate::candidates::pages::decide::{self as page, Question, Typed, comparison_field};
use crate::candidates::pages::{at, day as shown_day};
use crate::candidates::store::decisions::{self, Comparison, Decision, KIND, NewDecision};
use crate::candidates::store::register::{self, Candidate};
use crate::candidates::store::rounds;
use crate::model::measure::Measure;
use crate::state::Atlas;
use crate::store::Shelf;
use crate::view::overview::Asker;

type Pairs = Vec<(String, String)>;

/// A question with how its comparison was made.
struct Case {
    question: Question,
    compared: Option<(Arc<Shelf>, Vec<Measure>)>,
}

/// What must come before the decision: that no round of scoring is open, and the last steps.
async fn bounds(
    connection: &mut AnyConnection,
    tenant: Tenant,
    question: &mut Question,
) -> Result<(), StoreError> {
    let is_new = question.corrects.is_none();
    question.waits = is_new && rounds::running(connection, tenant).await?.is_some();
    let since = register::undecided_since(connection, tenant).await?;
    let counts = |it: &&Candidate| is_new || question.usual.contains(&it.number);
    let days = question.candidates.iter().filter(counts).filter_map(|it| since.get(&it.number));
    question.earliest = days.max().cloned().unwrap_or_default();
    Ok(())
}

impl Case {
    async fn open(
        app: &App,
        atlas: &Atlas,
        city: &City,
        viewer: &Viewer,
        pairs: &Pairs,
    ) -> Result<Self, Failure> {
        let mut question = Question::default();
        let corrects = sent(pairs, "berichtigt");
        {
            let mut read = app.store.read().await?;
            let all = register::candidates(&mut read, city.tenant()).await?;
            if corrects.is_empty() {
                question.candidates = all.into_iter().filter(|it| it.state.is_open()).collect();
                let agreed = question.candidates.iter().filter(|it| it.state == State::Agreed);
                question.may_be_chosen = agreed.map(|it| it.number).collect();
            } else {
                let number = corrects.parse().map_err(Failure::bad_request)?;
                let old = decisions::decision(&mut read, city.tenant(), number).await?;
                let old = old.ok_or_else(Failure::not_found)?;
                if old.successor.is_some() {
                    let advice = viewer.t.get("berichtigung-gibt-es-schon");
                    return Err(Failure::refused("corrected already").advice(advice));
                }
                let decided = decisions::decided(&mut read, city.tenant(), number).await?;
                let was_decided =
                    |it: &Candidate| decided.iter().any(|was| was.candidate == it.number);
                question.candidates = all.into_iter().filter(was_decided).collect();
                let chosen = decided.iter().filter(|it| it.chosen == 1);
                question.usual = chosen.map(|it| it.candidate).collect();
                // A correction chooses by the same rule as the decision.
                let may = |it: &&Candidate| {
                    it.state == State::Agreed || question.usual.contains(&it.number)
                };
                let chosen = question.candidates.iter().filter(may);
                question.may_be_chosen = chosen.map(|it| it.number).collect();
                question.corrects = Some(old);
            }
        }
        bounds(&mut *app.store.read().await?, city.tenant(), &mut question).await?;
        let chosen = all_sent(pairs, "gewaehlt").into_iter().filter_map(|it| it.parse().ok());
        question.chosen = chosen.filter(|it| question.may_be_chosen.contains(it)).collect();
        question.chosen.dedup();
        let mut case = Self { question, compared: None };
        if !case.question.chosen.is_empty() {
            case.gather(app, atlas, city, viewer).await?;
        }
        Ok(case)
    }

    /// What can be cited and compared.
    async fn gather(
        &mut self,
        app: &App,
        atlas: &Atlas,
        city: &City,
        viewer: &Viewer,
    ) -> Result<(), Failure> {
        let mut citable: Vec<(String, Cited)> = Vec::new();
        if let Some(old) = &self.question.corrects {
            let reasons =
                decisions::reasons(&mut *app.store.read().await?, city.tenant(), old.number)
                    .await?;
            let number = old.number.to_string();
            let cited = citing::cited_in(app, viewer, city, (KIND, &number)).await?;
            let own = cited.into_iter().filter(|it| reasons.contains(&it.citation().id));
            citable.extend(own.map(|it| (viewer.t.get("berichtigung-bisher"), it)));
        }
        for (folder, cited) in citing::in_folders(app, viewer, city).await? {
            for it in cited {
                let is_there =
                    |(_, other): &(String, Cited)| other.citation().id == it.citation().id;
                if !citable.iter().any(is_there) {
                    citable.push((folder.clone(), it));
                }
            }
        }
        self.question.citable = citable;
        let is_chosen = |it: &&Candidate| self.question.chosen.contains(&it.number);
        let chosen: Vec<&Candidate> = self.question.candidates.iter().filter(is_chosen).collect();
        let mut near: Vec<(Candidate, Vec<Near>)> = Vec::new();
        let mut read = app.store.read().await?;
        // The distances stand in the decision for all who may see it, the widest circle of whom is
        // the programme: what they are computed from must be for these.
        let asker = asker(app, atlas, city, viewer);
        let asker = Asker { audience: asker.audience.max(Audience::Programme), ..asker };
        for it in &chosen {
            let (found, measures) = nearest(&mut read, asker, it, &chosen).await?;
            near.push(((*it).clone(), found));
            if self.compared.is_none() {
                let shelf = atlas.memory.shelf(&mut read, asker.tenant, asker.audience).await?;
                self.compared = Some((shelf, measures));
            }
        }
        self.question.near = near;
        Ok(())
    }

    fn page(&self, city: &City, viewer: &Viewer, form: (Typed<'_>, Problems)) -> Sheet {
        let compared = self.compared.as_ref().map(|(shelf, it)| (shelf.as_ref(), it.as_slice()));
        page::decide(viewer, city, &self.question, form, compared)
    }

    /// What was sent as a decision, or what is wrong with it.
    fn draft(&self, viewer: &Viewer, pairs: &Pairs, today: Date) -> Result<Draft, Problems> {
        let t = &viewer.t;
        let mut problems = Problems::default();
        let mut needs = |name: &str, missing: &str, longest: usize| {
            let typed = sent(pairs, name);
            if typed.is_empty() && !missing.is_empty() {
                problems.add(name, t.get(missing));
            } else if typed.chars().count() > longest {
                problems.add(name, t.get("text-zu-lang"));
            }
            typed.to_owned()
        };
        let corrects = self.question.corrects.as_ref();
        let correction = match corrects {
            Some(_) => needs("berichtigung", "berichtigung-fehlt", LONGEST_TEXT),
            None => String::new(),
        };
        let body = needs("stelle", "entscheidung-wer-fehlt", LONGEST_LINE);
        let reason = needs("grund", "entscheidung-grund-fehlt", LONGEST_TEXT);
        let minority = needs("minderheit", "", LONGEST_TEXT);
        let file_number = needs("aktenzeichen", "", LONGEST_LINE);
        let day = sent(pairs, "tag").parse::<Date>().ok().filter(|it| *it <= today);
        let earliest = &self.question.earliest;
        if day.is_none() {
            problems.add("tag", t.get("kandidat-tag-fehlt"));
        } else if day.is_some_and(|it| it.to_string() < *earliest) {
            let last = [("tag", Arg::from(shown_day(t, earliest)))];
            problems.add("tag", t.with("entscheidung-tag-zu-frueh", &last));
        }
        if !["ja", "nein"].contains(&sent(pairs, "oeffentlich")) {
            problems.add_choices("oeffentlich", t.get("entscheidung-oeffentlich-fehlt"));
        }
        let reasons = self.reasons(pairs);
        if reasons.is_none() {
            problems.add_choices("befund", t.get("entscheidung-befund-weg"));
        }
        let (Some(day), Some(reasons), true) = (day, reasons, problems.is_empty()) else {
            return Err(problems);
        };
        let is_chosen = |it: &Candidate| self.question.chosen.contains(&it.number);
        let candidates = &self.question.candidates;
        let candidates = candidates.iter().map(|it| (it.clone(), is_chosen(it))).collect();
        let new = NewDecision {
            predecessor: corrects.map(|it| it.number),
            correction,
            on_date: day.to_string(),
            body,
            reason,
            minority,
            file_number,
            tally: corrects.map_or_else(String::new, |it: &Decision| it.tally.clone()),
            candidates: Vec::new(),
            comparisons: self.comparisons(pairs),
        };
        Ok(Draft { new, candidates, day, reasons, is_public: sent(pairs, "oeffentlich") == "ja" })
    }

    /// The citations that were ticked; `None` if one of them is no longer there.
    fn reasons(&self, pairs: &Pairs) -> Option<Vec<i64>> {
        let find = |code: &str| {
            let found = self.question.citable.iter().find(|it| it.1.citation().code == code)?;
            Some(found.1.citation().id)
        };
        all_sent(pairs, "befund").into_iter().map(find).collect()
    }

    fn comparisons(&self, pairs: &Pairs) -> Vec<Comparison> {
        let mut all = Vec::new();
        for (candidate, near) in &self.question.near {
            let ticked = all_sent(pairs, &comparison_field(candidate.number));
            let taken = near.iter().filter(|it| ticked.contains(&it.area.as_str()));
            all.extend(taken.map(|it| Comparison {
                candidate: candidate.number,
                area: it.area.clone(),
                name: it.name.clone(),
                distance: it.distance.distance,
            }));
        }
        all
    }
}

/// `GET /{kommune}/atlas/kandidaten/entscheidung`: first which candidate, then everything else.
pub async fn show(
    Of(app): Of<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    Query(pairs): Query<Pairs>,
) -> Result<Response, Failure> {
    let case = Case::open(&app, &atlas, &city, &viewer, &pairs).await?;
    Ok(case.page(&city, &viewer, (None, Problems::default())).answer())
}

/// `POST /{kommune}/atlas/kandidaten/entscheidung`
pub async fn save(
    Of(app): Of<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Failure> {
    let case = Case::open(&app, &atlas, &city, &viewer, &pairs).await?;
    if case.question.waits {
        return Ok(case.page(&city, &viewer, (None, Problems::default())).refused());
    }
    if case.question.chosen.is_empty() {
        let mut problems = Problems::default();
        problems.add_choices("gewaehlt", viewer.t.get("entscheidung-gewaehlt-fehlt"));
        return Ok(case.page(&city, &viewer, (None, problems)).refused());
    }
    let draft = match case.draft(&viewer, &pairs, app.today()) {
        Ok(draft) => draft,
        Err(problems) => {
            return Ok(case.page(&city, &viewer, (Some(&pairs), problems)).refused());
        }
    };
    let number = actions::decide(&app, &viewer, &city, draft).await?;
    let page = at(&city, &format!("/entscheidungen/{number}"));
    Ok(viewer.done(&page, Some("meldung-entschieden")))
}
