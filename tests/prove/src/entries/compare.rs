//! Drift.

use std::time::Duration;

use hit_diff::{Budget, Schema, Settings, Verdict};

use super::parts::two;

/// Two schemas, separated by a line feed: compared in bounded time. A schema is
/// compatible with itself or that stays open; a witness is what it says it is.
pub fn compare(bytes: &[u8]) {
    let Some((old, new)) = two(bytes) else { return };
    let read =
        |name: &str, bytes: &[u8]| Schema::from_text(name, std::str::from_utf8(bytes).ok()?).ok();
    let (Some(old), Some(new)) = (read("old", old), read("new", new)) else {
        return;
    };
    let settings = Settings {
        budget: Budget {
            steps: 20_000,
            time: Duration::from_millis(200),
        },
        ..Settings::default()
    };
    let report = hit_diff::compare(&old, &new, settings);
    assert!(!report.to_string().is_empty());
    if let Verdict::Breaking { witness } = &report.verdict {
        assert_eq!(old.accepts(&witness.document), Some(true), "{witness:?}");
        assert_eq!(new.accepts(&witness.document), Some(false), "{witness:?}");
    }
    assert!(
        !hit_diff::compare(&old, &old, settings)
            .verdict
            .is_breaking()
    );
}
