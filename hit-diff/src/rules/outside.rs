//! Documents and values from outside that rules may be asked about.

use serde_json::Value;

/// A document, and what rules call `ctx`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Outer {
    pub(crate) document: Value,
    /// Without, rules that need it are not evaluated.
    pub(crate) context: Option<Value>,
}
