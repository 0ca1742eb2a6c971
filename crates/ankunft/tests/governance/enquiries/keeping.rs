//! Earlier answers come again, and a matter leaves as one file.

use super::answering::form;
use super::{LIST, NEW, enquiry};
use crate::common::desk::{Story, plain, set};

pub async fn earlier_answers_come_first(story: &mut Story) {
    let mut form = form(story, "Neue Nachbarn: was wurde aus dem Kochen?").await;
    set(&mut form, "aktenzeichen", "14-26");
    set(&mut form, "quartier", "stadt");
    let done = story.people[0].post(NEW, NEW, &plain(&form)).await.expect_status(303);
    assert_eq!(done.location(), Some(enquiry(2)));
    let page = story.people[1].get(&enquiry(2)).await.expect_status(200);
    let text = page.text("main");
    let earlier = text.find("Ähnliches wurde schon gefragt").expect("earlier ones");
    assert!(earlier < text.find("Text der Antwort").expect("a form"), "on top");
    assert!(page.attributes("main a", "href").contains(&enquiry(1)));
    // Its Aktenzeichen is mended: the next version, and the first stays in the history.
    let edit = format!("{}/aendern", enquiry(2));
    set(&mut form, "aktenzeichen", "13-26");
    set(&mut form, "version", "1");
    let _ = story.people[0].post(&edit, &edit, &plain(&form)).await.expect_status(303);
    set(&mut form, "betreff", "Zu spät");
    let refused = story.people[1].post(&edit, &edit, &plain(&form)).await.expect_status(422);
    assert!(
        refused.body_text().contains("Inzwischen hat Stadtentwicklung diese Anfrage geändert.")
    );
}

/// What is cited stays for ever; who asked for themselves is not named in it.
pub async fn who_asks_for_themselves_is_named_nowhere_else(story: &mut Story) {
    let mut form = form(story, "Wann kommt die Bank zurück?").await;
    set(&mut form, "aktenzeichen", "15-26");
    set(&mut form, "wer-fragt", "resident");
    set(&mut form, "fragender", "Erika Beispiel");
    let _ = story.people[0].post(NEW, NEW, &plain(&form)).await.expect_status(303);
    let own = story.people[0].get(&enquiry(3)).await.expect_status(200);
    assert!(own.body_text().contains("Erika Beispiel"));
    let thread = "/musterstadt/faden/enquiry/3";
    let thread = story.people[0].get(thread).await.expect_status(200).body_text();
    assert!(thread.contains("Einwohnerin oder Einwohner"), "{thread}");
    assert!(!thread.contains("Erika Beispiel"), "{thread}");
}

pub async fn a_matter_is_one_file(story: &mut Story) {
    let matter = format!("{LIST}/vorgang?az=13-26");
    let page = story.people[2].get(&matter).await.expect_status(200);
    assert!(page.body_text().contains("2 Sachen tragen dieses Aktenzeichen."));
    let file = story.people[2].get(&format!("{LIST}/vorgang.pdf?az=13-26")).await;
    let file = file.expect_status(200);
    assert!(file.body.starts_with(b"%PDF-"));
    let has = |text: &[u8]| file.body.windows(text.len()).any(|it| it == text);
    // What identifies PDF/A-3a and PDF/UA-1 stands uncompressed in the metadata.
    assert!(has(b"<pdfaid:part>3</pdfaid:part>"), "PDF/A-3");
    assert!(has(b"<pdfaid:conformance>A</pdfaid:conformance>"), "level A");
    assert!(has(b"<pdfuaid:part>1</pdfuaid:part>"), "PDF/UA-1");
    assert!(has(b"antwort-1.docx"), "the answer is in it");
    let none = story.people[2].get(&format!("{LIST}/vorgang?az=13-2")).await.expect_status(200);
    assert!(none.body_text().contains("Zeichen für Zeichen"));
    let none = story.people[2].get(&format!("{LIST}/vorgang.pdf?az=13-2")).await;
    assert_eq!(none.status, 404);
}
