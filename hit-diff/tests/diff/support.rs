//! What all tests use.

use hit_diff::{Budget, Mode, Report, Schema, Settings, Verdict, check, compare};

/// A schema of draft 2020-12.
pub fn schema(name: &str, text: &str) -> Schema {
    Schema::from_text(name, text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// The backward verdict. A witness is checked once more.
pub fn verdict(old: &str, new: &str) -> Verdict {
    let (old, new) = (schema("old", old), schema("new", new));
    let verdict = check(&old, &new, Mode::Backward, Budget::default());
    if let Verdict::Breaking { witness } = &verdict {
        assert_eq!(old.accepts(&witness.document), Some(true));
        assert_eq!(new.accepts(&witness.document), Some(false));
    }
    verdict
}

/// The report in the default settings.
pub fn report(old: &str, new: &str) -> Report {
    compare(
        &schema("old", old),
        &schema("new", new),
        Settings::default(),
    )
}

/// Asserts that nothing is lost.
pub fn compatible(old: &str, new: &str) {
    let verdict = verdict(old, new);
    assert!(verdict.is_compatible(), "{old} → {new}: {verdict:?}");
}

/// Asserts that something is lost.
pub fn breaking(old: &str, new: &str) -> serde_json::Value {
    match verdict(old, new) {
        Verdict::Breaking { witness } => witness.document,
        other => panic!("{old} → {new}: {other:?}"),
    }
}
