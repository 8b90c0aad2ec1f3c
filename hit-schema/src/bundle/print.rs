//! JSON text from a tree, two spaces a level, scalars as they were written.

use hit_runtime::json::{Json, Node};

/// Appends a value.
pub(super) fn value(out: &mut String, node: &Node, text: &str, level: usize) {
    match &node.value {
        Json::Array(items) if !items.is_empty() => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                next(out, index, level + 1);
                value(out, item, text, level + 1);
            }
            close(out, ']', level);
        }
        Json::Object(members) if !members.is_empty() => {
            out.push('{');
            for (index, member) in members.iter().enumerate() {
                next(out, index, level + 1);
                out.push_str(
                    text.get(member.name_span.start..member.name_span.end)
                        .unwrap_or(""),
                );
                out.push_str(": ");
                value(out, &member.value, text, level + 1);
            }
            close(out, '}', level);
        }
        Json::Array(_) => out.push_str("[]"),
        Json::Object(_) => out.push_str("{}"),
        _ => out.push_str(text.get(node.span.start..node.span.end).unwrap_or("")),
    }
}

/// Starts the next element on a line of its own.
pub(super) fn next(out: &mut String, index: usize, level: usize) {
    if index > 0 {
        out.push(',');
    }
    line(out, level);
}

/// Ends a container on a line of its own.
pub(super) fn close(out: &mut String, bracket: char, level: usize) {
    line(out, level);
    out.push(bracket);
}

fn line(out: &mut String, level: usize) {
    out.push('\n');
    out.push_str(&"  ".repeat(level));
}

/// A string in quotes.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
