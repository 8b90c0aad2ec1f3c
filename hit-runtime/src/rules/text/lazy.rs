//! Rules that are decoded when they are first used.

use std::sync::OnceLock;

use crate::check::Program;
use crate::rules::document::Rules;
use crate::rules::text::decode::from_text;
use crate::rules::text::error::RulesTextError;

/// Compiled rules as text, decoded and prepared on first use: what generated
/// code holds in a `static`.
#[derive(Debug)]
pub struct LazyRules {
    text: &'static str,
    ready: OnceLock<Result<(Rules, Program), RulesTextError>>,
}

impl LazyRules {
    /// Holds the text that [`to_text`](super::to_text) wrote.
    pub const fn new(text: &'static str) -> Self {
        Self {
            text,
            ready: OnceLock::new(),
        }
    }

    /// The rules, ready for the program that their schema was compiled to, and that program.
    /// `program` is its text.
    ///
    /// # Errors
    /// A text that no generator of the same version wrote.
    pub fn get(&self, program: &str) -> Result<&(Rules, Program), &RulesTextError> {
        let ready = self.ready.get_or_init(|| {
            let program =
                Program::from_text(program).map_err(|error| RulesTextError(error.to_string()))?;
            Ok((from_text(self.text)?.prepared(&program), program))
        });
        ready.as_ref()
    }
}
