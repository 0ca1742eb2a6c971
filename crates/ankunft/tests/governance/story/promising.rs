//! What the city promises, where it begins, and what it wants to reach.

use super::town::{Town, choice, send};
use crate::common::desk::{BASE, form_of, plain, set};

const LETTERS: &str = "/musterstadt/steuerung/zusagen";
const GOALS: &str = "/musterstadt/steuerung/ziele";
const PERIOD: &str = "2023-12-31";

pub async fn a_mayor_signs(town: &mut Town) {
    let new = format!("{LETTERS}/neu");
    let letter = [
        ("art", "intent"),
        ("titel", "Modellkommune werden"),
        ("beteiligte", "Stadt Musterstadt\nDeutsches Institut für Urbanistik"),
        ("unterschrift", "Oberbürgermeisterin"),
        ("umfang", "Die Stadt benennt ein Quartier und eine federführende Stelle."),
        ("stand", "signed"),
        ("unterschrieben", "14.02.2024"),
        ("ab", "2024-03-01"),
        ("bis", "2027-04-30"),
    ];
    let one = send(town.coordination(), (&new, &new), &letter).await;
    let page = town.coordination().get(&one).await.expect_status(200);
    let post = choice(&page, "stelle", "Stadtentwicklung");
    let promise = [
        ("text", "In einem Quartier gemeinsam beginnen"),
        ("wer", "Stadt Musterstadt"),
        ("stelle", post.as_str()),
        ("bis", "2027-06-30"),
    ];
    let _ = send(town.coordination(), (&one, &format!("{one}/versprechen")), &promise).await;
    let to = format!("{one}/urkunde");
    let signed = town.coordination().upload(&one, &to, "loi.pdf", b"%PDF-1.7 signed").await;
    let _ = signed.expect_status(303);
}

/// From candidates to a decision that everybody reads.
pub async fn a_quarter_is_chosen(town: &mut Town) {
    let story = &mut town.story;
    story.propose().await;
    for number in [1, 2] {
        let _ = story.step(number, "presented", "").await.expect_status(303);
        let _ = story.step(number, "agreed", "").await.expect_status(303);
    }
    let code = &story.quarters[0].0;
    let source = format!(
        "/musterstadt/atlas/quelle?ebene=quartier&merkmal=population&stichtag={PERIOD}&gebiet={code}"
    );
    let thing = format!("quartier:population:{PERIOD}:{code}");
    let kept = [("art", "figure"), ("ding", thing.as_str()), ("zurueck", "")];
    let _ = send(&mut story.people[0], (&source, "/musterstadt/merken"), &kept).await;
    let address = format!("{BASE}/entscheidung?gewaehlt=1");
    let shown = story.people[0].get(&address).await.expect_status(200);
    let finding = shown.attribute("input[name=befund]", "value").expect("what lies in the Mappe");
    let mut form = form_of(story, &address).await;
    set(&mut form, "befund", &finding);
    set(&mut form, "stelle", "Lenkungsgruppe");
    set(&mut form, "tag", "2026-02-01");
    set(&mut form, "grund", "Hier kommen die meisten an.");
    let to = format!("{BASE}/entscheidung");
    let one = send(&mut story.people[0], (&address, &to), &plain(&form)).await;
    let publish = format!("{one}/veroeffentlichung");
    let _ = send(&mut story.people[0], (&one, &publish), &[("oeffentlich", "ja")]).await;
}

pub async fn a_council_adopts_goals(town: &mut Town) {
    let browser = town.coordination();
    let name = [("name", "Integrationskonzept 2027")];
    let _ = send(browser, (GOALS, &format!("{GOALS}/fassung")), &name).await;
    let table = format!("{GOALS}/tabelle");
    let rows = "Leitbild;Ankommen in Vielfalt\nHandlungsfeld;Bildung\n\
                Ziel;Jedes Kind findet einen Kitaplatz";
    let taken = [("tabelle", rows), ("absicht", "uebernehmen")];
    let _ = send(browser, (&table, &table), &taken).await;
    let adopted =
        [("fassung", "1"), ("tag", "2026-02-14"), ("gremium", "Stadtrat"), ("adresse", "")];
    let _ = send(browser, (GOALS, &format!("{GOALS}/beschluss")), &adopted).await;
}
