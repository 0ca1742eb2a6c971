//! What minutes do to a Vorlage and what they leave alone; and that buttons on one desk do not meddle
//! with each other.

use ankunft_testkit::{Browser, Page, typing};

use super::meeting::{a_late_measure, choice, item};
use super::papers::{PUBLIC, called, draft, paper};
use super::{MEETING, NOTE};
use crate::common::desk::{Story, plain};

/// A day so many days from today, as it is typed.
fn day(story: &Story, days: i64) -> String {
    let day = story.demo.app.today().saturating_add(jiff::Span::new().days(days));
    day.strftime("%d.%m.%Y").to_string()
}

async fn put(story: &mut Story, meeting: &str, number: i64) {
    let (to, number) = (format!("{meeting}/punkte"), number.to_string());
    let press = [("art", "paper"), ("ding", number.as_str())];
    let _ = story.people[1].post(meeting, &to, &press).await.expect_status(303);
}

async fn write(
    story: &mut Story,
    (meeting, number, version): (&str, i64, i64),
    says: &[(&str, &str)],
) -> Page {
    let to = format!("{meeting}/punkte/{number}");
    story.people[1].post(meeting, &to, &plain(&item(number, version, says))).await
}

async fn close(story: &mut Story, meeting: &str) {
    let to = format!("{meeting}/abschliessen");
    let _ = story.people[1].post(meeting, &to, &[]).await.expect_status(303);
}

/// A form in a form ends the outer one, and what lies behind it does nothing.
pub fn no_form_lies_in_a_form(page: &Page) {
    let mut open = 0;
    for tag in page.body_text().split('<') {
        open += i32::from(tag.starts_with("form ")) - i32::from(tag.starts_with("/form>"));
        assert!((0..=1).contains(&open), "{}: {tag}", page.address);
    }
    assert!(!page.attributes("form.tisch select#feld-zurueck-datei", "name").is_empty());
    let close = page.attributes("form.tisch button[formaction*='/abschliessen']", "formaction");
    assert_eq!(close.len(), 1, "the button that closes lies in a form");
    let back = typing(page).buttons.iter().filter(|it| it.path().ends_with("/zurueck")).count();
    assert_eq!(back, 1);
}

pub async fn a_proposal_takes_nothing_of_its_neighbour(story: &mut Story) {
    a_late_measure(story).await;
    let seen = [
        ("titel", "Kaputte Klingel"),
        ("was", "Die Klingel fehlt."),
        ("quartier", "stadt"),
        ("wie-oft", "jede Woche"),
        ("gremium", "1"),
    ];
    let done = story.people[2].post(NOTE, NOTE, &seen).await.expect_status(303);
    let seen = done.location().and_then(|it| it.rsplit('/').next().map(str::to_owned));
    let seen = seen.expect("a number");
    let soon = day(story, -70);
    let meeting = called(story, &soon).await;
    let page = story.people[1].get(&meeting).await.expect_status(200);
    let measure = choice(&page, "massnahme", "Sprechstunde");
    let press = [
        ("art", "observation"),
        ("ding", seen.as_str()),
        ("massnahme", measure.as_str()),
        ("punkt-oeffentlich", "ja"),
    ];
    let to = format!("{meeting}/punkte");
    let _ = story.people[1].post(&meeting, &to, &press).await.expect_status(303);
    let page = story.people[1].get(&meeting).await.expect_status(200);
    assert_eq!(page.texts(".tagesordnung h3 span[lang]"), ["Kaputte Klingel"]);
    assert_eq!(page.texts(".tagesordnung h3 .intern"), ["nicht öffentlich"]);
}

/// What was corrected at the Vorlage stands when a slip of the pen in the minutes is corrected.
pub async fn a_slip_of_the_pen_changes_no_result(story: &mut Story) {
    let to = format!("{}/schritte/1/aendern", paper(1));
    let form = [
        ("absicht", "berichtigen"),
        ("version", "1"),
        ("stand", "0"),
        ("ergebnis-1", "as-proposed"),
        ("abstimmung-1", "counted"),
        ("ja-1", "8"),
        ("nein-1", "1"),
        ("enthaltung-1", "2"),
        ("grund", "Zählfehler"),
    ];
    let at = format!("{}/schritte/1", paper(1));
    let _ = story.people[0].post(&at, &to, &form).await.expect_status(303);
    let says = |yes| {
        [
            ("titel", "Offene Räume"),
            ("protokoll", "Beraten."),
            ("beschluss", "Es wird so gemacht."),
            ("ergebnis", "as-proposed"),
            ("oeffentlich", "ja"),
            ("abstimmung", "counted"),
            ("ja", yes),
            ("nein", "1"),
            ("enthaltung", "2"),
            ("grund", "Schreibfehler"),
        ]
    };
    let _ = write(story, (MEETING, 1, 2), &says("7")).await.expect_status(303);
    let text = story.people[2].get(&paper(1)).await.expect_status(200).body_text();
    assert!(text.contains("Angenommen mit 8 Ja, 1 Nein, 2 Enthaltungen."), "{text}");
    let _ = write(story, (MEETING, 1, 3), &says("9")).await.expect_status(303);
    let text = story.people[2].get(&paper(1)).await.expect_status(200).body_text();
    assert!(text.contains("Angenommen mit 9 Ja, 1 Nein, 2 Enthaltungen."), "{text}");
}

/// What was not reached waits; words that were written for another result do not stay.
pub async fn what_was_not_reached_waits(story: &mut Story) {
    let (soon, later) = (day(story, -60), day(story, 90));
    let meeting = called(story, &soon).await;
    let never = draft(story, "Nie aufgerufen", (&later, "deciding")).await;
    let heard = draft(story, "Anders gekommen", (&soon, "deciding")).await;
    for number in [never, heard] {
        put(story, &meeting, number).await;
    }
    let says = |outcome, decision| {
        [
            ("titel", "Anders gekommen"),
            ("ergebnis", outcome),
            ("beschluss", decision),
            ("oeffentlich", "ja"),
            ("abstimmung", "none"),
        ]
    };
    let at = (meeting.as_str(), 2, 1);
    let refused = write(story, at, &says("as-proposed", "Es wird anders.")).await;
    let refused = refused.expect_status(422);
    assert!(refused.text("#feld-ergebnis-2-fehler").contains("lautet anders als der Vorschlag"));
    let proposal = "Es wird so gemacht.";
    let _ = write(story, at, &says("deviating", proposal)).await.expect_status(422);
    let _ = write(story, at, &says("as-proposed", "")).await.expect_status(303);
    let at = (meeting.as_str(), 2, 2);
    let _ = write(story, at, &says("postponed", proposal)).await.expect_status(303);
    let page = story.people[1].get(&meeting).await.expect_status(200);
    assert!(page.texts("#punkt-2 .beschluss").is_empty(), "nothing was decided");
    close(story, &meeting).await;
    let text = story.people[2].get(&paper(never)).await.expect_status(200).text("main");
    assert!(!text.contains("zur Kenntnis genommen"), "{text}");
    assert!(text.contains(&later) && !text.contains(&soon), "it waits for its day: {text}");
    let text = story.people[2].get(&paper(heard)).await.expect_status(200).text("main");
    assert!(text.contains("vertagt"), "{text}");
}

/// A meeting that is not public any more has no item that is.
pub async fn a_meeting_behind_doors_has_nothing_public(story: &mut Story) {
    let soon = day(story, -50);
    let meeting = called(story, &soon).await;
    let number = draft(story, "Hinter Türen", (&soon, "deciding")).await;
    put(story, &meeting, number).await;
    let says = [
        ("titel", "Hinter Türen"),
        ("ergebnis", "as-proposed"),
        ("oeffentlich", "ja"),
        ("abstimmung", "unanimous"),
    ];
    let _ = write(story, (&meeting, 1, 1), &says).await.expect_status(303);
    let edit = format!("{meeting}/aendern");
    let form = [
        ("version", "1"),
        ("tag", soon.as_str()),
        ("von", "17:00"),
        ("bis", "19:00"),
        ("oeffentlich", "nein"),
    ];
    let _ = story.people[1].post(&edit, &edit, &form).await.expect_status(303);
    close(story, &meeting).await;
    let mut public = Browser::new(&story.demo.app, "de");
    let text = public.get(PUBLIC).await.expect_status(200).body_text();
    assert!(!text.contains("Hinter Türen"), "{text}");
    let part = format!("{meeting}/papier/pdf?teil=oeffentlich");
    let part = story.people[2].get(&part).await;
    let text = crate::common::papers::text(&part.body).unwrap_or_default();
    assert!(!text.contains("Hinter"), "{text}");
}

/// What came of a Vorlage and how it was voted stands in the minutes, on the page and on paper.
pub async fn minutes_say_what_came_of_a_paper(story: &mut Story) {
    let soon = day(story, -45);
    let meeting = called(story, &soon).await;
    let later = draft(story, "Auf später", (&soon, "deciding")).await;
    let all = draft(story, "Alle dafür", (&soon, "deciding")).await;
    for number in [later, all] {
        put(story, &meeting, number).await;
    }
    let says = |outcome, (vote, yes, no)| {
        [
            ("titel", "Beraten und entschieden"),
            ("ergebnis", outcome),
            ("oeffentlich", "ja"),
            ("abstimmung", vote),
            ("ja", yes),
            ("nein", no),
            ("enthaltung", "2"),
        ]
    };
    let counted = says("rejected", ("counted", "12", "1"));
    let refused = write(story, (&meeting, 2, 1), &counted).await.expect_status(422);
    assert!(refused.text("#feld-ergebnis-2-fehler").contains("nicht abgelehnt"));
    let typed = refused.attribute("input[name=ja-2]", "value");
    assert_eq!(typed.as_deref(), Some("12"), "nothing typed is lost");
    let unanimous = says("as-proposed", ("unanimous", "12", ""));
    let _ = write(story, (&meeting, 2, 1), &unanimous).await.expect_status(303);
    let postponed = &says("postponed", ("none", "", ""))[..4];
    let _ = write(story, (&meeting, 1, 1), postponed).await.expect_status(303);
    let page = story.people[1].get(&meeting).await.expect_status(200);
    let stands = page.attribute("input[name=ja-2]", "value");
    assert_eq!(stands.as_deref(), Some("12"), "the form says it again");
    close(story, &meeting).await;
    let page = story.people[2].get(&meeting).await.expect_status(200);
    assert!(page.text("#punkt-1").contains("Ergebnis: vertagt"), "{}", page.text("#punkt-1"));
    let voted = "Einstimmig angenommen mit 12 Ja bei 2 Enthaltungen.";
    assert!(page.text("#punkt-2").contains(voted), "{}", page.text("#punkt-2"));
    let text = story.people[2].get(&paper(all)).await.expect_status(200).body_text();
    assert!(text.contains(voted), "{text}");
    let printed = story.people[2].get(&format!("{meeting}/papier/pdf")).await.expect_status(200);
    let Some(text) = crate::common::papers::text(&printed.body) else { return };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("vertagt") && text.contains(voted), "{text}");
}
