//! What users hold.

use super::error::PrepareError;
use super::prepared::Prepared;

/// A program ready to check values, from any number of threads.
///
/// ```
/// use hit_runtime::check::{Check, Kind, Node, Program};
/// use serde_json::json;
///
/// let check = Check { keyword: "minLength".into(), kind: Kind::MinLength(3) };
/// let program = Program {
///     nodes: vec![Node { checks: vec![check], ..Node::default() }],
///     sources: vec!["name.schema.json".into()],
///     ..Program::default()
/// };
/// let checker = program.prepare().unwrap();
/// assert!(checker.is_valid(0, &json!("abc")));
/// let report = checker.check(0, &json!("ab"));
/// assert_eq!(report.violations[0].schema, "name.schema.json#/minLength");
/// assert_eq!(report.violations[0].message, "expected a string of at least 3 characters, found 2: \"ab\"");
/// ```
#[derive(Debug)]
pub struct Checker {
    pub(super) program: Prepared,
    /// Why everything is refused.
    pub(super) broken: Option<PrepareError>,
}
