//! No page of governance or programme needs more statements because a city has more of anything. The
//! pages are those that the parts register; each is asked for where most stands around it.

use std::collections::BTreeMap;

use ankunft_platform::web::App;
use ankunft_testkit::Browser;
use ankunft_testkit::plenty::{self, Made, Size};

use crate::common::Demo;
use crate::common::statements::{self, MOST};

/// Routes that are not asked for here, and why.
const LEFT_OUT: &[(&str, &str)] = &[
    ("/{kommune}/steuerung/massnahmen/abgleich/{id}", "only of a file that waits"),
    ("/{kommune}/befunde/{art}/{id}", "a measure has a page of its own for it"),
    ("/{kommune}/programm/unterlagen/{number}", "hands out one file"),
    ("/{kommune}/gremien/kalender/{geheim}/sitzungen.ics", "its secret is shown once"),
    ("/{kommune}/fonds/antraege/{number}/auszahlung/{format}", "for who pays, not who coordinates"),
    ("/{kommune}/austausch/weitergaben/{number}/widerruf.zip", "only of what was revoked"),
    ("/{kommune}/austausch/pakete/neu/{id}", "only of a file that waits"),
    ("/{kommune}/austausch/pakete/{number}/loeschbestaetigung.zip", "only of what was deleted"),
];

/// The file of a Vorgang holds sheets and minutes, up to twelve of each kind, and each is read as its own
/// page is: with twice as many there are not more than twice as many statements.
const PRINTS_EACH: &str = "/{kommune}/anfragen/vorgang.pdf";

/// What asks every kind of thing that can be cited: the searches, and the sheet of a measure with its
/// thread. So many statements are still as many for one thing as for a thousand.
const ASKS_EVERY_KIND: [&str; 4] = [
    "/{kommune}/anfragen/{number}",
    "/{kommune}/steuerung/massnahmen/{number}/blatt/xlsx",
    "/{kommune}/steuerung/massnahmen/{number}/blatt/{format}",
    "/{kommune}/steuerung/massnahmen/{number}/suchen",
];
/// So many for each kind.
const MOST_OF_A_KIND: usize = 6;

/// The registered pages and files of both parts.
fn routes() -> Vec<&'static str> {
    let parts = [ankunft_governance::part(), ankunft_programme::part()];
    let routes = parts.into_iter().flat_map(|it| it.routes);
    let routes = routes.filter(|it| it.method() == "GET").map(|it| it.path());
    routes.filter(|route| !LEFT_OUT.iter().any(|it| it.0 == *route)).collect()
}

/// The statements of each route, once warm; what is not answered with 200 stands in `wrong`.
async fn counts(
    app: &App,
    browser: &mut Browser,
    made: &Made,
    wrong: &mut Vec<String>,
) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for route in routes() {
        let Some(address) = made.address(route) else {
            wrong.push(format!("{route}: no address"));
            continue;
        };
        let (status, _, then) = statements::ask(app, browser, &address, 2).await;
        match status {
            200 => _ = counts.insert(route, then),
            status => wrong.push(format!("{route}: {status} at {address}")),
        }
    }
    counts
}

/// What is left out is registered still.
#[test]
fn what_is_left_out_is_there() {
    let parts = [ankunft_governance::part(), ankunft_programme::part()];
    let all: Vec<&str> = parts.iter().flat_map(|it| &it.routes).map(|it| it.path()).collect();
    for (route, _) in LEFT_OUT {
        assert!(all.contains(route), "{route}");
    }
}

#[tokio::test]
async fn no_page_of_governance_needs_more_statements_where_there_is_more() {
    let demo = Demo::new().await;
    demo.assess("musterstadt").await;
    let (programme, city) = (demo.info("programm").await, demo.info("musterstadt").await);
    let both = (&programme, &city);
    let made = plenty::fill(&demo.app, both, &Size::FEW).await.expect("a few things");
    let _alone = statements::count().await;
    let mut browser = Browser::log_in(&demo.app, plenty::COORDINATION, "de").await;
    let mut wrong = Vec::new();
    let few = counts(&demo.app, &mut browser, &made, &mut wrong).await;
    let made = plenty::fill(&demo.app, both, &Size::MORE).await.expect("many things");
    let more = counts(&demo.app, &mut browser, &made, &mut wrong).await;
    let kinds: usize = ankunft::parts().iter().map(|it| it.citables.len()).sum();
    for (route, count) in &few {
        let most = match *route {
            // Its own, and those of the sheet of a measure.
            PRINTS_EACH => MOST + kinds * MOST_OF_A_KIND,
            it if ASKS_EVERY_KIND.contains(&it) => kinds * MOST_OF_A_KIND,
            _ => MOST,
        };
        if !(1..=most).contains(count) {
            wrong.push(format!("{route}: {count} statements"));
        }
        let mut with_more = *more.get(route).unwrap_or(&0);
        if with_more != *count {
            // What is done once in a while, as a session is touched, is counted with whoever asks then.
            let address = made.address(route).expect("asked before");
            with_more = statements::ask(&demo.app, &mut browser, &address, 4).await.2;
        }
        let fits = match *route {
            PRINTS_EACH => with_more <= 2 * *count,
            _ => with_more == *count,
        };
        if !fits {
            wrong.push(format!("{route}: {count} with few, {with_more} with more"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new(), "{wrong:#?}");
}
