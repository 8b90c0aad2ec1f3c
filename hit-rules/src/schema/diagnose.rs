//! What is wrong with rules, as messages about the schema.

use hit_schema::{Compiled, Diagnostic, Origin};

use crate::Diagnostic as RuleDiagnostic;
use crate::entries::EntryError;
use crate::schema::codes;
use crate::schema::locate::locate;

/// The messages of one error. `below` is the pointer of the error from the keyword's value on.
pub(super) fn error(
    compiled: &Compiled,
    origin: &Origin,
    id: &str,
    below: &str,
    error: &EntryError,
) -> Vec<Diagnostic> {
    let code = match error.text.is_empty() {
        true => codes::BAD_ENTRY,
        false => codes::BAD_RULE,
    };
    let one = |found: &RuleDiagnostic| {
        let at = match code {
            codes::BAD_ENTRY => locate(compiled, origin, below, None),
            _ => place(compiled, origin, below, found),
        };
        with_help(Diagnostic::error(code, String::new()), id, &found.message).at(at)
    };
    error.diagnostics.iter().map(one).collect()
}

/// A warning about a rule.
pub(super) fn warning(
    compiled: &Compiled,
    origin: &Origin,
    id: &str,
    below: &str,
    found: &RuleDiagnostic,
) -> Diagnostic {
    let at = place(compiled, origin, below, found);
    let warning = Diagnostic::warning(codes::RULE_WARNING, String::new());
    with_help(warning, id, &found.message).at(at)
}

/// From what a message is about, where that is inside of the stretch, to its end.
fn place(compiled: &Compiled, origin: &Origin, below: &str, found: &RuleDiagnostic) -> Origin {
    let span = found.span;
    let start = span.start.max(found.at.min(span.end));
    let start = if start == span.end { span.start } else { start };
    locate(compiled, origin, below, Some((start, span.end)))
}

/// The message in the words of schemas, advice apart.
fn with_help(diagnostic: Diagnostic, id: &str, message: &str) -> Diagnostic {
    let (message, help) = match message.rsplit_once("; did you mean ") {
        Some((message, near)) => (message, Some(format!("did you mean {near}"))),
        None => (message, None),
    };
    let message = match message.strip_prefix("undefined field") {
        Some(rest) => format!("unknown field{rest}"),
        None => message.to_owned(),
    };
    let message = match id {
        "" => message,
        id => format!("rule {id}: {message}"),
    };
    let diagnostic = Diagnostic {
        message,
        ..diagnostic
    };
    match help {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}
