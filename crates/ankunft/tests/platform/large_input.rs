//! What is too large is refused with a sentence beside the form, and what was typed stays.

use ankunft_testkit::Browser;
use ankunft_testkit::plenty::{self, Size};

use crate::common::Demo;

const TABLE: &str = "/musterstadt/steuerung/massnahmen/tabelle";

#[tokio::test]
async fn ten_thousand_pasted_rows_are_refused_and_stay() {
    let demo = Demo::new().await;
    let mut browser = Browser::log_in(&demo.app, "coordination@leser.example", "de").await;
    let row = |it: usize| {
        format!("Maßnahme {it}\tganze Stadt\tSozialplanung\t31.12.2027\tDie Zahl {it} steigt\n")
    };
    let rows: String = (1..=10_000).map(row).collect();
    let page = browser.post(TABLE, TABLE, &[("tabelle", &rows), ("absicht", "pruefen")]).await;
    let page = page.expect_status(422);
    assert!(page.body_text().contains("mehr als 500"), "what is wrong, and how many may be");
    assert!(page.text("textarea[name=tabelle]").contains("Maßnahme 10000"), "nothing is lost");
}

#[tokio::test]
async fn a_file_beyond_what_is_taken_is_refused_in_a_sentence() {
    let demo = Demo::new().await;
    let (programme, city) = (demo.info("programm").await, demo.info("musterstadt").await);
    let made = plenty::fill(&demo.app, (&programme, &city), &Size::FEW).await.expect("a city");
    let mut browser = Browser::log_in(&demo.app, plenty::COORDINATION, "de").await;
    let page = format!("/musterstadt/steuerung/zusagen/{}", made.commitment);
    let mut large = b"%PDF-1.7\n".to_vec();
    large.resize(60_000_000, b' ');
    let refused = browser.upload(&page, &format!("{page}/urkunde"), "loi.pdf", &large).await;
    let text = refused.expect_status(422).text(".fehlerliste");
    assert!(text.contains("20"), "how large it may be: {text}");
}
