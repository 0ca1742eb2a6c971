//! What happened stands in the Sachbericht beside the values, their parts and the money; nobody has to
//! say it.

use super::post::{FORM, Office, link_in};
use super::{REPORTS, measure};
use crate::common::desk::Story;

const TOLD: &str = "Wir haben zwölf Abende gehalten. Die Küche war jedes Mal voll.";

pub async fn told(story: Story) {
    let mut office = Office::of(story).await;
    prepare(&mut office).await;
    ask(&mut office, "2026q2").await;
    office.link = link_in(&office.letters(1).await[0]);
    the_form_asks_and_warns(&mut office).await;
    it_is_handed_in_with_its_parts(&mut office).await;
    it_stands_in_the_sachbericht(&mut office).await;
    the_next_form_shows_it(&mut office).await;
}

async fn prepare(office: &mut Office) {
    let youth = &mut office.story.people[1];
    let new = format!("{}/indikatoren/neu", measure(1));
    for (name, kind, parts) in
        [("Besuche", "count", "Frauen\nMänner\nFrauen"), ("Wege gefunden", "share", "")]
    {
        let sent = [("stufe", "2"), ("name", name), ("art", kind), ("gliederung", parts)];
        let _ = youth.post(&new, &new, &sent).await.expect_status(303);
    }
    let page = format!("{}/geld", measure(1));
    let plan = [("version", "0"), ("budget", "12.000")];
    let _ = youth.post(&page, &page, &plan).await.expect_status(303);
}

async fn ask(office: &mut Office, period: &str) {
    let ask = format!("{}/bericht", measure(1));
    let sent = [("zeitraum", period), ("bis", "2099-12-31")];
    let _ = office.story.people[1].post(&ask, &ask, &sent).await.expect_status(303);
}

const REPORT: [(&str, &str); 8] = [
    ("nummer", "0"),
    ("wert-1", "120"),
    ("teil-1-1", "70"),
    ("teil-1-2", "40"),
    ("wert-2", "30"),
    ("von-2", "40"),
    ("absicht", "abschicken"),
    ("hindernis", ""),
];

async fn the_form_asks_and_warns(office: &mut Office) {
    let mut partner = office.partner();
    let page = partner.get(&office.link).await.expect_status(200);
    let text = page.body_text();
    assert!(text.contains("Was ist geschehen?") && !text.contains("Zuletzt ("), "{text}");
    assert_eq!(page.text("textarea[name=geschehen]").trim(), "", "nothing stands there before");
    assert_eq!(page.attributes("input[name^='teil-1-']", "name"), ["teil-1-1", "teil-1-2"]);
    assert!(page.attributes("input[name^='teil-2-']", "name").is_empty(), "it names no categories");
    let sent: Vec<(&str, &str)> =
        REPORT.into_iter().chain([("geschehen", "Frau Müller hat gekocht")]).collect();
    let refused = partner.post(FORM, &office.link, &sent).await.expect_status(422);
    assert!(refused.body_text().contains("„Frau Müller“ sieht aus wie ein Name"));
    assert!(refused.text("textarea[name=geschehen]").contains("Frau Müller"));
    let part = refused.attribute("input[name=teil-1-1]", "value");
    assert_eq!(part.as_deref(), Some("70"), "nothing typed is lost");
    let wrong: Vec<(&str, &str)> =
        REPORT.into_iter().filter(|it| it.0 != "teil-1-1").chain([("teil-1-1", "viele")]).collect();
    let refused = partner.post(FORM, &office.link, &wrong).await.expect_status(422);
    assert!(refused.body_text().contains("Das ist keine Zahl"), "{}", refused.body_text());
    // Saved in between, it stands there on another device.
    let mut sent: Vec<(&str, &str)> = REPORT.into_iter().chain([("geschehen", TOLD)]).collect();
    sent.retain(|it| it.0 != "absicht");
    sent.push(("absicht", "speichern"));
    let _ = partner.post(FORM, &office.link, &sent).await.expect_status(303);
    let page = office.partner().get(&office.link).await.expect_status(200);
    assert!(page.text("textarea[name=geschehen]").contains("zwölf Abende"));
    assert_eq!(page.attribute("input[name=teil-1-2]", "value").as_deref(), Some("40"));
}

async fn it_is_handed_in_with_its_parts(office: &mut Office) {
    let sent: Vec<(&str, &str)> = REPORT.into_iter().chain([("geschehen", TOLD)]).collect();
    let mut partner = office.partner();
    let _ = partner.post(FORM, &office.link, &sent).await.expect_status(303);
    let page = partner.get(&office.link).await.expect_status(200);
    assert!(page.body_text().contains("zwölf Abende"));
    assert!(page.body_text().contains("davon Frauen 70, Männer 40"), "{}", page.body_text());
    let round = office.story.people[1].get(&format!("{REPORTS}/1")).await.expect_status(200);
    let text = round.body_text();
    assert!(text.contains("zwölf Abende") && text.contains("davon Frauen 70, Männer 40"), "{text}");
    assert!(text.contains("Die Gliederung ergibt zusammen nicht den Wert."), "a note, no refusal");
    let own = office.story.people[1].get(&format!("{}/indikatoren/1", measure(1))).await;
    assert!(own.expect_status(200).body_text().contains("davon Frauen 70, Männer 40"));
}

async fn it_stands_in_the_sachbericht(office: &mut Office) {
    let page = format!("{REPORTS}/1");
    let shown = office.story.people[1].get(&page).await.expect_status(200);
    let id = shown.attribute("main form.formular input[name=anfrage]", "value").expect("a report");
    let sent = [("anfrage", &*id), ("absicht", "abnehmen"), ("nummer", "1")];
    let _ = office.story.people[1].post(&page, &page, &sent).await.expect_status(303);
    let file = format!("{}?datei=sachbericht", office.link);
    let file = office.partner().get(&file).await.expect_status(200);
    if let Some(words) = crate::common::papers::text(&file.body) {
        for says in ["Was geschehen ist", "zwölf Abende", "davon Frauen"] {
            assert!(words.contains(says), "{says}: {words}");
        }
        assert!(!words.contains("12.000,00"), "what others spend is nothing of a partner");
    }
    let file = office.story.people[1].get(&format!("{REPORTS}/1/{id}/docx")).await;
    let words = crate::common::papers::text(&file.expect_status(200).body).expect("a paper");
    for says in ["zwölf Abende", "12.000,00", "0,00"] {
        assert!(words.contains(says), "{says}: {words}");
    }
    // The value page takes parts too, and says where they do not fit.
    let one = format!("{}/indikatoren/1", measure(1));
    let sent = [("zeitraum", "2026q1"), ("wert", "10"), ("teil-1", "x"), ("gesehen", "1")];
    let refused = office.story.people[1].post(&one, &format!("{one}/werte"), &sent).await;
    assert_eq!(
        refused.expect_status(422).attribute("input[name=teil-1]", "value").as_deref(),
        Some("x")
    );
    let sent = [("zeitraum", "2026q1"), ("wert", "10"), ("teil-1", "10"), ("gesehen", "1")];
    let done = office.story.people[1].post(&one, &format!("{one}/werte"), &sent).await;
    let _ = done.expect_status(303);
    let shown = office.story.people[1].get(&one).await.expect_status(200);
    assert!(shown.body_text().contains("davon Frauen 10"));
}

async fn the_next_form_shows_it(office: &mut Office) {
    ask(office, "2026q3").await;
    let letter = office.letter("3. Quartal 2026").await;
    let link = link_in(&letter);
    let mut partner = office.partner();
    let page = partner.get(&link).await.expect_status(200);
    let text = page.body_text();
    assert!(text.contains("Zuletzt (2. Quartal 2026)") && text.contains("zwölf Abende"), "{text}");
    assert_eq!(page.text("textarea[name=geschehen]").trim(), "", "prefilled with nothing");
    // As last time takes the parts along.
    let again = [("nummer", "0"), ("absicht", "wie-zuletzt-1")];
    let _ = partner.post(FORM, &link, &again).await.expect_status(303);
    let page = partner.get(&link).await.expect_status(200);
    assert_eq!(page.attribute("input[name=wert-1]", "value").as_deref(), Some("120"));
    assert_eq!(page.attribute("input[name=teil-1-1]", "value").as_deref(), Some("70"));
    // Without a word about what happened it is a report too.
    let sent =
        [("nummer", "0"), ("wert-1", "130"), ("fehlanzeige-2", "ja"), ("absicht", "abschicken")];
    let _ = partner.post(FORM, &link, &sent).await.expect_status(303);
}
