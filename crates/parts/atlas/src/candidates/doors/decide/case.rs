//! What a decision is about: which candidates, what can be cited, what can be compared.

use std::collections::BTreeMap;
use std::sync::Arc;

use ankunft_disclosure::Audience;
use ankunft_platform::citing::{self, Cited};
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::Problems;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::{App, City, Failure, Sheet, Viewer};
use jiff::civil::Date;
use sqlx::AnyConnection;

use super::super::{LONGEST_LINE, LONGEST_TEXT, all_sent, asker, sent};
use super::news;
use crate::candidates::actions::Draft;
use crate::candidates::frozen;
use crate::candidates::model::State;
use crate::candidates::nearest::{Near, Nearest, nearest};
use crate::candidates::pages::day as shown_day;
use crate::candidates::pages::decide::{self as page, Question, Typed, comparison_field};
use crate::candidates::store::decisions::{self, Comparison, Decision, KIND, NewDecision};
use crate::candidates::store::register::{self, Candidate};
use crate::candidates::store::rounds;
use crate::model::measure::Measure;
use crate::state::Atlas;
use crate::store::Shelf;
use crate::view::overview::Asker;

/// Names and values as they were sent.
pub(super) type Pairs = Vec<(String, String)>;

/// A question with how its comparison was made.
pub(super) struct Case {
    pub(super) question: Question,
    compared: Option<(Arc<Shelf>, Vec<Measure>)>,
}

impl Case {
    /// What can be decided, as it stands now. What was sent is never answered with "not found":
    /// it is laid beside what has become of its question meanwhile.
    pub(super) async fn open(
        (app, atlas): (&App, &Atlas),
        (city, viewer): (&City, &Viewer),
        pairs: &Pairs,
        is_sent: bool,
    ) -> Result<Self, Failure> {
        let mut question = Question::default();
        {
            let mut read = app.store.read().await?;
            let all = register::candidates(&mut read, city.tenant()).await?;
            let corrects = match sent(pairs, "berichtigt") {
                "" if is_sent => decided_meanwhile(&mut read, city.tenant(), &all, pairs).await?,
                "" => None,
                number => {
                    let number = number.parse().map_err(Failure::bad_request)?;
                    Some(corrected(&mut read, (city, viewer), number, is_sent).await?)
                }
            };
            match corrects {
                None => question.choose_among(&all),
                Some(old) => {
                    question.correct(&mut read, city.tenant(), (&all, old)).await?;
                    question.is_overtaken = is_sent && !question.is_of(pairs);
                }
            }
            if is_sent {
                let about = (all.as_slice(), question.candidates.as_slice());
                question.moved = news::of_candidates(&viewer.t, about, pairs);
            }
        }
        bounds(&mut *app.store.read().await?, city.tenant(), &mut question).await?;
        let chosen = all_sent(pairs, "gewaehlt").into_iter().filter_map(|it| it.parse().ok());
        question.chosen = chosen.filter(|it| question.may_be_chosen.contains(it)).collect();
        question.chosen.dedup();
        let mut case = Self { question, compared: None };
        if !case.question.chosen.is_empty() {
            case.gather((app, atlas), (city, viewer)).await?;
        }
        Ok(case)
    }

    /// Whether somebody else has changed what this decision is about since its form was shown.
    pub(super) fn is_overtaken(&self) -> bool {
        self.question.is_overtaken || !self.question.moved.is_empty()
    }

    /// What can be cited and compared.
    async fn gather(
        &mut self,
        (app, atlas): (&App, &Atlas),
        (city, viewer): (&City, &Viewer),
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
        let mut near: Vec<(Candidate, Nearest)> = Vec::new();
        let mut read = app.store.read().await?;
        // What an earlier decision chose is treated too: nothing can be compared with it.
        let all = register::candidates(&mut read, city.tenant()).await?;
        let earlier = all.iter().filter(|it| it.state == State::Chosen);
        let treated: Vec<&Candidate> = chosen.iter().copied().chain(earlier).collect();
        // The distances stand in the decision for all who may see it, the widest circle of whom is
        // the programme: what they are computed from must be for these.
        let asker = asker(app, atlas, city, viewer);
        let known = atlas.memory.shelf(&mut read, asker.tenant, asker.audience).await?;
        let asker = Asker { audience: asker.audience.max(Audience::Programme), ..asker };
        for it in &chosen {
            let found = nearest(&mut read, asker, (it, &treated), &known).await?;
            if self.compared.is_none() {
                let shelf = atlas.memory.shelf(&mut read, asker.tenant, asker.audience).await?;
                self.compared = Some((shelf, found.measures.clone()));
            }
            near.push(((*it).clone(), found));
        }
        self.question.near = near;
        Ok(())
    }

    pub(super) fn page(&self, city: &City, viewer: &Viewer, form: (Typed<'_>, Problems)) -> Sheet {
        let compared = self.compared.as_ref().map(|(shelf, it)| (shelf.as_ref(), it.as_slice()));
        page::decide(viewer, city, &self.question, form, compared)
    }

    /// What was sent as a decision, or what is wrong with it.
    pub(super) fn draft(
        &self,
        viewer: &Viewer,
        pairs: &Pairs,
        today: Date,
    ) -> Result<Draft, Problems> {
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
        let day = self.day(t, (pairs, today), &mut problems);
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
        let (distances, is_public) = (self.distances(pairs), sent(pairs, "oeffentlich") == "ja");
        Ok(Draft { new, candidates, day, reasons, distances, is_public })
    }

    /// The day of the decision, not in the future and not before what led to it.
    fn day(
        &self,
        t: &Texts,
        (pairs, today): (&Pairs, Date),
        problems: &mut Problems,
    ) -> Option<Date> {
        let day = sent(pairs, "tag").parse::<Date>().ok().filter(|it| *it <= today);
        let earliest = &self.question.earliest;
        if day.is_none() {
            problems.add("tag", t.get("kandidat-tag-fehlt"));
        } else if day.is_some_and(|it| it.to_string() < *earliest) {
            let last = [("tag", Arg::from(shown_day(t, earliest)))];
            problems.add("tag", t.with("entscheidung-tag-zu-frueh", &last));
        }
        day
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
        for (candidate, near) in self.ticked(pairs) {
            all.extend(near.into_iter().map(|it| Comparison {
                candidate: candidate.number,
                area: it.area.clone(),
                name: it.name.clone(),
            }));
        }
        all
    }

    /// How far they are, each candidate's with the releases that they were computed from.
    fn distances(&self, pairs: &Pairs) -> Vec<frozen::New> {
        let new = |((candidate, near), (_, found)): ((&Candidate, Vec<&Near>), &(_, Nearest))| {
            let far = |it: &Near| (it.area.clone(), it.distance.distance);
            let far = near.into_iter().map(far).collect::<BTreeMap<_, _>>();
            (!far.is_empty())
                .then(|| frozen::New::distances(candidate.number, &far, &found.releases))
        };
        self.ticked(pairs).zip(&self.question.near).filter_map(new).collect()
    }

    fn ticked<'a>(
        &'a self,
        pairs: &'a Pairs,
    ) -> impl Iterator<Item = (&'a Candidate, Vec<&'a Near>)> {
        self.question.near.iter().map(|(candidate, found)| {
            let ticked = all_sent(pairs, &comparison_field(candidate.number));
            let taken = found.near.iter().filter(|it| ticked.contains(&it.area.as_str()));
            (candidate, taken.collect())
        })
    }
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

/// The decision that is corrected; what was sent is about the newest version, whichever it names.
async fn corrected(
    connection: &mut AnyConnection,
    (city, viewer): (&City, &Viewer),
    number: i64,
    is_sent: bool,
) -> Result<Decision, Failure> {
    let tenant = city.tenant();
    let mut found = decisions::decision(connection, tenant, number).await?;
    while let Some(successor) = found.as_ref().filter(|_| is_sent).and_then(|it| it.successor) {
        found = decisions::decision(connection, tenant, successor).await?;
    }
    let found = found.ok_or_else(Failure::not_found)?;
    if found.successor.is_some() {
        let advice = viewer.t.get("berichtigung-gibt-es-schon");
        return Err(Failure::refused("corrected already").advice(advice));
    }
    Ok(found)
}

/// The decision by which somebody else has decided on these very candidates meanwhile.
async fn decided_meanwhile(
    connection: &mut AnyConnection,
    tenant: Tenant,
    all: &[Candidate],
    pairs: &Pairs,
) -> Result<Option<Decision>, Failure> {
    let chosen = all_sent(pairs, "gewaehlt");
    let chosen: Vec<i64> = chosen.into_iter().filter_map(|it| it.parse().ok()).collect();
    let is_decided = |it: &Candidate| matches!(it.state, State::Chosen | State::NotChosen);
    let mut gone = all.iter().filter(|it| chosen.contains(&it.number));
    if !gone.any(is_decided) {
        return Ok(None);
    }
    let decided = decisions::all_decided(connection, tenant).await?;
    for decision in decisions::decisions(connection, tenant).await? {
        let mut decided = decided.get(&decision.number).into_iter().flatten();
        let is_about = decided.any(|it| chosen.contains(&it.candidate));
        if decision.successor.is_none() && is_about {
            return Ok(Some(decision));
        }
    }
    Ok(None)
}

impl Question {
    fn choose_among(&mut self, all: &[Candidate]) {
        self.candidates = all.iter().filter(|it| it.state.is_open()).cloned().collect();
        let agreed = self.candidates.iter().filter(|it| it.state == State::Agreed);
        self.may_be_chosen = agreed.map(|it| it.number).collect();
    }

    async fn correct(
        &mut self,
        connection: &mut AnyConnection,
        tenant: Tenant,
        (all, old): (&[Candidate], Decision),
    ) -> Result<(), Failure> {
        let decided = decisions::decided(connection, tenant, old.number).await?;
        self.usual = decided.iter().filter(|it| it.chosen == 1).map(|it| it.candidate).collect();
        for it in all {
            if !decided.iter().any(|was| was.candidate == it.number) {
                continue;
            }
            // A correction chooses by the same rule as the decision: who was agreed on then.
            let steps = register::steps(connection, tenant, it.number).await?;
            let last = steps.iter().rev().find(|it| it.state.is_open());
            let is_decided = matches!(it.state, State::Chosen | State::NotChosen);
            let was_agreed = is_decided && last.is_some_and(|it| it.state == State::Agreed);
            if it.state == State::Agreed || was_agreed || self.usual.contains(&it.number) {
                self.may_be_chosen.push(it.number);
            }
            self.candidates.push(it.clone());
        }
        self.corrects = Some(old);
        Ok(())
    }

    /// Whether what was sent is about the decision that is corrected here.
    fn is_of(&self, pairs: &Pairs) -> bool {
        let corrects = self.corrects.as_ref().map(|it| it.number.to_string());
        corrects.as_deref().unwrap_or_default() == sent(pairs, "berichtigt")
    }
}
