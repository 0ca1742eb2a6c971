//! The adopted paper comes back, and the citations write themselves.

use ankunft_testkit::peers;

use super::paper;
use crate::common::desk::Story;
use crate::common::papers::pdf_of as pdf;

pub async fn the_adopted_paper_comes_back(story: &mut Story, codes: &[String]) {
    let bring = format!("{}/beschlossen", paper(1));
    let (head, tail) = codes[1].split_at(2);
    let lines = [
        format!("Bevoelkerung siehe /f/{}, Seite 2.", codes[0]),
        format!("und http://127.0.0.1:8080/f/{head}-"),
        format!("{tail} sowie (/f/{}).", codes[2]),
        format!("Massnahme /f/{}", codes[3]),
        "Datei /home/f/222R, /f/222R.pdf, /f/7K3O".to_owned(),
    ];
    let before = story.people[0].get(&paper(1)).await.expect_status(200);
    assert!(!before.body_text().contains("Worauf sich der Beschluss stützt"));
    let done = story.people[1].upload(&paper(1), &bring, "Beschluss.pdf", &pdf(&lines, true)).await;
    let _ = done.expect_status(303);
    let page = story.people[2].get(&paper(1)).await.expect_status(200);
    assert!(page.body_text().contains("3 Befunde sind als Gründe des Beschlusses erkannt."));
    // The measure that it names follows from the decision, though nobody opened a picker.
    let measure =
        story.people[2].get("/musterstadt/steuerung/massnahmen/1").await.expect_status(200);
    assert!(measure.text(".knapp-befunde").contains("Es wird so gemacht, Wortlaut"));
    let thread = story.people[2].get("/musterstadt/faden/measure/1").await.expect_status(200);
    assert_eq!(thread.texts(".faden > li:nth-child(1) .glied .t").len(), 3, "its findings");
    assert!(thread.text(".faden > li:nth-child(2)").contains("Sprechstunde am Abend"));
    // Again: nothing twice.
    let again =
        story.people[1].upload(&paper(1), &bring, "Beschluss.pdf", &pdf(&lines, false)).await;
    let _ = again.expect_status(303);
    let page = story.people[2].get(&paper(1)).await.expect_status(200);
    assert!(page.body_text().contains("3 Befunde sind"));
    let file = page.attributes("main a[href*='/beschlossen/']", "href");
    let file = story.people[2].get(&file[0]).await.expect_status(200);
    assert_eq!(file.media_type(), "application/pdf");
    // The public reads the decision, and not on what it rests.
    let list = story.people[0].get("/musterstadt/beschluesse/oeffentlich").await;
    let link = list.attribute("main tbody a", "href").expect("a decision");
    let code = link.rsplit('/').next().expect("a code").to_owned();
    let mut public = ankunft_testkit::Browser::new(&story.demo.app, "de");
    let page = public.get(&link).await.expect_status(200);
    assert!(!page.body_text().contains("/f/"), "no reasons");
    let thread =
        public.get(&format!("/musterstadt/faden/resolution/{code}")).await.expect_status(200);
    assert!(!thread.body_text().contains("Beratung am Abend"), "the thread ends here for them");
    printed_by_libreoffice(story, &bring).await;
    what_a_scanner_misreads_is_read_or_told(story, codes).await;
}

/// Signs that a scanner takes for others are read where one Fundstelle of the Vorlage comes of them; what
/// nobody can read is told, and somebody says what stands there.
async fn what_a_scanner_misreads_is_read_or_told(story: &mut Story, codes: &[String]) {
    let bring = format!("{}/beschlossen", paper(1));
    // One more than are shown at once.
    let many = vec!["siehe /f/222O, Seite 2".to_owned(); 51];
    let done = story.people[1].upload(&paper(1), &bring, "Viele.pdf", &pdf(&many, true)).await;
    let _ = done.expect_status(303);
    let page = story.people[1].get(&paper(1)).await.expect_status(200);
    let text = page.body_text();
    assert!(text.contains("An 51 Stellen") && text.contains("Und eine weitere."), "{text}");
    // The check sign is lost for good; of the other code every sign is there, and one twice.
    let lost = format!("/f/{}?", &codes[2][..codes[2].len() - 1]);
    let twice = format!("//{}{}", &codes[1][..1], codes[1]);
    let lines = [format!("siehe /f/{} und {twice}.", codes[0]), format!("Massnahme ({lost}")];
    let done = story.people[1].upload(&paper(1), &bring, "Scan.pdf", &pdf(&lines, true)).await;
    let _ = done.expect_status(303);
    let page = story.people[1].get(&paper(1)).await.expect_status(200);
    let text = page.body_text();
    assert!(text.contains("3 Befunde sind"), "no more than before");
    assert!(
        text.contains("An einer Stelle steht etwas, das wie eine Fundstelle aussieht"),
        "{text}"
    );
    assert!(text.contains(&format!("Seite 1: {}", lost.trim_end_matches('?'))), "{text}");
    let reader = story.people[2].get(&paper(1)).await.expect_status(200);
    assert!(
        reader.attributes("main button[formaction*='/stellen/']", "formaction").is_empty(),
        "to look at"
    );
    let places = page.attributes("main button[formaction*='/stellen/']", "formaction");
    let to = places.first().expect("a form").clone();
    // Neither nothing nor a foreign one is taken, and what was typed stays.
    let foreign = ("fundstelle-1", "/f/2222R");
    let refused = story.people[1].post(&paper(1), &to, &[foreign]).await.expect_status(422);
    assert!(
        refused.attributes("input[name='fundstelle-1']", "value").contains(&foreign.1.to_owned())
    );
    let nothing = story.people[1].post(&paper(1), &to, &[("fundstelle-1", "")]).await;
    let _ = nothing.expect_status(422);
    let other = story.people[2].post(&paper(1), &to, &[("fundstelle-1", &codes[2])]).await;
    assert!([403, 404].contains(&other.status.as_u16()), "{}", other.status);
    let right = [("fundstelle-1", codes[2].as_str())];
    let said = story.people[1].post(&paper(1), &to, &right).await.expect_status(303);
    assert_eq!(said.location().as_deref(), Some(paper(1).as_str()));
    let page = story.people[1].get(&paper(1)).await.expect_status(200);
    assert!(!page.body_text().contains("das wie eine Fundstelle aussieht"), "it is settled");
    // Somebody who had the page open still learns that it is done.
    let again = story.people[1].post(&paper(1), &to, &[("absicht", "keine")]).await;
    let _ = again.expect_status(303);
}

/// The Word document printed by LibreOffice comes back with all that it prints.
async fn printed_by_libreoffice(story: &mut Story, bring: &str) {
    let word = story.people[1].get(&format!("{}/docx", paper(1))).await.expect_status(200);
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("vorlage.docx"), &word.body).expect("a file");
    let Some(bytes) = peers::libreoffice(folder.path(), "vorlage.docx", "pdf") else { return };
    let done = story.people[1].upload(&paper(1), bring, "Gedruckt.pdf", &bytes).await;
    let _ = done.expect_status(303);
    let page = story.people[2].get(&paper(1)).await.expect_status(200);
    assert!(page.body_text().contains("3 Befunde sind"), "the same, and nothing more");
}

pub async fn hostile_bytes_are_findings(story: &mut Story) {
    let bring = format!("{}/beschlossen", paper(1));
    let good = pdf(&["Text".to_owned()], false);
    let torn = good[..good.len() / 2].to_vec();
    for (bytes, says) in [
        (b"MZ\x90\x00".to_vec(), "kein PDF"),
        (b"<!doctype html>".to_vec(), "kein PDF"),
        (b"%PDF-1.7\nnothing".to_vec(), "nicht zu lesen"),
        (pdf(&[], false), "keinen Text"),
    ] {
        let refused = story.people[1].upload(&paper(1), &bring, "b.pdf", &bytes).await;
        let text = refused.expect_status(422).text(".fehlerliste");
        assert!(text.contains(says), "{says}: {text}");
    }
    let answer = story.people[1].upload(&paper(1), &bring, "b.pdf", &torn).await;
    assert!(answer.status.as_u16() < 500, "a torn file is no fault of ours");
}

/// Adopted papers that are taken back take with them what they have placed, the last one all of it.
pub async fn it_is_taken_back(story: &mut Story) {
    const MEASURE: &str = "/musterstadt/steuerung/massnahmen/1";
    let page = story.people[1].get(&paper(1)).await.expect_status(200);
    let files = page.attributes("select[name=zurueck-datei] option", "value");
    let files: Vec<String> = files.into_iter().filter(|it| !it.is_empty()).collect();
    assert!(files.len() >= 2, "some have come back by now");
    let to = format!("{}/beschlossen/zurueck", paper(1));
    let form = |id: &str| {
        [("zurueck-datei", id), ("zurueck-grund", "Falsche Fassung")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
    };
    let plain = crate::common::desk::plain;
    let _ = story.people[2].post(&paper(1), &to, &plain(&form(&files[0]))).await.expect_status(403);
    let mut tasks = Vec::new();
    for _ in 0..64 {
        let (mut browser, to, form) = (story.people[1].clone(), to.clone(), form(&files[0]));
        tasks.push(tokio::spawn(async move {
            browser.post(&paper(1), &to, &plain(&form)).await.status.as_u16()
        }));
    }
    for task in tasks {
        assert_eq!(task.await.expect("no panic"), 303);
    }
    let page = story.people[2].get(&paper(1)).await.expect_status(200);
    let text = page.body_text();
    assert!(text.contains("3 Befunde sind"), "another paper prints them too: {text}");
    assert_eq!(text.matches("Falsche Fassung").count(), 1, "one of 64 took effect");
    for file in &files[1..] {
        let _ = story.people[1].post(&paper(1), &to, &plain(&form(file))).await.expect_status(303);
    }
    let page = story.people[2].get(&paper(1)).await.expect_status(200);
    assert!(!page.body_text().contains("Befunde sind"), "nothing is left of them");
    let measure = story.people[2].get(MEASURE).await.expect_status(200);
    assert!(!measure.body_text().contains("Es wird so gemacht, Wortlaut"), "nor at the measure");
}
