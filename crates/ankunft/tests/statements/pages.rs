//! How many statements a page needs does not depend on how much a city has, and what is computed
//! once is not computed again by the next reader.

use std::collections::BTreeMap;

use ankunft_disclosure::Nutzung;
use ankunft_platform::changes::Author;
use ankunft_platform::settings;
use ankunft_platform::web::App;
use ankunft_testkit::Browser;

use crate::common::Demo;
use crate::common::planting::{plant, protected};
use crate::common::statements::{self, MOST, MOST_IN_THE_MORNING};

/// The pages that people open most.
const PAGES: [&str; 12] = [
    "",
    "/atlas",
    "/atlas?merkmal=population",
    "/atlas/ankunft",
    "/atlas/quartiere/CODE?ebene=quartier",
    "/atlas/veraenderungen",
    "/atlas/daten",
    "/steuerung",
    "/fonds",
    "/anfragen",
    "/ogc/collections/quartier/items?f=json&limit=5",
    "/ogc/collections/quartier/items?f=json&properties=population",
];

/// The statements of each page, once warm.
async fn count(app: &App, browser: &mut Browser, code: &str) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for path in PAGES {
        counts.insert(path, ask(app, browser, &path.replace("CODE", code)).await.1);
    }
    counts
}

async fn ask(app: &App, browser: &mut Browser, path: &str) -> (usize, usize) {
    let (status, first, then) =
        statements::ask(app, browser, &format!("/musterstadt{path}"), 3).await;
    assert_eq!(status, 200, "{path}");
    (first, then)
}

#[tokio::test]
async fn a_page_needs_as_many_statements_however_much_a_city_has() {
    let _alone = statements::count().await;
    let demo = Demo::new().await;
    demo.assess("musterstadt").await;
    let code = demo.codes("musterstadt").await[0].1.clone();
    let mut browser = Browser::log_in(&demo.app, "coordination@leser.example", "de").await;
    let few = count(&demo.app, &mut browser, &code).await;
    let most = |page: &str| if page.is_empty() { MOST_IN_THE_MORNING } else { MOST };
    assert!(few.iter().all(|(page, it)| (1..=most(page)).contains(it)), "{few:?}");

    let programme = ankunft_musterstadt::programme(ankunft::demo::SEED);
    let city = programme.cities.iter().find(|it| it.slug == "musterstadt").expect("Musterstadt");
    for base in [11_365_139, 12_365_139, 13_365_139] {
        plant(&demo, city, base, (protected(), Nutzung::Public)).await;
    }
    demo.assess("musterstadt").await;
    assert_eq!(count(&demo.app, &mut browser, &code).await, few);

    // After a change that no figure depends on, nothing is read anew but what the city has.
    let mut change = demo.app.store.change(Author::program("test")).await.expect("a change");
    let tenant = demo.tenant("musterstadt").await;
    settings::set(&mut change, tenant, "test", "anything").await.expect("a setting");
    change.commit().await.expect("a commit");
    let (anew, then) = ask(&demo.app, &mut browser, "/atlas/veraenderungen").await;
    let shelf = anew - then;
    let (again, _) = ask(&demo.app, &mut browser, "/atlas").await;
    assert_eq!(again, few["/atlas"], "another page finds it read");
    assert!((1..=MOST).contains(&shelf), "{shelf} statements to read what the city has");
}
