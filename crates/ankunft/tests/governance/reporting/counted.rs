//! What is asked for is counted otherwise while somebody has the form before them.

use super::measure;
use super::post::{FORM, Office};
use crate::common::desk::{plain, set};
use crate::measures::planning::form_of;

/// Who opened the form before sees that before anything is handed in.
pub async fn what_counts_otherwise_is_told(office: &mut Office) {
    let edit = format!("{}/indikatoren/2/aendern", measure(1));
    let mut partner = office.partner();
    let page = partner.get(&office.link).await.expect_status(200);
    let seen = page.attribute("input[name=angabe-2]", "value").expect("a version");
    assert_eq!(seen, "1");
    let youth = &mut office.story.people[1];
    let mut changed = form_of(&youth.get(&edit).await.expect_status(200));
    for (name, value) in [("art", "share"), ("regel", "sum"), ("einheit", "Menschen")] {
        set(&mut changed, name, value);
    }
    let _ = youth.post(&edit, &edit, &plain(&changed)).await.expect_status(303);
    let sent = [
        ("nummer", "0"),
        ("wert-1", "1.140"),
        ("wert-2", "30"),
        ("von-2", "40"),
        ("angabe-2", &*seen),
        ("absicht", "abschicken"),
    ];
    let refused = partner.post(FORM, &office.link, &sent).await.expect_status(422);
    assert!(refused.body_text().contains("Inzwischen wird hier anders gezählt"));
    let shown = |name: &str| refused.attribute(&format!("input[name={name}]"), "value");
    assert_eq!(shown("wert-2").as_deref(), Some("30"), "nothing typed is lost");
    assert_eq!(shown("angabe-2").as_deref(), Some("2"));
}
