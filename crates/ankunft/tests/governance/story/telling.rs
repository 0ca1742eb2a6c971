//! Somebody new takes over, what helped is told, and the thread shows the whole chain.

use ankunft_platform::accounts::{self, Membership, NewAccount};
use ankunft_platform::changes::Author;
use ankunft_platform::permission::Role;
use ankunft_platform::register::posts;
use ankunft_testkit::Browser;

use super::doing::MEASURE;
use super::town::{Town, send};
use crate::common::planting::numbers_in;
use crate::common::{Reader, address};

const CARD: &str = "/musterstadt/bibliothek/musterstadt/1";

/// Youth gets another holder: all of it is theirs, and no longer their predecessor's.
pub async fn somebody_new_takes_over(town: &mut Town) {
    let (email, name) = ("neu@wahl.example", "Nadia Neumann");
    let tenant = town.story.demo.tenant("musterstadt").await;
    let app = town.story.demo.app.clone();
    let mut change = app.store.change(Author::program("test")).await.expect("a change");
    let new = NewAccount { email, name, password_hash: None, language: "de" };
    let account = accounts::create(&mut change, new).await.expect("an account");
    let person = posts::add_person(&mut change, tenant, name, Some(email)).await.expect("a person");
    let membership = Membership { tenant, account, role: Role::Department, person: Some(person) };
    accounts::grant(&mut change, &membership).await.expect("a role");
    let all = posts::posts(&mut change, tenant).await.expect("Stellen");
    let youth = all.iter().find(|it| it.title == "Jugend").expect("a Stelle").id;
    change.commit().await.expect("a commit");
    let post = format!("/musterstadt/system/stellen/{youth}");
    let note = town.admin.get(&post).await.expect_status(200);
    let note = note.body_text();
    assert!(note.contains("eine offene Maßnahme in Federführung"), "what hangs on it: {note}");
    let today = app.today().to_string();
    let person = person.to_string();
    let form =
        [("person", person.as_str()), ("als", "holder"), ("ab", today.as_str()), ("bis", "")];
    let _ = send(&mut town.admin, (&post, &post), &form).await;
    let mut fresh = Browser::log_in(&app, email, "de").await;
    let board = fresh.get("/musterstadt/steuerung").await.expect_status(200);
    assert!(board.body_text().contains("Kita-Lotsinnen"), "the new holder finds it");
    let _ = fresh.get(&format!("{MEASURE}/aendern")).await.expect_status(200);
    let past = town.youth().get(&format!("{MEASURE}/aendern")).await;
    assert_eq!(past.status, 403, "whoever left changes it no more");
    town.story.people[1] = fresh;
}

pub async fn what_helped_is_told(town: &mut Town) {
    let new = "/musterstadt/bibliothek/neu";
    let from = format!("{new}?massnahme={MEASURE}");
    let page = town.coordination().get(&from).await.expect_status(200);
    let title = page.attribute("input[name=titel]", "value").expect("a title");
    assert_eq!(title, "Kita-Lotsinnen", "prefilled from the measure");
    let form = [
        ("version", "0"),
        ("massnahme", "1"),
        ("titel", title.as_str()),
        ("anlass", "Wege zur Kita waren lang"),
        ("getan", "Vier Lotsinnen begleiten"),
        ("wirkung", "Jedes zweite Kind hat einen Platz"),
        ("gescheitert", "Abends kam niemand"),
        ("beleg", "gezaehlt"),
        ("merkmal", "jung"),
        ("veroeffentlichen", "ja"),
    ];
    let _ = send(town.coordination(), (&from, new), &form).await;
    let card = town.coordination().get(CARD).await.expect_status(200);
    assert!(card.body_text().contains("Abends kam niemand"), "what failed too");
}

/// Evidence → goal → decision → measure → effect, from both ends; nobody opened a citation picker.
pub async fn the_thread_shows_the_whole_chain(town: &mut Town) {
    let page = town.coordination().get("/musterstadt/faden/measure/1").await.expect_status(200);
    let stage = |number: u8| page.text(&format!(".faden > li:nth-child({number})"));
    let decisions = ["In einem Quartier gemeinsam beginnen", "Kita-Lotsinnen verstetigen"];
    let decided = [&decisions[..], &["Die Lotsinnen gehen weiter, auch im Winter."]].concat();
    let stages = [
        (1, vec!["Einwohner"]),
        (2, vec!["Jedes Kind findet einen Kitaplatz"]),
        (3, decided),
        (4, vec!["Kita-Lotsinnen"]),
        (5, vec!["Platz gefunden, 3. Quartal 2026", "Jedes zweite Kind hat einen Platz"]),
    ];
    for (number, says) in stages {
        for it in says {
            assert!(stage(number).contains(it), "{it} at {number}: {}", stage(number));
        }
    }
    // From each end to the other.
    let quarter = town.story.quarters[0].0.clone();
    let figure = format!("figure/quartier:population:2023-12-31:{quarter}");
    let effects = ["Kita-Lotsinnen", "Platz gefunden", "Jedes zweite Kind hat einen Platz"];
    let back = [&["Einwohner"][..], &decisions].concat();
    for (from, says) in [
        ("promise/1", effects.to_vec()),
        (&figure, effects.to_vec()),
        ("meeting-decision/1-1-2", vec!["Kita-Lotsinnen", "Schlüssel besorgen"]),
        ("effect-card/1", back),
    ] {
        let address = format!("/musterstadt/faden/{from}");
        let text = town.coordination().get(&address).await.expect_status(200).body_text();
        for it in says {
            assert!(text.contains(it), "{it} at {address}: {text}");
        }
    }
}

/// Who has no account reads what was decided in public, and nothing of what it rests on.
pub async fn the_public_follows_what_is_public(town: &mut Town) {
    let mut public = Browser::new(&town.story.demo.app, "de");
    for address in ["/musterstadt/atlas/entscheidungen/1", "/musterstadt/beschluesse/oeffentlich"] {
        let page = public.get(address).await.expect_status(200);
        assert!(!page.body_text().contains("Maßnahme daraus planen"), "{address}");
    }
    for address in ["/musterstadt/faden/measure/1", "/musterstadt/faden/promise/1", MEASURE, CARD] {
        let page = public.get(address).await;
        assert_ne!(page.status, 200, "{address}");
    }
}

/// The figure that stays inside is cited by a measure, a Vorlage and an answer: no address of the city shows
/// it to anybody outside the administration.
pub async fn no_canary_reaches_anybody_outside(town: &Town) {
    let demo = &town.story.demo;
    let code = &town.story.quarters[0].0;
    let filled = |path: &str| {
        let path = path.replace("{von}", "musterstadt").replace("{format}", "docx");
        let path = path.replace("{ebene}", "quartier").replace("{art}", "measure");
        address(&path, "musterstadt", code)
    };
    // A PDF is made of the very blocks of the DOCX.
    let paths = demo.paths().into_iter().filter(|it| !it.ends_with("/pdf"));
    let addresses: Vec<String> = paths.map(filled).collect();
    let inside = ["coordination", "statistics-office", "department", "reader"];
    for reader in Reader::all(&demo.app) {
        let mut browser = reader.browser(&demo.app, "de").await;
        let mut seen = 0;
        for address in &addresses {
            let found = numbers_in(&browser.get(address).await, &town.inside.numbers);
            let may = inside.contains(&reader.name);
            assert!(may || found.is_empty(), "{} reads {found:?} at {address}", reader.name);
            seen += found.len();
        }
        assert_eq!(seen > 0, inside.contains(&reader.name), "{} has seen {seen}", reader.name);
    }
}
