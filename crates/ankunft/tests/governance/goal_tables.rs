//! The next concept of a city comes as a document or a table: what is there already is found in it, and
//! what is not taken as it stands is told.

use ankunft_testkit::Page;
use serde_json::Value;

use crate::common::desk::Story;
use crate::goals::{docx, p, pasted};

const GOALS: &str = "/musterstadt/steuerung/ziele";
const TABLE: &str = "/musterstadt/steuerung/ziele/tabelle";
const MANGEL: &str = "Niemand wohnt in Häusern mit Mängeln";

async fn post(story: &mut Story, to: &str, form: &[(&str, &str)]) -> Page {
    story.people[0].post(GOALS, to, form).await
}

async fn begin(story: &mut Story, name: &str) {
    let to = format!("{GOALS}/fassung");
    let _ = post(story, &to, &[("name", name)]).await.expect_status(303);
}

async fn bring(story: &mut Story, body: &[String]) -> Page {
    let to = format!("{GOALS}/dokument");
    let page = story.people[0].upload(TABLE, &to, "ziele.docx", &docx(&body.concat())).await;
    page.expect_status(200)
}

async fn send(story: &mut Story, table: &str, purpose: &str) -> Page {
    post(story, TABLE, &[("tabelle", table), ("absicht", purpose)]).await
}

async fn take(story: &mut Story, table: &str) {
    let _ = send(story, table, "uebernehmen").await.expect_status(303);
}

/// The goals of an edition in their order.
async fn goals(story: &mut Story, edition: &str) -> Vec<Value> {
    let page = story.people[0].get(&format!("{GOALS}.json?fassung={edition}")).await;
    let list: Value = serde_json::from_slice(&page.expect_status(200).body).expect("JSON");
    list["goals"].as_array().expect("goals").clone()
}

/// Number and parent of each goal, with what it is called.
fn stands(goals: &[Value]) -> Vec<(Option<i64>, Option<i64>, &str)> {
    let number = |it: &Value, field: &str| it[field].as_i64();
    goals
        .iter()
        .map(|it| (number(it, "number"), number(it, "below"), it["title"].as_str().unwrap_or("")))
        .collect()
}

#[tokio::test]
async fn the_next_concept_finds_what_is_there() {
    finds(Story::new().await).await;
}

#[tokio::test]
async fn the_next_concept_finds_what_is_there_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        finds(Story::at(address).await).await;
    }
}

async fn finds(mut story: Story) {
    a_concept_is_adopted(&mut story).await;
    begin(&mut story, "Integrationskonzept 2030").await;
    the_document_names_what_is_there(&mut story).await;
    a_row_says_what_it_stands_below(&mut story).await;
    a_goal_moves_only_where_it_can(&mut story).await;
}

async fn a_concept_is_adopted(story: &mut Story) {
    begin(story, "Integrationskonzept 2024").await;
    let rows = format!(
        "Art;Titel;Text\nHandlungsfeld;Wohnen;\nZiel;{MANGEL};Alt\nHandlungsfeld;Sprache;\n\
         Ziel;Jede Person findet einen Kurs;Überall"
    );
    take(story, &rows).await;
    let form = [("fassung", "1"), ("tag", "2026-02-14"), ("gremium", "Stadtrat"), ("adresse", "")];
    let _ = post(story, &format!("{GOALS}/beschluss"), &form).await.expect_status(303);
}

/// The document words one goal anew, has more of them, and does not have all.
async fn the_document_names_what_is_there(story: &mut Story) {
    let body = [
        p("berschrift1", "1 Wohnen"),
        p("berschrift2", &format!("1.1 {MANGEL}")),
        p("", "Auch nicht in Unterkünften."),
        p("Liste", "30 Wohnpatenschaften bis 2027"),
        p("berschrift1", "2 Begegnung"),
        p("berschrift2", "500 Plätze im Freien"),
    ];
    let page = bring(story, &body).await;
    let text = page.body_text();
    for said in [
        "4 Ziele können übernommen werden.",
        "Neu sind 3 Zeilen, geändert wird ein Ziel, eines bleibt, wie es ist.",
        "2 Ziele der Fassung stehen nicht in dieser Tabelle",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let rows = page.texts("main tbody tr");
    assert_eq!(rows.len(), 5, "{rows:?}");
    assert!(rows[0].contains("schon da"), "{rows:?}");
    assert!(rows[1].contains("geändert: Text") && rows[1].contains("in Unterkünften"), "{rows:?}");
    assert!(rows[1].contains("Wohnen"), "what it stands below: {rows:?}");
    assert!(rows[2..].iter().all(|it| it.contains("neu")), "{rows:?}");
    let table = pasted(&page);
    let lines: Vec<&str> = table.lines().map(str::trim_end).collect();
    assert_eq!(lines[2], format!("Ziel\t{MANGEL}\tAuch nicht in Unterkünften.\tWohnen"));
    assert_eq!(lines[3], format!("Empfehlung\t30 Wohnpatenschaften bis 2027\t\t{MANGEL}"));
    take(story, &table).await;
    let all = goals(story, "2").await;
    assert_eq!(
        stands(&all),
        [
            (Some(1), None, "Wohnen"),
            (Some(2), Some(1), MANGEL),
            (Some(5), Some(2), "30 Wohnpatenschaften bis 2027"),
            (Some(3), None, "Sprache"),
            (Some(4), Some(3), "Jede Person findet einen Kurs"),
            (Some(6), None, "Begegnung"),
            (Some(7), Some(6), "500 Plätze im Freien"),
        ]
    );
    assert_eq!(all[1]["text"], "Auch nicht in Unterkünften.");
    assert_eq!(goals(story, "1").await[1]["text"], "Alt", "what was adopted stays");
    let again = send(story, &table, "uebernehmen").await.expect_status(422);
    assert!(again.body_text().contains("Alles aus dieser Tabelle steht schon so in der Fassung."));
    assert_eq!(goals(story, "2").await.len(), 7);
}

/// Without the row above it a goal stands where its row says, and the look at it beforehand says so.
async fn a_row_says_what_it_stands_below(story: &mut Story) {
    let rows = "Art;Titel;Steht unter;Text;Verantwortlich;Gilt bis (Jahr)\n\
                Handlungsfeld;Begegnung;;;;\nZiel;Nachts ist es ruhig;Wohnen;Ohne Lärm;Jugend;2031";
    let page = send(story, rows, "pruefen").await.expect_status(200);
    let shown = page.texts("main tbody tr");
    for said in ["neu", "Wohnen", "Ohne Lärm", "Jugend", "2031"] {
        assert!(shown[1].contains(said), "{said}: {shown:?}");
    }
    take(story, rows).await;
    let all = goals(story, "2").await;
    assert!(stands(&all).contains(&(Some(8), Some(1), "Nachts ist es ruhig")), "{all:?}");
    let other = send(story, "Leitbild;Wohnen", "pruefen").await.expect_status(200);
    assert!(other.body_text().contains("steht in dieser Fassung schon als Handlungsfeld"));
}

async fn a_goal_moves_only_where_it_can(story: &mut Story) {
    // Without a word of it a goal stays where it is, and so does what it says.
    let stays = "Handlungsfeld;Begegnung\nZiel;Jede Person findet einen Kurs";
    let page = send(story, stays, "pruefen").await.expect_status(200);
    let shown = page.texts("main tbody tr");
    assert!(shown[1].contains("schon da") && shown[1].contains("Überall"), "{shown:?}");
    take(story, "Ziel;Mieten sind bezahlbar;Jede Person findet einen Kurs").await;
    let circle = "Ziel;Jede Person findet einen Kurs;Mieten sind bezahlbar";
    let refused = send(story, circle, "uebernehmen").await.expect_status(422);
    assert!(refused.body_text().contains("unter sich selbst"), "{}", refused.body_text());
    let moves = "Ziel;Jede Person findet einen Kurs;Begegnung";
    let page = send(story, moves, "pruefen").await.expect_status(200);
    assert!(page.texts("main tbody tr")[0].contains("geändert: Steht unter"));
    take(story, moves).await;
    let all = goals(story, "2").await;
    let stands = stands(&all);
    assert!(stands.contains(&(Some(4), Some(6), "Jede Person findet einen Kurs")), "{stands:?}");
    assert!(stands.contains(&(Some(9), Some(4), "Mieten sind bezahlbar")), "{stands:?}");
}

#[tokio::test]
async fn what_is_not_taken_as_it_stands_is_told() {
    let mut story = Story::new().await;
    begin(&mut story, "Integrationskonzept 2027").await;
    let long = "Wohnungsaufsicht und Beratung verbinden, ".repeat(6);
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", p("", text));
    let row = |cells: [&str; 2]| format!("<w:tr>{}</w:tr>", cells.map(cell).concat());
    let table = [row(["Ziel", "Zuständig"]), row(["Kurse", "Jugend"]), row(["Wege", "Jugend"])];
    let body = [
        p("Inhalt", "Inhaltsverzeichnis"),
        p("Zeile", "1 Wohnen 3"),
        p("berschrift1", "1 Wohnen"),
        p("Liste", long.trim()),
        p("Liste", "2 neue Beratungsstellen im Quartier"),
        format!("<w:tbl>{}</w:tbl>", table.concat()),
    ];
    let page = bring(&mut story, &body).await;
    let text = page.body_text();
    for said in [
        "3 Ziele können übernommen werden.",
        "Eine Tabelle des Dokuments ist nicht gelesen",
        "Ziel | Zuständig",
        "Der Titel ist länger als 200 Zeichen.",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let table = pasted(&page);
    for lost in ["Inhaltsverzeichnis", "1 Wohnen", "Kurse"] {
        assert!(!table.contains(lost), "{lost}: {table}");
    }
    take(&mut story, &table).await;
    let all = goals(&mut story, "1").await;
    let titles: Vec<&str> = all.iter().filter_map(|it| it["title"].as_str()).collect();
    assert_eq!((titles.len(), titles[0]), (3, "Wohnen"));
    assert!(titles[1].ends_with("Beratung …") && titles[1].chars().count() <= 200, "{titles:?}");
    assert_eq!(all[1]["text"], long.trim(), "all of it is in the text");
    assert_eq!(titles[2], "2 neue Beratungsstellen im Quartier");
    // The same document once more is the same concept.
    let again = send(&mut story, &table, "uebernehmen").await.expect_status(422);
    assert!(again.body_text().contains("Alles aus dieser Tabelle steht schon so in der Fassung."));
}
