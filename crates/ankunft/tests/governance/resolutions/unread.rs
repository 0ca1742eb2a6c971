//! What could not be read in an adopted paper, and what it does not show at all.

use ankunft_platform::changes;
use ankunft_testkit::{Page, typing};

use super::{drafting, paper};
use crate::common::desk::Story;
use crate::common::papers::pdf_of as pdf;
use crate::common::unsaved::is_never_lost;

async fn settled(story: &Story) -> usize {
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    log.iter().filter(|it| it.action == "paper.settle").count()
}

async fn bring(story: &mut Story, number: i64, lines: &[String]) -> Page {
    let to = format!("{}/beschlossen", paper(number));
    let done = story.people[1].upload(&paper(number), &to, "Scan.pdf", &pdf(lines, true)).await;
    let _ = done.expect_status(303);
    story.people[1].get(&paper(number)).await.expect_status(200)
}

/// 64 say at once what stands at one place, half of them a Fundstelle and half of them none: one of them
/// is right for ever, and nothing is cited that was laid aside.
pub async fn a_place_is_settled_once(story: &mut Story, codes: &[String]) {
    let lost = format!("siehe /f/{}?", &codes[2][..codes[2].len() - 1]);
    let page = bring(story, 1, &[format!("/f/{} und {lost}", codes[0])]).await;
    let to = typing(&page).buttons.into_iter().find(|it| it.path().contains("/stellen/"));
    let to = to.expect("a place").path().to_owned();
    let reasons = |page: &Page| page.text("main").matches("/f/").count();
    let (before, cited) = (settled(story).await, reasons(&page));
    let mut tasks = Vec::new();
    for number in 0..64 {
        let (mut browser, to) = (story.people[1].clone(), to.clone());
        let code = codes[3].clone();
        tasks.push(tokio::spawn(async move {
            let says = match number % 2 {
                0 => ("fundstelle-1", code.as_str()),
                _ => ("absicht", "keine"),
            };
            let page = browser.post(&paper(1), &to, &[says]).await;
            page.status.as_u16()
        }));
    }
    for task in tasks {
        assert_eq!(task.await.expect("no panic"), 303);
    }
    assert_eq!(settled(story).await, before + 1, "exactly one took effect");
    let page = story.people[1].get(&paper(1)).await.expect_status(200);
    assert!(!page.body_text().contains("das wie eine Fundstelle aussieht"));
    assert!(reasons(&page) <= cited + 2, "no more than one reason more");
    // Who comes later is told.
    let late = story.people[1].post(&paper(1), &to, &[("absicht", "keine")]).await;
    let next = late.expect_status(303).location().expect("the page");
    let page = story.people[1].get(&next).await.expect_status(200);
    assert!(page.text(".meldung").contains("Dazu hat inzwischen jemand etwas festgehalten."));
}

/// A Vorlage cites several; its scan shows all but one of them.
pub async fn what_a_scan_swallows_is_told(story: &mut Story) {
    let codes = drafting::decided_citing(story, "Räume am Abend").await;
    let [first, last] = [&codes[0], &codes[1]];
    let told = "Fundstelle der Vorlage wurde im beschlossenen Papier nicht gefunden.";
    // Printed without its reasons, or with those of somebody else: no alarm.
    for lines in [vec!["Es wird so gemacht.".to_owned()], vec!["siehe /f/222R".to_owned()]] {
        let page = bring(story, 2, &lines).await;
        assert!(!page.body_text().contains(told), "{lines:?}");
    }
    let page = bring(story, 2, &[format!("siehe /f/{first}.")]).await;
    let text = page.body_text();
    assert!(text.contains(told) && text.contains(&format!("/f/{last}")), "{text}");
    let reader = story.people[2].get(&paper(2)).await.expect_status(200);
    assert!(reader.attributes("main [formaction*='/stellen/']", "formaction").is_empty());
    let desk = typing(&page);
    let press = desk.buttons.iter().find(|it| it.path().contains("/stellen/")).expect("a button");
    let foreign = story.people[2].press(&desk, press, ("", b"")).await;
    assert!([403, 404].contains(&foreign.status.as_u16()), "{}", foreign.status);
    // One press cites it, and it is not missing any more.
    let _ = story.people[1].press(&desk, press, ("", b"")).await.expect_status(303);
    let page = story.people[1].get(&paper(2)).await.expect_status(200);
    assert!(page.body_text().contains("2 Befunde sind"), "{}", page.body_text());
    assert!(!page.body_text().contains(told));
    // Brought once more with one of them only: both are reasons already, and nothing is told again.
    let page = bring(story, 2, &[format!("siehe /f/{last}.")]).await;
    assert!(!page.body_text().contains(told));
}

pub async fn nothing_typed_beside_it_is_lost(story: &mut Story) {
    let page = bring(story, 2, &["siehe /f/222O, Seite 2".to_owned()]).await;
    assert!(page.body_text().contains("das wie eine Fundstelle aussieht"));
    let pressed = is_never_lost(&mut story.people[1], &paper(2), &[]).await;
    assert!(pressed.iter().any(|it| it.contains("/stellen/")), "{pressed:?}");
    // While it is still written and countersigned there is more to press.
    let (new, _) = drafting::draft_citing(story, "Wege im Quartier", 1).await;
    let pressed = is_never_lost(&mut story.people[1], &new, &[]).await;
    for end in ["/befunde", "/bitten", "/schritte"] {
        assert!(pressed.iter().any(|it| it.ends_with(end)), "{end} of {pressed:?}");
    }
}

/// While many say what stands at a place, its paper is taken back: after that nobody settles anything.
pub async fn nothing_is_settled_of_a_paper_that_is_gone(story: &mut Story, codes: &[String]) {
    for round in 0..3 {
        let lost = format!("siehe /f/{}?", &codes[2][..codes[2].len() - 1]);
        let page = bring(story, 1, &[format!("/f/{} und {lost}", codes[0])]).await;
        let to = typing(&page).buttons.into_iter().find(|it| it.path().contains("/stellen/"));
        let to = to.expect("a place").path().to_owned();
        let file = to.split('/').rev().nth(2).expect("a file").to_owned();
        let mut tasks = Vec::new();
        for number in 0..24 {
            let (mut browser, to, file) = (story.people[1].clone(), to.clone(), file.clone());
            tasks.push(tokio::spawn(async move {
                if number == 4 + round {
                    let back = format!("{}/beschlossen/zurueck", paper(1));
                    let form = [("zurueck-datei", file.as_str()), ("zurueck-grund", "Falsch")];
                    return browser.post(&paper(1), &back, &form).await.status.as_u16();
                }
                browser.post(&paper(1), &to, &[("absicht", "keine")]).await.status.as_u16()
            }));
        }
        for task in tasks {
            assert_eq!(task.await.expect("no panic"), 303);
        }
        let tenant = story.demo.tenant("musterstadt").await;
        let mut read = story.demo.app.store.read().await.expect("a connection");
        // The newest comes first.
        let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
        let back = log.iter().position(|it| it.action == "attachment.take-back");
        let own = |it: &&changes::Recorded| {
            it.action == "paper.settle" && it.note.starts_with(&format!("{file}, "))
        };
        let back = back.expect("it was taken back");
        assert_eq!(log[..back].iter().filter(own).count(), 0, "settled after it was gone");
        assert!(log[back..].iter().filter(own).count() <= 1);
    }
}
