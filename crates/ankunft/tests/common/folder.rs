//! What a person does with a Mappe.

use ankunft_testkit::Browser;
use serde_json::Value;

/// Presses the button on the source page of a number.
pub async fn remember(browser: &mut Browser, address: &str) {
    let page = browser.get(address).await.expect_status(200);
    let field = |name: &str| {
        let selector = format!(".fuer-mappe input[name={name}]");
        page.attribute(&selector, "value").unwrap_or_else(|| panic!("no {name} at {address}"))
    };
    let form = [("art", field("art")), ("ding", field("ding")), ("zurueck", field("zurueck"))];
    let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
    let done = browser.post(address, "/musterstadt/merken", &form).await.expect_status(303);
    assert_eq!(done.location().as_deref(), Some(address));
}

/// The Mappe that lies open, as its address and its JSON.
pub async fn mappe(browser: &mut Browser) -> (String, Value) {
    let page = browser.get("/musterstadt/mappe").await.expect_status(200);
    let form = page.attribute("form[action$='/name']", "action").expect("a Mappe");
    let address = form.trim_end_matches("/name").to_owned();
    let json = browser.get(&format!("{address}/json")).await.expect_status(200);
    (address, serde_json::from_slice(&json.body).expect("JSON"))
}
