//! The macro for tests.

/// Asserts that a schema is compatible with all versions of it that are kept,
/// and is what was kept last.
///
/// The first argument is a path below the crate's folder, the second the text
/// of the schema, a third the [`Settings`](crate::Settings). A `*` in the path
/// stands for the version: `schemas/versions/*/play.schema.json`. All versions
/// that are there are compared with the text; the version of the crate that
/// calls the macro is the one to be written. See
/// [`check_snapshot`](crate::check_snapshot) for what happens when.
///
/// ```
/// hit_diff::assert_compatible!("tests/schemas/age.json", "{\"type\": \"integer\"}\n");
/// ```
///
/// ```should_panic
/// // Older writers send fractions.
/// hit_diff::assert_compatible!("tests/schemas/*/age.json", "{\"type\": \"integer\"}\n");
/// ```
#[macro_export]
macro_rules! assert_compatible {
    ($path:expr, $text:expr $(, $settings:expr)? $(,)?) => {{
        let path = ::std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join($path);
        let text: &str = &$text;
        let settings = [$($settings)?].into_iter().next();
        if let $crate::SnapshotOutcome::Failed(message) =
            $crate::check_snapshot(&path, env!("CARGO_PKG_VERSION"), text, settings)
        {
            panic!("{message}");
        }
    }};
}
