//! Every door, asked by everybody: the public and each role, in German and English. Every page
//! that comes is checked for what holds on all pages.

use ankunft_platform::permission::Verdict;

use crate::common::{Demo, Reader, address};

#[tokio::test]
async fn every_door_answers_as_the_permission_table_says() {
    let demo = Demo::new().await;
    demo.assess("musterstadt").await;
    let codes = demo.codes("musterstadt").await;
    let (geography, code) = codes.first().expect("a geography");
    let mut pages = 0;
    let mut wrong = std::collections::BTreeSet::new();
    for language in ["de", "en"] {
        for reader in Reader::all(&demo.app) {
            let mut browser = reader.browser(&demo.app, language).await;
            for route in demo.app.parts.routes().filter(|it| it.method() == "GET") {
                let path = route.path().replace("{ebene}", geography);
                let asked = address(&path, "musterstadt", code);
                let page = browser.get(&asked).await;
                let status = page.status.as_u16();
                let verdict = demo.app.permissions.decide(&reader.actor(), route.action());
                let fits = match verdict {
                    // What a path names may not be there: a file 1, an invitation 1.
                    Verdict::Yes if asks_for_one(route.path()) => status < 500,
                    // What only the programme's own tenant has, a city has not.
                    Verdict::Yes if is_of_programme(route.path()) => [200, 404].contains(&status),
                    Verdict::Yes => status == 200 || page.location().is_some(),
                    Verdict::Hidden => status == 404,
                    Verdict::Refused if reader.email.is_some() => status == 403,
                    Verdict::Refused => page.location().is_some_and(|it| it.contains("/anmelden")),
                };
                if !fits {
                    let who = reader.name;
                    wrong.insert(format!("{who} at {asked}: {status}, the table says {verdict:?}"));
                }
                assert!(status != 303 || page.location().is_some(), "{asked} leads nowhere");
                if let Some(html) = page.html() {
                    pages += 1;
                    let lang = html.root_element().attr("lang");
                    assert_eq!(lang, Some(language), "{} at {asked}", reader.name);
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(pages >= 10, "{pages} pages");
}

#[tokio::test]
async fn what_is_not_there_is_said_on_a_page() {
    let demo = Demo::new().await;
    let mut browser = ankunft_testkit::Browser::new(&demo.app, "de");
    for address in [
        "/atlantis/atlas",
        "/musterstadt/gibt-es-nicht",
        "/musterstadt/atlas/quartiere/gibt-es-nicht",
        "/gibt-es-nicht",
    ] {
        let page = browser.get(address).await.expect_status(404);
        assert!(page.html().is_some(), "{address} is no page");
    }
    for address in [
        "/musterstadt/atlas?ebene=x&merkmal=x&stichtag=x&klassen=x",
        "/musterstadt/atlas?merkmal=%00%27%22%3Cscript%3E",
        "/musterstadt/atlas/vergleich?gebiet=x&gebiet=",
    ] {
        assert!(browser.get(address).await.status.as_u16() < 500, "{address}");
    }
}

/// Whether a path names something by a number or token that a test does not have.
fn is_of_programme(path: &str) -> bool {
    let own = [
        "/austausch/datenstaende",
        "/austausch/vorlage.xlsx",
        "/kernindikatoren/",
        "/programm/termine/neu",
    ];
    path.strip_prefix("/{kommune}").is_some_and(|it| own.iter().any(|own| it.starts_with(own)))
}

fn asks_for_one(path: &str) -> bool {
    // What is to be put on an agenda or into a Vorgang stands in its query.
    let asks = ["/gremien/tagesordnung", "/vorgang/ablegen"].iter().any(|it| path.ends_with(it));
    asks || path
        .split('/')
        .any(|it| it.starts_with('{') && !["{kommune}", "{code}", "{ebene}"].contains(&it))
}
