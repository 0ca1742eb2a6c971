//! A city writes down what it wants to reach, a council adopts it, and measures serve it.

use std::io::{Cursor, Write as _};

use ankunft_platform::changes;
use ankunft_testkit::{Page, typing};
use serde_json::Value;

use crate::common::Reader;
use crate::common::desk::{Story, plain, set};
use crate::common::unsaved::is_never_lost;

const GOALS: &str = "/musterstadt/steuerung/ziele";
const NEW: &str = "/musterstadt/steuerung/ziele/neu";
const TABLE: &str = "/musterstadt/steuerung/ziele/tabelle";

type Form = Vec<(String, String)>;

fn goal(number: i64) -> String {
    format!("{GOALS}/{number}")
}

#[tokio::test]
async fn a_city_writes_down_its_goals() {
    writes(Story::new().await).await;
}

#[tokio::test]
async fn a_city_writes_down_its_goals_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        writes(Story::at(address).await).await;
    }
}

async fn writes(mut story: Story) {
    a_concept_begins_as_a_draft(&mut story).await;
    a_document_becomes_a_table(&mut story).await;
    a_table_is_all_or_none(&mut story).await;
    no_goal_stands_below_itself(&mut story).await;
    two_who_save_at_once_see_the_difference(&mut story).await;
    it_is_adopted_once(&mut story).await;
    a_measure_serves_a_goal(&mut story).await;
    nothing_typed_is_lost(&mut story).await;
    the_next_edition_says_what_changed(&mut story).await;
    all_of_it_stands_in_the_log(&story).await;
}

async fn post(story: &mut Story, at: &str, to: &str, form: &[(&str, &str)]) -> Page {
    story.people[0].post(at, to, form).await
}

async fn a_concept_begins_as_a_draft(story: &mut Story) {
    let page = story.people[0].get(GOALS).await.expect_status(200);
    assert!(page.body_text().contains("Noch sind keine Ziele festgehalten."));
    let fassung = format!("{GOALS}/fassung");
    let refused = post(story, GOALS, &fassung, &[("name", " ")]).await.expect_status(422);
    assert!(refused.body_text().contains("Geben Sie dem Konzept einen Namen."));
    let name = [("name", "Integrationskonzept 2027")];
    let _ = post(story, GOALS, &fassung, &name).await.expect_status(303);
    let twice = post(story, GOALS, &fassung, &name).await.expect_status(422);
    assert!(twice.body_text().contains("Es gibt schon einen Entwurf."));
    // A department reads it and does not write it.
    let _ = story.people[1].get(GOALS).await.expect_status(200);
    let _ = story.people[1].get(NEW).await.expect_status(403);
}

/// A paragraph of a document.
pub fn p(style: &str, text: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A concept as a word processor writes it: three depths of headings and a list.
fn document() -> Vec<u8> {
    let body = [
        p("Titel", "Konzept der Stadt"),
        p("berschrift1", "1 Ankommen in Vielfalt"),
        p("", "Wir sind eine Stadt für alle."),
        p("berschrift2", "1.1 Wohnen"),
        p("berschrift3", "Niemand wohnt in Häusern mit Mängeln"),
        p("", "Wer neu ist, findet eine Wohnung."),
        p("Liste", "Wohnungsaufsicht und Beratung verbinden"),
        p("Liste", "Hausgemeinschaften begleiten"),
        p("berschrift2", "1.2 Sprache"),
        p("berschrift3", "Jede Person findet einen Kurs"),
    ];
    docx(&body.concat())
}

/// A document with the styles of a word processor.
pub fn docx(body: &str) -> Vec<u8> {
    let w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let heading = |number: u8| {
        format!(
            "<w:style w:styleId=\"berschrift{number}\"><w:name w:val=\"heading {number}\"/></w:style>"
        )
    };
    let styles = format!(
        "<w:styles {w}>{}{}{}<w:style w:styleId=\"Liste\"><w:name w:val=\"List\"/><w:pPr><w:numPr/>\
         </w:pPr></w:style><w:style w:styleId=\"Inhalt\"><w:name w:val=\"TOC Heading\"/>\
         <w:basedOn w:val=\"berschrift1\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr></w:style>\
         <w:style w:styleId=\"Zeile\"><w:name w:val=\"toc 1\"/></w:style></w:styles>",
        heading(1),
        heading(2),
        heading(3)
    );
    let document = format!("<w:document {w}><w:body>{body}</w:body></w:document>");
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [("word/document.xml", document), ("word/styles.xml", styles)] {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        writer.write_all(text.as_bytes()).expect("bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

/// What stands in the field for the table, tabs and lines as they are.
pub fn pasted(page: &Page) -> String {
    let html = String::from_utf8_lossy(&page.body).into_owned();
    let (_, rest) = html.split_once("<textarea").expect("a field");
    let (_, rest) = rest.split_once('>').expect("its begin");
    rest.split_once("</textarea>").expect("its end").0.trim().to_owned()
}

async fn a_document_becomes_a_table(story: &mut Story) {
    let to = format!("{GOALS}/dokument");
    let wrong = story.people[0].upload(TABLE, &to, "ziele.docx", b"Ziele").await.expect_status(422);
    assert!(wrong.body_text().contains("kein lesbares DOCX"));
    let page =
        story.people[0].upload(TABLE, &to, "ziele.docx", &document()).await.expect_status(200);
    assert!(page.body_text().contains("7 Ziele können übernommen werden."), "{}", page.body_text());
    let table = pasted(&page);
    for said in [
        "Leitbild\tAnkommen in Vielfalt\tWir sind eine Stadt für alle.",
        "Empfehlung\tHausgemeinschaften",
    ] {
        assert!(table.contains(said), "{table}");
    }
    let list = story.people[0].get(&format!("{GOALS}.json")).await.expect_status(200);
    let list: Value = serde_json::from_slice(&list.body).expect("JSON");
    assert_eq!(list["goals"].as_array().map(Vec::len), Some(0), "nothing was taken yet");
    let take = [("tabelle", table.trim()), ("absicht", "uebernehmen")];
    let _ = post(story, TABLE, TABLE, &take).await.expect_status(303);
    let again = post(story, TABLE, TABLE, &take).await.expect_status(422);
    assert_eq!(again.texts("main tbody tr").len(), 7, "each row would double one");
    let list = story.people[0].get(&format!("{GOALS}.json")).await.expect_status(200);
    let list: Value = serde_json::from_slice(&list.body).expect("JSON");
    let titles: Vec<&str> = list["goals"]
        .as_array()
        .expect("goals")
        .iter()
        .filter_map(|it| it["title"].as_str())
        .collect();
    assert_eq!(
        titles[0..3],
        ["Ankommen in Vielfalt", "Wohnen", "Niemand wohnt in Häusern mit Mängeln"]
    );
    assert_eq!(list["goals"][3]["below"], list["goals"][2]["number"], "a list below its heading");
}

async fn a_table_is_all_or_none(story: &mut Story) {
    let wrong = "Art;Titel;Steht unter;Verantwortlich;Gilt bis (Jahr)\n\
                 Ziel;Eins;Zwei;;\nZiel;Zwei;Eins;;\n\
                 Traum;Drei;Wohnen;Sport;bald\nHandlungsfeld;Vier;Eins;;\nZiel;;Nirgends;;\n";
    let send = [("tabelle", wrong), ("absicht", "uebernehmen")];
    let refused = post(story, TABLE, TABLE, &send).await.expect_status(422);
    let text = refused.body_text();
    for said in [
        "unter sich selbst",
        "„Traum“",
        "„Sport“",
        "Jahr zwischen",
        "mindestens so weit",
        "„Nirgends“",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert_eq!(refused.texts("main tbody th"), ["2", "3", "4", "4", "4", "5", "6", "6"]);
    let list = story.people[0].get(&format!("{GOALS}.json")).await;
    let list: Value = serde_json::from_slice(&list.body).expect("JSON");
    assert_eq!(list["goals"].as_array().map(Vec::len), Some(7), "nothing of it was taken");
    // What the list hands out can be pasted again.
    let csv = story.people[0].get(&format!("{GOALS}.csv")).await.expect_status(200);
    let csv =
        String::from_utf8(csv.body.to_vec()).expect("text").replace("feld,Wohnen", "feld,Bauen");
    let wanted = csv.lines().filter(|it| it.starts_with("Art,") || it.contains(",Bauen,"));
    let csv = wanted.collect::<Vec<_>>().join("\n");
    let look = [("tabelle", csv.as_str()), ("absicht", "pruefen")];
    let page = post(story, TABLE, TABLE, &look).await.expect_status(200);
    assert!(page.body_text().contains("Ein Ziel kann übernommen werden."), "{csv}");
}

/// The form of a goal as its page offers it.
fn form_of(page: &Page) -> Form {
    let mut form = Form::new();
    for kind in ["hidden", "text"] {
        let selector = format!("form.formular input[type={kind}]");
        let names = page.attributes(&selector, "name");
        let values = page.attributes(&selector, "value");
        form.extend(names.into_iter().zip(values).filter(|it| it.0 != "csrf"));
    }
    let texts = page.texts("form.formular textarea").into_iter().map(|it| it.trim().to_owned());
    form.extend(page.attributes("form.formular textarea", "name").into_iter().zip(texts));
    for name in page.attributes("form.formular select", "name") {
        let chosen = format!("select[name={name}] option[selected]");
        form.push((name, page.attribute(&chosen, "value").unwrap_or_default()));
    }
    form
}

async fn no_goal_stands_below_itself(story: &mut Story) {
    let edit = format!("{}/aendern", goal(2));
    let page = story.people[0].get(&edit).await.expect_status(200);
    let offered = page.attributes("select[name=unter] option", "value");
    assert!(!offered.contains(&"2".to_owned()) && !offered.contains(&"3".to_owned()));
    let mut form = form_of(&page);
    set(&mut form, "unter", "3");
    set(&mut form, "jahr", "12");
    let refused = story.people[0].post(&edit, &edit, &plain(&form)).await.expect_status(422);
    assert!(refused.body_text().contains("unter sich selbst"));
    assert!(refused.body_text().contains("Jahr zwischen"));
    assert_eq!(refused.attribute("[name=jahr]", "value").as_deref(), Some("12"));
    let form = [("version", "1")];
    let refused = post(story, &goal(2), &format!("{}/streichen", goal(2)), &form).await;
    assert!(refused.expect_status(422).body_text().contains("Darunter stehen noch Ziele."));
}

async fn two_who_save_at_once_see_the_difference(story: &mut Story) {
    let edit = format!("{}/aendern", goal(3));
    let page = story.people[0].get(&edit).await.expect_status(200);
    let (mut first, mut second) = (form_of(&page), form_of(&page));
    set(&mut first, "jahr", "2037");
    set(&mut second, "woran", "Die Aufsicht wird seltener gerufen");
    let _ = story.people[0].post(&edit, &edit, &plain(&first)).await.expect_status(303);
    let refused = story.people[0].post(&edit, &edit, &plain(&second)).await.expect_status(422);
    let text = refused.body_text();
    assert!(text.contains("Inzwischen hat") && text.contains("2037"), "{text}");
    assert!(text.contains("Die Aufsicht wird seltener gerufen"), "nothing typed is lost");
    let mut again = form_of(&refused);
    set(&mut again, "jahr", "2037");
    let _ = story.people[0].post(&edit, &edit, &plain(&again)).await.expect_status(303);
}

/// 64 note the adoption at once: it is noted once, and nobody writes on in what was adopted.
async fn it_is_adopted_once(story: &mut Story) {
    let to = format!("{GOALS}/beschluss");
    let early = [("fassung", "1"), ("tag", "2199-01-01"), ("gremium", ""), ("adresse", "x")];
    let refused = post(story, GOALS, &to, &early).await.expect_status(422);
    assert_eq!(refused.texts(".fehlerliste li").len(), 3, "{}", refused.body_text());
    let _ = story.people[0].get(GOALS).await;
    let mut tasks = Vec::new();
    for _ in 0..64 {
        let (mut browser, to) = (story.people[0].clone(), to.clone());
        tasks.push(tokio::spawn(async move {
            let form =
                [("fassung", "1"), ("tag", "2026-02-14"), ("gremium", "Stadtrat"), ("adresse", "")];
            browser.post(GOALS, &to, &form).await.status.as_u16()
        }));
    }
    let mut noted = 0;
    for task in tasks {
        match task.await.expect("no panic") {
            303 => noted += 1,
            422 => {}
            other => panic!("{other}"),
        }
    }
    assert_eq!(noted, 1);
    let page = story.people[1].get(GOALS).await.expect_status(200);
    assert!(page.body_text().contains("beschlossen am 14.02.2026 (Stadtrat)"));
    let closed = story.people[0].get(&format!("{}/aendern", goal(3))).await.expect_status(422);
    assert!(closed.body_text().contains("Was beschlossen ist, wird nicht mehr geändert."));
}

async fn a_measure_serves_a_goal(story: &mut Story) {
    let quarter = format!("quartier:{}", story.quarters[0].0);
    let new = "/musterstadt/steuerung/massnahmen/neu";
    let page = story.people[0].get(new).await.expect_status(200);
    let desks = page.attributes("select[name=federfuehrung] option", "value");
    let form = [
        ("titel", "Hausbesuche"),
        ("quartier", quarter.as_str()),
        ("federfuehrung", desks[1].as_str()),
        ("bis", "2027-06-30"),
        ("woran", "Mängel sind behoben"),
        ("stand", "planned"),
    ];
    let _ = post(story, new, new, &form).await.expect_status(303);
    let measure = "/musterstadt/steuerung/massnahmen/1";
    let tree = story.people[0].get(GOALS).await.body_text();
    assert!(tree.contains("Eine Maßnahme dient noch keinem Ziel"), "{tree}");
    let to = format!("{measure}/ziele");
    let refused = post(story, measure, &to, &[("ziel", "99")]).await.expect_status(422);
    assert!(refused.body_text().contains("Wählen Sie ein Ziel."));
    let _ = post(story, measure, &to, &[("ziel", "3")]).await.expect_status(303);
    let page = story.people[0].get(measure).await.expect_status(200);
    assert!(page.body_text().contains("Ziel: Niemand wohnt in Häusern mit Mängeln"));
    let page = story.people[2].get(&goal(1)).await.expect_status(200);
    assert!(page.body_text().contains("Hausbesuche"), "what serves a goal serves what is above it");
    // Nobody opened a citation, and the thread knows it.
    let thread = story.people[0].get("/musterstadt/faden/measure/1").await.expect_status(200);
    assert!(thread.body_text().contains("Niemand wohnt in Häusern mit Mängeln"));
    let thread = story.people[0].get("/musterstadt/faden/goal/3").await.expect_status(200);
    assert!(thread.body_text().contains("Hausbesuche"));
}

async fn the_next_edition_says_what_changed(story: &mut Story) {
    let name = [("name", "Fortschreibung 2031")];
    let _ = post(story, GOALS, &format!("{GOALS}/fassung"), &name).await.expect_status(303);
    let edit = format!("{}/aendern", goal(6));
    let mut form = form_of(&story.people[0].get(&edit).await.expect_status(200));
    set(&mut form, "titel", "Sprache und Begegnung");
    let _ = story.people[0].post(&edit, &edit, &plain(&form)).await.expect_status(303);
    let drop = format!("{}/streichen", goal(5));
    let _ = post(story, &goal(5), &drop, &[("version", "1")]).await.expect_status(303);
    let page = story.people[0].get(&format!("{GOALS}?fassung=2")).await.expect_status(200);
    let text = page.body_text();
    assert!(text.contains("Anders: Sprache und Begegnung"), "{text}");
    assert!(text.contains("Entfallen: Hausgemeinschaften begleiten"));
    // What is in force is what was adopted, until the next adoption.
    let page = story.people[1].get(&goal(6)).await.expect_status(200);
    assert!(
        page.texts("h1").concat().contains("Sprache")
            && !page.texts("h1").concat().contains("Begegnung")
    );
    let _ = story.people[1].get(&goal(5)).await.expect_status(200);
    let _ = story.people[0].get(&format!("{GOALS}?fassung=9")).await.expect_status(404);
}

async fn all_of_it_stands_in_the_log(story: &Story) {
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    for action in ["goal.edition", "goal.add", "goal.change", "goal.drop", "goal.adopt"] {
        assert!(log.iter().any(|it| it.action == action), "{action} left no trace");
    }
    assert!(log.iter().all(|it| !it.note.contains("Mängel")), "the log says no contents");
}

#[tokio::test]
async fn no_goal_reaches_anybody_without_the_right() {
    let mut story = Story::new().await;
    a_concept_begins_as_a_draft(&mut story).await;
    let table = [
        ("tabelle", "Handlungsfeld;Geheimes Feld\nZiel;Geheimes Ziel"),
        ("absicht", "uebernehmen"),
    ];
    let _ = post(&mut story, TABLE, TABLE, &table).await.expect_status(303);
    for reader in Reader::all(&story.demo.app) {
        let inside = ["coordination", "statistics-office", "department", "reader"];
        let is_inside = inside.contains(&reader.name);
        let mut browser = reader.browser(&story.demo.app, "de").await;
        for address in [
            GOALS.to_owned(),
            format!("{GOALS}.csv"),
            format!("{GOALS}.json"),
            goal(2),
            "/musterstadt/faden/goal/2".to_owned(),
        ] {
            let page = browser.get(&address).await;
            let says = String::from_utf8_lossy(&page.body).contains("Geheimes");
            assert_eq!(says, is_inside, "{} at {address}: {}", reader.name, page.status);
        }
    }
}

/// What is refused stays in its field, and every kind of button keeps what was typed beside it.
async fn nothing_typed_is_lost(story: &mut Story) {
    let goal = format!("{GOALS}/2");
    let unknown = [("fundstelle", "/f/9999")];
    let refused = post(story, &goal, &format!("{goal}/befunde"), &unknown).await;
    let stands = refused.expect_status(422).attribute("input[name=fundstelle]", "value");
    assert_eq!(stands.as_deref(), Some("/f/9999"));
    let pressed = is_never_lost(&mut story.people[0], &goal, &["/streichen", "/fassung"]).await;
    for end in ["/befunde", "/merken", "/behalten"] {
        assert!(pressed.iter().any(|it| it.ends_with(end)), "{end} of {pressed:?}");
    }
    // With a name the next edition would begin. Without one nothing does, and what was typed beside it
    // stands on the goal's page again.
    let mut desk = typing(&story.people[0].get(&goal).await.expect_status(200));
    desk.write("fundstelle", "Ungesichert neben dem Namen");
    desk.write("name", " ");
    let begin = desk.button(&format!("{GOALS}/fassung")).clone();
    let refused = story.people[0].press(&desk, &begin, ("", b"")).await.expect_status(422);
    assert!(refused.body_text().contains("Geben Sie dem Konzept einen Namen."));
    let back = refused.attribute("main a[href*='behalten=']", "href").expect("a way back");
    assert!(back.starts_with(&goal), "{back}");
    let page = story.people[0].get(&back).await.expect_status(200);
    let stands = page.attribute("input[name=fundstelle]", "value");
    assert_eq!(stands.as_deref(), Some("Ungesichert neben dem Namen"));
}
