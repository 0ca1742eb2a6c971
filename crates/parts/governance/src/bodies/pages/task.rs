//! `/{kommune}/gremien/aufgaben/{nummer}`: who does what until when, and why is it done?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{
    Button, Column, Pair, Problems, Row, RowCell, Select, Table,
};
use ankunft_platform::private::{Ours, Place, warning};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};

use super::{field, frame, words};
use crate::bodies::model::{Body, Duty, Meeting, Task};
use crate::bodies::store::TASK;
use crate::bodies::{address, address_of, address_of_task};
use crate::evidence::{self, Evidence, Says};
use crate::known::{self, Known};
use crate::{asks, thread};

/// Everything that the page of a task shows.
#[derive(Debug)]
pub struct TaskView {
    /// All versions, the newest first; never empty.
    pub versions: Vec<Task>,
    /// The body that gave it.
    pub body: Body,
    /// The meeting where it was given.
    pub made_in: Meeting,
    /// Names, Stellen and places.
    pub known: Known,
    /// What it follows from.
    pub evidence: Evidence,
    /// Whether this reader may change it.
    pub may_change: bool,
}

impl TaskView {
    /// The task as it stands.
    #[must_use]
    pub fn task(&self) -> &Task {
        &self.versions[0]
    }
}

/// A task as the fields of its form.
#[must_use]
pub fn typed(it: &Duty) -> Typed {
    let day = |it: Option<jiff::civil::Date>| it.map_or_else(String::new, |it| it.to_string());
    let all = [
        ("aufgabe", it.what.clone()),
        ("stelle", it.post.to_string()),
        ("bis", it.due.to_string()),
        ("wiedervorlage", day(it.review_on)),
    ];
    all.map(|(name, value)| (name.to_owned(), value)).to_vec()
}

/// The page; with what stood there before somebody else changed it.
pub fn show(
    viewer: &Viewer,
    city: &City,
    view: &TaskView,
    (typed, problems): (&Typed, Problems),
    before: Option<&Task>,
) -> Sheet {
    let t = &viewer.t;
    let (task, duty) = (view.task(), &view.task().duty);
    let post = known::post(t, &view.known.names, duty.post);
    let args = [("stelle", Arg::from(post.as_str())), ("tag", Arg::from(t.date(duty.due)))];
    let lead = match &duty.done {
        None => t.with("aufgabe-leit", &args),
        Some(because) => t.with("aufgabe-leit-erledigt", &[("weil", Arg::from(because.as_str()))]),
    };
    let above = vec![Link::new(view.body.charter.name.clone(), address(city, view.body.number))];
    let shell = frame(viewer, city, above, (duty.what.clone(), lead));
    let made = address_of(city, (task.made_in.0, task.made_in.1));
    let mut from = Pair::new(t.get("aufgabe-aus"), words::when(t, &view.made_in.slot));
    from.href = Some(format!("{made}#punkt-{}", task.made_in.2));
    let mut pairs = vec![
        Pair::new(t.get("aufgabe-stelle"), post),
        Pair::new(t.get("aufgabe-bis"), t.date(duty.due)),
        from,
    ];
    if let Some(day) = duty.review_on {
        pairs.push(Pair::new(t.get("aufgabe-wiedervorlage"), t.date(day)));
    }
    let mut blocks = vec![Block::Problems(problems.clone()), Block::Pairs(pairs)];
    if view.may_change {
        let ours = Ours::of(&view.known.names);
        let texts = [duty.what.as_str(), duty.done.as_deref().unwrap_or_default()];
        blocks.extend(warning(t, (Place::Work, &ours), texts).map(Block::Notice));
    }
    if let Some(before) = before {
        blocks.extend(difference(t, view, before, typed));
    }
    if view.may_change {
        blocks.extend(forms(t, city, view, (typed, &problems)));
    }
    let line = |_: &ankunft_platform::citing::Cited| (None, Vec::new());
    let empty = match view.made_in.is_closed() {
        true => "aufgabe-warum-ohne-beschluss",
        false => "aufgabe-warum-leer",
    };
    let says = Says { title: t.get("aufgabe-warum"), empty: t.get(empty), line: &line };
    blocks.push(Block::Panel(evidence::panel(t, city, &view.evidence, says)));
    let faden = thread::address(city, (TASK, &task.number.to_string()));
    blocks.push(Block::Ways(vec![Link::new(t.get("faden-zeigen"), faden)]));
    blocks.push(Block::Table(history(t, view)));
    Sheet::new(shell, blocks)
}

fn forms(t: &Texts, city: &City, view: &TaskView, typed: (&Typed, &Problems)) -> Vec<Block> {
    let task = view.task();
    let action = address_of_task(city, task.number);
    let form = |button: Button, intent: &str| {
        FormBlock::new(action.clone(), button)
            .hidden("version", task.version.to_string())
            .hidden("absicht", intent)
    };
    if task.duty.done.is_some() {
        let button = Button::secondary(t.get("aufgabe-wieder-offen"));
        return vec![Block::Form(form(button, "wieder-offen"))];
    }
    let done = form(Button::primary(t.get("aufgabe-erledigen")), "erledigt")
        .field(field(t, typed, "weil", "aufgabe-weil").rows(2));
    let posts = asks::leads(t, &view.known, sent(typed.0, "stelle"));
    let mut post = Select::new("stelle", t.get("aufgabe-stelle"), posts);
    post.error = typed.1.of("stelle");
    let change = form(Button::secondary(t.get("aufgabe-aendern")), "aendern")
        .field(field(t, typed, "aufgabe", "aufgabe-was"))
        .select(post)
        .field(field(t, typed, "bis", "aufgabe-bis").kind("date"))
        .field(field(t, typed, "wiedervorlage", "aufgabe-wiedervorlage").kind("date").optional());
    vec![
        Block::Heading(t.get("aufgabe-erledigt-frage")),
        Block::Form(done),
        Block::Heading(t.get("aufgabe-aendern-titel")),
        Block::Form(change),
    ]
}

fn value(t: &Texts, view: &TaskView, it: &Duty, name: &str) -> String {
    match name {
        "aufgabe" => it.what.clone(),
        "stelle" => known::post(t, &view.known.names, it.post),
        "bis" => t.date(it.due),
        "wiedervorlage" => it.review_on.map_or_else(String::new, |it| t.date(it)),
        _ => it.done.clone().unwrap_or_default(),
    }
}

const PARTS: [(&str, &str); 5] = [
    ("aufgabe", "aufgabe-was"),
    ("stelle", "aufgabe-stelle"),
    ("bis", "aufgabe-bis"),
    ("wiedervorlage", "aufgabe-wiedervorlage"),
    ("weil", "aufgabe-weil"),
];

fn difference(t: &Texts, view: &TaskView, before: &Task, sent_now: &Typed) -> Vec<Block> {
    let now = view.task();
    let say = |it: &Duty, name: &str| value(t, view, it, name);
    let typed = |name: &str| {
        let text = sent(sent_now, name);
        match name {
            "stelle" => text
                .parse()
                .map_or_else(|_| String::new(), |it| known::post(t, &view.known.names, it)),
            "bis" | "wiedervorlage" => {
                text.parse().map_or_else(|_| text.to_owned(), |it| t.date(it))
            }
            _ => text.to_owned(),
        }
    };
    let changed = PARTS.into_iter().filter(|it| say(&before.duty, it.0) != say(&now.duty, it.0));
    let all = changed.map(|(name, label)| asks::Difference {
        field: t.get(label),
        before: say(&before.duty, name),
        now: say(&now.duty, name),
        typed: typed(name),
    });
    let who = view.known.names.account(t, now.account);
    let heading = t.with("aufgabe-inzwischen", &[("wer", Arg::from(who))]);
    asks::meanwhile(t, heading, all.collect())
}

fn history(t: &Texts, view: &TaskView) -> Table {
    let row = |(at, it): (usize, &Task)| {
        let what = match view.versions.get(at + 1) {
            None => t.get("aufgabe-gegeben"),
            Some(before) => {
                let say = |it: &Duty, name: &str| value(t, view, it, name);
                let changed = PARTS
                    .into_iter()
                    .filter(|part| say(&before.duty, part.0) != say(&it.duty, part.0));
                let change = |(name, label): (&str, &str)| {
                    let (was, now) = (say(&before.duty, name), say(&it.duty, name));
                    let was = if was.is_empty() { "–".to_owned() } else { was };
                    let now = if now.is_empty() { "–".to_owned() } else { now };
                    format!("{}: {was} → {now}", t.get(label))
                };
                changed.map(change).collect::<Vec<_>>().join("; ")
            }
        };
        Row {
            head: RowCell::new(ankunft_platform::words::instant(t, it.at)),
            cells: vec![RowCell::new(view.known.names.account(t, it.account)), RowCell::new(what)],
        }
    };
    let columns = ["massnahme-wann", "massnahme-wer", "massnahme-geaendert"];
    Table {
        caption: t.get("massnahme-verlauf"),
        quiet_caption: false,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows: view.versions.iter().enumerate().map(row).collect(),
    }
}
