//! Nothing that was typed is lost, whatever is pressed on a page.

use ankunft_testkit::{Browser, Page, Typing, typing};

/// A page without its desk has no text to lose.
async fn open(browser: &mut Browser, address: &str) -> Typing {
    typing(&browser.get(address).await.expect_status(200))
}

/// The page that comes after a press.
pub async fn comes(browser: &mut Browser, page: Page) -> Page {
    match page.location() {
        Some(next) => browser.get(&next).await.expect_status(200),
        None => page,
    }
}

/// Types into every field of words, presses every kind of button that does not end with one of these,
/// each on a fresh page, and looks for all that was typed. Gives back what was pressed.
pub async fn is_never_lost(browser: &mut Browser, address: &str, but: &[&str]) -> Vec<String> {
    let first = open(browser, address).await;
    let mut paths: Vec<String> = first.buttons.iter().map(|it| it.path().to_owned()).collect();
    paths.sort();
    paths.dedup();
    paths.retain(|it| !but.iter().any(|end| it.ends_with(end)));
    assert!(paths.len() > 2, "{address}: {paths:?}");
    for (round, path) in paths.iter().enumerate() {
        let mut desk = open(browser, address).await;
        let Some(button) = desk.buttons.iter().find(|it| it.path() == path).cloned() else {
            continue;
        };
        let texts = desk.texts.clone();
        let word = |name: &str| format!("Ungesichert {round} {name}");
        texts.iter().for_each(|it| desk.write(it, &word(it)));
        let page = browser.press(&desk, &button, ("leer.txt", b"leer")).await;
        assert!([303, 422].contains(&page.status.as_u16()), "{path}: {}", page.body_text());
        let is_done = page.status == 303;
        let own = button.says("eigene").unwrap_or_default().replace("%2C", ",");
        let page = comes(browser, page).await;
        let text = page.body_text();
        for name in texts {
            let is_own = own.split(',').any(|it| it == name);
            assert!(
                (is_done && is_own) || text.contains(&word(&name)),
                "{path} lost {name}: {text}"
            );
        }
    }
    paths
}
