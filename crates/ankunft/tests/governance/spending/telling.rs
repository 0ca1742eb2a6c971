//! Where plan and spending are read: page, papers, the money of the city, an answer.

use ankunft_formats::ReadOptions;
use ankunft_formats::table::book::{self, Value as Cell};
use ankunft_testkit::Browser;
use serde_json::Value;

use super::{BOARD, MONEY, form, measure, spent, words};
use crate::common::desk::{Story, plain};
use crate::common::papers::text;
use crate::common::unsaved::is_never_lost;

pub async fn plan_and_spending_stand_side_by_side(story: &mut Story) {
    let page = story.people[2].get(&measure(1)).await.expect_status(200);
    for caption in ["Nach Ausgabeart", "Nach Mittelgeber", "Nach Jahr"] {
        assert!(page.texts("main caption").iter().any(|it| it == caption), "{caption}");
    }
    let row = |head: &str| {
        let heads = page.texts("main tbody th");
        let rows = page.texts("main tbody tr");
        let at = heads.iter().position(|it| it == head);
        rows[at.unwrap_or_else(|| panic!("no {head} among {heads:?}"))].clone()
    };
    let staff = row("Personalausgaben");
    assert!(staff.contains("70.000,01 €") && staff.contains("40.000,00 €"), "{staff}");
    assert!(row("2026").contains("40.000,01 €"), "{}", row("2026"));
    let list = story.people[1].get(&format!("{BOARD}/massnahmen.json")).await.expect_status(200);
    let list: Value = serde_json::from_slice(&list.body).expect("JSON");
    let own = list["measures"].as_array().expect("measures").iter().find(|it| it["number"] == 1);
    let own = own.expect("the measure");
    assert_eq!((&own["budget_cents"], &own["spent_cents"]), (&9_000_002.into(), &4_123_450.into()));
    assert_eq!(
        (&own["costs"][0]["kind"], &own["costs"][0]["year"]),
        (&"staff".into(), &2026.into())
    );
}

async fn paper(browser: &mut Browser, address: &str) -> Option<String> {
    let page = browser.get(address).await.expect_status(200);
    let flat =
        |it: String| it.replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ");
    text(&page.body).map(flat)
}

pub async fn the_papers_say_it_too(story: &mut Story) {
    for format in ["pdf", "docx"] {
        let plan = format!("{}/finanzplan/{format}", measure(1));
        if let Some(words) = paper(&mut story.people[2], &plan).await {
            for said in [
                "Ausgabenplan",
                "Personalausgaben",
                "40.000,01",
                "Finanzierungsplan",
                "Eigenanteil der Stadt",
                "60.000,01",
                "100,00",
                "Mittelabfluss bis",
                "mehr als geplant",
            ] {
                assert!(words.contains(said), "{format}: no {said} in {words}");
            }
        }
        let sheet = format!("{}/blatt/{format}", measure(1));
        if let Some(words) = paper(&mut story.people[2], &sheet).await {
            assert!(words.contains("Ausgegeben sind 41.234,50"), "{format}: {words}");
        }
    }
    let page = story.people[2].get(&format!("{}/finanzplan.xlsx", measure(1))).await;
    let file = page.expect_status(200).body;
    let book = book::read(&file, "a.xlsx", &ReadOptions::default()).expect("a workbook");
    let names: Vec<&str> = book.sheets.iter().map(|it| it.name.as_str()).collect();
    let expected = [
        "Kosten- und Finanzierungsplan",
        "Ausgabenplan",
        "Finanzierungsplan",
        "Nach Ausgabeart",
        "Nach Mittelgeber",
        "Nach Jahr",
        "Buchungen",
    ];
    assert_eq!(names, expected);
}

pub async fn the_money_of_the_city_knows_what_was_spent(story: &mut Story) {
    let page = story.people[2].get(MONEY).await.expect_status(200).text("main");
    for said in ["Ausgegeben sind davon bisher 41.234,50 €.", "45.000,00 €", "ohne Jahr"] {
        assert!(page.contains(said), "no {said} in {page}");
    }
    let year = format!("{MONEY}?jahr=2027&geber=land");
    let of_year = story.people[2].get(&year).await.expect_status(200).text("main");
    assert!(of_year.contains("2027 ausgegeben") && !of_year.contains("45.000,00 €"), "{of_year}");
    assert!(of_year.contains("Land trägt"), "in the usual spelling: {of_year}");
    for said in ["2027 geplant", "Für 2027 geplant sind 20.000,01 €", "2027 noch frei", "Nach Jahr"]
    {
        assert!(of_year.contains(said), "no {said} in {of_year}");
    }
    let csv = story.people[0].get(&format!("{MONEY}.csv")).await.expect_status(200);
    let csv = String::from_utf8(csv.body).expect("UTF-8");
    let column = |line: &str, at: usize| {
        let cell = line.split(',').rev().nth(at).unwrap_or_default().replace('.', "");
        cell.parse::<i64>().unwrap_or_else(|_| panic!("{line}"))
    };
    let sum = |at: usize| csv.lines().skip(1).map(|it| column(it, at)).sum::<i64>();
    assert_eq!((sum(1), sum(0)), (9_000_002 + 960_000, 4_123_450), "{csv}");
    let book = story.people[2].get(&format!("{MONEY}.xlsx")).await.expect_status(200).body;
    let book = book::read(&book, "a.xlsx", &ReadOptions::default()).expect("a workbook");
    let by_source = book.sheets.iter().find(|it| it.name == "Nach Förderquelle").expect("a sheet");
    let spent = by_source.cells.iter().filter(|it| it.column == 5 && it.row > 1);
    let spent: Vec<&Cell> = spent.map(|it| &it.value).collect();
    assert_eq!(spent, [&Cell::Number(45_000.0), &Cell::Number(45_000.0)]);
}

/// An enquiry finds the measure and says what it costs and what was spent; one press takes the
/// sentence over, once.
pub async fn an_answer_gathers_it(story: &mut Story) {
    let new = "/musterstadt/anfragen/neu";
    let page = story.people[0].get(new).await.expect_status(200);
    let options = page.texts("select[name=federfuehrung] option");
    let at = options.iter().position(|it| it.starts_with("Stadtentwicklung")).expect("a Stelle");
    let lead = page.attributes("select[name=federfuehrung] option", "value")[at].clone();
    let enquiry = form(&[
        ("wer-fragt", "council"),
        ("fragender", "Fraktion Mitte"),
        ("eingang", "2026-11-20"),
        ("frist", "2027-01-15"),
        ("betreff", "Lotsen im Quartier"),
        ("frage", "Was kosten die Lotsen?"),
        ("quartier", "stadt"),
        ("federfuehrung", &lead),
        ("kreis", "public"),
        ("aktenzeichen", ""),
    ]);
    let done = story.people[0].post(new, new, &plain(&enquiry)).await.expect_status(303);
    let own = done.location().expect("the page of the enquiry");
    let page = story.people[0].get(&own).await.expect_status(200);
    let says =
        "sind 90.000,02 € geplant, davon 30.000,01 € von Dritten und 60.000,01 € von der Stadt.";
    assert!(words(&page).contains(says), "{}", words(&page));
    assert!(words(&page).contains("stehen bisher nur in der Verwaltung"));
    let take = format!("{own}/geld");
    for _ in 0..2 {
        let done = story.people[0].post(&own, &take, &[("massnahme", "1")]).await;
        let _ = done.expect_status(303);
    }
    let page = story.people[0].get(&own).await.expect_status(200);
    let text = page.texts("textarea[name=antwort]").concat();
    assert_eq!(text.matches("41.234,50").count(), 1, "once: {text}");
    let _ = story.people[0].post(&own, &take, &[("massnahme", "99")]).await.expect_status(404);
    // Citing what the asker may not read takes the form for sending away, and with it who signs.
    let pressed = is_never_lost(&mut story.people[0], &own, &["/befunde"]).await;
    assert!(pressed.contains(&take), "{pressed:?}");
}

/// Who leads the measure hears that others have booked; who only reads it, does not.
pub async fn who_leads_hears_of_it_in_the_morning(story: &mut Story) {
    let page = story.people[0].get(&spent(1)).await.expect_status(200);
    let key = page.attribute("input[name=schluessel]", "value").expect("a form to book with");
    let form = [
        ("tag", "27.2.2026"),
        ("betrag", "12,50"),
        ("richtung", ""),
        ("notiz", "Fahrkarten"),
        ("schluessel", key.as_str()),
        ("art", ""),
        ("mittel", ""),
    ];
    let _ = story.people[0].post(&spent(1), &spent(1), &form).await.expect_status(303);
    let mut upkeep = story.demo.app.store.upkeep().await.expect("a connection");
    let past = "update change_entry set at = at - 3600000000";
    sqlx::query(past).execute(&mut *upkeep).await.expect("rows");
    upkeep.commit().await.expect("a commit");
    let page = story.people[1].get("/musterstadt").await.expect_status(200);
    assert!(page.body_text().contains("Geld gebucht: Lotsen"), "{}", page.body_text());
    assert!(page.attributes("main a", "href").contains(&spent(1)), "it leads to the book");
    assert!(!page.body_text().contains("Fahrkarten"), "it names the measure and no more");
    let other = story.people[2].get("/musterstadt").await.expect_status(200);
    assert!(!other.body_text().contains("Geld gebucht: Lotsen"), "it is not theirs");
}
