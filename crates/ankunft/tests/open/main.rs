//! Open data: the files of the atlas say the same as its pages and as one another, describe
//! themselves, and what is documented is what is given.

mod arrival;
#[path = "../common/mod.rs"]
mod common;
mod csvw;
mod files;
mod guard;
mod ogc;
mod openapi;

use ankunft_testkit::Browser;
use common::Demo;

/// The addresses of all CSV files of the public: arrival quarters, and each measure of each
/// geography, newest and older.
async fn csv_files(demo: &Demo) -> Vec<String> {
    demo.assess("musterstadt").await;
    let mut browser = Browser::new(&demo.app, "de");
    let arrival = "/musterstadt/atlas.csv?ebene=quartier&merkmal=ankunft";
    let mut all = vec![arrival.to_owned(), "/musterstadt/atlas.csv".to_owned()];
    for (geography, code) in demo.codes("musterstadt").await {
        let page = format!("/musterstadt/atlas?ebene={geography}&merkmal=population");
        let html = browser.get(&page).await.html().expect("a page");
        for name in ["merkmal", "stichtag"] {
            for value in values(&html, name).iter().filter(|it| *it != "ankunft") {
                all.push(format!("/musterstadt/atlas.csv?ebene={geography}&{name}={value}"));
            }
        }
        all.push(format!("/musterstadt/atlas/quartiere/{code}/csv?ebene={geography}"));
    }
    all
}

/// The values that a form offers.
fn values(html: &scraper::Html, name: &str) -> Vec<String> {
    let selector = format!("select[name={name}] option");
    let selector = scraper::Selector::parse(&selector).expect("a selector");
    html.select(&selector).filter_map(|it| it.attr("value").map(str::to_owned)).collect()
}
