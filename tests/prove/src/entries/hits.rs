//! Hits.

use hit_model::{Hit, Validate};

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
        assert!(hit.validate().is_ok());
        let again = serde_json::to_vec(&hit).expect("a hit can be written");
        assert_eq!(serde_json::from_slice::<Hit>(&again).ok(), Some(hit));
    }
}
