//! Drafting, countersigning, and the way through bodies.

use ankunft_testkit::Page;

use super::{LIST, PUBLIC, paper};
use crate::common::desk::{Story, plain};

const NEW: &str = "/musterstadt/beschluesse/neu";
const PERIOD: &str = "2023-12-31";

fn choice(page: &Page, name: &str, says: &str) -> String {
    let selector = format!("select[name={name}] option");
    let (values, texts) = (page.attributes(&selector, "value"), page.texts(&selector));
    let at = texts.iter().position(|it| it.starts_with(says));
    values[at.unwrap_or_else(|| panic!("{says} is none of {texts:?}"))].clone()
}

/// Two bodies, so that a Vorlage can go from one to the other.
pub async fn bodies(story: &mut Story) {
    const BODIES: &str = "/musterstadt/gremien/neu";
    for (name, kind) in [("Integrationsausschuss", "council"), ("Stadtrat", "council")] {
        let form = [("name", name), ("art", kind)];
        let _ = story.people[0].post(BODIES, BODIES, &form).await.expect_status(303);
    }
}

/// Remembers figures of all three quarters, a measure, and makes a Vorlage of them.
pub async fn it_is_made_from_the_mappe(story: &mut Story) -> Vec<String> {
    bodies(story).await;
    for (code, _) in story.quarters.clone() {
        let ding = format!("quartier:population:{PERIOD}:{code}");
        let form = [("art", "figure"), ("ding", ding.as_str()), ("zurueck", "")];
        let source = format!(
            "/musterstadt/atlas/quelle?ebene=quartier&merkmal=population&stichtag={PERIOD}&gebiet={code}"
        );
        let _ =
            story.people[1].post(&source, "/musterstadt/merken", &form).await.expect_status(303);
    }
    a_measure(story).await;
    let form = [("art", "measure"), ("ding", "1"), ("zurueck", "")];
    let page = "/musterstadt/steuerung/massnahmen/1";
    let _ = story.people[1].post(page, "/musterstadt/merken", &form).await.expect_status(303);
    let page = story.people[1].get(NEW).await.expect_status(200);
    let codes = page.attributes("input[name=befund]", "value");
    assert_eq!(codes.len(), 4, "what lies in the Mappe");
    let wrong =
        [("betreff", "Sprechstunde im Quartier"), ("kosten", "12.5"), ("ratsinfo", "ratsinfo")];
    let refused = story.people[1].post(NEW, NEW, &wrong).await.expect_status(422);
    assert_eq!(refused.texts(".fehlerliste li").len(), 4, "{:?}", refused.texts(".fehlerliste li"));
    let lead = choice(&page, "federfuehrung", "Jugend");
    let mut form = vec![
        ("betreff", "Sprechstunde im Quartier"),
        ("federfuehrung", lead.as_str()),
        ("aktenzeichen", "51-07/26"),
        ("beschlussvorschlag", "Es wird so gemacht.\nDie Verwaltung berichtet jährlich."),
        ("begruendung", "Die Zahlen zeigen, wo der Bedarf ist."),
        ("finanzen", "Personalkosten im Haushalt 2027."),
        ("kosten", "12.500,00"),
    ];
    form.extend(codes.iter().map(|it| ("befund", it.as_str())));
    let done = story.people[1].post(NEW, NEW, &form).await.expect_status(303);
    assert_eq!(done.location(), Some(paper(1)));
    let page = story.people[2].get(&paper(1)).await.expect_status(200);
    for code in &codes {
        assert!(page.body_text().contains(&format!("/f/{code}")), "{code}");
    }
    // Another Stelle drafts for nobody else.
    let foreign = story.people[2].post(NEW, NEW, &form).await.expect_status(422);
    assert!(foreign.body_text().contains("Ihre Stelle muss federführend sein."));
    codes
}

async fn a_measure(story: &mut Story) {
    const NEW: &str = "/musterstadt/steuerung/massnahmen/neu";
    let page = story.people[0].get(NEW).await.expect_status(200);
    let lead = choice(&page, "federfuehrung", "Jugend");
    let fields = [
        ("titel", "Beratung am Abend"),
        ("quartier", "stadt"),
        ("federfuehrung", lead.as_str()),
        ("bis", "30.06.2027"),
        ("woran", "Vierzig Beratungen im Monat"),
        ("stand", "running"),
    ];
    let _ = story.people[0].post(NEW, NEW, &fields).await.expect_status(303);
}

pub async fn two_who_save_at_once_see_the_difference(story: &mut Story) {
    let edit = format!("{}/aendern", paper(1));
    let page = story.people[1].get(&edit).await.expect_status(200);
    let lead = page.attribute("select[name=federfuehrung] option[selected]", "value");
    let lead = lead.expect("a lead");
    let form = |subject: &str| {
        [
            ("version", "1"),
            ("betreff", subject),
            ("federfuehrung", &lead),
            ("beschlussvorschlag", "Es wird so gemacht."),
            ("kosten", "12.500,00"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
    };
    let (one, two) = (form("Sprechstunde am Abend"), form("Sprechstunde am Morgen"));
    let _ = story.people[0].post(&edit, &edit, &plain(&one)).await.expect_status(303);
    let refused = story.people[1].post(&edit, &edit, &plain(&two)).await.expect_status(422);
    assert!(
        refused.body_text().contains("Inzwischen hat Stadtentwicklung diese Vorlage geändert.")
    );
    let typed = refused.attribute("input[name=betreff]", "value");
    assert_eq!(typed.as_deref(), Some("Sprechstunde am Morgen"), "nothing typed is lost");
    let _ = story.people[2].get(&edit).await.expect_status(403);
}

/// Lets time pass: the city has another state then, as after any change.
async fn write(story: &Story, sql: &'static str) {
    let mut upkeep = story.demo.app.store.upkeep().await.expect("a connection");
    sqlx::query(sql).execute(&mut *upkeep).await.expect("rows");
    let changed = "update city_state set state = state + 1";
    sqlx::query(changed).execute(&mut *upkeep).await.expect("states");
    upkeep.commit().await.expect("a commit");
}

pub async fn each_version_is_countersigned_once(story: &mut Story) {
    let page = story.people[1].get(&paper(1)).await.expect_status(200);
    let labels = page.texts("input[name=stellen] + label");
    let at = labels.iter().position(|it| it.starts_with("Wohnen")).expect("a Stelle");
    let post = page.attributes("input[name=stellen]", "value")[at].clone();
    let ask = format!("{}/bitten", paper(1));
    write(story, "update paper_version set at = at - 864000000000").await;
    let _ = story.people[1].post(&paper(1), &ask, &[]).await.expect_status(422);
    let _ = story.people[1].post(&paper(1), &ask, &[("stellen", &post)]).await.expect_status(303);
    let morning = story.people[2].get("/musterstadt").await.expect_status(200);
    assert!(morning.body_text().contains("Mitzeichnung: Sprechstunde am Abend"));
    assert!(!morning.body_text().contains("verspätet"), "the version is old, the question is not");
    write(story, "update paper_asked set asked_at = asked_at - 691200000000").await;
    let morning = story.people[2].get("/musterstadt").await.expect_status(200);
    assert!(morning.body_text().contains("Was sich verspätet"));
    let sign = format!("{}/zeichnen", paper(1));
    let empty = [("version", "2"), ("urteil", "reserved")];
    let _ = story.people[2].post(&paper(1), &sign, &empty).await.expect_status(422);
    let old = [("version", "1"), ("urteil", "agreed")];
    let refused = story.people[2].post(&paper(1), &sign, &old).await.expect_status(422);
    assert!(refused.body_text().contains("neue Fassung"));
    let mut tasks = Vec::new();
    for number in 0..64 {
        let (mut browser, to) = (story.people[2].clone(), sign.clone());
        tasks.push(tokio::spawn(async move {
            let why = format!("nur mit Hausmeister {number}");
            let form = [("version", "2"), ("urteil", "reserved"), ("vorbehalt", why.as_str())];
            browser.post(&paper(1), &to, &form).await.status.as_u16()
        }));
    }
    for task in tasks {
        assert_eq!(task.await.expect("no panic"), 303);
    }
    let page = story.people[0].get(&paper(1)).await.expect_status(200);
    assert_eq!(page.body_text().matches("nur mit Hausmeister").count(), 1, "one of 64 took effect");
    let _ = story.people[1].post(&paper(1), &sign, &old).await.expect_status(403);
    let morning = story.people[2].get("/musterstadt").await.expect_status(200);
    assert!(!morning.body_text().contains("Mitzeichnung: Sprechstunde"));
}

/// The forms of a step and of its result.
pub async fn step(story: &mut Story, number: i64, body: &str, kind: &str, public: &str) {
    let to = format!("{}/schritte", paper(number));
    let form = [("gremium", body), ("tag", "1.9.2026"), ("schritt", kind), ("oeffentlich", public)];
    let _ = story.people[0].post(&paper(number), &to, &form).await.expect_status(303);
}

pub async fn it_goes_through_bodies(story: &mut Story) {
    let to = format!("{}/schritte", paper(1));
    let refused = story.people[1].post(&paper(1), &to, &[("tag", "morgen")]).await;
    assert_eq!(refused.expect_status(422).texts(".fehlerliste li").len(), 3);
    step(story, 1, "1", "advisory", "nein").await;
    step(story, 1, "2", "deciding", "ja").await;
    let bring = format!("{}/beschlossen", paper(1));
    let early = story.people[1].upload(&paper(1), &bring, "b.pdf", b"%PDF-1.7").await;
    assert!(early.expect_status(422).body_text().contains("Noch ist kein Ergebnis"));
    let result = format!("{}/schritte/1", paper(1));
    let against = [
        ("version", "2"),
        ("ergebnis-1", "as-proposed"),
        ("abstimmung-1", "counted"),
        ("ja-1", "2"),
        ("nein-1", "9"),
    ];
    let refused = story.people[1].post(&paper(1), &result, &against).await.expect_status(422);
    assert!(refused.body_text().contains("nicht angenommen"));
    let stale = [("version", "1"), ("ergebnis-1", "as-proposed"), ("abstimmung-1", "unanimous")];
    let refused = story.people[1].post(&paper(1), &result, &stale).await.expect_status(422);
    assert!(refused.body_text().contains("neue Fassung"), "what was voted on was another version");
    let right = [("version", "2"), ("ergebnis-1", "as-proposed"), ("abstimmung-1", "unanimous")];
    let _ = story.people[1].post(&paper(1), &result, &right).await.expect_status(303);
    let mut public = ankunft_testkit::Browser::new(&story.demo.app, "de");
    let page = public.get(PUBLIC).await.expect_status(200);
    assert!(!page.body_text().contains("Sprechstunde"), "advising decides nothing");
}

/// 64 write the result down at once: one takes effect.
pub async fn one_of_many_decides(story: &mut Story) {
    let result = format!("{}/schritte/2", paper(1));
    let mut tasks = Vec::new();
    for number in 0..64 {
        let (mut browser, to) = (story.people[1].clone(), result.clone());
        tasks.push(tokio::spawn(async move {
            let text = format!("Es wird so gemacht, Wortlaut {number}.");
            let form = [
                ("version", "2"),
                ("ergebnis-2", "deviating"),
                ("beschlossen-2", text.as_str()),
                ("abstimmung-2", "counted"),
                ("ja-2", "30"),
                ("nein-2", "4"),
                ("enthaltung-2", "2"),
            ];
            browser.post(&paper(1), &to, &form).await.status.as_u16()
        }));
    }
    for task in tasks {
        assert_eq!(task.await.expect("no panic"), 303);
    }
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let log = ankunft_platform::changes::newest(&mut read, tenant, None, 5000).await;
    let all = log.expect("a log").into_iter().filter(|it| it.action == "paper.resolve").count();
    assert_eq!(all, 2, "one for each step");
    drop(read);
    let page = story.people[0].get(&paper(1)).await.expect_status(200);
    assert!(page.body_text().contains("Angenommen mit 30 Ja, 4 Nein, 2 Enthaltungen."));
    let mut public = ankunft_testkit::Browser::new(&story.demo.app, "de");
    let page = public.get(PUBLIC).await.expect_status(200);
    assert!(page.body_text().contains("Sprechstunde am Abend"));
    let list = story.people[2].get(LIST).await.expect_status(200);
    assert!(list.body_text().contains("abweichend"));
}

/// A Vorlage that is decided, in public or not; a draft without.
pub async fn decided(story: &mut Story, subject: &str, public: Option<&str>) {
    let page = story.people[0].get(NEW).await.expect_status(200);
    let lead = choice(&page, "federfuehrung", "Stadtentwicklung");
    let form = [
        ("betreff", subject),
        ("federfuehrung", lead.as_str()),
        ("beschlussvorschlag", "Es wird so gemacht."),
    ];
    let done = story.people[0].post(NEW, NEW, &form).await.expect_status(303);
    let number = done.location().and_then(|it| it.rsplit('/').next()?.parse().ok());
    let number: i64 = number.expect("a number");
    let Some(public) = public else { return };
    step(story, number, "2", "deciding", public).await;
    let to = format!("{}/schritte/1", paper(number));
    let result = [("version", "1"), ("ergebnis-1", "as-proposed"), ("abstimmung-1", "unanimous")];
    let _ = story.people[0].post(&paper(number), &to, &result).await.expect_status(303);
    let edit = format!("{}/aendern", paper(number));
    let _ = story.people[0].get(&edit).await.expect_status(422);
    let rewritten = form.map(|it| match it.0 {
        "beschlussvorschlag" => (it.0, "Es wird anders gemacht."),
        _ => it,
    });
    let rewritten: Vec<_> = rewritten.into_iter().chain([("version", "1")]).collect();
    let _ = story.people[0].post(&paper(number), &edit, &rewritten).await.expect_status(422);
    // On what it rests is part of what was decided.
    let picker = format!("/musterstadt/befunde/paper/{number}");
    let measure = [("art", "measure"), ("ding", "1")];
    let _ = story.people[0].post(&paper(number), &picker, &measure).await.expect_status(422);
    rewritten_past_the_doors(story, number).await;
    let page = story.people[0].get(&paper(number)).await.expect_status(200);
    assert!(page.body_text().contains("Es wird so gemacht."), "what was decided stands there");
    assert!(!page.body_text().contains("Es wird anders gemacht."));
}

/// A Vorlage of the youth office, with the first findings of its Mappe; its address and their codes.
pub async fn draft_citing(
    story: &mut Story,
    subject: &str,
    findings: usize,
) -> (String, Vec<String>) {
    let page = story.people[1].get(NEW).await.expect_status(200);
    let lead = choice(&page, "federfuehrung", "Jugend");
    let codes = page.attributes("input[name=befund]", "value");
    let codes: Vec<String> = codes.into_iter().take(findings).collect();
    let mut form = vec![
        ("betreff", subject),
        ("federfuehrung", lead.as_str()),
        ("beschlussvorschlag", "Es wird so gemacht."),
    ];
    form.extend(codes.iter().map(|it| ("befund", it.as_str())));
    let done = story.people[1].post(NEW, NEW, &form).await.expect_status(303);
    (done.location().expect("its page"), codes)
}

/// The same, decided.
pub async fn decided_citing(story: &mut Story, subject: &str) -> Vec<String> {
    let (here, codes) = draft_citing(story, subject, 2).await;
    let number = here.rsplit('/').next().and_then(|it| it.parse().ok()).expect("a number");
    step(story, number, "2", "deciding", "ja").await;
    let result = [("version", "1"), ("ergebnis-1", "as-proposed"), ("abstimmung-1", "unanimous")];
    let to = format!("{here}/schritte/1");
    let _ = story.people[1].post(&here, &to, &result).await.expect_status(303);
    codes
}

/// A version that was written after the vote, as older programs let it be.
async fn rewritten_past_the_doors(story: &Story, number: i64) {
    use ankunft_governance::papers::store;
    use ankunft_platform::changes::Author;
    let tenant = story.demo.tenant("musterstadt").await;
    let author = Author::program("test");
    let mut change = story.demo.app.store.change(author).await.expect("a change");
    let was = store::versions(&mut change, tenant, number).await.expect("versions").remove(0);
    let mut draft = was.draft.clone();
    draft.proposal = "Es wird anders gemacht.".to_owned();
    store::change_draft(&mut change, tenant, &was, &draft).await.expect("a version");
    change.commit().await.expect("a commit");
}
