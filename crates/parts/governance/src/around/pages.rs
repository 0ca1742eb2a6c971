//! `/{kommune}/steuerung/massnahmen/{number}/partner`, `…/geld`, `…/risiken`: who helps, who pays,
//! what can go wrong?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{Button, Choice, Field, Problems, Select};
use ankunft_platform::register::organisations::Organisation;
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, Input, Sheet as Page, Viewer};
use jiff::civil::Date;

use super::form::{PARTNER, RISK};
use super::model::{Degree, Kind, Role, Sheet};
use super::money_pages;
use super::words::{self, Organisations};
use crate::asks::{self, Difference};
use crate::measures::address;
use crate::measures::model::Measure;
use crate::measures::pages::frame_of;
use crate::rows::{self, Folded, RowsForm, name};

/// What the page of a sheet is made from.
#[derive(Debug)]
pub struct Asked<'a> {
    /// The measure.
    pub measure: &'a Measure,
    /// The day.
    pub today: Date,
    /// The version that the form changes; none if there is none yet.
    pub was: Option<&'a Sheet>,
    /// The register.
    pub organisations: &'a [Organisation],
    /// What was typed.
    pub typed: &'a Typed,
    /// What is wrong with it.
    pub problems: Problems,
    /// What somebody else has written meanwhile: who, and the version before.
    pub meanwhile: Option<(String, Option<&'a Sheet>)>,
}

/// Where the form of a sheet is sent to.
pub fn action(city: &City, (number, kind): (i64, Kind)) -> String {
    format!("{}/{}", address(city, number), kind.path())
}

/// The page of a sheet with its form.
pub fn form(viewer: &Viewer, city: &City, kind: Kind, asked: Asked<'_>) -> Page {
    let t = &viewer.t;
    let (number, title) = (asked.measure.number, asked.measure.plan.title.as_str());
    let head = (words::sheet(t, kind), t.get(&format!("blatt-{}.leit", kind.code())));
    let shell = frame_of(viewer, city, (number, title), head);
    let ask = Ask { t, typed: asked.typed, problems: &asked.problems };
    let none = Vec::<Folded>::new;
    let (head, groups, folded) = match kind {
        Kind::Money => {
            let folded = money_pages::folded(&ask, &asked.measure.plan, asked.today);
            (vec![money_pages::whole(&ask)], money_pages::sources(&ask), folded)
        }
        Kind::Partners => (Vec::new(), ask.partners(asked.organisations), none()),
        Kind::Risks => (Vec::new(), ask.risks(), none()),
    };
    let version = asked.was.map_or(0, |it| it.version);
    let form = RowsForm {
        action: action(city, (number, kind)),
        hidden: vec![("version".to_owned(), version.to_string())],
        head,
        groups,
        folded,
        foot: Vec::new(),
        button: Button::primary(t.get("massnahme-speichern")),
    };
    let mut blocks = vec![Block::Problems(asked.problems.clone())];
    blocks.extend(difference(t, &asked));
    blocks.push(form.block(viewer, t.get(&format!("blatt-{}.formular", kind.code()))));
    Page::new(shell, blocks)
}

fn difference(t: &Texts, asked: &Asked<'_>) -> Vec<Block> {
    let (Some((who, before)), Some(now)) = (&asked.meanwhile, asked.was) else { return Vec::new() };
    let names: Organisations =
        asked.organisations.iter().map(|it| (it.id, it.name.clone())).collect();
    let kind = now.content.kind();
    let say = |it: &Sheet| words::line(t, &names, &it.content);
    let heading = t.with("massnahme-inzwischen", &[("wer", Arg::from(who.as_str()))]);
    let typed = super::form::checked(t, asked.typed, kind, asked.organisations);
    let difference = Difference {
        field: words::sheet(t, kind),
        before: before.map_or_else(String::new, say),
        now: say(now),
        typed: typed.map_or_else(|_| String::new(), |it| words::line(t, &names, &it.content)),
    };
    asks::meanwhile(t, heading, vec![difference])
}

/// What asks for the fields of a sheet.
pub(super) struct Ask<'a> {
    pub(super) t: &'a Texts,
    pub(super) typed: &'a Typed,
    pub(super) problems: &'a Problems,
}

impl Ask<'_> {
    pub(super) fn field(&self, name: &str, text: &str) -> Field {
        let field = Field::new(name, self.t.get(text)).value(sent(self.typed, name)).optional();
        let field = field.error(self.problems.of(name));
        let hint = format!("{text}.hinweis");
        if self.t.has(&hint) { field.hint(self.t.get(&hint)) } else { field }
    }

    pub(super) fn line(&self, name: &str, text: &str) -> Input {
        Input::Field(self.field(name, text))
    }

    pub(super) fn amount(&self, name: &str, text: &str) -> Input {
        Input::Field(self.field(name, text).inputmode("decimal"))
    }

    fn select(&self, name: &str, text: &str, choices: Vec<Choice>) -> Input {
        let mut select = Select::new(name, self.t.get(text), choices);
        select.error = self.problems.of(name);
        Input::Select(select)
    }

    fn groups(
        &self,
        (group, fields): (&str, &[&str]),
        inputs: impl Fn(&dyn Fn(&str) -> String) -> Vec<Input>,
    ) -> Vec<(String, Vec<Input>)> {
        let one = |at: usize| {
            let legend = self.t.with(&format!("gruppe-{group}"), &[("nummer", Arg::from(at + 1))]);
            (legend, inputs(&|field: &str| name(group, at, field)))
        };
        (0..rows::shown(self.typed, group, fields)).map(one).collect()
    }

    fn partners(&self, known: &[Organisation]) -> Vec<(String, Vec<Input>)> {
        self.groups(("partner", &PARTNER), |name| {
            let current = sent(self.typed, &name("organisation"));
            let all = known.iter().map(|it| Choice::new(it.id.to_string(), &it.name, current));
            let none = Choice::new("", self.t.get("partner-keine"), current);
            let organisations = std::iter::once(none).chain(all).collect();
            let current = sent(self.typed, &name("rolle"));
            let role = |it: Role| {
                let label = self.t.get(&format!("partner-rolle-{}", it.code()));
                Choice::new(it.code(), label, current)
            };
            let email = self.field(&name("email"), "partner-email").kind("email");
            let mut inputs = Vec::new();
            if !known.is_empty() {
                let name = name("organisation");
                inputs.push(self.select(&name, "partner-organisation", organisations));
            }
            inputs.extend([
                self.line(&name("neu"), "partner-neu"),
                self.select(&name("rolle"), "partner-rolle", Role::ALL.map(role).to_vec()),
                self.line(&name("kontakt"), "partner-kontakt"),
                Input::Field(email),
            ]);
            inputs
        })
    }

    fn risks(&self) -> Vec<(String, Vec<Input>)> {
        let degrees = |name: &str, text: &str| {
            let current = sent(self.typed, name);
            let current = if current.is_empty() { Degree::Middle.code() } else { current };
            let choice = |it: Degree| Choice::new(it.code(), words::degree(self.t, it), current);
            self.select(name, text, Degree::ALL.map(choice).to_vec())
        };
        self.groups(("risiko", &RISK), |name| {
            vec![
                Input::Field(self.field(&name("text"), "risiko-was").rows(2)),
                degrees(&name("wahrscheinlich"), "risiko-wahrscheinlich"),
                degrees(&name("folge"), "risiko-folge"),
                Input::Field(self.field(&name("umgang"), "risiko-umgang").rows(2)),
            ]
        })
    }
}
