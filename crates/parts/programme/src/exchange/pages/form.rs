//! `/{kommune}/austausch/weitergaben/neu`: what do we give, to whom, for what, until when?

use ankunft_platform::datasets::DatasetVersion;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Button, Choice, Choices, Empty, Field, Problems, Select};
use ankunft_platform::typed::{LONGEST_LINE, Reading, Typed, sent};
use ankunft_platform::web::{App, Block, City, FormBlock, Sheet, Viewer};
use jiff::civil::Date;

use super::frame;
use crate::exchange::at;
use crate::exchange::model::Recipient;
use crate::exchange::parties::Parties;
use crate::exchange::term::{last_day, longest};

/// What was asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The dataset version.
    pub dataset_version: i64,
    /// Who gets it.
    pub recipient: Recipient,
    /// For what.
    pub purpose: String,
    /// The last day.
    pub until: Date,
    /// Whether outlines go with it.
    pub with_outlines: bool,
}

/// Everybody who can get figures: value and name.
fn recipients(city: &City, parties: &Parties) -> Vec<(String, String)> {
    let here = parties.members.all.iter().filter(|it| it.tenant != city.tenant());
    let here = here.map(|it| (format!("hier:{}", it.tenant.id()), it.name.clone()));
    let partners = parties.partners.iter().filter(|it| it.ended_at.is_none());
    let partners = partners.map(|it| (format!("partner:{}", it.number), it.name.clone()));
    partners.chain(here).collect()
}

fn recipient(city: &City, parties: &Parties, value: &str) -> Option<Recipient> {
    recipients(city, parties).iter().find(|it| it.0 == value)?;
    match value.split_once(':')? {
        ("hier", id) => id.parse().ok().map(Recipient::Here),
        ("partner", number) => number.parse().ok().map(Recipient::Elsewhere),
        _ => None,
    }
}

/// What was typed, or what is wrong with it.
///
/// # Errors
///
/// All that is wrong.
pub fn checked(
    app: &App,
    t: &Texts,
    city: &City,
    (tables, parties): (&[DatasetVersion], &Parties),
    typed: &Typed,
) -> Result<Asked, Problems> {
    let mut form = Reading::new(t, typed);
    let dataset = tables.iter().find(|it| it.id.to_string() == form.sent("tabelle"));
    if dataset.is_none() {
        form.wrong("tabelle", "weitergabe-tabelle-fehlt");
    }
    let to = recipient(city, parties, form.sent("an"));
    if to.is_none() {
        form.wrong("an", "weitergabe-an-fehlt");
    }
    let purpose = form.needed("zweck", LONGEST_LINE, "weitergabe-zweck-fehlt");
    let until = last_day(&mut form, app.today());
    let asked = Asked {
        dataset_version: dataset.map_or(0, |it| it.id),
        recipient: to.unwrap_or(Recipient::Here(0)),
        purpose,
        until: until.unwrap_or_default(),
        with_outlines: form.sent("grenzen") == "ja",
    };
    form.result(asked)
}

/// The page.
pub fn page(
    app: &App,
    viewer: &Viewer,
    city: &City,
    (tables, parties): (&[DatasetVersion], &Parties),
    (typed, problems): (&Typed, Problems),
) -> Sheet {
    let t = &viewer.t;
    let shell = frame(viewer, city, (t.get("weitergabe-neu-titel"), t.get("weitergabe-neu-leit")));
    if tables.is_empty() {
        let step = Link::new(t.get("nav-daten"), city.at("/atlas/daten"));
        let empty = Empty { text: t.get("weitergabe-keine-tabelle"), step: Some(step) };
        return Sheet::new(shell, vec![Block::Empty(empty)]);
    }
    let error = |name: &str| problems.of(name);
    let please = |current: &str| Choice::new("", t.get("bitte-waehlen"), current);
    let current = sent(typed, "tabelle");
    let table = |it: &DatasetVersion| {
        let args =
            [("titel", Arg::from(it.title.as_str())), ("nummer", Arg::from(it.number.to_string()))];
        Choice::new(it.id.to_string(), t.with("weitergabe-tabelle-stand", &args), current)
    };
    let choices = std::iter::once(please(current)).chain(tables.iter().map(table)).collect();
    let mut of_tables = Select::new("tabelle", t.get("austausch-tabelle"), choices);
    of_tables.error = error("tabelle");
    of_tables.hint = Some(t.get("weitergabe-tabelle-hinweis"));
    let current = sent(typed, "an");
    let all = recipients(city, parties);
    let all = all.into_iter().map(|(value, name)| Choice::new(value, name, current));
    let choices = std::iter::once(please(current)).chain(all).collect();
    let mut to = Select::new("an", t.get("austausch-an"), choices);
    to.error = error("an");
    to.hint = Some(t.get("weitergabe-an-hinweis"));
    let purpose = Field::new("zweck", t.get("austausch-zweck")).value(sent(typed, "zweck"));
    let purpose = purpose.hint(t.get("weitergabe-zweck-hinweis")).error(error("zweck"));
    let args = [("tag", Arg::from(t.date(longest(app.today()))))];
    let until = Field::new("bis", t.get("austausch-bis")).value(sent(typed, "bis")).kind("date");
    let until = until.hint(t.with("weitergabe-bis-hinweis", &args)).error(error("bis"));
    let outlines = Choice {
        value: "ja".to_owned(),
        label: t.get("weitergabe-grenzen-ja"),
        hint: Some(t.get("weitergabe-grenzen-hinweis")),
        chosen: sent(typed, "grenzen") == "ja",
    };
    let outlines = Choices::several("grenzen", t.get("weitergabe-grenzen"), vec![outlines]);
    let button = Button::primary(t.get("weitergabe-vorschlagen"));
    let form = FormBlock::new(at(city, "/weitergaben/neu"), button)
        .select(of_tables)
        .select(to)
        .field(purpose)
        .field(until)
        .choices(outlines);
    let blocks = vec![
        Block::Problems(problems),
        Block::Form(form),
        Block::Reading(t.get("weitergabe-neu-lesen")),
    ];
    Sheet::new(shell, blocks)
}
