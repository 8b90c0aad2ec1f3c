//! Verdicts of a schema under a draft.

use hit_runtime::check::{Checker, NodeId};
use hit_schema::load::MemoryLoader;
use hit_schema::{Draft, Entry, Options, compile};
use serde_json::Value;

/// Draft 7.
pub const V07: &str = "http://json-schema.org/draft-07/schema#";
/// Draft 2020-12.
pub const V2020: &str = "https://json-schema.org/draft/2020-12/schema";

/// A schema, ready to check.
pub fn checker(
    schema: &Value,
    loader: &MemoryLoader,
    options: &Options,
) -> Result<(Checker, NodeId), String> {
    let entry = Entry::text("https://example.org/root.json", schema.to_string());
    let compiled = compile(&[entry], loader, options).map_err(|errors| errors.to_string())?;
    let root = compiled.roots[0].node;
    Ok((compiled.program.prepare().expect("a good program"), root))
}

/// Holds verdicts on documents under a draft.
pub fn holds(draft: Draft, schema: &Value, accepts: &[Value], refuses: &[Value]) {
    let options = Options {
        draft,
        ..Options::STANDARD
    };
    under(&options, &MemoryLoader::new(), schema, accepts, refuses);
}

/// The same with options and other documents.
pub fn under(
    options: &Options,
    loader: &MemoryLoader,
    schema: &Value,
    accepts: &[Value],
    refuses: &[Value],
) {
    let (checker, root) =
        checker(schema, loader, options).unwrap_or_else(|errors| panic!("{schema}: {errors}"));
    for (documents, good) in [(accepts, true), (refuses, false)] {
        for document in documents {
            assert_eq!(
                checker.is_valid(root, document),
                good,
                "{schema}\n{document}"
            );
            assert_eq!(
                checker.check(root, document).is_ok(),
                good,
                "{schema}\n{document}"
            );
        }
    }
}
