//! The adopted paper comes back, and the citations write themselves.

use std::path::Path;
use std::process::Command;

use super::common::papers::pdf_of as pdf;
use super::desk::Story;
use super::paper;

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
}

/// The Word document printed by LibreOffice comes back with all that it prints.
async fn printed_by_libreoffice(story: &mut Story, bring: &str) {
    let word = story.people[1].get(&format!("{}/docx", paper(1))).await.expect_status(200);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("vorlage.docx");
    std::fs::write(&path, &word.body).expect("a file");
    let Some(bytes) = printed(folder.path(), &path) else { return };
    let done = story.people[1].upload(&paper(1), bring, "Gedruckt.pdf", &bytes).await;
    let _ = done.expect_status(303);
    let page = story.people[2].get(&paper(1)).await.expect_status(200);
    assert!(page.body_text().contains("3 Befunde sind"), "the same, and nothing more");
}

/// A PDF by LibreOffice; none where it is not installed.
#[allow(clippy::print_stdout, reason = "a test says that it was skipped")]
fn printed(folder: &Path, file: &Path) -> Option<Vec<u8>> {
    let profile = format!("-env:UserInstallation=file://{}/profil", folder.display());
    let run = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .args([folder, file])
        .output();
    if run.is_err() {
        println!("skipped: no LibreOffice");
        return None;
    }
    Some(std::fs::read(file.with_extension("pdf")).expect("it opens without repair"))
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
