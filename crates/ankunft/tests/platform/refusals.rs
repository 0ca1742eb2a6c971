//! What can never be accepted is refused once and in words, and not tried again.

use ankunft_platform::jobs;
use ankunft_testkit::Browser;

use crate::common::Demo;

const BRING: &str = "/musterstadt/atlas/daten/neu";
const OFFICE: &str = "statistics-office@leser.example";

#[tokio::test(flavor = "multi_thread")]
async fn counts_with_fractions_are_refused_at_the_first_attempt() {
    for (language, words) in
        [("de", "Gerundet werden nur ganze Zahlen"), ("en", "Only whole numbers")]
    {
        let demo = Demo::new().await;
        let working = tokio::spawn(demo.app.worker().work(demo.app.stopping()));
        let mut office = Browser::log_in(&demo.app, OFFICE, language).await;
        let table = String::from_utf8(demo.table(1, 1, 1).await).expect("text");
        let mut lines: Vec<String> = table.lines().map(str::to_owned).collect();
        lines[1].push_str(",5");
        let table = lines.join("\n").replacen("zahl_0", "Einwohner", 1);
        let page =
            office.upload(BRING, BRING, "halb.csv", table.as_bytes()).await.expect_status(303);
        let check = page.location().expect("the check page");
        let _ = office.get(&check).await.expect_status(200);
        let terms = [("schutz", "5"), ("nutzung", "public")];
        let _ = office.post(&check, &format!("{check}/annehmen"), &terms).await;
        let tenant = demo.tenant("musterstadt").await;
        let mut read = demo.app.store.read().await.expect("a connection");
        let job = loop {
            let job = jobs::newest(&mut read, tenant, None, 10).await.expect("jobs").remove(0);
            if job.finished_at.is_some() {
                break job;
            }
            drop(read);
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            read = demo.app.store.read().await.expect("a connection");
        };
        assert_eq!((job.state.as_str(), job.attempts), ("failed", 1), "{}", job.outcome);
        let page = office.get("/musterstadt/auftraege").await.expect_status(200);
        let said = page.texts(".auftraege li").remove(0);
        assert!(said.contains(words) && said.contains("Einwohner"), "{said}");
        drop(read);
        demo.app.stop();
        working.await.expect("a worker");
    }
}
