//! From the request to the Sachbericht.

use ankunft_testkit::{Browser, Page};

use super::post::{FORM, Office, link_in};
use super::{REPORTS, measure};
use crate::common::desk::{plain, set};
use crate::measures::planning::{Form, form_of};

fn form(fields: &[(&str, &str)]) -> Form {
    fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// Two who report: a partner outside, and the Federführung itself.
async fn prepare(office: &mut Office) {
    let youth = &mut office.story.people[1];
    let partner = format!("{}/partner", measure(1));
    let sent = [
        ("version", "0"),
        ("partner-0-neu", "Caritas-Zentrum"),
        ("partner-0-rolle", "contributes"),
        ("partner-0-kontakt", "Lena Brand"),
        ("partner-0-email", "lena.brand@caritas.example"),
    ];
    let _ = youth.post(&partner, &partner, &sent).await.expect_status(303);
    let new = format!("{}/indikatoren/neu", measure(1));
    let page = youth.get(&new).await.expect_status(200);
    let reporter = page.attributes("select[name=wer-berichtet] option", "value");
    let caritas = reporter.iter().find(|it| it.starts_with("organisation:")).expect("a partner");
    for (step, name, kind, who) in [
        ("2", "Besuche", "count", &**caritas),
        ("5", "Wege gefunden", "share", &**caritas),
        ("1", "Offene Abende", "count", ""),
    ] {
        let sent = [("stufe", step), ("name", name), ("art", kind), ("wer-berichtet", who)];
        let _ = youth.post(&new, &new, &sent).await.expect_status(303);
    }
    // What was last time.
    let first = format!("{}/indikatoren/1", measure(1));
    let sent = [("zeitraum", "2026q2"), ("wert", "1.020"), ("gesehen", "0")];
    let _ = youth.post(&first, &format!("{first}/werte"), &sent).await.expect_status(303);
    let sent = [("zeitraum", "2026q2"), ("version", "1"), ("absicht", "abnehmen")];
    let _ = youth.post(&first, &format!("{first}/abnahme"), &sent).await.expect_status(303);
}

pub async fn a_measure_asks_everybody_at_once(office: &mut Office) {
    let ask = format!("{}/bericht", measure(1));
    let _ = office.story.people[2].get(&ask).await.expect_status(403);
    let empty = office.story.people[1].get(&ask).await.expect_status(200);
    assert!(
        empty.body_text().contains("noch keinen Indikator")
            || empty.body_text().contains("Noch hat die Maßnahme keinen Indikator")
    );
    prepare(office).await;
    let youth = &mut office.story.people[1];
    let shown = youth.get(&ask).await.expect_status(200);
    let asked = shown.body_text();
    assert!(asked.contains("lena.brand@caritas.example") && asked.contains("jugend@wahl.example"));
    let mut sent = form(&[("zeitraum", "2026q3"), ("bis", "2020-01-01")]);
    let refused = youth.post(&ask, &ask, &plain(&sent)).await.expect_status(422);
    assert!(refused.body_text().contains("Dieser Tag ist vorbei."));
    set(&mut sent, "bis", "2099-12-31");
    let done = youth.post(&ask, &ask, &plain(&sent)).await.expect_status(303);
    assert_eq!(done.location(), Some(format!("{REPORTS}/1")));
    let refused = youth.post(&ask, &ask, &plain(&sent)).await.expect_status(422);
    assert!(refused.body_text().contains("Für diesen Zeitraum ist schon gefragt."));
    let letters = office.letters(2).await;
    assert_eq!(letters.len(), 2, "one for each who reports");
    let letter = letters.iter().find(|it| it.contains("To: lena.brand@caritas.example"));
    let letter = letter.expect("a letter to the partner");
    assert!(letter.contains("3. Quartal 2026") && letter.contains("zwei Minuten"), "{letter}");
    office.link = link_in(letter);
}

pub async fn the_link_asks_only_for_what_is_theirs(office: &mut Office) {
    let mut partner = office.partner();
    let page = partner.get(&office.link).await.expect_status(200);
    let text = page.body_text();
    assert!(text.contains("Besuche") && text.contains("Wege gefunden"));
    assert!(!text.contains("Offene Abende"), "that is asked of somebody else");
    assert!(text.contains("zuletzt (2. Quartal 2026): 1.020"), "what was last time stands beside");
    assert_eq!(page.texts("header nav a").len(), 0, "no way into the house");
    assert!(!text.contains("/anmelden"), "the secret of the link leads to no other page");
}

fn value_of(page: &Page, name: &str) -> String {
    page.attribute(&format!("input[name={name}]"), "value").unwrap_or_default()
}

async fn send(office: &Office, partner: &mut Browser, it: &[(&str, &str)]) -> Page {
    partner.post(FORM, &office.link, it).await
}

pub async fn nothing_typed_is_lost(office: &mut Office) {
    assert!(!office.has_begun().await);
    let mut partner = office.partner();
    let typed = [
        ("nummer", "0"),
        ("wert-2", "30"),
        ("hindernis", "Uns fehlt ein Raum"),
        ("absicht", "speichern"),
    ];
    let _ = send(office, &mut partner, &typed).await.expect_status(303);
    // On another device everything is there; one press takes over the last value.
    let mut phone = office.partner();
    let page = phone.get(&office.link).await.expect_status(200);
    assert_eq!(value_of(&page, "wert-2"), "30");
    assert!(office.has_begun().await, "a draft is seen at once");
    let again = [
        ("nummer", "0"),
        ("wert-2", "30"),
        ("hindernis", "Uns fehlt ein Raum"),
        ("absicht", "wie-zuletzt-1"),
    ];
    let _ = send(office, &mut phone, &again).await.expect_status(303);
    let page = phone.get(&office.link).await.expect_status(200);
    assert_eq!(value_of(&page, "wert-1"), "1020");
    assert!(page.text("textarea[name=hindernis]").contains("Uns fehlt ein Raum"));
    let state = office.story.people[1].get(&format!("{REPORTS}/1")).await.expect_status(200);
    assert!(state.body_text().contains("begonnen"));
    // What is missing or wrong stands beside its field, and the rest stays.
    let wrong =
        [("nummer", "0"), ("wert-1", "1,140.5"), ("wert-2", "30"), ("absicht", "abschicken")];
    let refused = send(office, &mut phone, &wrong).await.expect_status(422);
    let text = refused.body_text();
    assert!(text.contains("Das ist keine Zahl") && text.contains("von wie vielen"), "{text}");
    assert_eq!(value_of(&refused, "wert-1"), "1,140.5");
}

const REPORT: [(&str, &str); 5] = [
    ("nummer", "0"),
    ("wert-1", "1.140"),
    ("wert-2", "30"),
    ("von-2", "40"),
    ("absicht", "abschicken"),
];

pub async fn free_text_warns_and_lets_pass(office: &mut Office) {
    let mut partner = office.partner();
    let text = "Frau Müller (geb. 12.03.1985, Az. 12/345) kommt nicht";
    let sent: Vec<(&str, &str)> = REPORT.into_iter().chain([("hindernis", text)]).collect();
    let refused = send(office, &mut partner, &sent).await.expect_status(422);
    let said = refused.body_text();
    for it in ["„Frau Müller“ sieht aus wie ein Name", "„12.03.1985“", "Aktenzeichen"] {
        assert!(said.contains(it), "{it}: {said}");
    }
    assert!(refused.text("textarea[name=hindernis]").contains("Frau Müller"));
    assert_eq!(value_of(&refused, "wert-1"), "1.140", "nothing typed is lost");
    assert_eq!(refused.attributes("input[name=trotzdem]", "value"), ["ja"], "and can be confirmed");
}

/// 64 send at once: one takes effect, and everybody else is told that it is there.
pub async fn one_of_many_is_handed_in(office: &mut Office) {
    let mut tasks = Vec::new();
    for at in 0..64 {
        let (mut browser, link) = (office.partner(), office.link.clone());
        let count = (1_000 + at).to_string();
        tasks.push(tokio::spawn(async move {
            let mut sent = form(&REPORT);
            set(&mut sent, "wert-1", &count);
            // Whoever confirms is not asked again.
            set(
                &mut sent,
                "hindernis",
                "Herr Beispiel fehlt: Uns fehlt jemand, der Tigrinya spricht",
            );
            set(&mut sent, "trotzdem", "ja");
            browser.post(FORM, &link, &plain(&sent)).await.status.as_u16()
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
    assert_eq!(done, 1);
    let page = office.partner().get(&office.link).await.expect_status(200);
    assert!(page.text(".leit").contains("er wird jetzt angesehen"), "an answered link says so");
    let board = office.story.people[1].get("/musterstadt").await.expect_status(200);
    assert!(board.body_text().contains("Bericht abnehmen: Sprechstunde im Quartier"));
}

async fn act(office: &mut Office, it: &[(&str, &str)]) -> Page {
    let page = format!("{REPORTS}/1");
    office.story.people[1].post(&page, &page, it).await
}

/// The number of the request behind the first form that does this.
async fn request(office: &mut Office, intent: &str) -> String {
    let page = office.story.people[1].get(&format!("{REPORTS}/1")).await.expect_status(200);
    // The way into one's own report is a form of its own, to another address.
    let own = format!("main form.formular[action='{REPORTS}/1']");
    let buttons = page.attributes(&own, "action").len();
    let intents = page.attributes(&format!("{own} button"), "value");
    let requests = page.attributes(&format!("{own} input[name=anfrage]"), "value");
    assert_eq!((intents.len(), requests.len()), (buttons, buttons));
    let at = intents.iter().position(|it| it == intent);
    requests[at.unwrap_or_else(|| panic!("{intent} among {intents:?}"))].clone()
}

pub async fn it_is_sent_back_and_comes_again(office: &mut Office) {
    let id = request(office, "zurueckgeben").await;
    let of = [("anfrage", &*id), ("nummer", "1"), ("absicht", "zurueckgeben")];
    let refused = act(office, &of).await.expect_status(422);
    assert!(refused.body_text().contains("Schreiben Sie, warum"));
    let reason = format!("grund-{id}");
    let sent: Vec<(&str, &str)> =
        of.into_iter().chain([(&*reason, "Zählt das die Abende mit?")]).collect();
    let _ = act(office, &sent).await.expect_status(303);
    let _ = office.letter("Zählt das die Abende mit?").await;
    let mut partner = office.partner();
    let page = partner.get(&office.link).await.expect_status(200);
    assert!(page.body_text().contains("Zählt das die Abende mit?"));
    assert!(value_of(&page, "wert-1").starts_with('1'), "what was handed in stands there");
    let again: Vec<(&str, &str)> =
        [("nummer", "1")].into_iter().chain(REPORT.into_iter().skip(1)).collect();
    let _ = send(office, &mut partner, &again).await.expect_status(303);
}

/// Who reports an indicator next time changes nothing of what this round asked for.
pub async fn a_round_asks_for_what_it_asked_for(office: &mut Office) {
    let edit = format!("{}/indikatoren/1/aendern", measure(1));
    let page = office.story.people[1].get(&edit).await.expect_status(200);
    let mut sent = form_of(&page);
    set(&mut sent, "wer-berichtet", "");
    let _ = office.story.people[1].post(&edit, &edit, &plain(&sent)).await.expect_status(303);
    let page = office.partner().get(&office.link).await.expect_status(200);
    assert!(page.body_text().contains("Besuche"), "{}", page.body_text());
}

pub async fn one_of_many_accepts_and_the_sachbericht_is_there(office: &mut Office) {
    let id = request(office, "abnehmen").await;
    let page = format!("{REPORTS}/1");
    let stranger = office.story.people[2]
        .post(
            "/musterstadt/steuerung/massnahmen/neu",
            &page,
            &[("anfrage", &id), ("absicht", "abnehmen"), ("nummer", "2")],
        )
        .await;
    let _ = stranger.expect_status(403);
    let file = format!("{}?datei=sachbericht", office.link);
    let early = office.partner().get(&file).await.expect_status(200);
    assert_eq!(early.media_type(), "text/html", "no Sachbericht before the Abnahme");
    let mut tasks = Vec::new();
    for at in 0..64 {
        let (mut browser, page, id) = (office.story.people[1].clone(), page.clone(), id.clone());
        tasks.push(tokio::spawn(async move {
            let intent = if at % 2 == 1 { "abnehmen" } else { "zurueckgeben" };
            let reason = format!("grund-{id}");
            let sent =
                [("anfrage", &*id), ("nummer", "2"), ("absicht", intent), (&*reason, "nein")];
            (intent, browser.post(&page, &page, &sent).await.status.as_u16())
        }));
    }
    let mut done = Vec::new();
    for task in tasks {
        let (intent, status) = task.await.expect("no panic");
        if status == 303 {
            done.push(intent);
        }
    }
    assert_eq!(done.len(), 1, "{done:?}");
    if done == ["zurueckgeben"] {
        let again: Vec<(&str, &str)> =
            [("nummer", "2")].into_iter().chain(REPORT.into_iter().skip(1)).collect();
        let _ = send(office, &mut office.partner(), &again).await.expect_status(303);
        let sent = [("anfrage", &*id), ("nummer", "3"), ("absicht", "abnehmen")];
        let _ = act(office, &sent).await.expect_status(303);
    }
    let file = office.partner().get(&file).await.expect_status(200);
    assert!(file.media_type().contains("wordprocessingml"), "{}", file.media_type());
    let words = crate::common::papers::text(&file.body);
    if let Some(words) = words {
        assert!(words.contains("1.140") && words.contains("30 von 40"), "{words}");
        assert!(!words.contains("Offene Abende"), "nothing of others");
    }
    // It counts: on the page of its indicator, and at the end of the thread.
    let own = office.story.people[1].get(&format!("{}/indikatoren/1", measure(1))).await;
    assert!(own.expect_status(200).text(".leit").contains("2.160"));
    let thread =
        office.story.people[1].get("/musterstadt/faden/measure/1").await.expect_status(200);
    assert!(thread.text(".faden > li:nth-child(4)").contains("Wege gefunden, 3. Quartal 2026"));
}

/// From what hinders it is one press to the next agenda, for who keeps a body.
async fn what_hinders_is_put_on_an_agenda(office: &mut Office) {
    const BODIES: &str = "/musterstadt/gremien";
    let new = format!("{BODIES}/neu");
    let body = [("name", "Lenkungsgruppe"), ("art", "steering")];
    let _ = office.story.people[0].post(&new, &new, &body).await.expect_status(303);
    let new = format!("{BODIES}/1/sitzungen/neu");
    let soon = office.story.demo.app.today().saturating_add(jiff::Span::new().days(9));
    let day = soon.to_string();
    let sitting = [("tag", &*day), ("von", "10:00"), ("bis", "12:00"), ("ort", "Rathaus")];
    let _ = office.story.people[0].post(&new, &new, &sitting).await.expect_status(303);
    let points = format!("{BODIES}/1/sitzungen/1/punkte");
    // Another department leads the measure and keeps no body.
    let other = office.story.people[1].get(REPORTS).await.expect_status(200);
    assert!(!other.attributes("main form", "action").contains(&points));
    let page = office.story.people[0].get(REPORTS).await.expect_status(200);
    let form = format!("form[action='{points}']");
    let label = page.texts(&format!("{form} button")).pop().expect("a button");
    assert!(label.starts_with("Auf die Tagesordnung: Lenkungsgruppe"), "{label}");
    let field = |name: &str| page.attribute(&format!("{form} input[name={name}]"), "value");
    let (kind, id) = (field("art").expect("a kind"), field("ding").expect("an id"));
    let press = [("art", &*kind), ("ding", &*id)];
    let done = office.story.people[0].post(REPORTS, &points, &press).await.expect_status(303);
    let meeting = format!("{BODIES}/1/sitzungen/1");
    assert_eq!(done.location(), Some(format!("{meeting}#punkt-1")));
    let page = office.story.people[0].get(&meeting).await.expect_status(200);
    assert!(page.body_text().contains("Tigrinya"), "it stands on the agenda");
}

/// A partner from the register, or a new one, reports from now on: address and indicator in one press.
pub async fn a_partner_reports_from_now_on(office: &mut Office) {
    const ASK: &str = "/musterstadt/steuerung/massnahmen/1/bericht";
    let to = format!("{ASK}/partner");
    let of_measure = office.story.people[1].get("/musterstadt/steuerung/massnahmen/1").await;
    assert!(
        of_measure.expect_status(200).texts("main a").contains(&"Partner berichtet".to_owned())
    );
    let page = office.story.people[1].get(ASK).await.expect_status(200);
    let indicators = page.attributes("select[name=indikator] option", "value");
    // Nothing is chosen before: who reports so far would not be asked any more.
    assert_eq!(indicators.first().map(String::as_str), Some(""));
    let one = indicators.get(1).expect("an indicator").clone();
    let wrong = [("indikator", &*one), ("neu", "Sprachmittlung e. V."), ("email", "nirgends")];
    let refused = office.story.people[1].post(ASK, &to, &wrong).await.expect_status(422);
    let kept = refused.attribute("input[name=neu]", "value");
    assert_eq!(kept.as_deref(), Some("Sprachmittlung e. V."), "nothing typed is lost");
    let empty = office.story.people[1].post(ASK, &to, &[]).await.expect_status(422);
    assert_eq!(empty.texts(".fehlerliste li").len(), 3, "what, who, where");
    let foreign = office.story.people[2].post(FORM, &to, &wrong).await;
    assert_eq!(foreign.status, 403, "who does not lead the measure cannot");
    let right = [("email", "team@sprache.example"), wrong[0], wrong[1]];
    let _ = office.story.people[1].post(ASK, &to, &right).await.expect_status(303);
    let page = office.story.people[1].get(ASK).await.expect_status(200);
    let text = page.body_text();
    assert!(text.contains("Sprachmittlung e. V.") && text.contains("team@sprache.example"));
    // Again changes nothing and makes no second partner.
    let _ = office.story.people[1].post(ASK, &to, &right).await.expect_status(303);
    let partners = "/musterstadt/steuerung/massnahmen/1/partner";
    let sheet = office.story.people[1].get(partners).await.expect_status(200);
    let emails = (0..9)
        .filter_map(|at| sheet.attribute(&format!("input[name=partner-{at}-email]"), "value"));
    assert_eq!(emails.filter(|it| it == "team@sprache.example").count(), 1);
    a_round_that_is_open_is_asked_for_more(&mut office.story.people[1]).await;
}

/// Who came later is asked in the round that is open, once; and until another day, if that is said.
async fn a_round_that_is_open_is_asked_for_more(youth: &mut ankunft_testkit::Browser) {
    const ASK: &str = "/musterstadt/steuerung/massnahmen/1/bericht";
    let round = format!("{REPORTS}/1");
    let page = youth.get(&round).await.expect_status(200);
    assert!(!page.body_text().contains("Sprachmittlung e. V."));
    let mut sent = form(&[("zeitraum", "2026q3"), ("bis", "2099-12-31")]);
    let done = youth.post(ASK, ASK, &plain(&sent)).await.expect_status(303);
    assert_eq!(done.location().as_ref(), Some(&round));
    let page = youth.get(&round).await.expect_status(200);
    assert!(page.body_text().contains("Sprachmittlung e. V."));
    let refused = youth.post(ASK, ASK, &plain(&sent)).await.expect_status(422);
    assert!(refused.body_text().contains("Für diesen Zeitraum ist schon gefragt."));
    set(&mut sent, "bis", "2099-11-30");
    let _ = youth.post(ASK, ASK, &plain(&sent)).await.expect_status(303);
    let page = youth.get(&round).await.expect_status(200);
    assert!(page.body_text().contains("30.11.2099"));
}

pub async fn what_hinders_is_answered_on_the_same_link(office: &mut Office) {
    let page = office.story.people[1].get(REPORTS).await.expect_status(200);
    assert!(page.body_text().contains("Tigrinya"));
    what_hinders_is_put_on_an_agenda(office).await;
    let to = format!("{REPORTS}/hindernis");
    let refused = office.story.people[1].post(REPORTS, &to, &[("nummer", "1")]).await;
    let _ = refused.expect_status(422);
    let answer = [("nummer", "1"), ("antwort-1", "Ab Januar dolmetscht die Volkshochschule")];
    let _ = office.story.people[1].post(REPORTS, &to, &answer).await.expect_status(303);
    let refused = office.story.people[1].post(REPORTS, &to, &answer).await.expect_status(422);
    assert!(refused.body_text().contains("inzwischen beantwortet"));
    let page = office.partner().get(&office.link).await.expect_status(200);
    assert!(page.body_text().contains("Ab Januar dolmetscht die Volkshochschule"));
    let page = office.story.people[1].get(REPORTS).await.expect_status(200);
    assert!(!page.body_text().contains("Tigrinya"), "what is answered is no open item");
}

pub async fn who_is_not_it_says_whom_to_ask(office: &mut Office) {
    let letters = office.letters(2).await;
    let letter =
        letters.iter().find(|it| it.contains("To: jugend@wahl.example")).expect("a letter");
    let link = link_in(letter);
    let mut holder = office.partner();
    let wrong = [
        ("nummer", "0"),
        ("absicht", "nicht-ich"),
        ("statt-name", "Ali Demir"),
        ("statt-email", "ali"),
    ];
    let refused = holder.post(&link, &link, &wrong).await.expect_status(422);
    assert!(refused.body_text().contains("Das ist keine E-Mail-Adresse"));
    let right = [
        ("nummer", "0"),
        ("absicht", "nicht-ich"),
        ("statt-name", "Ali Demir"),
        ("statt-email", "ali@wahl.example"),
    ];
    let _ = holder.post(&link, &link, &right).await.expect_status(303);
    let page = holder.get(&link).await.expect_status(200);
    assert!(page.body_text().contains("dass wir Ali Demir fragen sollen"));
    let board = office.story.people[1].get("/musterstadt").await.expect_status(200);
    assert!(
        board.body_text().contains("Jemand anderes ist zu fragen"),
        "a task of the Federführung"
    );
    let reminded = request(office, "erinnern").await;
    let of = [("anfrage", &*reminded), ("absicht", "erinnern")];
    let _ = act(office, &of).await.expect_status(303);
    let id = request(office, "jemand-anderes").await;
    let page = office.story.people[1].get(&format!("{REPORTS}/1")).await.expect_status(200);
    assert_eq!(value_of(&page, &format!("email-{id}")), "ali@wahl.example", "filled in already");
    let (name, email) = (format!("name-{id}"), format!("email-{id}"));
    let sent = [
        ("anfrage", &*id),
        ("absicht", "jemand-anderes"),
        (&*name, "Ali Demir"),
        (&*email, "ali@wahl.example"),
    ];
    let _ = act(office, &sent).await.expect_status(303);
    let letter = office.letter("To: ali@wahl.example").await;
    let _ = office.partner().get(&link_in(&letter)).await.expect_status(200);
    let _ = office.partner().get(&link).await.expect_status(404);
}

pub async fn completeness_counts_posts_and_never_people(office: &mut Office) {
    let page = office.story.people[0].get(REPORTS).await.expect_status(200);
    assert!(page.text(".leit").contains("1 von 2"));
    let rows = page.texts("main table:first-of-type tbody th");
    assert!(
        rows.contains(&"Caritas-Zentrum".to_owned()) && rows.contains(&"Jugend".to_owned()),
        "{rows:?}"
    );
    for person in ["Lena Brand", "Ali Demir", "lena.brand@"] {
        assert!(!page.body_text().contains(person), "{person} is nobody's diligence");
    }
    let mut form = form_of(&page);
    form.clear();
}
