//! The pages of the queue.

use std::collections::BTreeMap;

use askama::Template;

use super::doors::path;
use super::{Job, Progress};
use crate::languages::{Arg, Phrase, Texts};
use crate::page::components::{self, Button, Empty, Notice, Pair};
use crate::page::{Kind, Link, Shell};
use crate::parts::AboutJob;
use crate::web::{App, City, Viewer};
use crate::words;

/// Without script the page of a running job is asked again after so many seconds.
const AGAIN_S: u8 = 4;

/// Who the accounts are.
pub(super) type Names = BTreeMap<i64, String>;

/// What runs, waits and has ended.
#[derive(Template)]
#[template(path = "jobs.html")]
pub(super) struct JobsPage {
    shell: Shell,
    sections: Vec<Section>,
    empty: Empty,
}

/// Heading, its id, and the jobs.
type Section = (String, &'static str, Vec<Item>);

/// A job in the list.
struct Item {
    link: Link,
    state: &'static str,
    word: String,
    /// What it does, or what became of it.
    words: String,
    /// Who asked for it, and when.
    origin: String,
    progress: Option<components::Progress>,
}

/// One job.
#[derive(Template)]
#[template(path = "job.html")]
pub(super) struct JobPage {
    shell: Shell,
    progress: Option<components::Progress>,
    /// Where and after how many seconds the page asks again, without script.
    again: Option<(String, u8)>,
    stop: Option<(String, Button)>,
    notice: Option<Notice>,
    next: Option<Link>,
    pairs: Vec<Pair>,
}

pub(super) fn has_ended(state: &str) -> bool {
    !matches!(state, "waiting" | "running")
}

/// How many of a hundred parts are done; of none as long as it waits.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 100")]
pub(super) fn hundredths(progress: &Progress) -> (u64, u64) {
    if progress.state == "waiting" {
        return (0, 0);
    }
    ((progress.share.clamp(0.0, 1.0) * 100.0).round() as u64, 100)
}

/// What a job does at the moment.
pub(super) fn step(t: &Texts, progress: &Progress) -> String {
    match progress.state.as_str() {
        "running" if progress.stopping => t.get("auftrag-hoert-auf"),
        "running" if progress.step.is_empty() => t.get("auftrag-beginnt"),
        "running" => Phrase::read(&progress.step).say(t),
        "waiting" => t.get("auftrag-wartet"),
        state => word(t, state),
    }
}

fn word(t: &Texts, state: &str) -> String {
    t.get(match state {
        "waiting" => "auftrag-stand-wartet",
        "running" => "auftrag-stand-laeuft",
        "done" => "auftrag-stand-fertig",
        "cancelled" => "auftrag-stand-abgebrochen",
        _ => "auftrag-stand-gescheitert",
    })
}

fn about(app: &App, job: &Job, t: &Texts) -> AboutJob {
    let unknown = || AboutJob { title: t.get("auftrag-ohne-titel"), ..AboutJob::default() };
    app.parts.job(&job.kind).map_or_else(unknown, |kind| kind.about(job, t))
}

/// Why it failed, or what it has given.
fn ended(t: &Texts, job: &Job, about: &AboutJob) -> String {
    match job.state.as_str() {
        "failed" => Phrase::read(&job.outcome).say(t),
        "cancelled" => t.get("auftrag-abgebrochen"),
        _ => about.outcome.clone().unwrap_or_else(|| t.get("auftrag-fertig")),
    }
}

fn who(t: &Texts, names: &Names, job: &Job) -> String {
    match job.account {
        Some(id) => names.get(&id).cloned().unwrap_or_else(|| t.get("protokoll-fremd")),
        None => t.get("protokoll-programm"),
    }
}

fn bar(t: &Texts, progress: &Progress, id: i64, events: Option<String>) -> components::Progress {
    let (done, total) = hundredths(progress);
    let id = format!("auftrag-{id}");
    components::Progress { id, label: step(t, progress), done, total, events }
}

impl JobsPage {
    pub(super) fn new(
        app: &App,
        city: &City,
        viewer: &Viewer,
        names: &Names,
        jobs: &[Job],
    ) -> Self {
        let t = &viewer.t;
        let under_way = jobs.iter().filter(|it| !it.has_ended()).count();
        let section = |heading: &str, id: &'static str, fits: &dyn Fn(&Job) -> bool| {
            let of = jobs.iter().filter(|it| fits(it));
            let items: Vec<Item> = of.map(|it| item(app, city, viewer, names, it)).collect();
            (t.get(heading), id, items)
        };
        let sections = [
            section("auftraege-laufend", "laufend", &|it| it.state == "running"),
            section("auftraege-wartend", "wartend", &|it| it.state == "waiting"),
            section("auftraege-beendet", "beendet", &Job::has_ended),
        ];
        let lead = if jobs.is_empty() {
            t.get("auftraege-leit-leer")
        } else {
            t.with("auftraege-leit", &[("zahl", Arg::from(under_way))])
        };
        Self {
            shell: viewer.page(t.get("auftraege-titel")).lead(lead),
            sections: sections.into_iter().filter(|it| !it.2.is_empty()).collect(),
            empty: Empty { text: t.get("auftraege-leer"), step: None },
        }
    }
}

fn item(app: &App, city: &City, viewer: &Viewer, names: &Names, job: &Job) -> Item {
    let t = &viewer.t;
    let about = about(app, job, t);
    let progress = Progress::of(&app.store, job);
    let is_running = job.state == "running";
    let at = words::instant(t, job.finished_at.unwrap_or(job.created_at));
    let origin = [("wer", Arg::from(who(t, names, job))), ("wann", Arg::from(at))];
    Item {
        link: Link::new(&about.title, city.at(&path(job.id))),
        state: class(&job.state),
        word: word(t, &job.state),
        words: if job.has_ended() { ended(t, job, &about) } else { step(t, &progress) },
        origin: t.with("auftrag-von-wann", &origin),
        progress: is_running.then(|| bar(t, &progress, job.id, None)),
    }
}

/// How the word of a state is meant.
fn class(state: &str) -> &'static str {
    match state {
        "done" => Kind::Success.class(),
        "failed" => Kind::Danger.class(),
        _ => Kind::Info.class(),
    }
}

impl JobPage {
    pub(super) fn new(
        app: &App,
        city: &City,
        viewer: &Viewer,
        names: &Names,
        job: &Job,
        progress: &Progress,
    ) -> Self {
        let t = &viewer.t;
        let about = about(app, job, t);
        let here = city.at(&path(job.id));
        let is_over = job.has_ended();
        let shell = viewer
            .page_with_form(&about.title)
            .lead(lead(t, job, &about))
            .crumbs(vec![Link::new(t.get("auftraege-titel"), city.at("/auftraege"))]);
        let stop = Button::secondary(t.get("auftrag-abbrechen"));
        let can_stop = !is_over && !progress.stopping;
        Self {
            shell: if is_over { shell } else { shell.script("jobs.js") },
            progress: (!is_over)
                .then(|| bar(t, progress, job.id, Some(format!("{here}/ereignisse")))),
            again: (!is_over).then(|| (here.clone(), AGAIN_S)),
            stop: can_stop.then(|| (format!("{here}/abbrechen"), stop)),
            notice: (job.state == "failed").then(|| Notice {
                kind: Kind::Danger,
                title: t.get("auftrag-warum"),
                text: ended(t, job, &about),
            }),
            next: about.next.filter(|_| is_over).map(|it| Link::new(it.label, city.at(&it.href))),
            pairs: pairs(t, names, job),
        }
    }
}

fn lead(t: &Texts, job: &Job, about: &AboutJob) -> String {
    match job.state.as_str() {
        "waiting" | "running" => t.get("auftrag-leit-laeuft"),
        "cancelled" => t.get("auftrag-leit-abgebrochen"),
        "done" => ended(t, job, about),
        _ => t.get("auftrag-leit-gescheitert"),
    }
}

fn pairs(t: &Texts, names: &Names, job: &Job) -> Vec<Pair> {
    let mut pairs = vec![
        Pair::new(t.get("auftrag-wer"), who(t, names, job)),
        Pair::new(t.get("auftrag-seit"), words::instant(t, job.created_at)),
    ];
    if let Some(at) = job.finished_at {
        pairs.push(Pair::new(t.get("auftrag-bis"), words::instant(t, at)));
    }
    if job.attempts > 1 {
        pairs.push(Pair::new(t.get("auftrag-anlaeufe"), t.integer(job.attempts)));
    }
    pairs
}
