//! The Statistikstelle opens to the statistics office of the city, and changes nothing without
//! a token.

use ankunft_platform::permission::Role;

use crate::town::{Browser, PASSWORD, Town};

const PAGES: [&str; 6] = ["", "/sperrungen", "/1", "/1/csv", "/1/weitergaben", "/1/freigabe"];
const FORMS: [(&str, [(&str, &str); 2]); 2] = [
    ("/musterstadt/statistikstelle/1/freigabe", [("runden", "5"), ("kreis", "public")]),
    ("/musterstadt/statistikstelle/1/sperrung", [("grund", "Probe"), ("freigabe", "")]),
];

async fn somebody(town: &Town, role: Role) -> Browser {
    let email = format!("{}@musterstadt.example", role.code());
    town.person(&email, role).await;
    let mut browser = Browser::default();
    browser.log_in(town, &email, PASSWORD).await;
    browser
}

#[tokio::test]
async fn no_other_role_reads_or_changes_anything() {
    let town = Town::found().await;
    for role in Role::ALL.into_iter().filter(|it| *it != Role::StatisticsOffice) {
        let mut browser = somebody(&town, role).await;
        for page in PAGES.iter().chain(&["/1/sperrung"]) {
            let address = format!("/musterstadt/statistikstelle{page}");
            let answer = browser.get(&town, &address).await;
            assert_eq!(answer.status, 403, "{} at {address}", role.code());
            let entry = "href=\"/musterstadt/statistikstelle\"";
            assert!(!answer.text.contains(entry), "not in the navigation");
        }
        for (address, form) in &FORMS {
            let answer = browser.post(&town, ("/konto", address), form).await;
            assert_eq!(answer.status, 403, "{} at {address}", role.code());
        }
    }
    let mut public = Browser::default();
    for page in PAGES {
        let answer = public.get(&town, &format!("/musterstadt/statistikstelle{page}")).await;
        assert_eq!(answer.status, 303);
        assert!(answer.location().starts_with("/anmelden"));
    }
    for (address, form) in &FORMS {
        assert_eq!(public.post(&town, ("/anmelden", address), form).await.status, 401);
    }
}

#[tokio::test]
async fn the_office_reads_its_city_alone_and_sends_its_own_forms() {
    let town = Town::found().await;
    let mut office = somebody(&town, Role::StatisticsOffice).await;
    for language in ["de", "en"] {
        for (page, status) in [("", 200), ("/sperrungen", 200), ("/1", 404), ("/x", 404)] {
            let address = format!("/musterstadt/statistikstelle{page}?sprache={language}");
            assert_eq!(office.get(&town, &address).await.status, status, "{address}");
        }
    }
    assert_eq!(office.get(&town, "/neuburg/statistikstelle").await.status, 403);
    for (address, form) in &FORMS {
        assert_eq!(office.post_bare(&town, address, form).await.status, 403, "without a token");
        let answer = office.post(&town, ("/musterstadt/statistikstelle", address), form).await;
        assert_eq!(answer.status, 404, "there is no Datenstand 1");
    }
}
