//! Three people of a city, what they press, and what they read.

use ankunft_musterstadt::City;
use ankunft_platform::accounts::{self, Membership, NewAccount};
use ankunft_platform::changes::Author;
use ankunft_platform::permission::Role;
use ankunft_platform::register::posts::{self, Tenure};
use ankunft_testkit::{Browser, Page};
use serde_json::Value;

use super::Demo;

/// The day on which the quarters were proposed.
pub const PROPOSED: &str = "2026-01-10";

pub const BASE: &str = "/musterstadt/atlas/kandidaten";

/// Three people, each with a Stelle, and the quarters that they choose among.
pub struct Story {
    pub demo: Demo,
    /// Coordination; youth; housing.
    pub people: [Browser; 3],
    /// Key and name of three quarters in alphabetical order.
    pub quarters: Vec<(String, String)>,
}

pub fn city(slug: &str) -> City {
    let programme = ankunft_musterstadt::programme(ankunft::demo::SEED);
    programme.cities.into_iter().find(|it| it.slug == slug).expect("a city")
}

/// Somebody with a Stelle of their own that is called like them.
pub async fn person(demo: &Demo, email: &str, post: &str, role: Role) -> Browser {
    holder(demo, email, (post, post), role).await
}

/// Somebody with a name and a Stelle of their own.
pub async fn holder(demo: &Demo, email: &str, (name, post): (&str, &str), role: Role) -> Browser {
    let tenant = demo.tenant("musterstadt").await;
    let mut change = demo.app.store.change(Author::program("test")).await.expect("a change");
    let new = NewAccount { email, name, password_hash: None, language: "de" };
    let account = accounts::create(&mut change, new).await.expect("an account");
    let person = posts::add_person(&mut change, tenant, name, Some(email)).await.expect("a person");
    let membership = Membership { tenant, account, role, person: Some(person) };
    accounts::grant(&mut change, &membership).await.expect("a role");
    let post = posts::add_post(&mut change, tenant, post, None).await.expect("a Stelle");
    let from_date = "2020-01-01".to_owned();
    let kind = "holder".to_owned();
    let tenure = Tenure { id: 0, post, person, kind, from_date, to_date: None };
    posts::add_tenure(&mut change, tenant, &tenure).await.expect("a tenure");
    change.commit().await.expect("a commit");
    Browser::log_in(&demo.app, email, "de").await
}

impl Story {
    pub async fn new() -> Self {
        Self::at(String::new()).await
    }

    /// In the database of an address; SQLite in a folder if it is empty.
    pub async fn at(database: String) -> Self {
        let demo = Demo::at(database).await;
        let people = [
            person(&demo, "stadt@wahl.example", "Stadtentwicklung", Role::Coordination).await,
            person(&demo, "jugend@wahl.example", "Jugend", Role::Department).await,
            person(&demo, "wohnen@wahl.example", "Wohnen", Role::Department).await,
        ];
        let overview =
            Browser::new(&demo.app, "de").get("/musterstadt/atlas.json?ebene=quartier").await;
        let overview: Value =
            serde_json::from_slice(&overview.expect_status(200).body).expect("JSON");
        let areas = overview["areas"].as_array().expect("areas");
        let mut quarters: Vec<(String, String)> = areas
            .iter()
            .take(3)
            .map(|it| {
                (
                    it["code"].as_str().expect("a key").to_owned(),
                    it["name"].as_str().expect("a name").to_owned(),
                )
            })
            .collect();
        quarters.sort_by(|a, b| a.1.cmp(&b.1));
        Self { demo, people, quarters }
    }

    pub fn profile(&self, at: usize) -> String {
        format!("/musterstadt/atlas/quartiere/{}?ebene=quartier", self.quarters[at].0)
    }

    /// Notes the quarters by the button on their pages; they get the numbers 1, 2 and 3.
    pub async fn propose(&mut self) {
        for at in 0..3 {
            let profile = self.profile(at);
            let page = self.people[0].get(&profile).await.expect_status(200);
            let field = |name: &str| {
                let selector = format!("form[action='{BASE}'] input[name={name}]");
                page.attribute(&selector, "value").expect("a button to note it")
            };
            let tag = PROPOSED.to_owned();
            let form = [("ebene", field("ebene")), ("gebiet", field("gebiet")), ("tag", tag)];
            let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
            let done = self.people[0].post(&profile, BASE, &form).await.expect_status(303);
            assert_eq!(done.location(), Some(format!("{BASE}/{}", at + 1)));
        }
        let page = self.people[0].get(&self.profile(0)).await;
        assert!(page.body_text().contains("Dieses Quartier ist vorgeschlagen"));
    }

    pub async fn step(&mut self, number: usize, state: &str, note: &str) -> Page {
        let page = format!("{BASE}/{number}");
        let form = [("stand", state), ("tag", "2026-01-15"), ("notiz", note)];
        self.people[0].post(&page, &format!("{page}/schritt"), &form).await
    }

    /// Opens a round by its form, and invites who is called so.
    pub async fn open_round(&mut self, names: &[&str], due: &str) -> Page {
        let page = format!("{BASE}/runde");
        let shown = self.people[0].get(&page).await.expect_status(200);
        let mut form = vec![("bis".to_owned(), due.to_owned())];
        form.extend(names.iter().map(|it| ("eingeladen".to_owned(), account_of(&shown, it))));
        self.people[0].post(&page, &page, &plain(&form)).await
    }

    /// Closes the open round by its form.
    pub async fn close_round(&mut self, reason: &str) -> Page {
        let page = format!("{BASE}/runde");
        let shown = self.people[0].get(&page).await.expect_status(200);
        let round = shown.attribute("input[name=runde]", "value").unwrap_or_default();
        let form = [("runde", round.as_str()), ("grund", reason)];
        self.people[0].post(&page, &format!("{page}/schliessen"), &form).await
    }

    /// The fields of the form of scores: points by candidate, in the order of criteria, and weights.
    pub async fn ballot(
        &mut self,
        person: usize,
        points: [[u8; 3]; 4],
        weights: [u8; 4],
    ) -> Vec<(String, String)> {
        let page = self.people[person].get(&format!("{BASE}/bewertung")).await.expect_status(200);
        let criteria = criteria_of(&page);
        assert_eq!(criteria.len(), 4);
        let round = page.attribute("input[name=runde]", "value").expect("a round");
        let mut form = vec![("runde".to_owned(), round)];
        for (at, criterion) in criteria.iter().enumerate() {
            for candidate in 0..3 {
                let points = match points[at][candidate] {
                    0 => "x".to_owned(),
                    it => it.to_string(),
                };
                form.push((format!("punkte-{}-{criterion}", candidate + 1), points));
            }
            form.push((format!("gewicht-{criterion}"), weights[at].to_string()));
        }
        form
    }

    pub async fn hand_in(&mut self, person: usize, points: [[u8; 3]; 4], weights: [u8; 4]) {
        let form = self.ballot(person, points, weights).await;
        let page = format!("{BASE}/bewertung");
        let done = self.people[person].post(&page, &page, &plain(&form)).await.expect_status(303);
        assert_eq!(done.location(), Some(format!("{BASE}/runde")));
    }

    pub async fn result(&mut self, person: usize) -> Value {
        let page = self.people[person].get(&format!("{BASE}/ergebnis/json")).await;
        serde_json::from_slice(&page.expect_status(200).body).expect("JSON")
    }

    pub async fn decision(&mut self, number: usize) -> Value {
        let page = self.people[0].get(&format!("{BASE}/entscheidungen/{number}/json")).await;
        serde_json::from_slice(&page.expect_status(200).body).expect("JSON")
    }

    /// Everything that shows a decision to the coordination.
    pub async fn everything(&mut self, number: usize) -> Vec<Page> {
        let page = format!("{BASE}/entscheidungen/{number}");
        let mut all = Vec::new();
        for file in ["", "/json"] {
            all.push(self.people[0].get(&format!("{page}{file}")).await.expect_status(200));
        }
        let json = self.decision(number).await;
        let quarters = json["quarters"].as_array().expect("quarters").iter();
        let cited = quarters.flat_map(|it| it["baseline"].as_array().cloned().unwrap_or_default());
        let reasons = json["citations"].as_array().expect("citations").clone();
        for it in cited.chain(reasons) {
            let reference = it["reference"].as_str().expect("a Fundstelle").to_owned();
            all.push(self.people[0].get(&reference).await.expect_status(200));
        }
        all
    }
}

/// The account behind the box that is called so.
pub fn account_of(page: &Page, name: &str) -> String {
    let labels = page.texts("input[name=eingeladen] + label");
    let at = labels.iter().position(|it| it == name);
    let at = at.unwrap_or_else(|| panic!("{name} among {labels:?}"));
    page.attributes("input[name=eingeladen]", "value")[at].clone()
}

pub fn plain(form: &[(String, String)]) -> Vec<(&str, &str)> {
    form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// The numbers of the criteria in the order of the form.
pub fn criteria_of(page: &Page) -> Vec<String> {
    let names = page.attributes("select[name^=gewicht-]", "name");
    names.into_iter().map(|it| it.trim_start_matches("gewicht-").to_owned()).collect()
}

/// Names and values of inputs.
pub fn inputs(page: &Page, selector: &str) -> Vec<(String, String)> {
    let (names, values) = (page.attributes(selector, "name"), page.attributes(selector, "value"));
    assert_eq!(names.len(), values.len());
    names.into_iter().zip(values).filter(|it| it.0 != "csrf").collect()
}

/// The form of the decision for the first candidate, as the page offers it.
pub async fn form_of(story: &mut Story, address: &str) -> Vec<(String, String)> {
    let page = story.people[0].get(address).await.expect_status(200);
    let form = format!("form[method=post][action='{BASE}/entscheidung']");
    inputs(&page, &format!("{form} input[checked], {form} input[type=hidden]"))
}

pub fn set(form: &mut Vec<(String, String)>, name: &str, value: &str) {
    form.retain(|it| it.0 != name);
    form.push((name.to_owned(), value.to_owned()));
}
