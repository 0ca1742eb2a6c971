//! A measure that is made of the decision, who takes part, and what they report by link.

use ankunft_testkit::Browser;

use super::town::{Form, Town, boxed, choice, link, reads, send};
use crate::common::desk::{plain, set};
use crate::common::planting::{PERIOD, numbers_in};

pub const MEASURE: &str = "/musterstadt/steuerung/massnahmen/1";
const REPORTS: &str = "/musterstadt/steuerung/berichte";
/// A page with a form for everybody, where a browser finds its token.
const FORM: &str = "/passwort-vergessen";

/// From the page of the decision one press leads to a form that cites it.
pub async fn a_measure_is_made_of_the_decision(town: &mut Town) {
    let quarter = town.story.quarters[0].1.clone();
    let browser = town.youth();
    let page = browser.get("/musterstadt/atlas/entscheidungen/1").await.expect_status(200);
    let new = link(&page, "Maßnahme daraus planen");
    let page = browser.get(&new).await.expect_status(200);
    assert!(page.body_text().contains("Das beginnt mit: Entscheidung"), "{}", page.body_text());
    let from =
        page.attribute("form.formular input[name=aus]", "value").expect("what it is made of");
    let mut form: Form = vec![
        ("aus".into(), from),
        ("titel".into(), "Kita-Lotsinnen".into()),
        ("quartier".into(), choice(&page, "quartier", &quarter)),
        ("federfuehrung".into(), choice(&page, "federfuehrung", "Jugend")),
        ("bis".into(), "30.06.2027".into()),
        ("woran".into(), String::new()),
        ("stand".into(), "planned".into()),
    ];
    let to = "/musterstadt/steuerung/massnahmen/neu";
    let refused = browser.post(to, to, &plain(&form)).await.expect_status(422);
    let kept = refused.attribute("form.formular input[name=aus]", "value");
    assert_eq!(kept.as_deref(), Some("decision:1"), "what it is made of stays");
    set(&mut form, "woran", "Jedes zweite Kind hat einen Platz");
    // What one may not see is not left out without a word; what nothing is made of is not asked for.
    form.push(("aus".into(), "folder:1".into()));
    form.push(("aus".into(), "decision:99".into()));
    let refused = browser.post(to, to, &plain(&form)).await.expect_status(422);
    assert!(refused.body_text().contains("Speichern Sie noch einmal, dann ohne."));
    let kept = refused.attributes("form.formular input[name=aus]", "value");
    assert_eq!(kept, ["decision:1"]);
    form.retain(|it| it.1 != "decision:99");
    assert_eq!(send(browser, (to, to), &plain(&form)).await, MEASURE);
    let page = browser.get(MEASURE).await.expect_status(200);
    assert_eq!(page.texts(".knapp-befunde > li").len(), 1, "it cites its decision");
}

/// A figure for the administration alone, out of the Mappe: what rests on it tells it to nobody outside.
pub async fn it_rests_on_a_figure_that_stays_inside(town: &mut Town) {
    let code = town.story.quarters[0].0.clone();
    let source = format!(
        "/musterstadt/atlas/quelle?ebene=quartier&merkmal=population&stichtag={PERIOD}&gebiet={code}"
    );
    let thing = format!("quartier:population:{PERIOD}:{code}");
    let kept = [("art", "figure"), ("ding", thing.as_str()), ("zurueck", "")];
    let _ = send(town.youth(), (&source, "/musterstadt/merken"), &kept).await;
    let page = town.youth().get(MEASURE).await.expect_status(200);
    let finding = page
        .attribute("input[name=befund][type=checkbox]", "value")
        .expect("what lies in the Mappe");
    let to = format!("{MEASURE}/befunde");
    let _ = send(town.youth(), (MEASURE, &to), &[("befund", finding.as_str())]).await;
    let page = town.youth().get(MEASURE).await.expect_status(200);
    assert!(!numbers_in(&page, &town.inside.numbers).is_empty(), "planted and seen");
}

/// Youth leads, housing and social affairs take part, the coordination is told, a partner helps.
pub async fn four_stellen_and_a_partner_take_part(town: &mut Town) {
    let edit = format!("{MEASURE}/aendern");
    let page = town.youth().get(&edit).await.expect_status(200);
    let quarter = town.story.quarters[0].1.clone();
    let form = [
        ("version", "1".to_owned()),
        ("titel", "Kita-Lotsinnen".to_owned()),
        ("quartier", choice(&page, "quartier", &quarter)),
        ("federfuehrung", choice(&page, "federfuehrung", "Jugend")),
        ("bis", "2027-06-30".to_owned()),
        ("woran", "Jedes zweite Kind hat einen Platz".to_owned()),
        ("stand", "running".to_owned()),
        ("mitwirkung", boxed(&page, "mitwirkung", "Wohnen")),
        ("mitwirkung", boxed(&page, "mitwirkung", "Soziales")),
        ("kenntnisnahme", boxed(&page, "kenntnisnahme", "Stadtentwicklung")),
    ];
    let form = form.each_ref().map(|it| (it.0, it.1.as_str()));
    let _ = send(town.youth(), (&edit, &edit), &form).await;
    for (browser, stelle) in [(&mut town.social, "Soziales"), (&mut town.story.people[2], "Wohnen")]
    {
        let board = "/musterstadt/steuerung";
        let page = browser.get(board).await.expect_status(200);
        let own = format!("{board}?stelle={}", choice(&page, "stelle", stelle));
        let board = browser.get(&own).await.expect_status(200);
        assert!(board.body_text().contains("Kita-Lotsinnen"), "one measure on each board");
    }
    let goals = format!("{MEASURE}/ziele");
    let _ = send(town.youth(), (MEASURE, &goals), &[("ziel", "3")]).await;
    let promise = "/musterstadt/steuerung/zusagen/1/versprechen/1";
    let keep = format!("{promise}/massnahme");
    let _ = send(town.coordination(), (promise, &keep), &[("massnahme", "1")]).await;
    let partner = [
        ("version", "0"),
        ("partner-0-neu", "Caritas-Zentrum"),
        ("partner-0-rolle", "contributes"),
        ("partner-0-kontakt", "Lena Brand"),
        ("partner-0-email", "lena.brand@caritas.example"),
    ];
    let to = format!("{MEASURE}/partner");
    let _ = send(town.youth(), (&to, &to), &partner).await;
    let new = format!("{MEASURE}/indikatoren/neu");
    let page = town.youth().get(&new).await.expect_status(200);
    let reporters = page.attributes("select[name=wer-berichtet] option", "value");
    let reporter = reporters.iter().find(|it| it.starts_with("organisation:")).expect("a partner");
    for (step, name, kind) in [("2", "Begleitungen", "count"), ("5", "Platz gefunden", "share")] {
        let form =
            [("stufe", step), ("name", name), ("art", kind), ("wer-berichtet", reporter.as_str())];
        let _ = send(town.youth(), (&new, &new), &form).await;
    }
}

/// One round: asked, reported by link without an account, accepted.
pub async fn the_partner_reports(town: &mut Town, period: &str) {
    let ask = format!("{MEASURE}/bericht");
    // No letters are sent here: the page of the round shows the link at once.
    let asked = [("zeitraum", period), ("bis", "2099-12-31")];
    let shown = town.youth().post(&ask, &ask, &asked).await.expect_status(200);
    let request = shown.attribute("main form input[name=anfrage]", "value").expect("a request");
    let rounds = shown.attributes("main form", "action");
    let round = rounds.into_iter().find(|it| it.contains("/berichte/")).expect("the round");
    let text = shown.body_text();
    let (_, rest) = text.split_once("/l/").expect("a link");
    let end = rest.find(|it: char| !it.is_ascii_alphanumeric() && it != '-' && it != '_');
    let own = format!("/l/{}", &rest[..end.unwrap_or(rest.len())]);
    let mut partner = Browser::new(&town.story.demo.app, "de");
    let page = partner.get(&own).await.expect_status(200);
    assert!(page.body_text().contains("Begleitungen") && page.texts("header nav a").is_empty());
    let report = [
        ("nummer", "0"),
        ("wert-1", "120"),
        ("wert-2", "30"),
        ("von-2", "60"),
        ("hindernis", if period == "2026q3" { "Uns fehlt ein Raum am Abend" } else { "" }),
        ("absicht", "abschicken"),
    ];
    let _ = send(&mut partner, (FORM, &own), &report).await;
    let accept = [("anfrage", request.as_str()), ("nummer", "1"), ("absicht", "abnehmen")];
    let _ = send(town.youth(), (&round, &round), &accept).await;
    let paper = format!("{own}?datei=sachbericht");
    reads(&mut partner, &paper, &["Begleitungen", "120", "30 von 60"]).await;
    let list = town.coordination().get(REPORTS).await.expect_status(200);
    assert!(!list.body_text().contains("Lena Brand"), "nobody's diligence");
}
