//! A checker that decodes its program when it is first used.

use std::sync::OnceLock;

use super::engine::{Checker, PrepareError};
use super::text::from_text;

/// A program as text, decoded and prepared on first use: what generated code
/// holds in a `static`.
///
/// ```
/// use hit_runtime::check::LazyChecker;
/// use serde_json::json;
///
/// static CHECKER: LazyChecker = LazyChecker::new(
///     r#"{"hit":1,"sources":["name.schema.json"],"resources":[[]]}
/// {"at":"0#","is":[{"minLength":3}]}
/// "#,
/// );
/// assert!(CHECKER.get().is_valid(0, &json!("abc")));
/// assert!(!CHECKER.get().is_valid(0, &json!("ab")));
/// ```
#[derive(Debug)]
pub struct LazyChecker {
    text: &'static str,
    checker: OnceLock<Checker>,
}

impl LazyChecker {
    /// Holds the text of a program (see [`super::Program::to_text`]).
    pub const fn new(text: &'static str) -> Self {
        Self {
            text,
            checker: OnceLock::new(),
        }
    }

    /// The text of the program.
    pub const fn text(&self) -> &'static str {
        self.text
    }

    /// The checker. Where the text cannot be decoded or the program cannot run
    /// in this build, one that refuses every value and says why; a program
    /// written by a generator of the same version always runs, provided the
    /// features it needs are on.
    pub fn get(&self) -> &Checker {
        self.checker.get_or_init(|| {
            let program = from_text(self.text).map_err(|error| PrepareError {
                schema: String::new(),
                reason: format!("the check program cannot be read: {error}"),
            });
            program
                .and_then(super::Program::prepare_lazily)
                .unwrap_or_else(Checker::refusing)
        })
    }
}
