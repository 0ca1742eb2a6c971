//! What people write in the course of their work is kept as they wrote it, and whoever may change it is
//! told of what may say who somebody is.

use ankunft_testkit::Page;

use crate::bodies::meeting::{self, item};
use crate::bodies::{MEETING, NOTE};
use crate::common::desk::{Story, plain};
use crate::measures::planning::choice;

const ASKED: &str = "Steht hier, um wen es geht?";
const PUBLIC: &str = "Das lesen alle. Steht hier, um wen es geht?";
/// A resident by name and birthday, and the city's own file.
const TEXT: &str = "Frau Yilmaz, geb. 12.03.1985, bat um Hilfe. Siehe Az. 51-07/26.";

#[tokio::test]
async fn free_text_is_warned_of() {
    let mut story = Story::new().await;
    a_measure(&mut story).await;
    an_observation(&mut story).await;
    minutes(&mut story).await;
    a_paper(&mut story).await;
    an_answer(&mut story).await;
}

fn warns(page: &Page, title: &str, said: &[&str], unsaid: &[&str]) {
    let text = page.body_text();
    assert!(text.contains(title), "{title}: {text}");
    for said in said {
        assert!(text.contains(&format!("„{said}“ sieht aus wie")), "{said}: {text}");
    }
    for unsaid in unsaid {
        assert!(!text.contains(&format!("„{unsaid}“ sieht aus wie")), "{unsaid}: {text}");
    }
}

async fn a_measure(story: &mut Story) {
    const NEW: &str = "/musterstadt/steuerung/massnahmen/neu";
    let page = story.people[0].get(NEW).await.expect_status(200);
    let lead = choice(&page, "federfuehrung", "Jugend");
    let fields = [
        ("titel", "Sprechstunde am Abend"),
        ("quartier", "stadt"),
        ("federfuehrung", lead.as_str()),
        ("bis", "30.06.2027"),
        ("woran", "Vierzig Beratungen, beschlossen am 17.05.2018 von Frau Bürgermeisterin"),
        ("stand", "running"),
        ("was", TEXT),
    ];
    let done = story.people[0].post(NEW, NEW, &fields).await.expect_status(303);
    let own = done.location().expect("its page");
    let page = story.people[1].get(&own).await.expect_status(200);
    let unsaid = ["17.05.2018", "Frau Bürgermeisterin"];
    warns(&page, ASKED, &["Frau Yilmaz", "12.03.1985", "Az. 51-07/26"], &unsaid);
    assert!(page.body_text().contains(TEXT), "what was written stays");
    let reader = story.people[2].get(&own).await.expect_status(200);
    assert!(!reader.body_text().contains(ASKED), "who cannot mend it is not asked to");
}

async fn an_observation(story: &mut Story) {
    let seen = [
        ("titel", "Dunkles Treppenhaus"),
        ("was", "Herr Nowak (0631 365-1234) meldet sich jede Woche."),
        ("quartier", "stadt"),
        ("wie-oft", "jede Woche"),
        ("gremium", ""),
    ];
    let done = story.people[2].post(NOTE, NOTE, &seen).await.expect_status(303);
    let own = done.location().expect("its page");
    let page = story.people[2].get(&own).await.expect_status(200);
    warns(&page, ASKED, &["Herr Nowak", "0631 365-1234"], &[]);
}

async fn minutes(story: &mut Story) {
    meeting::a_body_is_founded(story).await;
    meeting::it_is_called(story).await;
    let points = format!("{MEETING}/punkte");
    let _ = story.people[1].post(MEETING, &points, &[("punkt", "Beratung")]).await;
    let said = "Frau Yilmaz bittet um Hilfe. Herr Quartier berichtet. Rückfragen: 0631 365-1234.";
    let form = item(1, 1, &[("titel", "Beratung"), ("protokoll", said), ("abstimmung", "none")]);
    let to = format!("{points}/1");
    let _ = story.people[1].post(MEETING, &to, &plain(&form)).await.expect_status(303);
    let page = story.people[1].get(MEETING).await.expect_status(200);
    // Ilse Quartier sits in the body, and a number of an office belongs to work.
    warns(&page, ASKED, &["Frau Yilmaz"], &["Herr Quartier", "0631 365-1234"]);
    let reader = story.people[2].get(MEETING).await.expect_status(200);
    assert!(!reader.body_text().contains(ASKED));
}

async fn a_paper(story: &mut Story) {
    const NEW: &str = "/musterstadt/beschluesse/neu";
    let page = story.people[1].get(NEW).await.expect_status(200);
    let lead = choice(&page, "federfuehrung", "Jugend");
    let form = [
        ("betreff", "Sprechstunde am Abend"),
        ("federfuehrung", lead.as_str()),
        ("aktenzeichen", "51-07/26"),
        ("beschlussvorschlag", "Es wird so gemacht."),
        ("begruendung", TEXT),
    ];
    let done = story.people[1].post(NEW, NEW, &form).await.expect_status(303);
    let page = story.people[1].get(&done.location().expect("its page")).await.expect_status(200);
    // The file is the city's own.
    warns(&page, ASKED, &["Frau Yilmaz", "12.03.1985"], &["Az. 51-07/26"]);
    assert!(!page.body_text().contains(PUBLIC), "no body hears it in public yet");
}

async fn an_answer(story: &mut Story) {
    const NEW: &str = "/musterstadt/anfragen/neu";
    let form = crate::enquiries::answering::form(story, "Nachbarn im Quartier").await;
    let done = story.people[0].post(NEW, NEW, &plain(&form)).await.expect_status(303);
    let own = done.location().expect("its page");
    let to = format!("{own}/antwort");
    let answer = [("antwort", "Frau Yilmaz wohnt dort. Mehr unter Az. 13-26."), ("stand", "0")];
    let _ = story.people[1].post(&own, &to, &answer).await.expect_status(303);
    let page = story.people[1].get(&own).await.expect_status(200);
    warns(&page, PUBLIC, &["Frau Yilmaz"], &["Az. 13-26"]);
}
