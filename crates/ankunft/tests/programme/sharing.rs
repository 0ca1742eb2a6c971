//! Sharing inside one installation.

use ankunft_platform::changes::{self, Author};
use ankunft_platform::permission::Role;
use ankunft_platform::withdrawals::{self, Thing};
use ankunft_testkit::Browser;

use super::people::{NEW, TAKER, World, findings, numbers, other, staff, text};
use crate::common::planting::numbers_in;

const GRANT: &str = "/musterstadt/austausch/weitergaben/1";

fn gotten(tail: &str) -> String {
    format!("/{TAKER}/austausch/erhalten/musterstadt/1{tail}")
}

pub async fn only_what_is_released_for_the_programme_can_go(world: &mut World) {
    let page = world.giver.get(NEW).await.expect_status(200);
    let offered = page.attributes("select[name=tabelle] option", "value");
    assert!(offered.contains(&world.shared.accepted.version.to_string()));
    for planted in [&world.hidden, &world.inside] {
        assert!(!offered.contains(&planted.accepted.version.to_string()), "not released for it");
    }
    let to = world.here(TAKER).await;
    let typed = [
        ("tabelle", world.inside.accepted.version.to_string()),
        ("an", to),
        ("zweck", String::new()),
        ("bis", "01.01.2020".to_owned()),
    ];
    let typed = typed.each_ref().map(|(name, value)| (*name, value.as_str()));
    let refused = world.giver.post(NEW, NEW, &typed).await.expect_status(422);
    assert_eq!(refused.texts(".fehlerliste li").len(), 3, "table, purpose and day");
    let nobody = Browser::new(&world.demo.app, "de").get(NEW).await;
    assert_eq!(nobody.status, 303, "the way to log in");
    assert_eq!(world.office.get(NEW).await.status, 403, "the office releases, and gives nothing");
}

pub async fn nobody_sees_anything_before_the_office_consents(world: &mut World) {
    let to = world.here(TAKER).await;
    assert_eq!(world.propose(&to, "2027-12-31").await, GRANT);
    for address in [gotten(""), gotten("/paket.zip")] {
        assert_eq!(world.taker.get(&address).await.status, 404, "{address}");
    }
    assert_eq!(world.giver.get(&format!("{GRANT}/paket.zip")).await.status, 404);
    let list = world.taker.get(&format!("/{TAKER}/austausch")).await.expect_status(200);
    assert!(!list.body_text().contains("Kanarien"), "not even its title");
    let morning = world.office.get("/musterstadt").await.expect_status(200);
    assert!(morning.body_text().contains("Der Weitergabe von „Kanarien“ an"));
    // The coordination cannot consent for the office.
    let own = world.giver.post(GRANT, &format!("{GRANT}/zustimmen"), &[]).await;
    assert_eq!(own.status, 403);
}

pub async fn one_of_many_consents_takes_effect(world: &mut World) {
    let to = format!("{GRANT}/zustimmen");
    let mut tasks = Vec::new();
    for _ in 0..64 {
        let (mut browser, to) = (world.office.clone(), to.clone());
        tasks
            .push(tokio::spawn(async move { browser.post(GRANT, &to, &[]).await.status.as_u16() }));
    }
    for task in tasks {
        assert_eq!(task.await.expect("no panic"), 303);
    }
    let tenant = world.demo.tenant("musterstadt").await;
    let mut read = world.demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    let consents = log.iter().filter(|it| it.action == "grant.consent" && it.note == "office");
    assert_eq!(consents.count(), 1);
}

pub async fn the_package_says_what_the_page_says(world: &mut World) {
    let page = world.taker.get(&gotten("")).await.expect_status(200);
    assert!(page.body_text().contains("31.12.2027") && page.body_text().contains("Vergleich"));
    assert!(numbers_in(&page, &world.shared.numbers).is_empty(), "figures stand in the file alone");
    let file = world.taker.get(&gotten("/paket.zip")).await.expect_status(200);
    assert_eq!(file.media_type(), "application/zip");
    assert_eq!(numbers(&file.body, &world.shared), world.shared.numbers, "each figure");
    for secret in [&world.hidden, &world.inside] {
        assert!(numbers(&file.body, secret).is_empty(), "and no other");
    }
    let again = world.taker.get(&gotten("/paket.zip")).await.expect_status(200);
    assert_eq!(file.body, again.body, "the same bytes");
    let figures = text(&file.body, "figures.csv");
    assert!(figures.starts_with("area,name,indicator,period,value,state,unreliable\n"));
    let codebook = text(&file.body, "codebook.json");
    assert!(codebook.contains("5er-Rundung") && codebook.contains("\"population\""));
    let consent = text(&file.body, "consent.json");
    assert!(consent.contains("statistics-office") && consent.contains("Vergleich der Zuzüge"));
    assert!(text(&file.body, "areas.geojson").contains("MultiPolygon"));
    let register = world.taker.get(&format!("/{TAKER}/austausch/register")).await;
    assert_eq!(register.expect_status(200).texts("main tbody tr").len(), 2, "each time");
    pages_tell_of_the_granted_releases_alone(world).await;
    let register = world.giver.get("/musterstadt/austausch/register.csv").await;
    let register = register.expect_status(200).body_text();
    assert!(register.contains("fetched") && register.contains("Gradlingen"), "{register}");
}

async fn pages_tell_of_the_granted_releases_alone(world: &mut World) {
    use ankunft_programme::exchange::{make, store::grants};
    let app = &world.demo.app;
    let mut read = app.store.read().await.expect("a connection");
    let giver = ankunft_platform::tenant::by_slug(&mut read, "musterstadt").await;
    let giver = giver.expect("a database").expect("a city");
    let grant = grants::one(&mut read, giver.tenant, 1).await.expect("a database");
    let mut grant = grant.expect("a grant");
    let told = make::granted(&mut read, app, (&giver, &grant)).await.expect("figures");
    assert_eq!(told.expect("some").releases, grant.releases);
    grant.releases.clear();
    let told = make::granted(&mut read, app, (&giver, &grant)).await.expect("figures");
    assert_eq!(told, None, "what is released is not yet granted");
}

pub async fn nothing_crosses_without_a_grant(world: &mut World) {
    let slug = other();
    let foreign = [
        gotten(""),
        gotten("/paket.zip"),
        format!("/{slug}/austausch/erhalten/musterstadt/1"),
        format!("/{slug}/austausch/erhalten/musterstadt/1/paket.zip"),
        format!("{GRANT}/paket.zip"),
    ];
    for address in foreign {
        let page = world.other.get(&address).await;
        assert!([403, 404].contains(&page.status.as_u16()), "{address}: {}", page.status);
    }
    // A package for one city, brought to another.
    let file = world.taker.get(&gotten("/paket.zip")).await.expect_status(200).body;
    let to = format!("/{slug}/austausch/pakete/neu");
    let kept = world.other.upload(&to, &to, "paket.zip", &file).await.expect_status(303);
    let page = world.other.get(&kept.location().expect("a page")).await.expect_status(200);
    assert!(findings(&page).contains("ist für „Gradlingen“ bestimmt"), "{}", page.body_text());
    let accept = format!("{}/annehmen", kept.location().expect("a page"));
    let from = kept.location().expect("a page");
    assert_eq!(world.other.post(&from, &accept, &[]).await.status, 422);
    // Every other role of the city that gets: only those who exchange.
    let mut reader = staff(&world.demo, TAKER, Role::Reader).await;
    assert_eq!(reader.get(&gotten("/paket.zip")).await.status, 403);
}

pub async fn a_state_is_frozen_once(world: &mut World) {
    let to = world.here("programm").await;
    let grant = world.propose(&to, "2027-06-30").await;
    let _ = world.office.post(&grant, &format!("{grant}/zustimmen"), &[]).await.expect_status(303);
    let new = "/programm/austausch/datenstaende/neu";
    let page = world.programme.get(new).await.expect_status(200);
    let packages = page.attributes("input[name=paket]", "value");
    assert_eq!(packages.len(), 1);
    let refused = world.programme.post(new, new, &[("titel", "Studie")]).await.expect_status(422);
    assert!(refused.body_text().contains("Wählen Sie mindestens ein Paket."));
    let mut tasks = Vec::new();
    for _ in 0..8 {
        let (mut browser, package) = (world.programme.clone(), packages[0].clone());
        tasks.push(tokio::spawn(async move {
            let form = [("titel", "Studie"), ("paket", package.as_str())];
            browser.post(new, new, &form).await.location()
        }));
    }
    for task in tasks {
        let address = task.await.expect("no panic");
        assert_eq!(address.as_deref(), Some("/programm/austausch/datenstaende/1"));
    }
    let page = world.programme.get("/programm/austausch/datenstaende/1").await.expect_status(200);
    assert!(page.body_text().contains("Ankunft, Datenstand 1, "), "{}", page.body_text());
    let zip = "/programm/austausch/datenstaende/1/datenstand.zip";
    let file = world.programme.get(zip).await.expect_status(200).body;
    let inner = super::people::files(&file);
    assert_eq!(inner.len(), 2, "the list, and one package");
    assert_eq!(numbers(&inner[1].1, &world.shared), world.shared.numbers);
    // A city has no such page.
    assert_eq!(world.giver.get("/musterstadt/austausch/datenstaende").await.status, 404);
    what_was_also_read_in_is_one_package(world, &grant).await;
    the_report_names_to_nobody_what_others_give(world).await;
    let before = world.programme.get("/programm/austausch/datenstaende/1/json").await.body_text();
    let form = [("grund", "Zweck erledigt")];
    let _ = world.giver.post(&grant, &format!("{grant}/widerruf"), &form).await.expect_status(303);
    let file = world.programme.get(zip).await.expect_status(200).body;
    assert_eq!(super::people::files(&file).len(), 1, "the file is gone");
    let after = world.programme.get("/programm/austausch/datenstaende/1/json").await.body_text();
    let hash = |text: &str| text.split("\"sha256\":\"").nth(1).map(|it| it[..64].to_owned());
    assert_eq!(hash(&before), hash(&after), "and its hash stays");
    assert!(after.contains("gone_at\":\"20"));
}

/// The same package got here and read in as a file is offered once; a state that holds it twice, as they
/// were frozen once, is handed out with both files.
async fn what_was_also_read_in_is_one_package(world: &mut World, grant: &str) {
    use ankunft_programme::exchange::store::received;
    use ankunft_programme::frozen::model::Frozen;
    use ankunft_programme::frozen::store::{NewPackage, Origin, freeze};
    let number = grant.rsplit('/').next().expect("a number");
    let gotten = format!("/programm/austausch/erhalten/musterstadt/{number}/paket.zip");
    let file = world.programme.get(&gotten).await.expect_status(200).body;
    let bring = "/programm/austausch/pakete/neu";
    let kept = world.programme.upload(bring, bring, "paket.zip", &file).await.expect_status(303);
    let draft = kept.location().expect("a draft");
    let done = world.programme.post(&draft, &format!("{draft}/annehmen"), &[]).await;
    let _ = done.expect_status(303);
    let page = world.programme.get("/programm/austausch/datenstaende/neu").await;
    let packages = page.expect_status(200).attributes("input[name=paket]", "value");
    assert_eq!(packages.len(), 1, "{packages:?}");

    let (city, tenant) =
        (world.demo.tenant("musterstadt").await, world.demo.tenant("programm").await);
    let app = world.demo.app.clone();
    let mut change = app.store.change(Author::program("test")).await.expect("a change");
    let came = received::all(&mut change, tenant).await.expect("packages").remove(0);
    let twice = |origin| NewPackage {
        it: Frozen {
            package: came.package.clone(),
            title: came.title.clone(),
            issuer: came.issuer.clone(),
            hash: came.hash.clone(),
            gone_at: None,
        },
        origin,
        bytes: file.clone(),
    };
    let granted = Origin::Granted(city, number.parse().expect("a number"));
    let both = [twice(granted), twice(Origin::Received(came.number))];
    let state = freeze(&mut change, tenant, "Doppelt", &both).await.expect("a state");
    change.commit().await.expect("a commit");
    let zip = format!("/programm/austausch/datenstaende/{state}/datenstand.zip");
    let file = world.programme.get(&zip).await.expect_status(200).body;
    assert_eq!(
        super::people::files(&file).len(),
        3,
        "the list, and each file by a name of its own"
    );
}

async fn the_report_names_to_nobody_what_others_give(world: &mut World) {
    let report = |slug: &str| format!("/{slug}/programm/bericht");
    let states = "Eingefrorene Datenstände";
    let page = world.programme.get(&report("programm")).await.expect_status(200).body_text();
    assert!(page.contains("Kanarien (bis 30.06.2027)") && page.contains(states), "{page}");
    let page = world.giver.get(&report("musterstadt")).await.expect_status(200).body_text();
    assert!(page.contains("Kanarien (bis 30.06.2027)") && !page.contains(states), "{page}");
    let mut reader = staff(&world.demo, "musterstadt", Role::Reader).await;
    for (browser, slug) in [(&mut world.taker, TAKER), (&mut reader, "musterstadt")] {
        let page = browser.get(&report(slug)).await.expect_status(200).body_text();
        assert!(page.contains("eine Tabelle"), "{slug} knows how many: {page}");
        assert!(!page.contains("Kanarien") && !page.contains(states), "{slug}: {page}");
    }
}

pub async fn a_widerruf_ends_access_at_once(world: &mut World) {
    let to = format!("{GRANT}/widerruf");
    let refused = world.giver.post(GRANT, &to, &[("grund", "")]).await.expect_status(422);
    assert!(refused.body_text().contains("Schreiben Sie den Grund"));
    assert_eq!(world.office.post(GRANT, &to, &[("grund", "x")]).await.status, 403);
    let form = [("grund", "Zweck erledigt")];
    let _ = world.giver.post(GRANT, &to, &form).await.expect_status(303);
    assert_eq!(world.taker.get(&gotten("/paket.zip")).await.status, 404);
    let page = world.taker.get(&gotten("")).await.expect_status(200);
    assert!(page.body_text().contains("hat diese Weitergabe widerrufen"));
    // A copy is out: both sides are asked, until it is said to be gone.
    let asks = "Löschung von „Kanarien“ bei Gradlingen nachfragen";
    assert!(world.giver.get("/musterstadt").await.body_text().contains(asks));
    let asked = "„Kanarien“ von Musterstadt löschen und das bestätigen";
    assert!(world.taker.get(&format!("/{TAKER}")).await.body_text().contains(asked));
    let done = world.taker.post(&gotten(""), &gotten("/geloescht"), &[]).await;
    let _ = done.expect_status(303);
    assert!(!world.giver.get("/musterstadt").await.body_text().contains(asks));
    assert!(!world.taker.get(&format!("/{TAKER}")).await.body_text().contains(asked));
    let page = world.giver.get(GRANT).await.expect_status(200);
    assert!(page.body_text().contains("Löschung bestätigt"));
}

pub async fn a_refusal_and_a_sperrung_give_nothing(world: &mut World) {
    let to = world.here(TAKER).await;
    let refused = world.propose(&to, "2027-12-31").await;
    let form = [("ablehnung", "zu kleinräumig")];
    let done = world.office.post(&refused, &format!("{refused}/ablehnen"), &form).await;
    let _ = done.expect_status(303);
    let late = world.office.post(&refused, &format!("{refused}/zustimmen"), &[]).await;
    let _ = late.expect_status(303);
    let number = refused.rsplit('/').next().expect("a number").to_owned();
    let theirs = format!("/{TAKER}/austausch/erhalten/musterstadt/{number}");
    assert_eq!(world.taker.get(&theirs).await.status, 404, "refused is refused");

    let grant = world.propose(&to, "2027-12-31").await;
    let _ = world.office.post(&grant, &format!("{grant}/zustimmen"), &[]).await.expect_status(303);
    let number = grant.rsplit('/').next().expect("a number").to_owned();
    let theirs = format!("/{TAKER}/austausch/erhalten/musterstadt/{number}/paket.zip");
    let _ = world.taker.get(&theirs).await.expect_status(200);
    let frozen = freeze_again(world).await;
    let app = world.demo.app.clone();
    let mut change = app.store.change(Author::program("test")).await.expect("a change");
    let thing = Thing::DatasetVersion(world.shared.accepted.version);
    let told = withdrawals::withdraw(&mut change, world.shared.tenant, thing, "eine Person").await;
    told.expect("withdrawn");
    change.commit().await.expect("a commit");
    assert_eq!(world.taker.get(&theirs).await.status, 404, "a Sperrung ends it too");
    let state = world.programme.get(&format!("{frozen}/json")).await.expect_status(200);
    assert!(state.body_text().contains("gone_at\":\"20"), "and takes what was frozen");
    let page = world.giver.get(&grant).await.expect_status(200);
    assert!(page.body_text().contains("gesperrt") && page.body_text().contains("nicht bestätigt"));
}

/// Another frozen state, of what the programme may use now; gives its address.
async fn freeze_again(world: &mut World) -> String {
    let to = world.here("programm").await;
    let grant = world.propose(&to, "2027-06-30").await;
    let _ = world.office.post(&grant, &format!("{grant}/zustimmen"), &[]).await.expect_status(303);
    let new = "/programm/austausch/datenstaende/neu";
    let page = world.programme.get(new).await.expect_status(200);
    let package = page.attribute("input[name=paket]", "value").expect("a package");
    let form = [("titel", "Zweite Studie"), ("paket", package.as_str())];
    let done = world.programme.post(new, new, &form).await.expect_status(303);
    let address = done.location().expect("an address");
    let state = world.programme.get(&format!("{address}/json")).await.expect_status(200);
    assert!(state.body_text().contains("gone_at\":null"));
    address
}
