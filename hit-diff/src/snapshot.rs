//! Checked-in versions in tests.

use std::path::Path;

use crate::compare::{Settings, compare};
use crate::schema::Schema;

/// What a comparison with a checked-in version asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SnapshotOutcome {
    /// Nothing.
    Same,
    /// The new text was written: asked for, or there was none before.
    Written,
    /// The test fails, and why.
    Failed(String),
}

/// Compares a schema text with the version that is checked in at a path.
///
/// The same: fine. Compatible and different: the new text is written beside it
/// as `….new` and the test fails until it is taken over. Breaking or undecided:
/// the test fails with the report. With the environment variable
/// `HIT_DIFF=accept` the new text replaces the old one. A missing file is
/// written, unless the variable `CI` is set.
pub fn check_snapshot(path: &Path, text: &str, settings: Settings) -> SnapshotOutcome {
    let accept = std::env::var_os("HIT_DIFF").is_some_and(|value| value == "accept");
    let failed = |message: String| SnapshotOutcome::Failed(message);
    let write = |path: &Path| match std::fs::write(path, text) {
        Ok(()) => SnapshotOutcome::Written,
        Err(error) => failed(format!("cannot write {}: {error}", path.display())),
    };
    let old = match std::fs::read_to_string(path) {
        Ok(old) => old,
        Err(_) if accept || std::env::var_os("CI").is_none() => return write(path),
        Err(error) => return failed(format!("cannot read {}: {error}", path.display())),
    };
    if old == text {
        return SnapshotOutcome::Same;
    }
    if accept {
        return write(path);
    }
    let name = path.display().to_string();
    let pair = Schema::from_text(&name, &old)
        .and_then(|old| Ok((old, Schema::from_text(&format!("{name}.new"), text)?)));
    let (old, new) = match pair {
        Ok(pair) => pair,
        Err(error) => return failed(error.to_string()),
    };
    let report = compare(&old, &new, settings);
    let pending = path.with_extension("json.new");
    let note = match write(&pending) {
        SnapshotOutcome::Failed(message) => message,
        _ => format!(
            "the new text is in {}; run the tests with HIT_DIFF=accept to take it over",
            pending.display()
        ),
    };
    failed(format!("{report}\n{note}"))
}

/// Asserts that a schema is what is checked in, or fails with what changed.
///
/// The first argument is the path of the checked-in version below the crate's
/// folder, the second the schema's text. See [`check_snapshot`].
///
/// ```
/// # std::fs::create_dir_all(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/schemas")).unwrap();
/// hit_diff::assert_compatible!("tests/schemas/age.json", "{\"type\": \"integer\"}\n");
/// ```
#[macro_export]
macro_rules! assert_compatible {
    ($path:expr, $text:expr $(,)?) => {
        $crate::assert_compatible!($path, $text, $crate::Settings::default())
    };
    ($path:expr, $text:expr, $settings:expr $(,)?) => {{
        let path = ::std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join($path);
        let text: &str = &$text;
        if let $crate::SnapshotOutcome::Failed(message) =
            $crate::check_snapshot(&path, text, $settings)
        {
            panic!("{message}");
        }
    }};
}
