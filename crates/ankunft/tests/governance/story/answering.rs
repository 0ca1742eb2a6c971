//! The council asks, and the answer is there already.

use ankunft_testkit::typing;
use jiff::Span;

use super::town::{Town, choice, reads, send};

const NEW: &str = "/musterstadt/anfragen/neu";
const FILING: &str = "/musterstadt/anfragen/vorgang/ablegen";

/// What is put into a Vorgang, and its page.
const THINGS: [(&str, &str); 3] = [
    ("/musterstadt/steuerung/massnahmen/1", "measure:1"),
    ("/musterstadt/steuerung/zusagen/1", "commitment:1"),
    ("/musterstadt/gremien/1/sitzungen/1", "meeting:1-1"),
];

pub async fn the_council_asks(town: &mut Town) {
    let today = town.story.demo.app.today();
    let (came, due) = (today.to_string(), today.saturating_add(Span::new().days(14)).to_string());
    let quarter = town.story.quarters[0].1.clone();
    let page = town.coordination().get(NEW).await.expect_status(200);
    let (quarter, lead) =
        (choice(&page, "quartier", &quarter), choice(&page, "federfuehrung", "Jugend"));
    let asked = [
        ("wer-fragt", "council"),
        ("fragender", "Fraktion Offene Stadt"),
        ("betreff", "Kita-Lotsinnen"),
        ("frage", "Was bringen die Lotsinnen?"),
        ("aktenzeichen", "51-07/26"),
        ("eingang", came.as_str()),
        ("frist", due.as_str()),
        ("quartier", quarter.as_str()),
        ("federfuehrung", lead.as_str()),
        ("kreis", "administration"),
    ];
    let one = send(town.coordination(), (NEW, NEW), &asked).await;
    let page = town.youth().get(&one).await.expect_status(200);
    let to = format!("{one}/befunde");
    let offered = typing(&page).buttons.into_iter().filter(|it| it.path() == to);
    let things: Vec<(String, String)> =
        offered.filter_map(|it| Some((it.says("art")?, it.says("ding")?))).collect();
    for kind in ["measure", "resolution", "meeting-decision", "effect"] {
        let found = things.iter().find(|it| it.0 == kind);
        let (_, id) = found.unwrap_or_else(|| panic!("{kind} is not gathered: {things:?}"));
        let _ = send(town.youth(), (&one, &to), &[("art", kind), ("ding", id)]).await;
    }
    let page = town.youth().get(&one).await.expect_status(200);
    let text = page.texts("textarea[name=antwort]").pop().unwrap_or_default();
    assert!(text.contains("(/f/"), "the answer writes itself: {text}");
    let stand = page.attribute("input[name$='~stand']", "value").expect("a version");
    let form = [("unterschrift", "Dezernentin"), ("stand", stand.as_str())];
    let written = [("antwort", text.as_str()), ("stand", stand.as_str())];
    let _ = send(town.youth(), (&one, &format!("{one}/antwort")), &written).await;
    let page = town.youth().get(&one).await.expect_status(200);
    let stand = page.attribute("input[name$='~stand']", "value").expect("a version");
    let form = form.map(|it| if it.0 == "stand" { ("stand", stand.as_str()) } else { it });
    let _ = send(town.youth(), (&one, &format!("{one}/absenden")), &form).await;
    for format in ["docx", "pdf"] {
        let paper = format!("{one}/papier/{format}");
        reads(town.youth(), &paper, &["Kita-Lotsinnen", "Fraktion Offene Stadt", "/f/"]).await;
    }
    everything_of_an_aktenzeichen_is_one_file(town).await;
}

async fn everything_of_an_aktenzeichen_is_one_file(town: &mut Town) {
    // What has no field for it is put there from its own page.
    for (page, thing) in THINGS {
        let form = format!("{FILING}?ding={thing}");
        let links = town.coordination().get(page).await.expect_status(200);
        assert!(links.attributes("main a", "href").contains(&form), "{page} leads there");
        let typed = [("ding", thing), ("war", ""), ("az", "51-07/26")];
        let _ = send(town.coordination(), (&form, FILING), &typed).await;
        let links = town.coordination().get(page).await.expect_status(200);
        let links = links.attributes("main a", "href");
        assert!(links.iter().any(|it| it.contains("/vorgang?az=51")), "{page} says where it lies");
    }
    // Who comes second sees what stands there, and overwrites nothing.
    let form = format!("{FILING}?ding=measure:1");
    let late = [("ding", "measure:1"), ("war", ""), ("az", "99-99/26")];
    let refused = town.coordination().post(&form, FILING, &late).await.expect_status(422);
    assert!(refused.body_text().contains("Inzwischen hat jemand ein anderes Aktenzeichen"));
    for nothing in ["measure:99", "account:1", "measure", ""] {
        let page = town.coordination().get(&format!("{FILING}?ding={nothing}")).await;
        assert_eq!(page.status, 404, "{nothing}");
    }
    let page = town.youth().get("/musterstadt/anfragen/vorgang?az=51-07/26").await;
    let rows = page.expect_status(200).texts("main tbody tr");
    assert_eq!(rows.len(), 5, "the Anfrage, the Vorlage and what was put there: {rows:?}");
    assert!(rows.iter().any(|it| it.contains("Beschluss über eine Vorlage")), "{rows:?}");
    let case = "/musterstadt/anfragen/vorgang.pdf?az=51-07/26";
    reads(town.youth(), case, &["51-07/26", "Kita-Lotsinnen verstetigen"]).await;
    let file = town.youth().get(case).await.expect_status(200);
    let has = |name: &str| file.body.windows(name.len()).any(|it| it == name.as_bytes());
    let names = ["antwort-1.docx", "vorlage-1.docx", "beschluss-1-", "massnahme-1.docx"];
    for name in names.into_iter().chain(["protokoll-1-1.docx"]) {
        assert!(has(name), "{name} is not in it");
    }
}
