//! The ways in.

use super::error::{SyntaxError, SyntaxErrorKind};
use super::locate::Locator;
use super::node::Node;
use super::parser::Parser;
use crate::Pointer;

/// How deep any text may nest, whatever [`Limits`] ask for: trees are walked
/// and dropped by recursion, which this keeps off the end of small stacks.
const HARD_DEPTH: usize = 1024;

/// What a text may use up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How many arrays and objects may be open at once; 128 by default, and
    /// never more than 1,024.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { depth: 128 }
    }
}

/// Parses a JSON text.
///
/// # Errors
/// Everything that is wrong with it in the order of the text. Duplicate names
/// and numbers out of range do not end the search; other errors do.
///
/// ```
/// use hit_runtime::json::{Limits, parse};
/// let errors = parse("{\"a\": 1,\n \"a\": 1e999}", &Limits::default()).unwrap_err();
/// assert_eq!(errors[0].to_string(), "2:2: duplicate member name \"a\", first on line 1");
/// assert_eq!(errors[1].to_string(), "2:7: this number is beyond the range of 64-bit floats");
/// ```
pub fn parse(text: &str, limits: &Limits) -> Result<Node, Vec<SyntaxError>> {
    let (found, mut errors) = Parser::new(text, limits.depth.min(HARD_DEPTH)).run();
    match found {
        Ok(node) if errors.is_empty() => return Ok(node),
        Ok(_) => {}
        Err(error) => errors.push(error),
    }
    Err(sorted(errors))
}

fn sorted(mut errors: Vec<SyntaxError>) -> Vec<SyntaxError> {
    errors.sort_by_key(|error| error.span.start);
    errors
}

/// Parses a JSON text that may not be UTF-8.
///
/// # Errors
/// As [`parse`]; and the place of the first byte that is not UTF-8.
pub fn parse_bytes(bytes: &[u8], limits: &Limits) -> Result<Node, Vec<SyntaxError>> {
    match std::str::from_utf8(bytes) {
        Ok(text) => parse(text, limits),
        Err(error) => {
            let at = error.valid_up_to();
            Err(vec![SyntaxError {
                kind: SyntaxErrorKind::Encoding,
                message: "the text is not UTF-8 from here on".to_owned(),
                hint: Some("save it as UTF-8".to_owned()),
                span: Locator::new(bytes).span(at, at + 1),
                pointer: Pointer::root(),
            }])
        }
    }
}
