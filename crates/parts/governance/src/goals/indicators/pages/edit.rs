//! `…/indikatoren/neu` and `…/aendern`: by what will we notice that the goal is reached?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Shell;
use ankunft_platform::page::components::{Button, Choice, Choices, Field, Problems, Select};
use ankunft_platform::typed::{Typed, all_sent, sent};
use ankunft_platform::web::{Block, City, Input, Sheet, Viewer};

use super::frame;
use crate::asks::{self, Difference};
use crate::effects::model::Kind;
use crate::goals::doors::discard::OPENED;
use crate::goals::indicators::form::{self, TARGET, checked};
use crate::goals::indicators::model::{Known as Version, Origin};
use crate::goals::indicators::view::Term;
use crate::goals::indicators::words::{self, Names};
use crate::goals::indicators::{address_of_change, address_of_new};
use crate::rows::{self, RowsForm, name};

/// What the form of an indicator is made from.
#[derive(Debug)]
pub struct Asked<'a> {
    /// The number of the goal, and what it is called.
    pub goal: (i64, &'a str),
    /// What can be chosen.
    pub names: Names<'a>,
    /// What was typed.
    pub typed: &'a Typed,
    /// What is wrong with it.
    pub problems: Problems,
}

/// The form of a new indicator.
pub fn new(viewer: &Viewer, city: &City, asked: Asked<'_>) -> Sheet {
    let t = &viewer.t;
    let head = (t.get("indikator-neu-titel"), t.get("ziel-indikator-neu-leit"));
    let shell = frame(viewer, city, asked.goal, head);
    let action = address_of_new(city, asked.goal.0);
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
    let shell = frame(viewer, city, asked.goal, head);
    let action = address_of_change(city, (now.goal, now.number));
    let told = before.map_or_else(Vec::new, |before| meanwhile(t, &asked, now, before));
    page(viewer, shell, &asked, (action, Some(now.version)), told)
}

/// What the other has changed, beside what stood there and what was typed.
fn meanwhile(t: &Texts, asked: &Asked<'_>, now: &Version, before: &Version) -> Vec<Block> {
    let who = asked.names.known.names.account(t, now.account);
    let of = |it: &Version| words::fields(t, asked.names, &it.says);
    let typed = checked(t, asked.typed, asked.names).ok();
    let typed = typed.map(|it| words::fields(t, asked.names, &it));
    type Both = ((&'static str, String), (&'static str, String));
    let difference = |(at, ((name, before), (_, now))): (usize, Both)| {
        let said = typed.as_ref().map(|it| it[at].1.clone());
        Difference {
            field: words::field(t, name),
            before,
            now,
            typed: said.unwrap_or_else(|| sent(asked.typed, name).to_owned()),
        }
    };
    let both = of(before).into_iter().zip(of(now)).enumerate();
    let all = both.filter(|(_, (before, now))| before.1 != now.1).map(difference).collect();
    let heading = t.with("massnahme-inzwischen", &[("wer", Arg::from(who))]);
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
    let hidden = [(OPENED.to_owned(), sent(asked.typed, OPENED).to_owned())].into_iter();
    let version = version.map(|it| ("version".to_owned(), it.to_string()));
    let form = RowsForm {
        action,
        hidden: hidden.chain(version).collect(),
        head: ask.head(),
        groups: ask.targets(),
        folded: Vec::new(),
        foot: ask.foot(),
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

    fn one_of(&self, name: &str, label: String, codes: &[(&str, String)]) -> Input {
        let sent = self.sent(name);
        let current = Some(sent).filter(|it| !it.is_empty()).unwrap_or(codes[0].0);
        let choice = |(code, label): &(&str, String)| Choice {
            hint: None,
            ..Choice::new(*code, label.clone(), current)
        };
        let mut group = Choices::one(name, label, codes.iter().map(choice).collect());
        group.error = self.asked.problems.of(name);
        Input::Choices(group)
    }

    fn head(&self) -> Vec<Input> {
        let t = self.t;
        let kinds = Kind::ALL.map(|it| (it.code(), t.get(&format!("indikator-art-{}", it.code()))));
        let names = self.asked.names;
        let can = |code: &&str| match *code {
            "figure" => !names.figures.is_empty(),
            "sum" => !names.terms.is_empty(),
            _ => true,
        };
        let origins: Vec<(&str, String)> = Origin::CODES
            .into_iter()
            .filter(can)
            .map(|it| (it, t.get(&format!("ziel-woher-{it}"))))
            .collect();
        let baseline = self.field("ausgangswert", "indikator-feld-ausgangswert");
        let day = self.field("ausgangstag", "indikator-ausgangstag").kind("date");
        let mut head = vec![
            Input::Field(self.field("name", "indikator-feld-name")),
            Input::Field(self.field("einheit", "indikator-feld-einheit").optional()),
            self.one_of("art", words::field(t, "art"), &kinds),
            self.one_of("woher", words::field(t, "woher"), &origins),
        ];
        head.extend(self.origin());
        head.push(Input::Field(baseline.inputmode("decimal").optional()));
        head.push(Input::Field(day.optional()));
        head
    }

    fn targets(&self) -> Vec<(String, Vec<Input>)> {
        let one = |at: usize| {
            let legend = self.t.with("gruppe-ziel", &[("nummer", Arg::from(at + 1))]);
            let year = self.field(&name("ziel", at, "jahr"), "ziel-zieljahr").inputmode("numeric");
            let value = self.field(&name("ziel", at, "wert"), "indikator-zielwert");
            let value = value.inputmode("decimal").optional();
            (legend, vec![Input::Field(year.optional()), Input::Field(value)])
        };
        (0..rows::shown(self.asked.typed, "ziel", &TARGET)).map(one).collect()
    }

    fn foot(&self) -> Vec<Input> {
        let source = self.field("quelle", "indikator-feld-quelle").optional();
        let categories = self.field("gliederung", "indikator-feld-gliederung").rows(3).optional();
        vec![Input::Field(source), Input::Field(categories)]
    }

    /// What belongs to where the values come from, directly below that choice.
    fn origin(&self) -> Vec<Input> {
        let names = self.asked.names;
        let mut all = Vec::new();
        if !names.figures.is_empty() {
            all.extend(self.figure());
        }
        if !names.terms.is_empty() {
            let choice = |it: &Term| {
                let value = form::term(it.of);
                let chosen = all_sent(self.asked.typed, "summe").any(|it| it == value);
                Choice { value, label: words::term(self.t, it), hint: None, chosen }
            };
            let choices = names.terms.iter().map(choice).collect();
            let mut group = Choices::several("summe", self.t.get("ziel-summe"), choices);
            group.error = self.asked.problems.of("summe");
            all.push(Input::Choices(group));
        }
        all
    }

    fn figure(&self) -> [Input; 2] {
        let (t, names) = (self.t, self.asked.names);
        let current = self.sent("merkmal");
        let none = Choice::new("", t.get("ziel-merkmal-keines"), current);
        let all = names.figures.iter().map(|it| Choice::new(&it.0, &it.1, current));
        let choices = std::iter::once(none).chain(all).collect();
        let mut figure = Select::new("merkmal", t.get("ziel-merkmal"), choices);
        figure.error = self.asked.problems.of("merkmal");
        figure.hint = Some(t.get("ziel-merkmal.hinweis"));
        let mut places = asks::places(t, names.known, self.sent("ort"));
        // Only places of the level whose figures are offered.
        let level = names.figures.first().and_then(|it| it.0.split_once(':')).map(|it| it.0);
        let is_there = |it: &Choice| match it.value.split_once(':') {
            Some((geography, _)) => Some(geography) == level,
            None => !it.value.is_empty(),
        };
        places.retain(is_there);
        let mut place = Select::new("ort", t.get("ziel-merkmal-ort"), places);
        place.error = self.asked.problems.of("ort");
        [Input::Select(figure), Input::Select(place)]
    }
}
