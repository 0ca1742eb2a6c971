//! A brought file that nobody has accepted is unprotected until somebody says otherwise: who
//! brought it sees it, and the statistics office.

use ankunft_atlas::import::{Known, tables};
use ankunft_platform::permission::Role;
use ankunft_testkit::Browser;

use crate::common::{Demo, Reader};

const BRING: &str = "/musterstadt/atlas/daten/neu";

async fn browser(demo: &Demo, role: Role) -> Browser {
    let readers = Reader::all(&demo.app);
    let reader = readers.iter().find(|it| it.role == Some(role)).expect("a reader");
    reader.browser(&demo.app, "de").await
}

#[tokio::test]
async fn the_first_rows_of_a_file_are_for_who_brought_it_and_the_statistics_office() {
    let demo = Demo::new().await;
    let mut office = browser(&demo, Role::StatisticsOffice).await;
    let mut coordination = browser(&demo, Role::Coordination).await;

    let table = demo.table(2, 2, 1).await;
    let brought = office.upload(BRING, BRING, "amtlich.csv", &table).await.expect_status(303);
    let check = brought.location().expect("the check page");
    let _ = office.get(&check).await.expect_status(200);
    let _ = coordination.get(&check).await.expect_status(404);
    let _ = coordination.get(&format!("{check}/hinweise.csv")).await.expect_status(404);
    let list = coordination.get(BRING).await.expect_status(200);
    assert!(!list.body_text().contains("amtlich.csv"));
    for way in ["", "/annehmen", "/verwerfen"] {
        let _ = coordination.post(BRING, &format!("{check}{way}"), &[]).await.expect_status(404);
    }
    let _ = office.get(&check).await.expect_status(200);

    let other = demo.table(2, 2, 2).await;
    let brought = coordination.upload(BRING, BRING, "eigen.csv", &other).await.expect_status(303);
    let check = brought.location().expect("the check page");
    let _ = coordination.get(&check).await.expect_status(200);
    let page = office.get(&check).await.expect_status(200);
    assert!(page.body_text().contains("eigen.csv"));
}

#[tokio::test]
async fn figures_go_to_the_area_units_of_their_time() {
    let demo = Demo::new().await;
    let tenant = demo.tenant("musterstadt").await;
    let mut read = demo.app.store.read().await.expect("a connection");
    let known = Known::read(&mut read, tenant).await.expect("what is known");
    let version = |text: &str| {
        let answers = tables::Answers::default();
        let checked = tables::check(text.as_bytes(), "baenke.csv", &answers, &known);
        checked.version.expect("a version").version
    };
    // Both keys are in the quarters before the reform and after it.
    let late = version("gebiet;stichtag;baenke\n01;31.12.2024;12\n02;31.12.2024;8\n");
    let early = version("gebiet;stichtag;baenke\n01;31.12.2015;12\n02;31.12.2015;8\n");
    assert_eq!(late.geography, early.geography);
    assert_eq!((late.valid_from.as_str(), late.valid_to.as_deref()), ("2019-01-01", None));
    assert_eq!(early.valid_to.as_deref(), Some("2018-12-31"));
}
