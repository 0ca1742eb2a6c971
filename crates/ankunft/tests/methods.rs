//! What the methods say on pages of the invented city.

mod common;

use ankunft_testkit::Browser;
use common::Demo;

#[tokio::test]
async fn a_mean_that_hides_its_parts_is_said_where_it_does() {
    let demo = Demo::new().await;
    let programme = ankunft_musterstadt::programme(ankunft::demo::SEED);
    let city = programme.cities.iter().find(|it| it.slug == "musterstadt").expect("Musterstadt");
    let (contrast, _) = city.truth.contrast.clone().expect("a quarter of contrasts");
    let mut browser = Browser::new(&demo.app, "de");
    let mut warned = Vec::new();
    for quarter in city.quarters() {
        let page = browser.get(&format!("/musterstadt/atlas/quartiere/{}", quarter.id)).await;
        let text = page.expect_status(200).text("main");
        if text.contains("Vorsicht mit dem Mittelwert") {
            // Its middle part is of another kind than the two around it.
            assert!(quarter.id != contrast || text.contains("ein Teil deutlich auf der anderen"));
            warned.push(quarter.id.clone());
        }
    }
    assert!(warned.contains(&contrast), "{warned:?}");
    // One in five is a warning, half would be a habit.
    assert!(warned.len() * 5 <= city.quarters().len(), "{warned:?}");
}
