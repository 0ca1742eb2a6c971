//! What was frozen once is read for ever.

use super::Frozen;

/// As it was kept by version 0.1.0: who changes a shape of the assessment keeps this readable.
const KEPT: &str = include_str!("kept-0.1.0.json");

#[test]
fn what_an_earlier_version_froze_is_read() {
    let frozen: Frozen = serde_json::from_str(KEPT).expect("it is read");
    let judged = &frozen.assessment.areas[0];
    let stands = judged.standing.as_ref().expect("it was compared");
    assert_eq!((frozen.names[0].as_str(), stands.phase.as_str()), ("Hafen", "new"));
    assert_eq!(judged.kind.as_ref().and_then(|it| it.kind.as_deref()), Some("inner-city"));
    assert!(frozen.assessment.plan.draws > 0 && !frozen.key.is_empty());
}
