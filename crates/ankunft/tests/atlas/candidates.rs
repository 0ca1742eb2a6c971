//! A city chooses its quarter: three people who weigh differently, from candidates to a decision
//! that anyone can follow, that corrections leave as it was and a Sperrung empties.

mod choosing;
mod deciding;
mod described;
mod freezing;
mod overtaking;

use ankunft_disclosure::Nutzung;
use ankunft_platform::changes;
use ankunft_platform::permission::Role;
use ankunft_platform::tenant;
use ankunft_testkit::Browser;

use crate::common::Reader;
use crate::common::planting::{plant, protected};

use choosing::{
    criteria_are_edited_until_somebody_scores, scores_are_given_independently,
    steps_have_an_order_and_a_reason, the_result_says_spread_weights_and_who_differs,
};
use deciding::{
    a_correction_is_a_version_of_its_own, a_scan_is_attached, a_sperrung_empties_it_everywhere,
    everybody_reads_what_was_published, it_is_decided, remember, the_paper_says_what_the_page_says,
    what_was_cited_stays_as_it_was,
};
use freezing::{
    a_sperrung_empties_what_was_frozen, candidates_stand_side_by_side,
    it_froze_what_the_assessment_said, others_are_told_the_class,
};

use crate::common::desk::{BASE, Story, city, form_of, plain, set};

const ACTIONS: [&str; 10] = [
    "candidate.propose",
    "candidate.step",
    "criterion.describe",
    "criterion.retire",
    "round.open",
    "ballot.hand-in",
    "round.close",
    "decision.make",
    "decision.publish",
    "attachment.add",
];

async fn all_of_it_stands_in_the_log(story: &Story) {
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    for action in ACTIONS {
        assert!(log.iter().any(|it| it.action == action), "{action} left no trace");
    }
}

#[tokio::test]
async fn a_city_chooses_its_quarter() {
    chooses(Story::new().await).await;
}

#[tokio::test]
async fn a_city_chooses_its_quarter_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        chooses(Story::at(address).await).await;
    }
}

async fn chooses(mut story: Story) {
    let planted =
        plant(&story.demo, &city("musterstadt"), 15_829_363, (protected(), Nutzung::Public)).await;
    story.demo.assess("musterstadt").await;
    story.propose().await;
    candidates_stand_side_by_side(&mut story).await;
    steps_have_an_order_and_a_reason(&mut story).await;
    criteria_are_edited_until_somebody_scores(&mut story).await;
    scores_are_given_independently(&mut story).await;
    the_result_says_spread_weights_and_who_differs(&mut story).await;
    remember(&mut story, "population").await;
    it_is_decided(&mut story).await;
    it_froze_what_the_assessment_said(&mut story).await;
    others_are_told_the_class(&mut story).await;
    a_scan_is_attached(&mut story).await;
    the_paper_says_what_the_page_says(&mut story).await;
    what_was_cited_stays_as_it_was(&mut story, &planted).await;
    a_correction_is_a_version_of_its_own(&mut story).await;
    everybody_reads_what_was_published(&mut story).await;
    described::what_is_served_is_what_is_described(&mut story).await;
    a_sperrung_empties_it_everywhere(&mut story, &planted).await;
    a_sperrung_empties_what_was_frozen(&mut story).await;
    all_of_it_stands_in_the_log(&story).await;
}

/// Everything under the address of candidates, and where their names could slip through.
fn addresses(story: &Story, slug: &str) -> Vec<String> {
    let base = format!("/{slug}/atlas/kandidaten");
    let mut all: Vec<String> = [
        "",
        ".csv",
        ".json",
        "/1",
        "/2",
        "/kriterien",
        "/bewertung",
        "/ergebnis",
        "/ergebnis/json",
        "/ergebnis/1",
        "/ergebnis/1/json",
        "/runde",
        "/entscheidung",
        "/entscheidung?gewaehlt=1",
        "/entscheidungen/1",
        "/entscheidungen/1/json",
        "/entscheidungen/1/papier/docx",
        "/papier/docx",
    ]
    .map(|it| format!("{base}{it}"))
    .to_vec();
    all.extend(
        ["/atlas/entscheidungen", "/atlas/entscheidungen/1", "/atlas", "", "/mappe"]
            .map(|it| format!("/{slug}{it}")),
    );
    all.push(story.profile(1).replace("musterstadt", slug));
    all
}

#[tokio::test]
async fn no_candidate_reaches_anybody_without_the_right() {
    let mut story = Story::new().await;
    story.propose().await;
    let _ = story.step(1, "presented", "geheimes Treffen").await.expect_status(303);
    let _ = story.step(1, "agreed", "").await.expect_status(303);
    let address = format!("{BASE}/entscheidung?gewaehlt=1");
    let mut form = form_of(&mut story, &address).await;
    for (name, value) in [
        ("stelle", "Geheimrat"),
        ("grund", "geheimer Grund"),
        ("tag", "2026-02-01"),
        ("oeffentlich", "nein"),
    ] {
        set(&mut form, name, value);
    }
    let to = format!("{BASE}/entscheidung");
    let _ = story.people[0].post(&address, &to, &plain(&form)).await.expect_status(303);
    let words = [
        "Geheimrat",
        "geheimer Grund",
        "geheimes Treffen",
        "Als Kandidaten",
        "/atlas/kandidaten",
        "ausgewählt",
        "As a candidate",
    ];
    let neighbour = ankunft_musterstadt::programme(ankunft::demo::SEED)
        .cities
        .into_iter()
        .find(|it| it.slug != "musterstadt")
        .expect("a neighbour");
    for reader in Reader::all(&story.demo.app) {
        let may = matches!(
            reader.role,
            Some(Role::Coordination | Role::StatisticsOffice | Role::Department | Role::Research)
        );
        for language in ["de", "en"] {
            let mut browser = reader.browser(&story.demo.app, language).await;
            let mut seen = 0;
            for slug in ["musterstadt", neighbour.slug.as_str()] {
                for address in addresses(&story, slug) {
                    let page = browser.get(&address).await;
                    let text = page.body_text();
                    // The way in, and the address of what was asked for, say nothing new.
                    let text = text.replace(&address, "").replace("?weiter=", "");
                    let found: Vec<&&str> = words.iter().filter(|it| text.contains(**it)).collect();
                    let here = may && slug == "musterstadt";
                    assert!(
                        here || found.is_empty(),
                        "{} reads {found:?} at {address}",
                        reader.name
                    );
                    if address.contains("/kandidaten") && !here {
                        assert_eq!(page.status, 404, "{} at {address}", reader.name);
                    }
                    seen += found.len();
                }
            }
            assert_eq!(seen > 0, may, "{} has seen {seen}", reader.name);
        }
    }
}

#[tokio::test]
async fn who_decides_while_somebody_else_does_loses_no_text() {
    let mut story = Story::new().await;
    story.demo.assess("musterstadt").await;
    story.propose().await;
    for number in [1, 2] {
        let _ = story.step(number, "presented", "").await.expect_status(303);
        let _ = story.step(number, "agreed", "").await.expect_status(303);
    }
    let late = form_of(&mut story, &format!("{BASE}/entscheidung?gewaehlt=1")).await;
    overtaking::a_candidate_moves_meanwhile(&mut story).await;
    overtaking::somebody_decides_meanwhile(&mut story, &late).await;
    overtaking::a_choice_goes_back_to_what_it_was(&mut story).await;
}

#[tokio::test]
async fn only_the_coordination_changes_the_register() {
    let mut story = Story::new().await;
    story.propose().await;
    for role in [Role::Department, Role::Research, Role::StatisticsOffice, Role::Reader] {
        let email = format!("{}@leser.example", role.code());
        let mut browser = Browser::log_in(&story.demo.app, &email, "de").await;
        let page = browser.get(&story.profile(2)).await.expect_status(200);
        assert!(page.texts(&format!("form[action='{BASE}']")).is_empty(), "{email} has no button");
        let code = story.quarters[2].0.clone();
        for (to, form) in [
            (BASE.to_owned(), vec![("ebene", "quartier"), ("gebiet", code.as_str())]),
            (format!("{BASE}/1/schritt"), vec![("stand", "presented"), ("tag", "2026-01-15")]),
            (format!("{BASE}/kriterien"), vec![("name-neu", "Laune")]),
            (format!("{BASE}/runde"), vec![("bis", "2999-01-01")]),
            (format!("{BASE}/runde/aendern"), vec![("runde", "1")]),
            (format!("{BASE}/runde/schliessen"), vec![("runde", "1")]),
            (format!("{BASE}/entscheidung"), vec![("gewaehlt", "1")]),
        ] {
            let answer = browser.post("/konto", &to, &form).await;
            assert_eq!(answer.status, 404, "{email} at {to}");
        }
    }
    // Another city has its own register.
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let cities = tenant::all(&mut read).await.expect("cities");
    for city in cities.iter().filter(|it| it.tenant != tenant) {
        let all = ankunft_atlas::candidates::store::register::candidates(&mut read, city.tenant);
        assert!(all.await.expect("a register").is_empty(), "{}", city.name);
    }
}
