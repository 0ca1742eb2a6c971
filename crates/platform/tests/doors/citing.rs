//! Remembering, the Mappe and the Fundstelle, with a part whose things can change under them.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use ankunft_disclosure::{Audience, Nutzung};
use ankunft_platform::changes::Author;
use ankunft_platform::citations;
use ankunft_platform::parts::{BoxFuture, Citable, CitedThing, Part, Stage};
use ankunft_platform::permission::Role;
use ankunft_platform::register::posts;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::App;
use ankunft_platform::withdrawals::{self, Thing};
use serde_json::Value;

use crate::town::{Browser, PASSWORD, Town};

const IDA: &str = "ida@musterstadt.example";
const KIM: &str = "kim@musterstadt.example";
const NOA: &str = "noa@neuburg.example";

/// Things by id: their value and circle.
#[derive(Clone, Default)]
struct Things(Arc<Mutex<BTreeMap<String, (String, Nutzung)>>>);

impl Things {
    fn set(&self, id: &str, value: &str, nutzung: Nutzung) {
        self.0.lock().unwrap().insert(id.to_owned(), (value.to_owned(), nutzung));
    }

    fn remove(&self, id: &str) {
        self.0.lock().unwrap().remove(id);
    }

    fn see(&self, id: &str, audience: Audience) -> Option<CitedThing> {
        let things = self.0.lock().unwrap();
        let (value, nutzung) = things.get(id).filter(|it| it.1.includes(audience))?;
        Some(CitedThing {
            title: format!("Ding {id}"),
            text: format!("Ding {id} zählt {value}."),
            value: Some(value.clone()),
            source: "Statistikstelle".to_owned(),
            date: "2024-12-31".to_owned(),
            link: format!("/musterstadt/dinge/{id}"),
            nutzung: *nutzung,
            releases: Vec::new(),
        })
    }
}

impl Citable for Things {
    fn kind(&self) -> &'static str {
        "thing"
    }

    fn stage(&self) -> Stage {
        Stage::Evidence
    }

    fn look_up<'a>(
        &'a self,
        _: &'a App,
        _: Tenant,
        ids: &'a [&'a str],
        audience: Audience,
    ) -> BoxFuture<'a, Result<Vec<Option<CitedThing>>, StoreError>> {
        Box::pin(async move { Ok(ids.iter().map(|id| self.see(id, audience)).collect()) })
    }
}

struct Desk {
    town: Town,
    things: Things,
    ida: Browser,
}

impl Desk {
    async fn new(database: Option<String>) -> Self {
        let things = Things::default();
        for (id, value) in [("a", "1.111"), ("b", "2.222"), ("c", "3.333")] {
            things.set(id, value, Nutzung::Public);
        }
        let part = Part { citables: vec![Arc::new(things.clone())], ..Part::default() };
        let town = Town::found_with(vec![part], |config| {
            if let Some(database) = database {
                config.database = database;
            }
        })
        .await;
        town.person(IDA, Role::Coordination).await;
        town.person(KIM, Role::Coordination).await;
        town.person_in(town.other, NOA, Role::Coordination).await;
        let ida = log_in(&town, IDA).await;
        Self { town, things, ida }
    }

    async fn remember(&mut self, id: &str) {
        let form = [("art", "thing"), ("ding", id), ("zurueck", "/musterstadt/mappe")];
        let answer = self.ida.post(&self.town, ("/konto", "/musterstadt/merken"), &form).await;
        assert_eq!((answer.status.as_u16(), answer.location()), (303, "/musterstadt/mappe"));
    }

    async fn see(&mut self, address: &str) -> String {
        let answer = self.ida.get(&self.town, address).await;
        assert_eq!(answer.status, 200, "{address}: {}", answer.text);
        answer.text
    }

    /// The Mappe that lies open: its address, and the values in it in their order.
    async fn mappe(&mut self) -> (String, Value) {
        let page = self.see("/musterstadt/mappe").await;
        let (before, _) = page.split_once("/name\"").expect("a form to rename");
        let address = before.rsplit("action=\"").next().unwrap().to_owned();
        let json = self.see(&format!("{address}/json")).await;
        (address, serde_json::from_str(&json).unwrap())
    }

    async fn values(&mut self) -> Vec<String> {
        let (_, json) = self.mappe().await;
        let value = |it: &Value| it["snapshot"]["value"].as_str().unwrap_or("–").to_owned();
        json["entries"].as_array().unwrap().iter().map(value).collect()
    }

    async fn code(&mut self, at: usize) -> String {
        let (_, json) = self.mappe().await;
        let reference = json["entries"][at]["reference"].as_str().unwrap();
        reference.trim_start_matches("/f/").to_owned()
    }

    async fn press(&mut self, button: &str, code: &str, more: &[(&str, &str)]) {
        let (address, _) = self.mappe().await;
        let form = [&[("zitat", code)], more].concat();
        let to = format!("{address}/{button}");
        let answer = self.ida.post(&self.town, (&address, &to), &form).await;
        assert_eq!(answer.status, 303, "{button}: {}", answer.text);
        assert!(answer.location().starts_with(&address));
    }
}

async fn log_in(town: &Town, email: &str) -> Browser {
    let mut browser = Browser::default();
    assert_eq!(browser.log_in(town, email, PASSWORD).await.status, 303);
    browser
}

/// SQLite, and PostgreSQL where there is one.
async fn desks() -> Vec<Desk> {
    let mut desks = vec![Desk::new(None).await];
    if let Some(address) = ankunft_testkit::postgres() {
        desks.push(Desk::new(Some(address)).await);
    }
    desks
}

#[tokio::test]
async fn a_mappe_is_filled_ordered_named_and_deleted() {
    for mut desk in desks().await {
        let empty = desk.see("/musterstadt/mappe").await;
        assert!(empty.contains("Drücken Sie neben einer Zahl auf „Für Vorlage merken“"));
        desk.remember("a").await;
        let page = desk.see("/musterstadt/mappe").await;
        assert!(page.contains("Gemerkt, mit dem Stand von heute.") && page.contains("Zur Mappe"));
        assert!(page.contains("Ding a zählt 1.111. Quelle: Statistikstelle. Fundstelle /f/"));
        for id in ["b", "c", "a"] {
            desk.remember(id).await;
        }
        assert_eq!(desk.values().await, ["1.111", "2.222", "3.333"], "twice is once");
        let last = desk.code(2).await;
        desk.press("reihenfolge", &last, &[("richtung", "hoch")]).await;
        desk.press("reihenfolge", &last, &[("richtung", "hoch")]).await;
        desk.press("reihenfolge", &last, &[("richtung", "hoch")]).await;
        assert_eq!(desk.values().await, ["3.333", "1.111", "2.222"]);
        desk.press("reihenfolge", &last, &[("richtung", "runter")]).await;
        assert_eq!(desk.values().await, ["1.111", "3.333", "2.222"]);
        desk.press("herausnehmen", &last, &[]).await;
        assert_eq!(desk.values().await, ["1.111", "2.222"]);
        assert!(desk.see(&format!("/f/{last}")).await.contains("3.333"), "the citation stays");
        titles_are_checked(&mut desk).await;
        a_second_mappe_lies_open(&mut desk).await;
        let (address, _) = desk.mappe().await;
        let kept = desk.code(0).await;
        let delete = format!("{address}/loeschen");
        let gone = desk.ida.post(&desk.town, (&address, &delete), &[]).await;
        assert_eq!(gone.location(), "/musterstadt/mappe");
        assert_eq!(desk.ida.get(&desk.town, &address).await.status, 404);
        assert!(desk.see(&format!("/f/{kept}")).await.contains("3.333"));
    }
}

async fn titles_are_checked(desk: &mut Desk) {
    let (address, _) = desk.mappe().await;
    let to = format!("{address}/name");
    let long = "x".repeat(161);
    for bad in ["", "   ", &long] {
        let answer = desk.ida.post(&desk.town, (&address, &to), &[("titel", bad)]).await;
        assert_eq!(answer.status, 422);
        assert!(answer.text.contains("feld-titel-fehler") && answer.text.contains(bad));
    }
    let title = "Vorlage <Süd> & mehr";
    let answer = desk.ida.post(&desk.town, (&address, &to), &[("titel", title)]).await;
    assert_eq!(answer.status, 303);
    assert!(desk.see(&address).await.contains("Vorlage &#60;Süd&#62; &#38; mehr"));
    let new = ("/musterstadt/mappe", "/musterstadt/mappe");
    assert_eq!(desk.ida.post(&desk.town, new, &[("neu", title)]).await.status, 422);
}

/// What is remembered goes into the Mappe that was looked at last.
async fn a_second_mappe_lies_open(desk: &mut Desk) {
    let (first, _) = desk.mappe().await;
    let new = ("/musterstadt/mappe", "/musterstadt/mappe");
    let answer = desk.ida.post(&desk.town, new, &[("neu", "Zweite")]).await;
    let second = answer.location().to_owned();
    assert_ne!(first, second);
    assert_eq!(desk.values().await.len(), 0);
    desk.see(&first).await;
    assert_eq!(desk.values().await, ["1.111", "2.222"]);
    desk.see(&second).await;
    desk.remember("c").await;
    assert_eq!(desk.values().await, ["3.333"]);
}

#[tokio::test]
async fn what_has_changed_is_said_and_the_snapshot_stays() {
    for mut desk in desks().await {
        for id in ["a", "b"] {
            desk.remember(id).await;
        }
        let (a, b) = (desk.code(0).await, desk.code(1).await);
        assert!(desk.see("/musterstadt").await.contains("Heute wartet nichts auf Sie."));
        desk.things.set("a", "1.112", Nutzung::Public);
        desk.things.remove("b");
        let today = desk.see("/musterstadt").await;
        assert!(today.contains("In Ihrer Mappe „Meine Mappe“ hat sich etwas geändert: 2 Befunde"));
        let page = desk.see("/musterstadt/mappe").await;
        assert!(page.contains("Damals 1.111, heute 1.112 (Statistikstelle)."));
        assert!(page.contains("Wird heute nicht mehr gezeigt."));
        let found = desk.see(&format!("/f/{}", a.to_lowercase())).await;
        assert!(found.contains("Ding a zählt 1.111.") && found.contains("heute 1.112"));
        let (address, json) = desk.mappe().await;
        assert_eq!(json["entries"][0]["today"]["value"], "1.112");
        assert_eq!(json["entries"][1]["state"], "gone");
        let csv = desk.see(&format!("{address}/csv")).await;
        assert!(csv.contains(",1.111,") && csv.contains(",changed,1.112,"));
        let text = desk.see(&format!("{address}/text")).await;
        assert!(text.contains("1. Ding a zählt 1.111.") && text.contains("heute 1.112"));
        assert!(text.contains(&format!("/f/{b}")));

        desk.press("neuer-stand", &a, &[]).await;
        assert_eq!(desk.values().await, ["1.112", "2.222"], "in the old place");
        assert_ne!(desk.code(0).await, a);
        assert!(desk.see(&format!("/f/{a}")).await.contains("Ding a zählt 1.111."));
        let json: Value = serde_json::from_str(&desk.see(&format!("/f/{a}/json")).await).unwrap();
        assert_eq!((&json["state"], &json["city"]), (&"changed".into(), &"Musterstadt".into()));
    }
}

#[tokio::test]
async fn what_is_done_is_asked_no_more_until_something_new_happens() {
    for mut desk in desks().await {
        desk.remember("a").await;
        desk.things.set("a", "1.112", Nutzung::Public);
        let news = "hat sich etwas geändert";
        let page = desk.see("/musterstadt").await;
        assert!(page.contains(news));
        let (_, rest) = page.split_once("name=\"was\" value=\"").expect("a button");
        let item = rest.split('"').next().unwrap().to_owned();
        let to = ("/musterstadt", "/musterstadt/heute/erledigt");
        for _ in 0..2 {
            let answer = desk.ida.post(&desk.town, to, &[("was", &item)]).await;
            assert_eq!((answer.status.as_u16(), answer.location()), (303, "/musterstadt"));
        }
        let page = desk.see("/musterstadt").await;
        assert!(page.contains("Heute wartet nichts auf Sie.") && !page.contains(news));
        assert!(desk.see("/musterstadt/mappe").await.contains("1.112"), "the Mappe says it still");
        desk.things.set("a", "1.113", Nutzung::Public);
        assert!(desk.see("/musterstadt").await.contains(news), "another value asks anew");
        let foreign = desk.ida.post(&desk.town, to, &[("was", "folder/1/ab")]).await;
        assert_eq!(foreign.status, 404, "only what is asked of oneself can be done");
        let mut read = desk.town.app.store.read().await.unwrap();
        let log = ankunft_platform::changes::newest(&mut read, desk.town.tenant, None, 100).await;
        let done = log.unwrap().into_iter().filter(|it| it.action == "today.done").count();
        assert_eq!(done, 1, "said twice is done once");
    }
}

#[tokio::test]
async fn a_sperrung_leaves_a_tombstone_with_its_reason_for_those_inside() {
    for mut desk in desks().await {
        desk.remember("a").await;
        let code = desk.code(0).await;
        let mut change = desk.town.app.store.change(Author::program("test")).await.unwrap();
        let found =
            citations::by_code(&mut change, desk.town.tenant, &code, Audience::Public).await;
        let thing = Thing::Citation(found.unwrap().unwrap().id);
        desk.things.remove("a");
        withdrawals::withdraw(&mut change, desk.town.tenant, thing, "zu wenige").await.unwrap();
        change.commit().await.unwrap();
        let (address, json) = desk.mappe().await;
        assert_eq!(json["entries"][0]["state"], "withdrawn");
        assert_eq!(json["entries"][0]["reason"], "zu wenige");
        let mut all = vec![desk.see("/musterstadt").await];
        assert!(all[0].contains("hat sich etwas geändert: ein Befund"));
        for file in ["", "/text", "/csv", "/json"] {
            all.push(desk.see(&format!("{address}{file}")).await);
        }
        all.push(desk.see(&format!("/f/{code}")).await);
        assert!(all[1].contains("weil: zu wenige") && all[5].contains("weil: zu wenige"));
        let mut public = Browser::default();
        for address in [format!("/f/{code}"), format!("/f/{code}/json")] {
            let answer = public.get(&desk.town, &address).await;
            assert_eq!(answer.status, 200);
            assert!(!answer.text.contains("zu wenige"), "the reason stays inside");
            all.push(answer.text);
        }
        assert!(all.iter().all(|it| !it.contains("1.111")), "the value is nowhere");
        assert!(all[6].contains("Zurückgezogen am"));
    }
}

#[tokio::test]
async fn a_fundstelle_shows_no_more_than_its_reader_may_see() {
    let mut desk = Desk::new(None).await;
    desk.things.set("a", "1.111", Nutzung::Administration);
    desk.remember("a").await;
    let code = desk.code(0).await;
    let page = desk.see(&format!("/f/{code}")).await;
    assert!(page.contains("nicht öffentlich: Verwaltung") && page.contains("In Ihrer Mappe"));
    let mut noa = log_in(&desk.town, NOA).await;
    let mut public = Browser::default();
    for reader in [&mut noa, &mut public] {
        let page = reader.get(&desk.town, &format!("/f/{code}")).await;
        assert_eq!(page.status, 200);
        assert!(page.text.contains("Sie stammt aus Musterstadt und ist nicht öffentlich."));
        let json = reader.get(&desk.town, &format!("/f/{code}/json")).await.text;
        for secret in ["Ding", "1.111", "thing", "Statistikstelle", "2024"] {
            assert!(!page.text.contains(secret), "{secret}");
            assert!(!json.contains(secret), "{secret} in {json}");
        }
    }
    let log = desk.see(&format!("/f/{code}/json")).await;
    assert!(log.contains("1.111"));
    let mut kim = log_in(&desk.town, KIM).await;
    let kims = kim.get(&desk.town, &format!("/f/{code}")).await.text;
    assert!(kims.contains("1.111") && !kims.contains("In Ihrer Mappe"), "a Mappe is one's own");
}

#[tokio::test]
async fn a_mappe_opens_for_its_stelle_alone() {
    let mut desk = Desk::new(None).await;
    desk.remember("a").await;
    let (address, _) = desk.mappe().await;
    let mut kim = log_in(&desk.town, KIM).await;
    let mut noa = log_in(&desk.town, NOA).await;
    let foreign = address.replace("musterstadt", "neuburg");
    for file in ["", "/text", "/csv", "/json"] {
        assert_eq!(kim.get(&desk.town, &format!("{address}{file}")).await.status, 404);
        assert_eq!(noa.get(&desk.town, &format!("{address}{file}")).await.status, 403);
        assert_eq!(noa.get(&desk.town, &format!("{foreign}{file}")).await.status, 404);
    }
    for button in ["name", "reihenfolge", "neuer-stand", "herausnehmen", "loeschen"] {
        let form = [("titel", "x"), ("zitat", "222R"), ("richtung", "hoch")];
        let to = format!("{address}/{button}");
        assert_eq!(kim.post(&desk.town, ("/konto", &to), &form).await.status, 404, "{button}");
        let to = format!("{foreign}/{button}");
        assert_eq!(noa.post(&desk.town, ("/konto", &to), &form).await.status, 404, "{button}");
    }
    // Who holds the Stelle next finds it; who held it does not any more.
    let mut change = desk.town.app.store.change(Author::program("test")).await.unwrap();
    let (tenant, today) = (desk.town.tenant, desk.town.app.today());
    let people = posts::people(&mut change, tenant).await.unwrap();
    let kims = people.iter().find(|it| it.email.as_deref() == Some(KIM)).unwrap().id;
    let tenures = posts::tenures(&mut change, tenant).await.unwrap();
    let idas = people.iter().find(|it| it.email.as_deref() == Some(IDA)).unwrap().id;
    let post = tenures.iter().find(|it| it.person == idas).unwrap().post;
    posts::hand_over(&mut change, tenant, (post, kims), today).await.unwrap();
    change.commit().await.unwrap();
    assert_eq!(kim.get(&desk.town, &address).await.status, 200);
    assert_eq!(desk.ida.get(&desk.town, &address).await.status, 404);
}

#[tokio::test]
async fn what_is_no_fundstelle_and_no_thing_is_said() {
    let mut desk = Desk::new(None).await;
    desk.remember("a").await;
    let code = desk.code(0).await;
    let mut wrong = code.clone().into_bytes();
    wrong[0] = if wrong[0] == b'2' { b'3' } else { b'2' };
    let wrong = String::from_utf8(wrong).unwrap();
    for (typed, says) in [
        (wrong.as_str(), "falsch geschrieben"),
        ("0O1l", "falsch geschrieben"),
        ("%3Cscript%3E", "falsch geschrieben"),
        ("2222222222222V", ""),
    ] {
        let answer = Browser::default().get(&desk.town, &format!("/f/{typed}")).await;
        assert_eq!(answer.status, 404, "{typed}");
        assert!(answer.text.contains(says) && !answer.text.contains("<script>"));
        assert!(answer.text.contains("name=\"code\""), "a field to type it again");
        let json = Browser::default().get(&desk.town, &format!("/f/{typed}/json")).await;
        assert_eq!(json.status, 404);
    }
    let found = Browser::default().get(&desk.town, &format!("/f?code=%20/f/{code}")).await;
    assert_eq!(found.location(), format!("/f/{code}"));
    let merken = ("/konto", "/musterstadt/merken");
    for (kind, id) in [("thing", "z"), ("unknown", "a"), ("", "")] {
        let form = [("art", kind), ("ding", id)];
        assert_eq!(desk.ida.post(&desk.town, merken, &form).await.status, 404, "{kind} {id}");
    }
    let form = [("art", "thing"), ("ding", "b"), ("zurueck", "//evil.example")];
    assert_eq!(desk.ida.post(&desk.town, merken, &form).await.location(), "/");
    let bare = [("art", "thing"), ("ding", "b")];
    let refused = desk.ida.post_bare(&desk.town, "/musterstadt/merken", &bare).await;
    assert_eq!(refused.status, 403, "without its token");
}
