//! Hits.

use hit_model::Hit;
use hit_runtime::{Place, Report, check_model};

/// Any bytes as a hit: type and report agree, and what is accepted comes back.
pub fn hits(bytes: &[u8]) {
    let parsed = serde_json::from_slice::<Hit>(bytes);
    let report = hit_runtime::explain_text::<Hit>(bytes);
    assert_eq!(
        parsed.is_ok(),
        report.is_ok(),
        "{:?}\n{report:?}",
        parsed.err()
    );
    if let Ok(hit) = parsed {
        let mut report = Report::default();
        check_model(&hit, &Place::ROOT, &mut report);
        assert!(report.is_ok(), "{report:?}");
        let again = serde_json::to_vec(&hit).expect("a hit can be written");
        assert_eq!(serde_json::from_slice::<Hit>(&again).ok(), Some(hit));
    }
}
