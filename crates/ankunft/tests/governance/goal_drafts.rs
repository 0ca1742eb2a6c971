//! A begun edition of the goals is given up: what stood in it alone is nowhere, what was adopted stays,
//! and who still wrote in it loses nothing.

use ankunft_platform::changes;
use ankunft_testkit::{Browser, Page};
use serde_json::Value;

use crate::common::desk::{Story, plain, set};
use crate::measures::planning::{Form, five_fields_make_a_measure, form_of};

const GOALS: &str = "/musterstadt/steuerung/ziele";
const DISCARD: &str = "/musterstadt/steuerung/ziele/verwerfen";
const MEASURE: &str = "/musterstadt/steuerung/massnahmen/1";

fn at(path: &str) -> String {
    format!("{GOALS}{path}")
}

#[tokio::test]
async fn a_draft_is_discarded() {
    discarded(Story::new().await).await;
}

#[tokio::test]
async fn a_draft_is_discarded_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        discarded(Story::at(address).await).await;
    }
}

async fn discarded(mut story: Story) {
    the_first_draft_goes_whole(&mut story).await;
    a_draft_has_more_than_was_adopted(&mut story).await;
    nobody_else_sees_it(&mut story).await;
    it_is_asked_what_goes(&mut story).await;
    let open = Open::read(&mut story).await;
    it_is_discarded_once(&mut story).await;
    what_stood_in_it_alone_is_nowhere(&mut story).await;
    who_wrote_in_it_keeps_the_text(&mut story, &open).await;
    it_is_adopted_or_discarded(&mut story).await;
    it_stands_in_the_log(&story).await;
}

async fn post(story: &mut Story, page: &str, to: &str, form: &[(&str, &str)]) -> Page {
    story.people[0].post(page, to, form).await
}

async fn begin(story: &mut Story, name: &str) -> String {
    let to = at("/fassung");
    let done = post(story, GOALS, &to, &[("name", name)]).await.expect_status(303);
    done.location().expect("the draft")
}

async fn take(story: &mut Story, rows: &str) {
    let form = [("tabelle", rows), ("absicht", "uebernehmen")];
    let _ = post(story, GOALS, &at("/tabelle"), &form).await.expect_status(303);
}

async fn adopt(browser: &mut Browser, edition: &str) -> Page {
    let form = [("fassung", edition), ("tag", "2026-02-14"), ("gremium", "Stadtrat")];
    browser.post(GOALS, &at("/beschluss"), &form).await
}

/// The question as the page asks it now, answered with yes.
async fn asked(browser: &mut Browser) -> Form {
    form_of(&browser.get(DISCARD).await.expect_status(200))
}

/// Sends one request of each kind 64 times over, all at once; so many took effect, and the rest were
/// refused.
async fn at_once(story: &Story, all: &[(String, Form)]) -> usize {
    let mut tasks = Vec::new();
    for turn in 0..64 {
        let (mut browser, (to, form)) = (story.people[0].clone(), all[turn % all.len()].clone());
        tasks.push(tokio::spawn(async move {
            browser.post(GOALS, &to, &plain(&form)).await.status.as_u16()
        }));
    }
    let mut done = 0;
    for task in tasks {
        match task.await.expect("no panic") {
            303 => done += 1,
            422 => {}
            other => panic!("{other}"),
        }
    }
    done
}

/// While nothing is adopted all see the draft, and measures serve it. Then it goes, and with it all of that.
async fn the_first_draft_goes_whole(story: &mut Story) {
    assert_eq!(begin(story, "Erster Anlauf").await, at("?fassung=1"));
    take(story, "Handlungsfeld;Vorläufiges Feld\nZiel;Vorläufiges Ziel").await;
    five_fields_make_a_measure(story).await;
    let to = format!("{MEASURE}/ziele");
    let _ = post(story, MEASURE, &to, &[("ziel", "2")]).await.expect_status(303);
    let form = asked(&mut story.people[0]).await;
    let _ = post(story, DISCARD, DISCARD, &plain(&form)).await.expect_status(303);
    let page = story.people[1].get(GOALS).await.expect_status(200);
    assert!(page.body_text().contains("Noch sind keine Ziele festgehalten."));
    for address in [MEASURE, "/musterstadt/faden/measure/1", "/musterstadt"] {
        let page = story.people[0].get(address).await;
        let links = page.attributes("a", "href");
        assert!(!links.iter().any(|it| it.contains("/ziele/2")), "{address}: {links:?}");
    }
    let gone = story.people[0].get(&at("/2")).await.expect_status(404);
    assert!(gone.body_text().contains("stand nur in der Fassung „Erster Anlauf“"));
    let other = story.people[1].get(&at("/2")).await.expect_status(404);
    assert!(!other.body_text().contains("Vorläufig"), "nobody else hears of it");
}

/// One goal is adopted; the draft after it words it anew, has another, and two indicators.
async fn a_draft_has_more_than_was_adopted(story: &mut Story) {
    assert_eq!(begin(story, "Konzept 2027").await, at("?fassung=2"), "no number is given twice");
    take(story, "Handlungsfeld;Beratung\nZiel;Beratung zu Fuß").await;
    let tree = story.people[0].get(&at(".json?fassung=2")).await.expect_status(200);
    let tree: Value = serde_json::from_slice(&tree.body).expect("JSON");
    assert_eq!(tree["goals"][1]["number"], 4, "nor that of a goal");
    let _ = adopt(&mut story.people[0], "2").await.expect_status(303);
    the_next_edition_begins_at_a_goal(story).await;
    take(story, "Ziel;Allein im Entwurf").await;
    let edit = at("/4/aendern");
    let mut form = form_of(&story.people[0].get(&edit).await.expect_status(200));
    set(&mut form, "titel", "Beratung überall");
    let _ = story.people[0].post(&edit, &edit, &plain(&form)).await.expect_status(303);
    for goal in ["/4", "/5"] {
        let new = at(&format!("{goal}/indikatoren/neu"));
        let form = [("name", "Neue Zählung"), ("ziel-0-jahr", "2030"), ("ziel-0-wert", "9")];
        let _ = post(story, &new, &new, &form).await.expect_status(303);
    }
    let of = at("/5/indikatoren/1");
    let value = [("gesehen", "0"), ("tag", "2026-01-31"), ("wert", "5")];
    let _ = post(story, &of, &format!("{of}/werte"), &value).await.expect_status(303);
}

/// The page of an adopted goal says why it gets no more indicators, and one press begins where it does.
async fn the_next_edition_begins_at_a_goal(story: &mut Story) {
    let goal = at("/4");
    let page = story.people[1].get(&goal).await.expect_status(200);
    assert!(page.body_text().contains("die schreibt die Koordination"));
    assert!(page.attributes("button", "formaction").iter().all(|it| !it.contains("/fassung")));
    let page = story.people[0].get(&goal).await.expect_status(200);
    assert!(page.body_text().contains("Neue Indikatoren kommen in die nächste Fassung."));
    let offered = page.attribute("input[name=name]", "value").expect("a name to begin with");
    assert!(offered.starts_with("Fortschreibung 20"), "{offered}");
    let form = [("name", "Fortschreibung 2031"), ("ziel", "4")];
    let done = post(story, &goal, &at("/fassung"), &form).await.expect_status(303);
    assert_eq!(done.location(), Some(goal.clone()), "and leads back");
    let page = story.people[0].get(&goal).await.expect_status(200);
    assert!(page.attributes("main a", "href").contains(&at("/4/indikatoren/neu")));
}

/// Once something is adopted, who does not write goals sees nothing of a draft.
async fn nobody_else_sees_it(story: &mut Story) {
    for at_desk in [1, 2] {
        let reader = &mut story.people[at_desk];
        for path in ["?fassung=3", ".json?fassung=3", ".csv?fassung=3", "/5", "/5/indikatoren/1"] {
            let _ = reader.get(&at(path)).await.expect_status(404);
        }
        for address in [at(""), at("/4"), at(".json"), "/musterstadt".to_owned()] {
            let page = reader.get(&address).await.expect_status(200);
            let said = String::from_utf8_lossy(&page.body).into_owned();
            for word in ["Fortschreibung", "Allein im Entwurf", "überall", "Neue Zählung"] {
                assert!(!said.contains(word), "{word} at {address}");
            }
        }
    }
    // Who writes it lets it rest on findings, and nobody cites it.
    let _ = story.people[0].get("/musterstadt/befunde/goal/5").await.expect_status(200);
    for person in [0, 1] {
        let _ = story.people[person].get("/musterstadt/faden/goal/5").await.expect_status(404);
    }
    let to = format!("{MEASURE}/ziele");
    let _ = post(story, MEASURE, &to, &[("ziel", "5")]).await.expect_status(422);
}

async fn it_is_asked_what_goes(story: &mut Story) {
    let page = story.people[0].get(&at("?fassung=3")).await.expect_status(200);
    assert!(page.attributes("main a", "href").contains(&DISCARD.to_owned()));
    let page = story.people[0].get(DISCARD).await.expect_status(200);
    let text = page.body_text();
    for said in ["„Fortschreibung 2031“", "2 Ziele und 2 Indikatoren", "ein Wert"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let _ = story.people[1].get(DISCARD).await.expect_status(403);
    let form = form_of(&page);
    let _ = story.people[1].post(GOALS, DISCARD, &plain(&form)).await.expect_status(403);
    // Who was asked before somebody wrote more is asked again.
    take(story, "Ziel;Noch eins").await;
    let again = post(story, DISCARD, DISCARD, &plain(&form)).await.expect_status(422);
    let text = again.body_text();
    assert!(text.contains("weitergeschrieben") && text.contains("3 Ziele"), "{text}");
    let _ = post(story, DISCARD, DISCARD, &[("gesehen", "1")]).await.expect_status(400);
}

/// Forms that somebody has opened in the draft.
struct Open {
    goal: Form,
    alone: Form,
    new: Form,
    table: Form,
    gauge: Form,
    value: Form,
    question: Form,
}

impl Open {
    async fn read(story: &mut Story) -> Self {
        let desk = &mut story.people[0];
        let mut forms = Vec::new();
        for path in [
            "/4/aendern",
            "/5/aendern",
            "/neu",
            "/tabelle",
            "/4/indikatoren/1/aendern",
            "/5/indikatoren/1",
            "/verwerfen",
        ] {
            forms.push(form_of(&desk.get(&at(path)).await.expect_status(200)));
        }
        let [goal, alone, new, table, gauge, value, question] =
            <[Form; 7]>::try_from(forms).expect("seven");
        Self { goal, alone, new, table, gauge, value, question }
    }
}

async fn it_is_discarded_once(story: &mut Story) {
    let form = asked(&mut story.people[0]).await;
    assert_eq!(at_once(story, &[(DISCARD.to_owned(), form)]).await, 1);
    let page = story.people[0].get(DISCARD).await.expect_status(303);
    assert_eq!(page.location(), Some(GOALS.to_owned()), "there is no draft to ask about");
}

async fn what_stood_in_it_alone_is_nowhere(story: &mut Story) {
    let gone = story.people[0].get(&at("?fassung=3")).await.expect_status(404);
    assert!(gone.body_text().contains("„Fortschreibung 2031“ wurde verworfen"));
    for path in ["/5", "/5/indikatoren/1"] {
        let page = story.people[0].get(&at(path)).await.expect_status(404);
        assert!(page.body_text().contains("stand nur in der Fassung"), "{path}");
        let _ = story.people[1].get(&at(path)).await.expect_status(404);
    }
    let _ = story.people[0].get(&at("/4/indikatoren/1")).await.expect_status(404);
    let _ = story.people[0].get("/musterstadt/faden/goal/5").await.expect_status(404);
    for path in ["", ".json", ".csv", "/4", "/3"] {
        let page = story.people[0].get(&at(path)).await.expect_status(200);
        let said = String::from_utf8_lossy(&page.body).into_owned();
        for word in
            ["Fortschreibung 2031", "Allein im Entwurf", "überall", "Neue Zählung", "Noch eins"]
        {
            assert!(!said.contains(word), "{word} at {path}");
        }
    }
    let loose = story.people[0].get("/musterstadt/steuerung/lose-enden").await.body_text();
    assert!(!loose.contains("Allein im Entwurf"));
}

async fn who_wrote_in_it_keeps_the_text(story: &mut Story, open: &Open) {
    let typed = "Mein langer Text";
    let with = |form: &Form, field: &str| {
        let mut form = form.clone();
        set(&mut form, field, typed);
        form
    };
    let gauge = with(&open.gauge, "quelle");
    let sent = [
        ("/4/aendern", with(&open.goal, "text")),
        ("/5/aendern", with(&open.alone, "text")),
        ("/neu", with(&open.new, "titel")),
        ("/tabelle", with(&open.table, "tabelle")),
        ("/4/indikatoren/1/aendern", gauge.clone()),
        ("/5/indikatoren/neu", gauge),
        ("/5/indikatoren/1/werte", with(&open.value, "quelle")),
        ("/beschluss", vec![("fassung".into(), "3".into()), ("gremium".into(), typed.into())]),
    ];
    let mut forms = Vec::new();
    for (path, form) in &sent {
        let to = at(path);
        let refused = story.people[0].post(GOALS, &to, &plain(form)).await.expect_status(422);
        let text = refused.body_text();
        let fields = refused.attributes("input", "value").concat();
        assert!(text.contains("„Fortschreibung 2031“ wurde verworfen"), "{path}: {text}");
        assert!(text.contains(typed) || fields.contains(typed), "{path} keeps it: {text}");
        forms.push(refused);
    }
    // Who reads no drafts keeps it too, and hears nothing of the one that went.
    let (to, form) = (at("/5/indikatoren/1/werte"), with(&open.value, "quelle"));
    let refused = story.people[1].post(GOALS, &to, &plain(&form)).await.expect_status(422);
    let text = refused.body_text();
    assert!(text.contains("gibt es nicht mehr") && text.contains(typed), "{text}");
    assert!(!text.contains("Fortschreibung"), "{text}");
    let drop = at("/4/streichen");
    let version = [("fassung", "3"), ("version", "2")];
    let refused = post(story, GOALS, &drop, &version).await.expect_status(422);
    assert!(refused.body_text().contains("wurde verworfen"));
    let late = plain(&open.question);
    let refused = post(story, GOALS, DISCARD, &late).await.expect_status(422);
    assert!(refused.body_text().contains("wurde verworfen"));
    // Once there is a draft again, the same press says so, and the next takes it there.
    assert_eq!(begin(story, "Neuer Anlauf").await, at("?fassung=4"));
    let edit = at("/4/aendern");
    let form = form_of(&forms[0]);
    let told = story.people[0].post(GOALS, &edit, &plain(&form)).await.expect_status(422);
    assert!(told.body_text().contains("kommt es in den Entwurf „Neuer Anlauf“"));
    let form = form_of(&told);
    let _ = story.people[0].post(GOALS, &edit, &plain(&form)).await.expect_status(303);
    let page = story.people[0].get(&at("/4")).await.expect_status(200);
    assert!(page.body_text().contains(typed));
}

/// 64 adopt the draft or discard it: one of them does.
async fn it_is_adopted_or_discarded(story: &mut Story) {
    let form = asked(&mut story.people[0]).await;
    let adopt: Form = [("fassung", "4"), ("tag", "2026-02-14"), ("gremium", "Stadtrat")]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec();
    let all = [(DISCARD.to_owned(), form), (at("/beschluss"), adopt)];
    assert_eq!(at_once(story, &all).await, 1);
    let page = story.people[0].get(GOALS).await.expect_status(200);
    assert!(!page.body_text().contains("Entwurf"), "{}", page.body_text());
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let sql = "select (select count(*) from goal_adoption where edition = 4) + \
               (select count(*) from goal_discard where edition = 4)";
    let (count,): (i64,) = sqlx::query_as(sql).fetch_one(&mut *read).await.expect("a count");
    assert_eq!(count, 1);
}

async fn it_stands_in_the_log(story: &Story) {
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    assert!(log.iter().any(|it| it.action == "goal.discard" && it.thing == "3"));
    assert!(log.iter().any(|it| it.action == "goal.add" && it.thing == "5"), "nothing is deleted");
}

#[tokio::test]
async fn a_value_is_never_counted_in_another_unit() {
    counted(Story::new().await).await;
}

#[tokio::test]
async fn a_value_is_never_counted_in_another_unit_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        counted(Story::at(address).await).await;
    }
}

/// An edition with one goal and two indicators of persons is adopted; the draft after it counts both in
/// households. Neither has a value yet.
async fn counted(mut story: Story) {
    let _ = begin(&mut story, "Konzept 2027").await;
    take(&mut story, "Ziel;Beratung zu Fuß").await;
    let new = at("/1/indikatoren/neu");
    for name in ["Beratene", "Begleitete"] {
        let form = [
            ("name", name),
            ("einheit", "Personen"),
            ("ziel-0-jahr", "2030"),
            ("ziel-0-wert", "9"),
        ];
        let _ = post(&mut story, &new, &new, &form).await.expect_status(303);
    }
    let _ = adopt(&mut story.people[0], "1").await.expect_status(303);
    let _ = begin(&mut story, "Fortschreibung").await;
    for number in ["1", "2"] {
        unit(&mut story, number, "Haushalte").await;
    }
    a_value_comes_before_the_adoption(&mut story).await;
    a_value_comes_after_the_adoption(&mut story).await;
}

async fn unit(story: &mut Story, indicator: &str, unit: &str) {
    let edit = at(&format!("/1/indikatoren/{indicator}/aendern"));
    let mut form = form_of(&story.people[0].get(&edit).await.expect_status(200));
    set(&mut form, "einheit", unit);
    let _ = story.people[0].post(&edit, &edit, &plain(&form)).await.expect_status(303);
}

fn value(page: &Page) -> Form {
    let mut form = form_of(page);
    set(&mut form, "tag", "2026-01-31");
    set(&mut form, "wert", "40");
    form
}

/// The value counts in the edition in force; the draft is not adopted before it counts alike.
async fn a_value_comes_before_the_adoption(story: &mut Story) {
    let page = at("/1/indikatoren/1");
    let form = value(&story.people[0].get(&page).await.expect_status(200));
    let to = format!("{page}/werte");
    let _ = story.people[0].post(&page, &to, &plain(&form)).await.expect_status(303);
    let refused = adopt(&mut story.people[0], "2").await.expect_status(422);
    let text = refused.body_text();
    assert!(text.contains("einer anderen Einheit oder Art zählte: Beratene."), "{text}");
    assert_eq!(refused.attribute("input[name=gremium]", "value").as_deref(), Some("Stadtrat"));
    unit(story, "1", "Personen").await;
}

/// Who saw persons does not write households.
async fn a_value_comes_after_the_adoption(story: &mut Story) {
    let page = at("/1/indikatoren/2");
    let form = value(&story.people[0].get(&page).await.expect_status(200));
    let _ = adopt(&mut story.people[0], "2").await.expect_status(303);
    let to = format!("{page}/werte");
    let refused = story.people[0].post(&page, &to, &plain(&form)).await.expect_status(422);
    assert!(refused.body_text().contains("Inzwischen zählt dieser Indikator anders"));
    assert_eq!(refused.attribute("input[name=wert]", "value").as_deref(), Some("40"));
    let seen = value(&refused);
    let _ = story.people[0].post(&page, &to, &plain(&seen)).await.expect_status(303);
    let page = story.people[0].get(&page).await.expect_status(200);
    assert!(page.text(".leit").contains("Ist 40 Haushalte"), "{}", page.text(".leit"));
    let first = story.people[0].get(&at("/1/indikatoren/1")).await.expect_status(200);
    assert!(first.text(".leit").contains("Ist 40 Personen"), "{}", first.text(".leit"));
}
