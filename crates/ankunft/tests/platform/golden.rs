//! The route list, the permission table and the configuration, as they stand in the repository.
//! `ANKUNFT_BLESS=1` writes them anew; the difference is then read by a person.

use std::path::Path;

use crate::common;

use ankunft_platform::config::Config;
use ankunft_platform::web::App;

#[tokio::test]
async fn routes_and_permissions_are_those_that_were_agreed() {
    let folder = tempfile::tempdir().expect("a folder");
    let config = Config::local(folder.path(), 8080);
    let app = App::open(config, ankunft::parts()).await.expect("an application");
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    compare(&golden.join("routes.txt"), &app.parts.print_routes());
    compare(&golden.join("permissions.txt"), &app.permissions.print());
}

#[tokio::test]
async fn every_route_needs_an_action_of_the_table() {
    let folder = tempfile::tempdir().expect("a folder");
    let config = Config::local(folder.path(), 8080);
    let app = App::open(config, ankunft::parts()).await.expect("an application");
    let named: Vec<_> = app.parts.rules().map(|it| it.action).collect();
    for route in app.parts.routes() {
        assert!(named.contains(&route.action()), "no rule for {}", route.line());
    }
}

#[tokio::test]
async fn no_city_can_take_the_address_of_a_page() {
    let folder = tempfile::tempdir().expect("a folder");
    let config = Config::local(folder.path(), 8080);
    let app = App::open(config, ankunft::parts()).await.expect("an application");
    let mut fixed = 0;
    for route in app.parts.routes() {
        let first = route.path().split('/').nth(1).unwrap_or_default();
        if !first.is_empty() && !first.starts_with('{') {
            assert!(!ankunft_platform::tenant::is_slug(first), "/{first} is free for a city");
            fixed += 1;
        }
    }
    assert!(fixed > 5);
}

#[test]
fn the_manual_prints_the_configuration_as_it_is() {
    let path = common::root().join("docs/betrieb/einstellungen.md");
    let text = std::fs::read_to_string(&path).expect("the manual");
    let (before, rest) = text.split_once("```toml\n").expect("a block of TOML");
    let (_, after) = rest.split_once("```\n").expect("its end");
    compare(&path, &format!("{before}```toml\n{}```\n{after}", Config::example()));
}

fn compare(path: &Path, now: &str) {
    if std::env::var_os("ANKUNFT_BLESS").is_some() {
        std::fs::write(path, now).expect("a golden file");
        return;
    }
    let agreed = std::fs::read_to_string(path).unwrap_or_default();
    let missing: Vec<&str> = agreed.lines().filter(|it| !now.contains(it)).collect();
    let new: Vec<&str> = now.lines().filter(|it| !agreed.contains(it)).collect();
    assert!(
        agreed == now,
        "{} differs; `make bless` if it is meant so.\ngone: {missing:#?}\nnew: {new:#?}",
        path.display()
    );
}
