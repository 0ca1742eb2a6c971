//! Part 2: reference systems. Another program's coordinates are the judge.

use super::Test;
use super::service::{Service, frame, positions};

const CRS84: &str = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
const WGS84: &str = "http://www.opengis.net/def/crs/EPSG/0/4326";
const UTM32: &str = "http://www.opengis.net/def/crs/EPSG/0/25832";
const UTM33: &str = "http://www.opengis.net/def/crs/EPSG/0/25833";

pub fn all() -> Vec<Test> {
    super::tests![
        "crs: every collection lists its systems" => lists,
        "crs: the answer says its system, and is in it" => answers,
        "crs: a box is read in its own system" => boxes,
    ]
}

async fn lists(it: &mut Service) {
    let document = it.json("/collections").await;
    for collection in document["collections"].as_array().expect("collections") {
        assert_eq!(collection["crs"], serde_json::json!([CRS84, UTM32, UTM33, WGS84]));
        assert_eq!(collection["storageCrs"], CRS84);
    }
}

async fn answers(it: &mut Service) {
    let plain = it.features("quartier", "&code=01").await;
    let degrees = positions(&plain[0]["geometry"]);
    for (crs, meridian) in [(UTM32, 9.0), (UTM33, 15.0)] {
        for path in ["items?code=01&crs=", "items/01?crs="] {
            let answer = it.get(&format!("/collections/quartier/{path}{crs}")).await;
            assert_eq!(answer.header("content-crs"), format!("<{crs}>"));
            let document = answer.json();
            let feature = document["features"].get(0).unwrap_or(&document);
            for (there, here) in positions(&feature["geometry"]).iter().zip(&degrees) {
                let wanted = transverse_mercator(here[0], here[1], meridian);
                let far = (there[0] - wanted[0]).hypot(there[1] - wanted[1]);
                assert!(far < 0.03, "{crs}: {there:?}, not {wanted:?}");
            }
        }
    }
    // The axes of EPSG:4326 are latitude, then longitude.
    let turned = it.features("quartier", &format!("&code=01&crs={WGS84}")).await;
    let turned: Vec<[f64; 2]> =
        positions(&turned[0]["geometry"]).iter().map(|it| [it[1], it[0]]).collect();
    assert_eq!(turned, degrees);
}

async fn boxes(it: &mut Service) {
    let all = it.features("quartier", "").await;
    let [west, south, east, north] = frame(&positions(&all[3]["geometry"]));
    let ids = |features: &[serde_json::Value]| -> Vec<serde_json::Value> {
        features.iter().map(|it| it["id"].clone()).collect()
    };
    let plain = it.features("quartier", &format!("&bbox={west},{south},{east},{north}")).await;
    assert!(!plain.is_empty() && plain.len() < all.len());
    let turned = format!("&bbox={south},{west},{north},{east}&bbox-crs={WGS84}");
    assert_eq!(ids(&it.features("quartier", &turned).await), ids(&plain));
    for crs in [UTM32, UTM33] {
        let there = it.features("quartier", &format!("&crs={crs}")).await;
        let [w, s, e, n] = frame(&positions(&there[3]["geometry"]));
        let found = it.features("quartier", &format!("&bbox={w},{s},{e},{n}&bbox-crs={crs}")).await;
        assert!(ids(&found).contains(&all[3]["id"]), "{crs}");
        assert!(found.len() < all.len(), "{crs}");
        let metres = format!("&bbox={w},{s},{e},{n}&bbox-crs={CRS84}");
        assert!(it.features("quartier", &metres).await.is_empty(), "metres are no degrees");
    }
}

/// UTM by the series of Krüger (1912), to the millimetre: another way than the program's own.
fn transverse_mercator(longitude: f64, latitude: f64, meridian: f64) -> [f64; 2] {
    let (a, f) = (6_378_137.0_f64, 1.0 / 298.257_222_101_f64);
    let n = f / (2.0 - f);
    let radius = a / (1.0 + n) * (1.0 + n.powi(2) / 4.0 + n.powi(4) / 64.0);
    let alpha = [
        n / 2.0 - 2.0 / 3.0 * n.powi(2) + 5.0 / 16.0 * n.powi(3),
        13.0 / 48.0 * n.powi(2) - 3.0 / 5.0 * n.powi(3),
        61.0 / 240.0 * n.powi(3),
    ];
    let (phi, lambda) = (latitude.to_radians(), (longitude - meridian).to_radians());
    let e = 2.0 * n.sqrt() / (1.0 + n);
    let t = (phi.sin().atanh() - e * (e * phi.sin()).atanh()).sinh();
    let (xi, eta) = (t.atan2(lambda.cos()), (lambda.sin() / t.hypot(lambda.cos())).asinh());
    let (mut east, mut north) = (eta, xi);
    for (at, alpha) in (1..).zip(alpha) {
        let k = 2.0 * f64::from(at);
        east += alpha * (k * xi).cos() * (k * eta).sinh();
        north += alpha * (k * xi).sin() * (k * eta).cosh();
    }
    [500_000.0 + 0.9996 * radius * east, 0.9996 * radius * north]
}
