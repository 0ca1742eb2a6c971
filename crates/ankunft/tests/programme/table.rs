//! What the twelve lay on the table for one another, which quarters they chose, and their meetings in the
//! calendars at home.

use ankunft_platform::changes::Author;
use ankunft_platform::permission::Role;
use ankunft_platform::tenant::{self, NewTenant, TenantKind};
use ankunft_testkit::Browser;

use super::people::{TAKER, World, staff};
use crate::common;

const TABLE: &str = "/musterstadt/programm/unterlagen";
const WORD: &[u8] = b"PK\x03\x04 [Content_Types].xml word/document.xml";

/// A programme has no public pages: who comes to its address from outside, or from one of its
/// cities, reads what it is and where to go on; never that "this city" has nothing to show yet.
pub async fn the_front_door_says_who_reads_what_is_behind_it(world: &mut World) {
    let says = "lernen die Kommunen eines Programms voneinander";
    let mut public = Browser::new(&world.demo.app, "de");
    let public = public.get("/programm").await.expect_status(200);
    assert!(public.text("main").contains(says), "{}", public.text("main"));
    assert_eq!(public.attributes("main a", "href"), ["/anmelden?weiter=%2Fprogramm"]);
    let guest = world.giver.get("/programm").await.expect_status(200);
    assert!(guest.text("main").contains(says), "{}", guest.text("main"));
    assert_eq!(guest.attributes("main a", "href"), ["/musterstadt"]);
    let own = world.programme.get("/programm").await.expect_status(200);
    assert!(!own.text("main").contains(says), "{}", own.text("main"));
}

pub async fn what_one_lays_there_all_read(world: &mut World) {
    let whole = [("titel", "Leitfaden Lotsinnen"), ("art", "guide"), ("ausgabe", "2. Auflage")];
    let nothing = world.giver.upload_with(TABLE, TABLE, &[], ("", b"")).await.expect_status(422);
    assert_eq!(nothing.texts(".fehlerliste li").len(), 3, "title, kind, file");
    for bytes in [
        b"MZ\x90\0 a program".as_slice(),
        b"<html><script>",
        b"\x89PNG\r\n\x1a\n a picture",
        b"PK\x03\x04 [Content_Types].xml word/document.xml word/vbaProject.bin",
    ] {
        let file = ("leitfaden.pdf", bytes);
        let refused = world.giver.upload_with(TABLE, TABLE, &whole, file).await.expect_status(422);
        let title = refused.attribute("input[name=titel]", "value");
        assert_eq!(title.as_deref(), Some("Leitfaden Lotsinnen"), "what was typed stays");
    }
    let file = ("leitfaden.docx", WORD);
    let _ = world.giver.upload_with(TABLE, TABLE, &whole, file).await.expect_status(303);
    for (browser, slug) in [(&mut world.taker, TAKER), (&mut world.programme, "programm")] {
        let table = format!("/{slug}/programm/unterlagen");
        let page = browser.get(&table).await.expect_status(200);
        let text = page.body_text();
        assert!(text.contains("Leitfaden Lotsinnen") && text.contains("2. Auflage"), "{slug}");
        assert!(text.contains("DOCX") && text.contains("Musterstadt"), "{text}");
        let file = browser.get(&format!("{table}/1")).await.expect_status(200);
        assert_eq!(file.body, WORD, "the same bytes");
        let kept = file.headers["content-disposition"].to_str().expect("a header").to_owned();
        assert_eq!(kept, "attachment; filename=\"unterlage-1.docx\"");
    }
    taken_back(world).await;
    taken_by_the_programme(world).await;
    research_reads_along(world).await;
    // Who reads only cannot lay anything there; everybody else is outside.
    let mut reader = staff(&world.demo, "musterstadt", Role::Reader).await;
    assert!(reader.get(TABLE).await.expect_status(200).texts("input[type=file]").is_empty());
    let mut public = Browser::new(&world.demo.app, "de");
    assert_eq!(public.get(&format!("{TABLE}/1")).await.status, 303);
    let mut institution = staff(&world.demo, "musterstadt", Role::Institution).await;
    assert_eq!(institution.get(&format!("{TABLE}/1")).await.status, 403);
    assert_eq!(world.taker.get(&format!("/{TAKER}/programm/unterlagen/9")).await.status, 404);
}

/// The research team has a name among those who got a document.
async fn research_reads_along(world: &mut World) {
    let slug = "begleitforschung";
    let mut change = world.demo.app.store.change(Author::program("test")).await.expect("a change");
    let (kind, name) = (TenantKind::Research, "Begleitforschung der Zwölf");
    let new = NewTenant { kind, slug, name, ags: None, language: "de" };
    tenant::found(&mut change, new).await.expect("a tenant");
    change.commit().await.expect("a commit");
    let mut research = staff(&world.demo, slug, Role::Research).await;
    let _ = research.get(&format!("/{slug}/programm/unterlagen/1")).await.expect_status(200);
    let own = world.giver.get(TABLE).await.expect_status(200).body_text();
    assert!(own.contains("Abgeholt von:") && own.contains(name), "{own}");
}

/// Only the city that laid it there takes it back, with a reason, once; who got it stays noted.
async fn taken_back(world: &mut World) {
    let file = ("falsch.docx", WORD);
    let wrong = [("titel", "Falscher Entwurf"), ("art", "other")];
    let _ = world.giver.upload_with(TABLE, TABLE, &wrong, file).await.expect_status(303);
    let theirs = format!("/{TAKER}/programm/unterlagen");
    let _ = world.taker.get(&format!("{theirs}/2")).await.expect_status(200);
    let _ = world.taker.get(&format!("{theirs}/2")).await.expect_status(200);
    let own = world.giver.get(TABLE).await.expect_status(200);
    let (_, of_two) = own
        .text("main")
        .split_once("Falscher Entwurf")
        .map(|it| (it.0.to_owned(), it.1.to_owned()))
        .expect("it");
    assert_eq!(
        of_two.split("Leitfaden").next().expect("its item").matches("Abgeholt von").count(),
        1
    );
    let address = format!("{TABLE}/2");
    let why = [("grund-2", "Es war der falsche Entwurf")];
    let foreign = world.taker.post(&theirs, &format!("{theirs}/2"), &why).await;
    assert_eq!(foreign.status, 404, "another city cannot");
    let empty = world.giver.post(TABLE, &address, &[]).await.expect_status(422);
    assert!(empty.body_text().contains("Schreiben Sie kurz, warum"));
    let mut all = Vec::new();
    for _ in 0..64 {
        let mut browser = world.giver.clone();
        let address = address.clone();
        all.push(tokio::spawn(async move { browser.post(TABLE, &address, &why).await.status }));
    }
    for answer in all {
        assert_eq!(answer.await.expect("no panic"), 303);
    }
    let mut read = world.demo.app.store.read().await.expect("a connection");
    let counted = "select count(*) from change_entry where action = $1";
    for (action, times) in [("document.withdraw", 1_i64), ("document.fetch", 3)] {
        let (found,): (i64,) =
            sqlx::query_as(counted).bind(action).fetch_one(&mut *read).await.expect("a count");
        assert_eq!(found, times, "{action}: once, and each city once");
    }
    drop(read);
    let page = world.taker.get(&theirs).await.expect_status(200);
    assert!(page.body_text().contains("Es war der falsche Entwurf"), "the reason is read");
    assert!(!page.attributes("main a", "href").contains(&format!("{theirs}/2")));
    let gone = world.taker.get(&format!("{theirs}/2")).await.expect_status(404);
    assert!(gone.body_text().contains("wurde zurückgezogen"));
    let own = world.giver.get(TABLE).await.expect_status(200);
    assert!(own.attributes("main form", "action").iter().all(|it| !it.ends_with("/2")));
}

/// The programme takes a document of a city from the table, once and with a reason, and its city reads
/// that and why among its news.
async fn taken_by_the_programme(world: &mut World) {
    let own = "/programm/programm/unterlagen";
    let file = ("zuviel.docx", WORD);
    let names = [("titel", "Liste mit Namen"), ("art", "other")];
    let _ = world.giver.upload_with(TABLE, TABLE, &names, file).await.expect_status(303);
    let page = world.programme.get(own).await.expect_status(200);
    assert!(page.body_text().contains("Warum nehmen Sie „Liste mit Namen“ von Musterstadt"));
    let address = format!("{own}/3");
    let empty = world.programme.post(own, &address, &[]).await.expect_status(422);
    assert!(empty.body_text().contains("Schreiben Sie kurz, warum"));
    let why = [("grund-3", "Darin stehen Namen von Menschen")];
    let mut all = Vec::new();
    for _ in 0..64 {
        let (mut browser, address) = (world.programme.clone(), address.clone());
        all.push(tokio::spawn(async move { browser.post(own, &address, &why).await.status }));
    }
    for answer in all {
        assert_eq!(answer.await.expect("no panic"), 303);
    }
    let mut read = world.demo.app.store.read().await.expect("a connection");
    let counted = "select count(*) from change_entry where action = $1";
    for (action, times) in [("document.remove", 1_i64), ("document.withdraw", 1)] {
        let (found,): (i64,) =
            sqlx::query_as(counted).bind(action).fetch_one(&mut *read).await.expect("a count");
        assert_eq!(found, times, "{action}");
    }
    drop(read);
    let _ = world.taker.get(&format!("/{TAKER}/programm/unterlagen/3")).await.expect_status(404);
    let own = world.giver.get(TABLE).await.expect_status(200).body_text();
    let line = own.split("Liste mit Namen").nth(1).expect("it stays to be read");
    assert!(line.contains("Zurückgezogen von ") && line.contains("Darin stehen Namen"), "{line}");
    assert!(!line.split("Darin").next().expect("before").contains("Zurückgezogen von Musterstadt"));
    let news = "vom Tisch genommen: Darin stehen Namen von Menschen";
    let morning = world.giver.get("/musterstadt").await.expect_status(200).body_text();
    assert!(morning.contains(news), "{morning}");
    let theirs = world.taker.get(&format!("/{TAKER}")).await.expect_status(200).body_text();
    assert!(!theirs.contains(news), "it is the news of its city");
}

pub async fn only_what_was_published_is_chosen(world: &mut World) {
    let address = format!("/{TAKER}/auswahl");
    let page = world.taker.get(&address).await.expect_status(200);
    assert!(page.body_text().contains("Noch hat keine Kommune eine Entscheidung veröffentlicht"));
    decide(world).await;
    let before = world.taker.get(&address).await.expect_status(200).body_text();
    assert!(!before.contains("Weil dort viele ankommen"), "a decision is the city's own");
    publish(world, true).await;
    let page = world.taker.get(&address).await.expect_status(200);
    assert!(page.texts("main th").contains(&"Art des Gebiets".to_owned()));
    let text = page.body_text();
    assert!(
        text.contains("Weil dort viele ankommen") && text.contains("Steuerungsrunde"),
        "{text}"
    );
    assert!(text.contains("Querschnitt") || text.contains("querschnitt"), "how it works beside");
    assert!(!text.contains("Zweite Wahl"), "which others were discussed stays in the city");
    publish(world, false).await;
    let after = world.taker.get(&address).await.expect_status(200).body_text();
    assert!(
        !after.contains("Weil dort viele ankommen"),
        "what is taken back is taken back here too"
    );
}

/// A decision among two candidates, as it stands in the database.
async fn decide(world: &World) {
    let tenant = world.demo.tenant("musterstadt").await.id();
    let mut upkeep = world.demo.app.store.upkeep().await.expect("a connection");
    for (number, name) in [(1_i64, "Fuchsrain"), (2, "Zweite Wahl")] {
        sqlx::query(
            "insert into candidate (tenant, number, geography, area, name) \
             values ($1, $2, 'quartier', $3, $4)",
        )
        .bind(tenant)
        .bind(number)
        .bind(format!("0{number}"))
        .bind(name)
        .execute(&mut *upkeep)
        .await
        .expect("a candidate");
    }
    upkeep.commit().await.expect("a commit");
    use ankunft_atlas::candidates::store::decisions::{NewDecision, decide};
    let new = NewDecision {
        on_date: "2026-03-02".into(),
        body: "Steuerungsrunde".into(),
        reason: "Weil dort viele ankommen".into(),
        tally: "{}".into(),
        candidates: vec![(1, true, 0), (2, false, 0)],
        ..NewDecision::default()
    };
    let tenant = world.demo.tenant("musterstadt").await;
    let author = Author::program("test");
    let mut change = world.demo.app.store.change(author).await.expect("a change");
    decide(&mut change, tenant, &new).await.expect("a decision");
    change.commit().await.expect("a commit");
}

async fn publish(world: &World, is_public: bool) {
    use ankunft_atlas::candidates::store::decisions::publish;
    let tenant = world.demo.tenant("musterstadt").await;
    let author = Author::program("test");
    let mut change = world.demo.app.store.change(author).await.expect("a change");
    publish(&mut change, tenant, 1, is_public).await.expect("published");
    change.commit().await.expect("a commit");
}

pub async fn meetings_stand_in_the_calendar_at_home(world: &mut World) {
    let email = "kalender@musterstadt.example";
    let mut browser = common_holder(world, email).await;
    let page = "/musterstadt/gremien/kalender";
    let made = browser.post(page, page, &[("absicht", "neu")]).await.expect_status(200);
    let text = made.text("main code");
    let address = text.split_once("/musterstadt").map(|it| format!("/musterstadt{}", it.1));
    let address = address.unwrap_or_else(|| panic!("no address in {text}"));
    let mut program = Browser::new(&world.demo.app, "de");
    let calendar = program.get(&address).await.expect_status(200);
    let calendar = String::from_utf8(calendar.body).expect("text").replace("\r\n ", "");
    assert!(calendar.contains("Zweite Werkstatt") && calendar.contains("Kassel"), "{calendar}");
    assert!(calendar.contains("DTSTART;VALUE=DATE:20370510\r\nDTEND;VALUE=DATE:20370511"));
}

/// Somebody of the coordination with a Stelle.
async fn common_holder(world: &World, email: &str) -> Browser {
    use ankunft_platform::accounts::{self, Membership, NewAccount};
    use ankunft_platform::register::posts::{self, Tenure};
    let demo: &common::Demo = &world.demo;
    let tenant = demo.tenant("musterstadt").await;
    let mut change = demo.app.store.change(Author::program("test")).await.expect("a change");
    let new = NewAccount { email, name: email, password_hash: None, language: "de" };
    let account = accounts::create(&mut change, new).await.expect("an account");
    let person = posts::add_person(&mut change, tenant, email, None).await.expect("a person");
    let role = Role::Coordination;
    let membership = Membership { tenant, account, role, person: Some(person) };
    accounts::grant(&mut change, &membership).await.expect("a role");
    let post = posts::add_post(&mut change, tenant, email, None).await.expect("a Stelle");
    let (kind, from_date) = ("holder".to_owned(), "2020-01-01".to_owned());
    let tenure = Tenure { id: 0, post, person, kind, from_date, to_date: None };
    posts::add_tenure(&mut change, tenant, &tenure).await.expect("a tenure");
    change.commit().await.expect("a commit");
    Browser::log_in(&demo.app, email, "de").await
}
