//! Documentation from titles, descriptions and constraints. The text comes
//! from anywhere, so it is made inert: no doc test, no link, no HTML.

use hit_schema::NodeInfo;
use hit_schema::shape::{Bound, Numbers, Strings};
use proc_macro2::TokenStream;
use quote::quote;

use super::table::is_directional;
use crate::model::{ShownRule, Ty};

const WIDTH: usize = 92;

/// `#[doc]` attributes for the lines.
pub(super) fn attributes(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| {
        let line = if line.is_empty() {
            String::new()
        } else {
            format!(" {}", line.replace(is_directional, "\u{fffd}"))
        };
        quote!(#[doc = #line])
    });
    quote!(#(#lines)*)
}

/// Title and description.
pub(super) fn of_schema(info: Option<&NodeInfo>) -> Vec<String> {
    let Some(info) = info else { return Vec::new() };
    let mut paragraphs = Vec::new();
    let title = info
        .title
        .as_deref()
        .map(str::trim)
        .filter(|text| !text.is_empty());
    let description = info
        .description
        .as_deref()
        .map(str::trim)
        .filter(|text| !text.is_empty());
    paragraphs.extend(title.filter(|title| Some(*title) != description));
    paragraphs.extend(description);
    let mut lines = Vec::new();
    for paragraph in paragraphs {
        separate(&mut lines);
        lines.extend(wrapped(paragraph));
    }
    if info.deprecated {
        separate(&mut lines);
        lines.push("Deprecated.".to_owned());
    }
    lines
}

/// A blank line, unless there is nothing before it.
pub(super) fn separate(lines: &mut Vec<String>) {
    if !lines.is_empty() {
        lines.push(String::new());
    }
}

/// The beginning of a text, as one line.
pub(super) fn sentence(text: &str) -> String {
    let mut lines = wrapped(text).into_iter();
    let first = lines.next().unwrap_or_default();
    if lines.next().is_some() {
        format!("{first} …")
    } else {
        first
    }
}

/// The text in lines of bounded width, inert.
pub(super) fn wrapped(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        // Inline code is kept where its marks pair up; else they are dropped.
        let paired = paragraph.matches('`').count() % 2 == 0 && !paragraph.contains("``");
        let paragraph = if paired {
            paragraph.to_owned()
        } else {
            paragraph.replace('`', "'")
        };
        let mut code = false;
        for word in paragraph
            .split_whitespace()
            .map(|word| inert(word, &mut code))
        {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > WIDTH {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&word);
        }
        if !line.is_empty() || lines.last().is_some_and(|line| !line.is_empty()) {
            lines.push(line);
        }
    }
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines.iter().map(|line| start_inert(line)).collect()
}

/// A word without markup that could link or open a tag. Inside inline code
/// nothing is markup; `code` says whether the word starts there.
fn inert(word: &str, code: &mut bool) -> String {
    let mut out = String::new();
    for c in word.chars() {
        match c {
            '`' => {
                *code = !*code;
                out.push(c);
            }
            '[' | ']' | '<' | '>' | '\\' if !*code => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    // An address in plain text asks to be a link; an escaped colon keeps it readable.
    if *code {
        out
    } else {
        out.replace("://", "\\://")
    }
}

/// A line that does not start a list, a heading or a fence by accident.
fn start_inert(line: &str) -> String {
    let risky = line.starts_with(['#', '+', '=', ':']) || line.starts_with("- ") && line.len() < 3;
    if risky {
        format!("\\{line}")
    } else {
        line.to_owned()
    }
}

/// Rules: their ids and what they say.
pub(super) fn rules(rules: &[ShownRule]) -> Vec<String> {
    let mut lines = Vec::new();
    for rule in rules {
        if lines.is_empty() {
            lines.extend([String::new(), "Rules:".to_owned(), String::new()]);
        }
        let text: Vec<&str> = rule.text.split_whitespace().collect();
        let (id, text) = (inline(&rule.id, 200), inline(&text.join(" "), 400));
        lines.push(format!("* {id}: {text}"));
    }
    lines
}

/// The constraints of a place in words; empty when there are none.
pub(super) fn constraints(place: &Ty) -> Vec<String> {
    let mut parts = Vec::new();
    collect(place, "", &mut parts);
    if parts.is_empty() {
        return Vec::new();
    }
    let all = format!("Constraints: {}.", parts.join(", "));
    split(&all)
}

/// Lines of an own text, at spaces outside code.
fn split(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for part in text.split_inclusive(", ") {
        if !line.is_empty() && line.chars().count() + part.chars().count() > WIDTH {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        line.push_str(part);
    }
    lines.push(line);
    lines
}

fn collect(place: &Ty, of: &str, parts: &mut Vec<String>) {
    match place {
        Ty::Text { checks, .. }
        | Ty::Foreign {
            text: Some(checks), ..
        } => strings(checks, of, parts),
        Ty::Int { checks, .. } | Ty::Double(checks) | Ty::Number(checks) => {
            numbers(checks, of, parts)
        }
        Ty::Seq {
            item,
            min,
            max,
            unique,
        } => {
            counts(("minItems", *min), ("maxItems", *max), of, parts);
            if *unique {
                parts.push(format!("{of}`uniqueItems`"));
            }
            collect(item, "items ", parts);
        }
        Ty::Map {
            value,
            min,
            max,
            names,
            ..
        } => {
            counts(("minProperties", *min), ("maxProperties", *max), of, parts);
            names
                .iter()
                .for_each(|checks| strings(checks, "names ", parts));
            collect(value, "values ", parts);
        }
        Ty::Option(inner) | Ty::Boxed(inner) => collect(inner, of, parts),
        Ty::Checked { inner, .. } => {
            collect(inner, of, parts);
            parts.push(format!("{of}checked as a whole value"));
        }
        _ => {}
    }
}

fn strings(checks: &Strings, of: &str, parts: &mut Vec<String>) {
    counts(
        ("minLength", checks.min),
        ("maxLength", checks.max),
        of,
        parts,
    );
    parts.extend(
        checks
            .formats
            .iter()
            .map(|format| format!("{of}`format` {}", code(&format.0))),
    );
    parts.extend(
        checks
            .patterns
            .iter()
            .map(|pattern| format!("{of}`pattern` {}", code(&pattern.0))),
    );
}

fn numbers(checks: &Numbers, of: &str, parts: &mut Vec<String>) {
    let mut bound = |name: &str, exclusive: &str, bound: &Option<Bound>| {
        let Some(bound) = bound else { return };
        let name = if bound.exclusive { exclusive } else { name };
        parts.push(format!("{of}`{name}` {}", bound.limit));
    };
    bound("minimum", "exclusiveMinimum", &checks.min);
    bound("maximum", "exclusiveMaximum", &checks.max);
    parts.extend(
        checks
            .multiples
            .iter()
            .map(|divisor| format!("{of}`multipleOf` {divisor}")),
    );
}

fn counts(min: (&str, Option<u64>), max: (&str, Option<u64>), of: &str, parts: &mut Vec<String>) {
    for (name, limit) in [min, max] {
        parts.extend(limit.map(|limit| format!("{of}`{name}` {limit}")));
    }
}

/// A text as inline code; shortened, on one line.
pub(super) fn code(text: &str) -> String {
    inline(text, 60)
}

fn inline(text: &str, longest: usize) -> String {
    let mut short: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .map(|c| if is_directional(c) { '\u{fffd}' } else { c })
        .take(longest)
        .collect();
    if text.chars().count() > longest {
        short.push('…');
    }
    let mut fence = String::from("`");
    while short.contains(&fence) {
        fence.push('`');
    }
    let pad = if short.starts_with('`') || short.ends_with('`') || short.is_empty() {
        " "
    } else {
        ""
    };
    format!("{fence}{pad}{short}{pad}{fence}")
}
