//! Founding a body, calling its meeting, putting its agenda together, writing its minutes.

use ankunft_testkit::Page;

use super::{BODIES, BODY, MEETING, NOTE};
use crate::common::desk::{Story, plain};

pub type Form = Vec<(String, String)>;

/// The value of a choice by what it says.
pub fn choice(page: &Page, name: &str, says: &str) -> String {
    let selector = format!("select[name={name}] option");
    let (values, texts) = (page.attributes(&selector, "value"), page.texts(&selector));
    let at = texts.iter().position(|it| it.starts_with(says));
    values[at.unwrap_or_else(|| panic!("{says} is none of {texts:?}"))].clone()
}

fn form(fields: &[(&str, &str)]) -> Form {
    fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

pub async fn a_body_is_founded(story: &mut Story) {
    let new = format!("{BODIES}/neu");
    let _ = story.people[0].get(&new).await.expect_status(200);
    let refused = story.people[0].post(&new, &new, &[("auftrag", "Abstimmen")]).await;
    let refused = refused.expect_status(422);
    assert_eq!(refused.texts(".fehlerliste li").len(), 2, "no name, no kind");
    assert!(refused.body_text().contains("Abstimmen"), "what was typed stays");
    let fields = [("name", "Lenkungsgruppe"), ("art", "steering"), ("auftrag", "Abstimmen")];
    let done = story.people[0].post(&new, &new, &fields).await.expect_status(303);
    assert_eq!(done.location().as_deref(), Some(BODY));
    let page = story.people[0].get(BODY).await.expect_status(200);
    let seat = format!("{BODY}/mitglieder");
    let post = choice(&page, "stelle", "Jugend");
    let two =
        [("stelle", post.as_str()), ("person", "Wer"), ("rolle", "member"), ("ab", "1.1.2026")];
    let refused = story.people[0].post(BODY, &seat, &two).await.expect_status(422);
    assert!(refused.body_text().contains("Nennen Sie genau eines"));
    for (role, fields) in [
        ("chair", ("stelle", post.as_str())),
        ("guest", ("organisation", "Jobcenter")),
        ("member", ("person", "Ilse Quartier")),
    ] {
        let form = [fields, ("rolle", role), ("ab", "1.1.2026"), ("vertretung", "wer sonst kommt")];
        let _ = story.people[0].post(BODY, &seat, &form).await.expect_status(303);
    }
    let again = [("stelle", post.as_str()), ("rolle", "member"), ("ab", "1.1.2026")];
    let refused = story.people[0].post(BODY, &seat, &again).await.expect_status(422);
    assert!(refused.body_text().contains("schon Mitglied"));
    let page = story.people[2].get(BODY).await.expect_status(200);
    for said in ["Jugend", "Vorsitz", "Jobcenter", "Ilse Quartier"] {
        assert!(page.body_text().contains(said), "{said}");
    }
}

pub async fn who_may_keep_it(story: &mut Story) {
    let edit = format!("{BODY}/aendern");
    // Who sits in it keeps it; another department reads it.
    let _ = story.people[1].get(&edit).await.expect_status(200);
    let foreign = story.people[2].get(&edit).await.expect_status(403);
    assert!(foreign.body_text().contains("Mitglied sind"), "and says who may");
    let _ = story.people[2].get(&format!("{BODIES}/neu")).await.expect_status(404);
    // Two who save at once: the second sees the difference.
    let fields = |name: &str| {
        form(&[("version", "1"), ("name", name), ("art", "steering"), ("auftrag", "Abstimmen")])
    };
    let first = fields("Lenkungsgruppe Integration");
    let _ = story.people[0].post(&edit, &edit, &plain(&first)).await.expect_status(303);
    let second = fields("Lenkungsgruppe der Stadt");
    let refused = story.people[1].post(&edit, &edit, &plain(&second)).await.expect_status(422);
    let text = refused.body_text();
    assert!(text.contains("Inzwischen hat Stadtentwicklung dieses Gremium geändert."), "{text}");
    assert!(text.contains("Lenkungsgruppe Integration"));
    let typed = refused.attribute("input[name=name]", "value");
    assert_eq!(typed.as_deref(), Some("Lenkungsgruppe der Stadt"), "nothing typed is lost");
}

pub async fn it_is_called(story: &mut Story) {
    let new = format!("{BODY}/sitzungen/neu");
    let wrong = [("tag", "31.2.2026"), ("von", "abends"), ("bis", "18:00"), ("ort", "Rathaus")];
    let refused = story.people[1].post(&new, &new, &wrong).await.expect_status(422);
    assert_eq!(refused.texts(".fehlerliste li").len(), 2, "{:?}", refused.texts(".fehlerliste li"));
    let wrong = [("tag", "24.11.2026"), ("von", "18:00"), ("bis", "17:00")];
    let refused = story.people[1].post(&new, &new, &wrong).await.expect_status(422);
    assert!(refused.body_text().contains("Das Ende liegt nicht nach dem Beginn"));
    let right = [("tag", "24.11.2026"), ("von", "17:00"), ("bis", "19:00"), ("ort", "Saal <2>")];
    let done = story.people[1].post(&new, &new, &right).await.expect_status(303);
    assert_eq!(done.location().as_deref(), Some(MEETING));
    let page = story.people[2].get(MEETING).await.expect_status(200);
    assert!(page.body_text().contains("24.11.2026, 17:00 bis 19:00 Uhr"));
    assert!(page.text(".paare").contains("Saal <2>"), "what looks like HTML is text");
}

/// A measure that is late, which the board takes from the city's plan.
pub async fn a_late_measure(story: &mut Story) {
    const NEW: &str = "/musterstadt/steuerung/massnahmen/neu";
    let page = story.people[0].get(NEW).await.expect_status(200);
    let lead = choice(&page, "federfuehrung", "Jugend");
    let fields = [
        ("titel", "Sprechstunde im Quartier"),
        ("quartier", "stadt"),
        ("federfuehrung", lead.as_str()),
        ("bis", "30.06.2025"),
        ("woran", "Vierzig Beratungen im Monat"),
        ("stand", "running"),
    ];
    let _ = story.people[0].post(NEW, NEW, &fields).await.expect_status(303);
}

pub async fn what_is_open_becomes_the_agenda(story: &mut Story) {
    a_late_measure(story).await;
    let seen = [
        ("titel", "Dunkles Treppenhaus"),
        ("was", "Im Treppenhaus fehlt seit Monaten das Licht."),
        ("quartier", "stadt"),
        ("wie-oft", "jede Woche"),
        ("gremium", "1"),
    ];
    let refused = story.people[2].post(NOTE, NOTE, &seen[..2]).await.expect_status(422);
    assert_eq!(refused.texts(".fehlerliste li").len(), 2, "not where, not how often");
    let done = story.people[2].post(NOTE, NOTE, &seen).await.expect_status(303);
    assert_eq!(done.location(), Some(format!("{BODIES}/beobachtungen/1")));
    let page = story.people[1].get(MEETING).await.expect_status(200);
    let open = page.texts("#offenes ~ ul li b");
    assert_eq!(open[0], "Sprechstunde im Quartier", "the most pressing first");
    assert!(open.contains(&"Dunkles Treppenhaus".to_owned()), "{open:?}");
    let points = format!("{MEETING}/punkte");
    for (kind, id) in [("measure", "1"), ("observation", "1"), ("measure", "1")] {
        let press = [("art", kind), ("ding", id)];
        let _ = story.people[1].post(MEETING, &points, &press).await.expect_status(303);
    }
    let own = [("punkt", "Verschiedenes")];
    let _ = story.people[1].post(MEETING, &points, &own).await.expect_status(303);
    let page = story.people[1].get(MEETING).await.expect_status(200);
    let agenda = page.texts(".tagesordnung h3 span[lang]");
    assert_eq!(agenda, ["Sprechstunde im Quartier", "Dunkles Treppenhaus", "Verschiedenes"]);
    let _ = story.people[2].post(MEETING, &points, &own).await.expect_status(403);
    let _ = story.people[1].post(MEETING, &points, &[("punkt", " ")]).await.expect_status(422);
    let up = [("wohin", "hoch")];
    let order = format!("{points}/3/ordnen");
    let _ = story.people[1].post(MEETING, &order, &up).await.expect_status(303);
    let _ = story.people[1].post(MEETING, &order, &[("wohin", "tief")]).await.expect_status(303);
    let page = story.people[1].get(MEETING).await.expect_status(200);
    assert_eq!(page.texts(".tagesordnung h3 span[lang]"), agenda, "up and down again");
}

/// The fields of an item of the agenda.
pub fn item(number: i64, version: i64, fields: &[(&str, &str)]) -> Form {
    let mut all = vec![("version".to_owned(), version.to_string())];
    let name = |it: &(&str, &str)| (format!("{}-{number}", it.0), it.1.to_owned());
    all.extend(fields.iter().map(name));
    all
}

pub async fn minutes_are_written_item_by_item(story: &mut Story) {
    let first = format!("{MEETING}/punkte/1");
    let wrong = item(
        1,
        1,
        &[
            ("titel", "Sprechstunde im Quartier"),
            ("protokoll", "Beraten."),
            ("abstimmung", "unanimous"),
            ("nein", "2"),
            ("enthaltung", "viele"),
        ],
    );
    let refused = story.people[1].post(MEETING, &first, &plain(&wrong)).await.expect_status(422);
    assert_eq!(refused.texts(".fehlerliste li").len(), 3, "{:?}", refused.texts(".fehlerliste li"));
    assert!(refused.body_text().contains("Beraten."), "what was typed stays");
    let right = item(
        1,
        1,
        &[
            ("titel", "Sprechstunde im Quartier"),
            ("protokoll", "Beraten."),
            ("beschluss", "Die Sprechstunde wird bis Sommer eingerichtet."),
            ("abstimmung", "counted"),
            ("ja", "7"),
            ("nein", "1"),
            ("enthaltung", "2"),
        ],
    );
    let done = story.people[1].post(MEETING, &first, &plain(&right)).await.expect_status(303);
    assert_eq!(done.location(), Some(format!("{MEETING}#punkt-1")));
    let page = story.people[2].get(MEETING).await.expect_status(200);
    let said = page.text(".tagesordnung > li:first-child .beschluss");
    assert!(said.contains("Angenommen mit 7 Ja, 1 Nein, 2 Enthaltungen."), "{said}");
    // With script it is kept without a new page.
    let mut kept = item(
        2,
        1,
        &[
            ("titel", "Dunkles Treppenhaus"),
            ("beschluss", "Die Wohnungsaufsicht geht ins Haus."),
            ("abstimmung", "unanimous"),
        ],
    );
    kept.push(("selbst".to_owned(), "1".to_owned()));
    let second = format!("{MEETING}/punkte/2");
    let told = story.people[1].post(MEETING, &second, &plain(&kept)).await.expect_status(200);
    let told: serde_json::Value = serde_json::from_slice(&told.body).expect("JSON");
    assert_eq!(told["version"], 2);
    let late = story.people[1].post(MEETING, &second, &plain(&kept)).await.expect_status(409);
    assert!(late.body_text().contains("nichts geht verloren"));
    let remove = format!("{second}/ordnen");
    let refused = story.people[1].post(MEETING, &remove, &[("wohin", "weg")]).await;
    assert!(refused.expect_status(422).body_text().contains("schon etwas festgehalten"));
}

pub async fn two_minute_takers_see_the_difference(story: &mut Story) {
    let third = format!("{MEETING}/punkte/3");
    let said = |text| {
        item(3, 1, &[("titel", "Verschiedenes"), ("protokoll", text), ("abstimmung", "none")])
    };
    let (one, two) = (said("Das Fest ist im Juni."), said("Das Fest ist im Juli."));
    let _ = story.people[0].post(MEETING, &third, &plain(&one)).await.expect_status(303);
    let refused = story.people[1].post(MEETING, &third, &plain(&two)).await.expect_status(422);
    let text = refused.body_text();
    assert!(text.contains("Inzwischen hat Stadtentwicklung diesen Punkt geändert."), "{text}");
    let typed = refused.text("textarea[name=protokoll-3]");
    assert_eq!(typed.trim(), "Das Fest ist im Juli.", "nothing typed is lost");
    assert!(refused.text(".tagesordnung table").contains("Das Fest ist im Juni."));
    let version = refused.attribute("#punkt-3 input[name$='~version']", "value");
    assert_eq!(version.as_deref(), Some("2"), "it goes on from what stands there now");
    let there =
        [("da-1", "present"), ("da-2", "excused"), ("da-3", "substitute"), ("durch-3", "Uli")];
    let attend = format!("{MEETING}/anwesenheit");
    let first = [&[("anwesenheit-version", "0")][..], &there].concat();
    let _ = story.people[1].post(MEETING, &attend, &first).await.expect_status(303);
    let refused = story.people[0].post(MEETING, &attend, &first).await.expect_status(422);
    assert!(refused.body_text().contains("jemand anderes die Teilnahme eingetragen"));
    let page = story.people[2].get(MEETING).await.expect_status(200);
    assert!(page.body_text().contains("vertreten durch Uli"));
}

/// 64 who saw the same version save at once: one version follows, and everybody else is told.
pub async fn one_of_many_writes(story: &mut Story) {
    let third = format!("{MEETING}/punkte/3");
    let mut tasks = Vec::new();
    for number in 0..64 {
        let (mut browser, to) = (story.people[1].clone(), third.clone());
        let text = format!("Fassung {number}");
        let form =
            item(3, 2, &[("titel", "Verschiedenes"), ("protokoll", &text), ("abstimmung", "none")]);
        tasks.push(tokio::spawn(async move {
            browser.post(MEETING, &to, &plain(&form)).await.status.as_u16()
        }));
    }
    let mut saved = 0;
    for task in tasks {
        match task.await.expect("no panic") {
            303 => saved += 1,
            422 => {}
            other => panic!("{other}"),
        }
    }
    assert_eq!(saved, 1);
}

pub async fn papers_are_told_by_their_bytes(story: &mut Story) {
    let to = format!("{MEETING}/unterlagen");
    for (name, bytes) in [
        ("Vorlage.pdf", b"MZ\x90\x00executable".as_slice()),
        ("Vorlage.pdf", b"<!doctype html><script>alert(1)</script>"),
        ("Vorlage.docx", b"PK\x03\x04[Content_Types].xml word/document.xml word/vbaProject.bin"),
        ("leer.pdf", b""),
    ] {
        let refused = story.people[1].upload(MEETING, &to, name, bytes).await.expect_status(422);
        assert_eq!(refused.texts(".fehlerliste li").len(), 1, "{name}");
    }
    let done = story.people[1].upload(MEETING, &to, "../Vorlage 7.pdf", b"%PDF-1.7 ...").await;
    let _ = done.expect_status(303);
    let page = story.people[2].get(MEETING).await.expect_status(200);
    let link = page.attribute("#unterlagen ~ ul a", "href").expect("a paper");
    assert_eq!(page.text("#unterlagen ~ ul a"), "Vorlage 7.pdf");
    let file = story.people[2].get(&link).await.expect_status(200);
    assert_eq!(file.media_type(), "application/pdf");
    assert_eq!(file.body, b"%PDF-1.7 ...".as_slice());
}
