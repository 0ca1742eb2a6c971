//! What can be done with an application, by whom.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{
    Button, Choice, Choices, Field, Kind, Notice, Problems, Select,
};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, FormBlock};

use crate::funds::correcting::corrections;
use crate::funds::form::amount;
use crate::funds::model::{State, Verdict, Vote};
use crate::funds::rights::Rights;
use crate::funds::store::votes::Cast;
use crate::funds::view::OneView;
use crate::funds::{address, address_of};
use crate::known;

/// The forms of a page.
#[derive(Clone, Copy)]
pub struct Forms<'a> {
    /// The reader's texts.
    pub t: &'a Texts,
    /// The city.
    pub city: &'a City,
    /// The application.
    pub view: &'a OneView,
    /// What its reader may do.
    pub rights: Rights,
    /// What was typed, and what is wrong with it.
    pub form: (&'a Typed, &'a Problems),
}

impl Forms<'_> {
    fn form(&self, path: &str, button: Button) -> FormBlock {
        FormBlock::new(format!("{}/{path}", address_of(self.city, self.view.it.number)), button)
    }

    fn field(&self, name: &str, label: &str, usual: &str) -> Field {
        let (typed, problems) = self.form;
        let value = if typed.is_empty() { usual } else { sent(typed, name) };
        let hint = format!("{label}.hinweis");
        let field = Field::new(name, self.t.get(label)).value(value).error(problems.of(name));
        if self.t.has(&hint) { field.hint(self.t.get(&hint)) } else { field }
    }

    fn votes(&self, name: &str, label: &str) -> Choices {
        let (typed, problems) = self.form;
        let choice = |it: Vote| {
            let text = self.t.get(&format!("antrag-stimme-{}", it.code()));
            Choice::new(it.code(), text, sent(typed, name))
        };
        let choices = Vote::ALL.map(choice).to_vec();
        let mut choices = Choices::one(name, self.t.get(label), choices);
        choices.error = problems.of(name);
        choices
    }

    /// One's own vote, those of others as the lead writes them down, and the decision.
    pub fn board(&self) -> Vec<Block> {
        if self.view.it.state() != State::Received {
            return self.corrections();
        }
        let mut blocks = Vec::new();
        let has_voted = |post: i64| self.view.votes.iter().any(|it| it.post == post);
        if self.rights.votes.is_some_and(|it| !has_voted(it)) {
            let button = Button::primary(self.t.get("antrag-abstimmen"));
            let form = self
                .form("stimme", button)
                .choices(self.votes("stimme", "antrag-ihre-stimme"))
                .field(self.field("stimme-grund", "antrag-stimme-grund", "").optional());
            blocks.push(Block::Form(form));
        }
        let open = self.view.fund.terms.members.iter().filter(|it| !has_voted(**it));
        let open: Vec<i64> = open.copied().collect();
        if self.rights.leads && !open.is_empty() {
            blocks.push(Block::Heading(self.t.get("antrag-stimmen-eintragen")));
            blocks.push(Block::Form(self.proxy(&open)));
        }
        if self.rights.leads {
            blocks.extend(self.decision(!open.is_empty()));
        }
        blocks.extend(self.corrections());
        blocks
    }

    /// A vote that was written down wrongly: the lead corrects each, a member its own.
    fn corrections(&self) -> Vec<Block> {
        let (typed, problems) = self.form;
        let own = |it: &&Cast| self.rights.leads || self.rights.votes == Some(it.post);
        let cast: Vec<&Cast> = self.view.votes.iter().filter(own).collect();
        if cast.is_empty() || !self.view.it.state().may_correct_votes() {
            return Vec::new();
        }
        let path = if self.rights.leads { "stimmen" } else { "stimme" };
        let current = sent(typed, "mitglied-neu");
        let choice = |it: &&Cast| {
            let name = known::post(self.t, &self.view.names, it.post);
            Choice::new(it.post.to_string(), name, current)
        };
        let first = Choice::new("", self.t.get("bitte-waehlen"), current);
        let choices = std::iter::once(first).chain(cast.iter().map(choice)).collect();
        let mut select = Select::new("mitglied-neu", self.t.get("antrag-mitglied"), choices);
        select.error = problems.of("mitglied-neu");
        let form = self
            .form(path, Button::secondary(self.t.get("antrag-stimme-berichtigen")))
            .hidden("was", "berichtigen")
            .hidden("stand", corrections(&self.view.votes).to_string());
        let form = if self.rights.leads { form.select(select) } else { form };
        let form = form
            .choices(self.votes("stimme-neu", "antrag-stimme-richtig"))
            .field(self.field("grund-neu", "antrag-stimme-grund", "").optional());
        vec![
            Block::Heading(self.t.get("antrag-stimme-berichtigen")),
            Block::Text(self.t.get("antrag-stimme-berichtigen.text")),
            Block::Form(form),
        ]
    }

    /// A vote of somebody else, as it was given in a meeting.
    fn proxy(&self, open: &[i64]) -> FormBlock {
        let (typed, problems) = self.form;
        let current = sent(typed, "mitglied");
        let choice = |it: &i64| {
            Choice::new(it.to_string(), known::post(self.t, &self.view.names, *it), current)
        };
        let first = Choice::new("", self.t.get("bitte-waehlen"), current);
        let choices = std::iter::once(first).chain(open.iter().map(choice)).collect();
        let mut select = Select::new("mitglied", self.t.get("antrag-mitglied"), choices);
        select.error = problems.of("mitglied");
        self.form("stimmen", Button::secondary(self.t.get("antrag-stimme-eintragen")))
            .select(select)
            .choices(self.votes("stimme-mitglied", "antrag-stimme"))
            .field(self.field("grund-mitglied", "antrag-stimme-grund", "").optional())
    }

    /// What follows from the votes; `is_waiting` while somebody has not voted.
    fn decision(&self, is_waiting: bool) -> Vec<Block> {
        let t = self.t;
        let asked = self.view.it.request.asked();
        match self.view.verdict() {
            Verdict::Missing(_) if is_waiting => Vec::new(),
            // Somebody has an interest in it, and all others have voted.
            Verdict::Missing(_) => {
                let terms = format!("{}/aendern", address(self.city, self.view.it.fund));
                let way = Link::new(t.get("fonds-aendern"), terms);
                vec![Block::Text(t.get("antrag-stimmen-reichen-nicht")), Block::Ways(vec![way])]
            }
            Verdict::Yes => {
                let usual = amount(t.language(), asked);
                let form = self
                    .form("entscheidung", Button::primary(t.get("antrag-bewilligen")))
                    .hidden("was", "bewilligen")
                    .field(self.field("betrag", "antrag-betrag-bewilligt", &usual))
                    .field(
                        self.field("begruendung", "antrag-hinweis-gruppe", "").rows(3).optional(),
                    );
                vec![Block::Heading(t.get("antrag-entscheiden")), Block::Form(form)]
            }
            Verdict::No => {
                let form = self
                    .form("entscheidung", Button::primary(t.get("antrag-ablehnen")))
                    .hidden("was", "ablehnen")
                    .field(self.field("begruendung", "antrag-grund-ablehnung", "").rows(3));
                vec![Block::Heading(t.get("antrag-entscheiden")), Block::Form(form)]
            }
        }
    }

    /// The payment.
    pub fn money(&self) -> Vec<Block> {
        let t = self.t;
        let view = self.view;
        let contact = view.contact.as_ref().filter(|it| !it.iban.is_empty());
        let is_due = view.it.state() == State::Granted && self.rights.pays && !view.is_overturned;
        let Some(contact) = contact.filter(|_| is_due) else { return Vec::new() };
        let args = [("betrag", Arg::from(t.euros(view.money.reserved)))];
        let button = Button::primary(t.with("antrag-auszahlen", &args));
        let title = t.get("antrag-auszahlen-hinweis");
        let text = t.get("antrag-auszahlen-hinweis.text");
        vec![
            Block::Notice(Notice { kind: Kind::Info, title, text }),
            Block::Form(self.form("auszahlung", button).hidden("konto", contact.account())),
        ]
    }

    /// Accepting the proof, or asking something about it.
    pub fn proof(&self) -> Vec<Block> {
        let t = self.t;
        if self.view.it.state() != State::Proven || !self.rights.leads {
            return Vec::new();
        }
        let usual = amount(t.language(), self.view.due_back());
        let accept = self
            .form("nachweis", Button::primary(t.get("antrag-nachweis-annehmen")))
            .hidden("was", "annehmen")
            .field(self.field("zurueck", "antrag-zurueck-ist", &usual).inputmode("decimal"))
            .field(self.field("vermerk", "antrag-vermerk", "").optional());
        let ask = self
            .form("nachweis", Button::secondary(t.get("antrag-nachfragen")))
            .hidden("was", "nachfragen")
            .field(self.field("frage", "antrag-frage", "").rows(3));
        vec![Block::Form(accept), Block::Form(ask)]
    }

    /// Closing it without a proof, what comes back after that, and taking up again what was declined.
    pub fn closing(&self) -> Vec<Block> {
        let (t, it) = (self.t, &self.view.it);
        if !self.rights.leads {
            return Vec::new();
        }
        if it.state() == State::Declined && self.view.contact.is_some() {
            return self.taking_up();
        }
        if it.state().may_be_given_up() {
            let form = self
                .form("abschluss", Button::secondary(t.get("antrag-aufgeben")))
                .hidden("was", "schliessen")
                .hidden("stand", it.state().code())
                .field(self.field("grund-abschluss", "antrag-aufgeben-grund", "").rows(2));
            let paid = it.step(State::Paid).is_some();
            let id = if paid { "antrag-aufgeben.gezahlt" } else { "antrag-aufgeben.frei" };
            return vec![
                Block::Heading(t.get("antrag-aufgeben-titel")),
                Block::Text(t.get(id)),
                Block::Form(form),
            ];
        }
        if self.view.to_reclaim() == 0 || self.view.money.returned > 0 {
            return Vec::new();
        }
        let usual = amount(t.language(), self.view.to_reclaim());
        let back = self
            .form("abschluss", Button::secondary(t.get("antrag-rueckzahlung-buchen")))
            .hidden("was", "zurueck")
            .field(self.field("rueckzahlung", "antrag-rueckzahlung", &usual).inputmode("decimal"));
        vec![Block::Heading(t.get("antrag-zurueckfordern.titel")), Block::Form(back)]
    }

    /// What was declined by mistake, or with votes that were written down wrongly.
    fn taking_up(&self) -> Vec<Block> {
        let t = self.t;
        let form = self
            .form("abschluss", Button::secondary(t.get("antrag-wieder")))
            .hidden("was", "wieder")
            .field(self.field("grund-wieder", "antrag-wieder-grund", "").rows(2));
        vec![
            Block::Heading(t.get("antrag-wieder.titel")),
            Block::Text(t.get("antrag-wieder.text")),
            Block::Form(form),
        ]
    }

    /// Whether everybody may read of it.
    pub fn publication(&self) -> Vec<Block> {
        let t = self.t;
        if !self.rights.leads {
            return Vec::new();
        }
        let usual = self.view.it.published.as_ref().unwrap_or(&self.view.it.request.title);
        let publish = self
            .form("veroeffentlichung", Button::secondary(t.get("antrag-veroeffentlichen")))
            .hidden("oeffentlich", "ja")
            .field(self.field("titel", "antrag-titel-oeffentlich", usual));
        let mut blocks = vec![Block::Form(publish)];
        if self.view.it.published.is_some() {
            let button = Button::secondary(t.get("antrag-zuruecknehmen"));
            let back = self.form("veroeffentlichung", button).hidden("oeffentlich", "nein");
            blocks.push(Block::Form(back));
        }
        blocks
    }
}
