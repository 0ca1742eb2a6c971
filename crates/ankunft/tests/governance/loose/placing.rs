//! An open thing finds the meeting that shall speak about it; and a long list comes in pieces.

use super::ENDS;
use super::ends::add;
use crate::common::desk::Story;

const BODIES: &str = "/musterstadt/gremien";
const PLACING: &str = "/musterstadt/gremien/tagesordnung?ding=observation:1";

/// What was seen leads to the meetings that can take it up, not to a body that nobody chose.
pub async fn a_meeting_is_chosen(story: &mut Story) {
    let [lead, other] = [0, 2];
    let new = format!("{BODIES}/neu");
    for name in ["Quartierskonferenz", "Netzwerktreffen"] {
        let form = [("name", name), ("art", "quarter"), ("auftrag", "")];
        let _ = story.people[lead].post(&new, &new, &form).await.expect_status(303);
    }
    let seen = format!("{BODIES}/beobachtungen/neu");
    let form = [
        ("titel", "Kein Licht am Steg"),
        ("was", "Abends ist der Steg dunkel."),
        ("quartier", "stadt"),
        ("wie-oft", "jeden Abend"),
        ("gremium", "2"),
    ];
    let _ = story.people[lead].post(&seen, &seen, &form).await.expect_status(303);
    let page = story.people[lead].get(&format!("{ENDS}?stelle=koordination")).await;
    let way = page.attribute(".ende:has(a[href$='/beobachtungen/1']) .ende-wege a", "href");
    assert_eq!(way.as_deref(), Some(PLACING));
    let page = story.people[lead].get(PLACING).await.expect_status(200);
    assert!(page.attribute("input[name=sitzung]", "value").is_none(), "nobody has called one");
    assert_eq!(page.texts(".tueren a").len(), 2, "each body can be called");
    let call = page.attribute(".tueren a", "href").expect("a way to call a meeting");
    assert!(call.starts_with(&format!("{BODIES}/2/")), "the body that it was meant for: {call}");
    let page = story.people[lead].get(&call).await.expect_status(200);
    assert!(page.body_text().contains("Kein Licht am Steg"));
    let form =
        [("ding", "observation:1"), ("tag", "2099-03-01"), ("von", "19:00"), ("bis", "17:00")];
    let call = call.split('?').next().expect("a path").to_owned();
    let refused = story.people[lead].post(&call, &call, &form).await.expect_status(422);
    let carried = refused.attribute("form input[name=ding]", "value");
    assert_eq!(carried.as_deref(), Some("observation:1"), "it is not lost");
    let form =
        [("ding", "observation:1"), ("tag", "2099-03-01"), ("von", "17:00"), ("bis", "19:00")];
    let made = story.people[lead].post(&call, &call, &form).await.expect_status(303);
    let meeting = made.location().expect("its page");
    let page = story.people[lead].get(&meeting).await.expect_status(200);
    assert!(page.body_text().contains("Kein Licht am Steg"));
    // Who came late, or asks twice, finds it there and chooses no third time.
    let page = story.people[lead].get(PLACING).await.expect_status(200);
    assert!(page.body_text().contains("Darüber wird schon gesprochen"));
    let chosen = page.attribute("input[name=sitzung][checked]", "value");
    assert_eq!(chosen.as_deref(), Some("2-1"), "the next one of the body that it is meant for");
    let action = format!("{BODIES}/tagesordnung");
    let nothing = [("ding", "observation:1")];
    let refused = story.people[lead].post(PLACING, &action, &nothing).await.expect_status(422);
    assert!(refused.body_text().contains("Wählen Sie eine Sitzung"));
    let again = [("ding", "observation:1"), ("sitzung", "2-1")];
    for _ in 0..2 {
        let put = story.people[lead].post(PLACING, &action, &again).await.expect_status(303);
        assert_eq!(put.location(), Some(format!("{meeting}#punkt-1")));
    }
    // Who keeps no body is told whom to ask, and puts nothing onto an agenda of others.
    let page = story.people[other].get(PLACING).await.expect_status(200);
    assert!(page.attribute("input[name=sitzung]", "value").is_none());
    assert!(page.body_text().contains("Die Koordination setzt Punkte auf die Tagesordnung"));
    let _ = story.people[other].post(PLACING, &action, &again).await.expect_status(422);
    for gone in ["observation:99", "citation:1", "measure:x", ""] {
        let page = format!("{action}?ding={gone}");
        let _ = story.people[lead].get(&page).await.expect_status(404);
    }
}

/// A Stelle with many ends has them in pieces, and what is done to one leads back to its piece.
pub async fn a_long_list_comes_in_pieces(story: &mut Story) {
    let page = story.people[0].get(ENDS).await.expect_status(200);
    let more = page.texts("main section > p > a");
    assert!(more.iter().all(|it| it.contains("weitere: alle")), "{more:?}");
    let lead = super::ends::post(story, "Jugend").await;
    for number in 1..=60 {
        add(story, &format!("Viele {number}"), lead).await;
    }
    let all = format!("{ENDS}?stelle={lead}");
    let first = story.people[1].get(&all).await.expect_status(200);
    assert_eq!(first.texts(".ende:not(.zu)").len(), 25);
    let next = first.attribute(".blaettern a[rel=next]", "href").expect("a way on");
    assert!(next.contains(&format!("stelle={lead}")) && next.ends_with("seite=2"), "{next}");
    let second = story.people[1].get(&next).await.expect_status(200);
    let action = second.attribute(".ende:not(.zu) form", "action").expect("a form");
    assert_eq!(action, next, "what is done there leads back there");
    let own = ["ende", "stand", "schritt"].map(|name| {
        let selector = format!(".ende:not(.zu) form input[name={name}]");
        second.attribute(&selector, "value").expect("a field")
    });
    let form = |because| {
        [("ende", &*own[0]), ("stand", &*own[1]), ("schritt", &*own[2]), ("weil", because)]
    };
    let refused = story.people[1].post(&next, &action, &form(" ")).await.expect_status(422);
    assert!(refused.attribute("details[open] input[name=weil]", "value").is_some());
    assert_eq!(refused.texts(".ende:not(.zu)").len(), 25, "its piece, not another");
    let done = story.people[1].post(&next, &action, &form("Ist getan.")).await.expect_status(303);
    assert_eq!(done.location(), Some(next.clone()));
}
