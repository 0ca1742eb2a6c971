//! What the standard leaves to us: states, filters, circles, the Masterportal.

use ankunft_disclosure::Nutzung;
use ankunft_testkit::Browser;
use serde_json::Value;

use super::Test;
use super::service::{BASE, Service};
use crate::common::planting::{self, PERIOD};

pub fn all() -> Vec<Test> {
    super::tests![
        "own: each number stands beside its state, as in the CSV" => states,
        "own: properties filter" => filters,
        "own: only the properties that are asked for come" => properties,
        "own: a page of another house may read what is public" => foreign_pages,
        "own: a Masterportal gets its layers" => masterportal,
        "own: internal figures are for those inside, and noted" => circles,
    ]
}

async fn states(it: &mut Service) {
    let mut browser = Browser::new(&it.demo.app, "de");
    for measure in ["population", "share_foreigners", "arrivals_abroad_rate"] {
        let address = format!("/musterstadt/atlas.csv?ebene=quartier&merkmal={measure}");
        let csv = browser.get(&address).await.expect_status(200).body_text();
        let features = it.features("quartier", "").await;
        let mut compared = 0;
        for line in csv.lines().skip(1) {
            let cells: Vec<&str> = line.split(',').collect();
            let Some(feature) = features.iter().find(|it| it["id"] == cells[0]) else { continue };
            let properties = &feature["properties"];
            assert_eq!(properties[measure].as_f64(), cells[4].parse().ok(), "{line}");
            assert_eq!(properties[format!("{measure}_status")], cells[5], "{line}");
            compared += 1;
        }
        assert!(compared > 20, "{measure}: {compared}");
    }
    let features = it.features("quartier", "").await;
    assert_eq!(features[0]["properties"]["arrivals_abroad_period"], "2024h2");
}

async fn filters(it: &mut Service) {
    let all = it.features("quartier", "").await;
    let one = &all[2]["properties"];
    let population = one["population"].as_f64().expect("a number");
    for (name, value) in [
        ("code", one["code"].as_str().expect("a key").to_owned()),
        ("population", population.to_string()),
        ("population", format!("{population}.0")),
    ] {
        let found = it.features("quartier", &format!("&{name}={value}")).await;
        assert!(found.iter().any(|it| it["id"] == all[2]["id"]), "{name}={value}");
        assert!(found.len() < all.len(), "{name}={value}");
    }
    assert_eq!(it.features("quartier", "&population_status=value").await.len(), all.len());
    assert!(it.features("quartier", "&population=x").await.is_empty());
    // Filters may follow the pages.
    let page = it.json("/collections/quartier/items?population_status=value&limit=2").await;
    let next = super::service::link(&page, "next").expect("a page");
    assert!(next.contains("population_status=value"), "{next}");
}

/// A figure that is asked for comes with what is said about it; nothing else comes.
async fn properties(it: &mut Service) {
    let all = it.features("quartier", "").await;
    let names = |it: &Value| -> Vec<String> {
        let mut names: Vec<String> =
            it["properties"].as_object().expect("properties").keys().cloned().collect();
        names.sort();
        names
    };
    for (asked, expected) in [
        ("name", vec!["name"]),
        ("name,population", vec!["name", "population", "population_status"]),
        ("population_status", vec!["population", "population_status"]),
        (
            "arrivals_abroad",
            vec!["arrivals_abroad", "arrivals_abroad_period", "arrivals_abroad_status"],
        ),
    ] {
        // What is chosen by need not be said.
        for filter in ["", "&population_status=value"] {
            let some = it.features("quartier", &format!("&properties={asked}{filter}")).await;
            assert_eq!(some.len(), all.len(), "{asked}{filter}");
            for (one, whole) in some.iter().zip(&all) {
                assert_eq!(names(one), expected, "{asked}{filter}");
                assert_eq!(one["geometry"], whole["geometry"]);
                for name in &expected {
                    assert_eq!(one["properties"][name], whole["properties"][name], "{asked}");
                }
            }
        }
    }
    let code = all[0]["id"].as_str().expect("a key");
    let one = it.json(&format!("/collections/quartier/items/{code}?properties=population")).await;
    assert_eq!(names(&one), ["population", "population_status"]);
    for wrong in ["", "x", "population,", "population,x"] {
        let answer = it.get(&format!("/collections/quartier/items?properties={wrong}")).await;
        assert_eq!(answer.status, 400, "{wrong}");
    }
    let page = it.page(&format!("/collections/quartier/items/{code}?properties=population")).await;
    let name = all[0]["properties"]["name"].as_str().expect("a name");
    assert!(page.expect_status(200).body_text().contains(name));
}

async fn foreign_pages(it: &mut Service) {
    let public = it.get("/collections/quartier/items?limit=1").await;
    assert_eq!(public.header("access-control-allow-origin"), "*");
    assert!(public.headers.get_all("vary").iter().any(|it| it == "accept"));
    let mut inside = Browser::log_in(&it.demo.app, "coordination@leser.example", "de").await;
    let answer = inside.get("/musterstadt/ogc/collections/quartier/items?limit=1").await;
    assert_eq!(answer.headers.get("access-control-allow-origin"), None);
}

async fn masterportal(it: &mut Service) {
    let document = it.json("/services.json").await;
    let layers = document.as_array().expect("layers");
    let ids = it.collections().await;
    assert_eq!(layers.len(), ids.len());
    for (layer, id) in layers.iter().zip(ids) {
        assert_eq!(layer["typ"], "OAF");
        assert_eq!((&layer["url"], &layer["collection"]), (&BASE.into(), &Value::from(id.clone())));
        let text = |name: &str| layer[name].as_str().expect("a text");
        let (url, crs) = (text("url"), text("crs"));
        let asked = format!("{url}/collections/{id}/items?limit={}&crs={crs}", layer["limit"]);
        let features = it.json(&asked).await;
        assert_eq!(features["numberMatched"], features["numberReturned"]);
    }
}

/// Figures for the administration: nobody outside reads number or day, and who does is noted.
async fn circles(it: &mut Service) {
    let programme = ankunft_musterstadt::programme(ankunft::demo::SEED);
    let city = programme.cities.iter().find(|it| it.slug == "musterstadt").expect("Musterstadt");
    let inside = (planting::protected(), Nutzung::Administration);
    let planted = planting::plant(&it.demo, city, 14_111_111, inside).await;
    let path = "/musterstadt/ogc/collections/quartier/items";
    let mut outside = Browser::new(&it.demo.app, "de");
    let public = outside.get(&format!("{path}?datetime={PERIOD}")).await.expect_status(200);
    assert!(public.body_text().contains("\"numberMatched\":0"), "the day itself is unknown");
    for address in [path, "/musterstadt/ogc/collections", "/musterstadt/ogc/api"] {
        let text = outside.get(address).await.expect_status(200).body_text();
        assert!(!text.contains(PERIOD), "{address}");
    }
    let mut coordination = Browser::log_in(&it.demo.app, "coordination@leser.example", "de").await;
    let page = coordination.get(path).await.expect_status(200);
    assert!(!planting::numbers_in(&page, &planted.numbers).is_empty(), "the newest, for them");
    let mut read = it.demo.app.store.read().await.expect("a connection");
    let received =
        ankunft_platform::downloads::received(&mut read, planted.tenant, planted.accepted.version)
            .await
            .expect("a database");
    assert_eq!(received.iter().map(|it| it.note.as_str()).collect::<Vec<_>>(), ["ogc"]);
}
