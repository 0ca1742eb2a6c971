//! The town hall: four Stellen, the statistics office, who looks after the program, and the programme.

use ankunft_disclosure::Nutzung;
use ankunft_platform::permission::Role;
use ankunft_testkit::{Browser, Page};

use crate::common::desk::{Story, city, person};
use crate::common::papers;
use crate::common::planting::{Planted, plant, protected};
use crate::common::staff;

pub type Form = Vec<(String, String)>;

pub struct Town {
    /// Coordination; youth; housing.
    pub story: Story,
    /// A fourth Stelle: social affairs.
    pub social: Browser,
    /// The statistics office.
    pub office: Browser,
    /// Who looks after the program.
    pub admin: Browser,
    /// The coordination of the programme.
    pub programme: Browser,
    /// A table that is released for the programme.
    pub shared: Planted,
    /// A table for the administration alone: its numbers are canaries.
    pub inside: Planted,
}

impl Town {
    pub async fn at(database: String) -> Self {
        let story = Story::at(database).await;
        let musterstadt = city("musterstadt");
        let shared = (protected(), Nutzung::Programme);
        let shared = plant(&story.demo, &musterstadt, 14_048_909, shared).await;
        let inside = (protected(), Nutzung::Administration);
        let inside = plant(&story.demo, &musterstadt, 15_829_363, inside).await;
        let social = person(&story.demo, "sozial@wahl.example", "Soziales", Role::Department).await;
        let office = "statistik@wahl.example";
        let office = person(&story.demo, office, "Statistik", Role::StatisticsOffice).await;
        let admin = staff(&story.demo, "musterstadt", Role::Admin).await;
        let programme = staff(&story.demo, "programm", Role::Coordination).await;
        Self { story, social, office, admin, programme, shared, inside }
    }

    pub fn coordination(&mut self) -> &mut Browser {
        &mut self.story.people[0]
    }

    pub fn youth(&mut self) -> &mut Browser {
        &mut self.story.people[1]
    }

    pub fn housing(&mut self) -> &mut Browser {
        &mut self.story.people[2]
    }
}

/// Sends a form that must be taken; gives where it leads.
pub async fn send(browser: &mut Browser, (at, to): (&str, &str), form: &[(&str, &str)]) -> String {
    let done = browser.post(at, to, form).await;
    if done.status != 303 {
        panic!("{to}: {} {}", done.status, done.text("main"));
    }
    done.location().expect("an address")
}

/// The value of a choice by what it says.
pub fn choice(page: &Page, name: &str, says: &str) -> String {
    let selector = format!("select[name={name}] option");
    let (values, texts) = (page.attributes(&selector, "value"), page.texts(&selector));
    let at = texts.iter().position(|it| it.starts_with(says));
    values[at.unwrap_or_else(|| panic!("{says} is none of {texts:?}"))].clone()
}

/// The value of a box by what stands beside it.
pub fn boxed(page: &Page, name: &str, says: &str) -> String {
    let labels = page.texts(&format!("input[name={name}] + label"));
    let at = labels.iter().position(|it| it.starts_with(says));
    let at = at.unwrap_or_else(|| panic!("{says} is none of {labels:?}"));
    page.attributes(&format!("input[name={name}]"), "value")[at].clone()
}

/// The link of a page that is called so.
pub fn link(page: &Page, says: &str) -> String {
    let (texts, targets) = (page.texts("main a"), page.attributes("main a", "href"));
    assert_eq!(texts.len(), targets.len());
    let at = texts.iter().position(|it| it.starts_with(says));
    targets[at.unwrap_or_else(|| panic!("{says} is none of {texts:?}"))].clone()
}

/// A paper opens as what it is, and says all this.
pub async fn reads(browser: &mut Browser, address: &str, says: &[&str]) {
    let file = browser.get(address).await.expect_status(200);
    let Some(text) = papers::text(&file.body) else { return };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for it in says {
        assert!(text.contains(it), "{it} at {address}: {text}");
    }
    if let Some(pages) = papers::pages(&file.body) {
        assert!(pages > 0, "{address}");
    }
}
