//! Messages for people and for machines.

use std::fmt::{self, Write as _};

use hit_runtime::Severity;
use serde_json::{Value, json};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::{Origin, SourceMap};

/// The longest part of a source line that is shown, in code points.
const WIDTH: usize = 120;

/// A message with the lines it is about:
///
/// ```text
/// order.json:14:20: error[HIT0401] `minimum` must be a number, found a string
///    14 |       "minimum": "1",
///       |                  ^^^
///       = at #/properties/quantity/minimum
///       = help: remove the quotes
/// ```
pub fn human(diagnostic: &Diagnostic, sources: &SourceMap) -> String {
    let mut text = String::new();
    if let Some(origin) = &diagnostic.origin {
        let _ = write!(text, "{}: ", place(origin, sources));
    }
    let _ = writeln!(
        text,
        "{}[{}] {}",
        severity(diagnostic.severity),
        diagnostic.code,
        diagnostic.message
    );
    if let Some(origin) = &diagnostic.origin {
        excerpt(&mut text, origin, sources);
        let _ = writeln!(text, "      = at #{}", origin.pointer);
    }
    for label in &diagnostic.secondary {
        let _ = writeln!(text, "{}: {}", place(&label.origin, sources), label.text);
        excerpt(&mut text, &label.origin, sources);
    }
    if let Some(help) = &diagnostic.help {
        let _ = writeln!(text, "      = help: {help}");
    }
    text
}

/// A message as a JSON object: `code`, `severity`, `message`, and where there
/// are such, `file`, `line`, `column`, `pointer`, `help`.
pub fn machine(diagnostic: &Diagnostic, sources: &SourceMap) -> Value {
    let mut value = json!({
        "code": diagnostic.code,
        "severity": severity(diagnostic.severity),
        "message": diagnostic.message,
    });
    if let Some(origin) = &diagnostic.origin {
        value["file"] = sources.name(origin.source).into();
        value["line"] = origin.span.line.into();
        value["column"] = origin.span.column.into();
        value["pointer"] = origin.pointer.as_str().into();
    }
    if let Some(help) = &diagnostic.help {
        value["help"] = help.as_str().into();
    }
    value
}

/// `file:line:column`.
pub fn place(origin: &Origin, sources: &SourceMap) -> String {
    let name = sources.name(origin.source);
    format!("{name}:{}:{}", origin.span.line, origin.span.column)
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// The source line and a caret under the place.
fn excerpt(out: &mut String, origin: &Origin, sources: &SourceMap) {
    let Some(source) = sources.get(origin.source) else {
        return;
    };
    let span = origin.span;
    let before = source.text.get(..span.start).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let Some(rest) = source.text.get(line_start..) else {
        return;
    };
    let line = rest.lines().next().unwrap_or_default();
    let lead = before.get(line_start..).unwrap_or_default().chars().count();
    let covered = source.text.get(span.start..span.end).unwrap_or_default();
    let marked = covered.lines().next().unwrap_or_default().chars().count();
    // A long line is shown from a little before the place on.
    let skip = if lead + marked > WIDTH {
        lead.saturating_sub(WIDTH / 3)
    } else {
        0
    };
    let shown: String = line.chars().skip(skip).take(WIDTH).map(printable).collect();
    let room = WIDTH.saturating_sub(lead - skip).max(1);
    let carets = "^".repeat(marked.clamp(1, room));
    let _ = writeln!(out, "{:5} | {shown}", span.line);
    let _ = writeln!(out, "      | {}{carets}", " ".repeat(lead - skip));
}

fn printable(c: char) -> char {
    if c.is_control() { ' ' } else { c }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.items
            .iter()
            .try_for_each(|item| f.write_str(&human(item, &self.sources)))
    }
}

impl std::error::Error for Diagnostics {}
