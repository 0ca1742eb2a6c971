//! `…/indikatoren/neu` and `…/indikatoren/{indicator}/aendern`: what do we count, and where is it to go?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Shell;
use ankunft_platform::page::components::{Button, Choice, Choices, Field, Problems, Select};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, Input, Sheet, Viewer};

use crate::around::words::Organisations;
use crate::asks::{self, Difference};
use crate::effects::doors::FOR;
use crate::effects::form::{Offered, TARGET, checked, reporter};
use crate::effects::model::{Kind, Known as Version, Part, Reporter, Rule, Step};
use crate::effects::{address, words};
use crate::known::Known;
use crate::measures;
use crate::measures::model::Measure;
use crate::measures::pages::frame_of;
use crate::rows::{self, RowsForm, name};

/// What the form of an indicator is made from.
#[derive(Debug)]
pub struct Asked<'a> {
    /// The measure.
    pub measure: &'a Measure,
    /// Stellen and places.
    pub known: &'a Known,
    /// Names of organisations.
    pub organisations: &'a Organisations,
    /// The measures of the atlas that can be followed here.
    pub figures: &'a [(String, String)],
    /// What was typed.
    pub typed: &'a Typed,
    /// What is wrong with it.
    pub problems: Problems,
}

/// Where the form of a new indicator of a measure is sent to.
pub fn address_of_new(city: &City, measure: i64) -> String {
    format!("{}/indikatoren/neu", measures::address(city, measure))
}

/// Where the form that changes an indicator is sent to.
pub fn address_of_change(city: &City, it: &Version) -> String {
    format!("{}/aendern", address(city, it.measure, it.number))
}

/// The form of a new indicator.
pub fn new(viewer: &Viewer, city: &City, asked: Asked<'_>) -> Sheet {
    let t = &viewer.t;
    let action = address_of_new(city, asked.measure.number);
    let head = (t.get("indikator-neu-titel"), t.get("indikator-neu-leit"));
    let shell = frame(viewer, city, &asked, head);
    page(viewer, shell, &asked, (action, None), Vec::new())
}

/// The form that changes an indicator; with what somebody else has changed meanwhile, told from the
/// version before.
pub fn change(
    viewer: &Viewer,
    city: &City,
    asked: Asked<'_>,
    now: &Version,
    before: Option<&Version>,
) -> Sheet {
    let t = &viewer.t;
    let title = [("titel", Arg::from(now.says.name.as_str()))];
    let head = (t.with("massnahme-aendern-titel", &title), t.get("massnahme-aendern-leit"));
    let shell = frame(viewer, city, &asked, head);
    let action = address_of_change(city, now);
    let told = before.map_or_else(Vec::new, |before| meanwhile(t, &asked, now, before));
    page(viewer, shell, &asked, (action, Some(now.version)), told)
}

fn frame(viewer: &Viewer, city: &City, asked: &Asked<'_>, head: (String, String)) -> Shell {
    let plan = &asked.measure.plan;
    frame_of(viewer, city, (asked.measure.number, &plan.title), head)
}

/// What the other has changed, beside what stood there and what was typed.
fn meanwhile(t: &Texts, asked: &Asked<'_>, now: &Version, before: &Version) -> Vec<Block> {
    let who = asked.known.names.account(t, now.account);
    let known = (&asked.known.names, asked.organisations);
    let mut reporters: Vec<Reporter> =
        asked.known.desks.iter().map(|it| Reporter::Post(it.id)).collect();
    reporters.extend(asked.organisations.keys().map(|it| Reporter::Organisation(*it)));
    let offered = Offered { figures: asked.figures, reporters: &reporters };
    let typed = checked(t, asked.typed, offered).ok();
    let difference = |part: Part| Difference {
        field: words::field(t, part),
        before: words::says(t, known, &before.says, part),
        now: words::says(t, known, &now.says, part),
        typed: typed.as_ref().map_or_else(
            || sent(asked.typed, part.code()).to_owned(),
            |it| words::says(t, known, it, part),
        ),
    };
    let heading = t.with("massnahme-inzwischen", &[("wer", Arg::from(who))]);
    let all = before.says.differences(&now.says).into_iter().map(difference).collect();
    asks::meanwhile(t, heading, all)
}

fn page(
    viewer: &Viewer,
    shell: Shell,
    asked: &Asked<'_>,
    (action, version): (String, Option<i64>),
    told: Vec<Block>,
) -> Sheet {
    let t = &viewer.t;
    let ask = Ask { t, asked };
    let hidden = version.map(|it| ("version".to_owned(), it.to_string()));
    let made_for = Some(ask.sent(FOR)).filter(|it| !it.is_empty());
    let made_for = made_for.map(|it| (FOR.to_owned(), it.to_owned()));
    let form = RowsForm {
        action,
        hidden: hidden.into_iter().chain(made_for).collect(),
        head: ask.head(),
        groups: ask.targets(),
        folded: Vec::new(),
        foot: ask.foot(version.is_some()),
        button: Button::primary(t.get("massnahme-speichern")),
    };
    let mut blocks = vec![Block::Problems(asked.problems.clone())];
    blocks.extend(told);
    blocks.push(form.block(viewer, t.get("indikator-formular")));
    Sheet::new(shell, blocks)
}

struct Ask<'a> {
    t: &'a Texts,
    asked: &'a Asked<'a>,
}

impl Ask<'_> {
    fn sent(&self, name: &str) -> &str {
        sent(self.asked.typed, name)
    }

    fn field(&self, name: &str, text: &str) -> Field {
        let field = Field::new(name, self.t.get(text)).value(self.sent(name));
        let field = field.error(self.asked.problems.of(name));
        let hint = format!("{text}.hinweis");
        if self.t.has(&hint) { field.hint(self.t.get(&hint)) } else { field }
    }

    fn part(&self, part: Part) -> Field {
        self.field(part.code(), &format!("indikator-feld-{}", part.code()))
    }

    fn select(&self, part: Part, choices: Vec<Choice>) -> Input {
        let mut select = Select::new(part.code(), words::field(self.t, part), choices);
        select.error = self.asked.problems.of(part.code());
        let hint = format!("indikator-feld-{}.hinweis", part.code());
        select.hint = self.t.has(&hint).then(|| self.t.get(&hint));
        Input::Select(select)
    }

    fn one_of(&self, part: Part, codes: &[&str]) -> Input {
        let current = Some(self.sent(part.code())).filter(|it| !it.is_empty()).unwrap_or(codes[0]);
        let choice = |code: &&str| {
            let id = format!("indikator-{}-{code}", part.code());
            Choice { hint: None, ..Choice::new(*code, self.t.get(&id), current) }
        };
        let choices = codes.iter().map(choice).collect();
        let mut group = Choices::one(part.code(), words::field(self.t, part), choices);
        group.error = self.asked.problems.of(part.code());
        Input::Choices(group)
    }

    fn head(&self) -> Vec<Input> {
        let current = self.sent(Part::Step.code());
        let step =
            |it: Step| Choice::new(it.number().to_string(), words::step(self.t, it), current);
        let none = Choice::new("", self.t.get("bitte-waehlen"), current);
        let steps = std::iter::once(none).chain(Step::ALL.map(step)).collect();
        let baseline = self.part(Part::Baseline).inputmode("decimal").optional();
        let day = self.field("ausgangstag", "indikator-ausgangstag").kind("date").optional();
        vec![
            self.select(Part::Step, steps),
            Input::Field(self.part(Part::Name)),
            Input::Field(self.part(Part::Unit).optional()),
            self.one_of(Part::Kind, &Kind::ALL.map(Kind::code)),
            self.one_of(Part::Rule, &Rule::ALL.map(Rule::code)),
            Input::Field(baseline),
            Input::Field(day),
        ]
    }

    fn targets(&self) -> Vec<(String, Vec<Input>)> {
        let one = |at: usize| {
            let legend = self.t.with("gruppe-ziel", &[("nummer", Arg::from(at + 1))]);
            let day = self.field(&name("ziel", at, "tag"), "indikator-zieltag").kind("date");
            let value = self.field(&name("ziel", at, "wert"), "indikator-zielwert");
            let value = value.inputmode("decimal").optional();
            (legend, vec![Input::Field(day.optional()), Input::Field(value)])
        };
        (0..rows::shown(self.asked.typed, "ziel", &TARGET)).map(one).collect()
    }

    fn foot(&self, is_there: bool) -> Vec<Input> {
        let mut foot = vec![self.reporters()];
        foot.push(Input::Field(self.part(Part::Source).optional()));
        foot.push(Input::Field(self.part(Part::Categories).rows(3).optional()));
        if !self.asked.figures.is_empty() {
            let current = self.sent(Part::Figure.code());
            let none = Choice::new("", self.t.get("indikator-merkmal-keines"), current);
            let all = self.asked.figures.iter().map(|it| Choice::new(&it.0, &it.1, current));
            foot.push(self.select(Part::Figure, std::iter::once(none).chain(all).collect()));
        }
        if is_there {
            let chosen = self.sent(Part::Ended.code()) == "ja";
            let label = self.t.get("indikator-beenden");
            let choice = Choice { value: "ja".to_owned(), label, hint: None, chosen };
            let group = Choices::several(
                Part::Ended.code(),
                words::field(self.t, Part::Ended),
                vec![choice],
            );
            foot.push(Input::Choices(group));
        }
        foot
    }

    fn reporters(&self) -> Input {
        let current = self.sent(Part::Reporter.code());
        let names = (&self.asked.known.names, self.asked.organisations);
        let organisations = self.asked.organisations.keys().map(|it| Reporter::Organisation(*it));
        let posts = self.asked.known.desks.iter().map(|it| Reporter::Post(it.id));
        let choice = |it: Option<Reporter>| {
            Choice::new(reporter(it), words::reporter(self.t, names, it), current)
        };
        let all = organisations.chain(posts).map(Some);
        self.select(Part::Reporter, std::iter::once(None).chain(all).map(choice).collect())
    }
}
