//! A report for people: the source line, a caret under what is wrong.

use std::fmt::Write;

use super::text::{Cell, cell, printable};
use crate::pointer::Pointer;
use crate::report::not_evaluated::NotEvaluated;
use crate::report::violation::{Report, Severity, Span, Violation};

/// A text that was checked.
#[derive(Clone, Copy, Debug)]
pub struct Document<'a> {
    /// What it is called: a path, or `<stdin>`.
    pub name: &'a str,
    /// Its bytes, or those of the part of it that was checked.
    pub text: &'a [u8],
    /// Byte offset of `text` in the file: 0 unless it is a part.
    /// Spans count from the beginning of the file.
    pub offset: usize,
}

/// How a report looks.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Whether to color with ANSI escape sequences.
    pub color: bool,
    /// Columns of a terminal; longer source lines show the part around the caret.
    pub width: usize,
}

/// A report for people, each violation as
///
/// ```text
/// error[minimum]: -1 is less than the minimum of 0
///   --> play.json:11:25
///    |
/// 11 |   "play": { "duration": -1, "ranges": [] }
///    |                         ^^
///    = at /play/duration
///    = schema common.schema.json#/$defs/Seconds/minimum
/// ```
///
/// with a blank line between two, and each rule that was not evaluated as
///
/// ```text
/// note[play.range-order]: not evaluated: what it reads is not valid
///   = at /play/ranges/0
/// ```
///
/// Empty for a report without either.
/// Characters that steer a terminal are escaped, wherever they come from.
pub fn human(report: &Report, document: &Document<'_>, style: Style) -> String {
    let parts: Vec<String> = report
        .violations
        .iter()
        .map(|it| violation(it, document, style))
        .chain(report.not_evaluated.iter().map(|it| open(it, style)))
        .collect();
    parts.join("\n")
}

/// A rule that was not evaluated.
fn open(it: &NotEvaluated, style: Style) -> String {
    let paint = Paint(style.color);
    let level = paint.with(BLUE, &format!("note[{}]", printable(&it.id)));
    let message = printable(&format!(": not evaluated: {}", it.reason));
    let mut out = String::new();
    line(&mut out, &format!("{level}{}", paint.with(BOLD, &message)));
    let equals = paint.with(BLUE, "=");
    line(&mut out, &format!("  {equals} at {}", at(&it.instance)));
    out
}

/// A pointer for people.
fn at(pointer: &Pointer) -> String {
    match pointer.as_str() {
        "" => "the whole document".to_owned(),
        pointer => printable(pointer),
    }
}

fn violation(it: &Violation, document: &Document<'_>, style: Style) -> String {
    let paint = Paint(style.color);
    let (level, color) = match it.severity {
        Severity::Warning => ("warning", YELLOW),
        Severity::Error => ("error", RED),
    };
    let gutter = " ".repeat(it.span.map_or(1, |span| span.line.to_string().len()));
    let mut out = String::new();
    let code = if it.code.is_empty() {
        "false"
    } else {
        &it.code
    };
    let level = paint.with(color, &format!("{level}[{}]", printable(code)));
    line(
        &mut out,
        &format!(
            "{level}{}",
            paint.with(BOLD, &format!(": {}", printable(&it.message)))
        ),
    );
    let arrow = paint.with(BLUE, "-->");
    line(
        &mut out,
        &format!("{gutter}{arrow} {}", place(document.name, it.span)),
    );
    if let Some(excerpt) = it
        .span
        .and_then(|span| excerpt(span, document, style.width))
    {
        let bar = paint.with(BLUE, "|");
        line(&mut out, &format!("{gutter} {bar}"));
        line(
            &mut out,
            &format!(
                "{} {bar} {}",
                paint.with(BLUE, &excerpt.number),
                excerpt.text
            ),
        );
        line(
            &mut out,
            &format!(
                "{gutter} {bar} {}{}",
                excerpt.indent,
                paint.with(color, &excerpt.carets)
            ),
        );
    }
    let equals = paint.with(BLUE, "=");
    line(
        &mut out,
        &format!("{gutter} {equals} at {}", at(&it.instance)),
    );
    if !it.schema.is_empty() {
        line(
            &mut out,
            &format!("{gutter} {equals} schema {}", printable(&it.schema)),
        );
    }
    out
}

fn line(out: &mut String, text: &str) {
    out.push_str(text.trim_end());
    out.push('\n');
}

fn place(name: &str, span: Option<Span>) -> String {
    let mut out = printable(name);
    if let Some(span) = span {
        // Writing to a string does not fail.
        let _ = write!(out, ":{}:{}", span.line, span.column);
    }
    out
}

/// The line a span begins on, and what to draw below it.
struct Excerpt {
    number: String,
    text: String,
    indent: String,
    carets: String,
}

fn excerpt(span: Span, document: &Document<'_>, width: usize) -> Option<Excerpt> {
    let start = span.start.checked_sub(document.offset)?;
    let end = span.end.saturating_sub(document.offset).max(start);
    let (before, from) = document.text.split_at_checked(start)?;
    let line_start = before
        .iter()
        .rposition(|&byte| byte == b'\n')
        .map_or(0, |at| at + 1);
    let rest = from
        .iter()
        .position(|&byte| byte == b'\n')
        .unwrap_or(from.len());
    let length = rest.min(end - start);
    let number = span.line.to_string();
    let room = width.saturating_sub(number.len() + 4).max(20);
    let head = cells(before.get(line_start..)?);
    let body = cells(from.get(..length)?);
    let tail = cells(trim_return(from.get(length..rest)?));
    Some(window(number, &head, &body, &tail, room))
}

fn trim_return(line: &[u8]) -> &[u8] {
    line.strip_suffix(b"\r").unwrap_or(line)
}

/// As many cells as a window could ever need from either end; a line may be megabytes long.
const NEAR: usize = 4096;

fn cells(bytes: &[u8]) -> Cells {
    if bytes.len() <= 2 * NEAR {
        return Cells {
            first: decode(bytes),
            last: None,
        };
    }
    let (first, _) = bytes.split_at(NEAR);
    let (_, last) = bytes.split_at(bytes.len() - NEAR);
    Cells {
        first: decode(first),
        last: Some(decode(last)),
    }
}

/// The characters of a stretch of a line; of a very long one the two ends.
struct Cells {
    first: Vec<Cell>,
    last: Option<Vec<Cell>>,
}

fn decode(bytes: &[u8]) -> Vec<Cell> {
    String::from_utf8_lossy(bytes).chars().map(cell).collect()
}

/// Cuts the line to `room` columns around the beginning of the span.
fn window(number: String, head: &Cells, body: &Cells, tail: &Cells, room: usize) -> Excerpt {
    let head_cells = head.last.as_ref().unwrap_or(&head.first);
    let after = || {
        body.first.iter().chain(if body.last.is_some() {
            [].iter()
        } else {
            tail.first.iter()
        })
    };
    let total =
        |cells: &mut dyn Iterator<Item = &Cell>| cells.map(|cell| cell.width).sum::<usize>();
    let after_width = total(&mut after());
    // What is after the caret gets what the part before it leaves, and at least half.
    let before_room = room.saturating_sub(after_width.min(room / 2));
    let (skip, before_width) = fit_back(head_cells, before_room);
    let cut_front = skip > 0 || head.last.is_some();
    let (take, taken) = fit(after(), room.saturating_sub(before_width));
    let cut_back = take < after().count() || body.last.is_some() || tail.last.is_some();

    let mut text = String::new();
    text.push_str(if cut_front { "…" } else { "" });
    head_cells
        .iter()
        .skip(skip)
        .for_each(|cell| text.push_str(&cell.text));
    after()
        .take(take)
        .for_each(|cell| text.push_str(&cell.text));
    text.push_str(if cut_back { "…" } else { "" });
    let indent = " ".repeat(before_width + usize::from(cut_front));
    let carets = total(&mut body.first.iter()).min(taken).max(1);
    Excerpt {
        number,
        text,
        indent,
        carets: "^".repeat(carets),
    }
}

/// How many cells from the front fit into `room`, and their width.
fn fit<'a>(cells: impl Iterator<Item = &'a Cell>, room: usize) -> (usize, usize) {
    let mut width = 0;
    let mut count = 0;
    for cell in cells {
        if width + cell.width > room {
            break;
        }
        width += cell.width;
        count += 1;
    }
    (count, width)
}

/// How many cells to leave out at the front so that the rest fits into `room`, and the width of the rest.
fn fit_back(cells: &[Cell], room: usize) -> (usize, usize) {
    let (count, width) = fit(cells.iter().rev(), room);
    (cells.len() - count, width)
}

const RED: &str = "1;31";
const YELLOW: &str = "1;33";
const BLUE: &str = "1;34";
const BOLD: &str = "1";

/// ANSI colors, or none.
struct Paint(bool);

impl Paint {
    fn with(&self, code: &str, text: &str) -> String {
        if self.0 {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }
}
