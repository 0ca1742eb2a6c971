//! What hinders comes before a body, and a paper goes through the council and comes back.

use super::doing::MEASURE;
use super::town::{Town, boxed, choice, link, reads, send};
use crate::common::papers::pdf_of;

const BODIES: &str = "/musterstadt/gremien";
const MEETING: &str = "/musterstadt/gremien/1/sitzungen/1";
const PAPER: &str = "/musterstadt/beschluesse/vorlagen/1";

pub async fn what_hinders_comes_before_a_body(town: &mut Town) {
    let new = format!("{BODIES}/neu");
    let body = [("name", "Lenkungsgruppe"), ("art", "steering")];
    let one = send(town.coordination(), (&new, &new), &body).await;
    let page = town.coordination().get(&one).await.expect_status(200);
    let post = choice(&page, "stelle", "Jugend");
    let seat = [("stelle", post.as_str()), ("rolle", "chair"), ("ab", "1.1.2026")];
    let _ = send(town.coordination(), (&one, &format!("{one}/mitglieder")), &seat).await;
    let call = format!("{one}/sitzungen/neu");
    let when = [("tag", "24.11.2026"), ("von", "17:00"), ("bis", "19:00"), ("ort", "Rathaus")];
    assert_eq!(send(town.youth(), (&call, &call), &when).await, MEETING);
    let page = town.youth().get(MEETING).await.expect_status(200);
    let offered = page.texts("#offenes ~ ul li b");
    assert!(offered.iter().any(|it| it.contains("Uns fehlt ein Raum")), "{offered:?}");
    for press in [&[("art", "obstacle"), ("ding", "1")][..], &[("massnahme", "1")]] {
        let _ = send(town.youth(), (MEETING, &format!("{MEETING}/punkte")), press).await;
    }
    minutes(town, (1, "Uns fehlt ein Raum"), "Die Schule öffnet den Raum am Abend.").await;
    minutes(town, (2, "Kita-Lotsinnen"), "Die Lotsinnen gehen weiter, auch im Winter.").await;
    let page = town.youth().get(MEETING).await.expect_status(200);
    let post = choice(&page, "stelle-2", "Wohnen");
    let task =
        [("aufgabe-2", "Schlüssel besorgen"), ("stelle-2", post.as_str()), ("bis-2", "1.12.2099")];
    let _ = send(town.youth(), (MEETING, &format!("{MEETING}/punkte/2/aufgaben")), &task).await;
    let _ = send(town.youth(), (MEETING, &format!("{MEETING}/abschliessen")), &[]).await;
    // What hindered is answered: on the list, and on the link of who said it.
    let reports = town.youth().get("/musterstadt/steuerung/berichte").await.expect_status(200);
    assert!(
        !reports.body_text().contains("Uns fehlt ein Raum"),
        "what is answered is no open item"
    );
}

async fn minutes(town: &mut Town, (number, title): (i64, &str), decision: &str) {
    let to = format!("{MEETING}/punkte/{number}");
    let form = [
        ("version".to_owned(), "1"),
        (format!("titel-{number}"), title),
        (format!("protokoll-{number}"), "Beraten."),
        (format!("beschluss-{number}"), decision),
        (format!("abstimmung-{number}"), "unanimous"),
    ];
    let form = form.each_ref().map(|it| (it.0.as_str(), it.1));
    let _ = send(town.youth(), (MEETING, &to), &form).await;
}

/// From the measure to the Vorlage, the vote, and the adopted paper.
pub async fn a_paper_is_decided_and_comes_back(town: &mut Town) {
    let new = format!("{BODIES}/neu");
    let _ =
        send(town.coordination(), (&new, &new), &[("name", "Stadtrat"), ("art", "council")]).await;
    let page = town.youth().get(MEASURE).await.expect_status(200);
    let way = link(&page, "Vorlage daraus machen");
    let page = town.youth().get(&way).await.expect_status(200);
    let from =
        page.attribute("form.formular input[name=aus]", "value").expect("what it is made of");
    let lead = choice(&page, "federfuehrung", "Jugend");
    let draft = [
        ("aus", from.as_str()),
        ("betreff", "Kita-Lotsinnen verstetigen"),
        ("federfuehrung", lead.as_str()),
        ("aktenzeichen", "51-07/26"),
        ("beschlussvorschlag", "Die Lotsinnen werden verstetigt."),
        ("begruendung", "Die Zahlen zeigen, dass es hilft."),
        ("kosten", "12.500,00"),
    ];
    let to = "/musterstadt/beschluesse/neu";
    assert_eq!(send(town.youth(), (to, to), &draft).await, PAPER);
    let page = town.youth().get(PAPER).await.expect_status(200);
    let post = boxed(&page, "stellen", "Wohnen");
    let _ = send(town.youth(), (PAPER, &format!("{PAPER}/bitten")), &[("stellen", &post)]).await;
    let signed = [("version", "1"), ("urteil", "agreed")];
    let _ = send(town.housing(), (PAPER, &format!("{PAPER}/zeichnen")), &signed).await;
    reads(town.youth(), &format!("{PAPER}/docx"), &["Kita-Lotsinnen verstetigen", "/f/"]).await;
    let step =
        [("gremium", "2"), ("tag", "24.11.2026"), ("schritt", "deciding"), ("oeffentlich", "ja")];
    let _ = send(town.coordination(), (PAPER, &format!("{PAPER}/schritte")), &step).await;
    let result = [
        ("version", "1"),
        ("ergebnis-1", "as-proposed"),
        ("abstimmung-1", "counted"),
        ("ja-1", "30"),
        ("nein-1", "4"),
        ("enthaltung-1", "2"),
    ];
    let _ = send(town.youth(), (PAPER, &format!("{PAPER}/schritte/1")), &result).await;
    let page = town.youth().get(PAPER).await.expect_status(200);
    let code = page.attribute("main a[href^='/f/']", "href").expect("a Fundstelle");
    let lines = ["Beschluss des Stadtrats".to_owned(), format!("Massnahme {code}, siehe dort.")];
    let bring = format!("{PAPER}/beschlossen");
    let back = town.youth().upload(PAPER, &bring, "Beschluss.pdf", &pdf_of(&lines, true)).await;
    let _ = back.expect_status(303);
    let measure = town.youth().get(MEASURE).await.expect_status(200);
    assert!(measure.text(".knapp-befunde").contains("verstetigt"), "it rests on the decision now");
}
