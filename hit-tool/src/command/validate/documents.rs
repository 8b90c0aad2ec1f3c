//! Checks the documents of one file.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use hit_runtime::report::render::Document;
use hit_runtime::{Pointer, Severity, Span, Violation};
use indicatif::ProgressBar;
use serde_json::Value;

use super::counts::Counts;
use super::lines::{LONGEST, Line, Lines};
use super::rules::{Found, Prepared};
use super::sink::Sink;
use crate::outcome::Failure;
use crate::terminal;

/// Checks documents one after the other.
pub struct Validator<'a> {
    /// The schema.
    pub schema: Prepared,
    /// What its rules get from outside.
    pub context: Option<Value>,
    /// Takes what is found.
    pub sink: &'a mut dyn Sink,
    /// What was found so far.
    pub counts: Counts,
    /// Whether a bar over long input would not get in the way of the output.
    pub progress: bool,
}

/// What went wrong with a file.
pub enum Trouble {
    /// It cannot be read; others may.
    Unreadable(io::Error),
    /// The output cannot be written.
    Output(Failure),
}

impl Validator<'_> {
    /// Checks a file, or standard input where its name is `-`.
    pub fn file(&mut self, name: &str, lines: bool) -> Result<(), Trouble> {
        if name == "-" {
            return self.input(io::stdin().lock(), "<stdin>", None, lines);
        }
        let file = File::open(name).map_err(Trouble::Unreadable)?;
        let length = file
            .metadata()
            .ok()
            .filter(|it| it.is_file())
            .map(|it| it.len());
        self.input(
            BufReader::with_capacity(1 << 16, file),
            name,
            length,
            lines || is_lines(name),
        )
    }

    fn input(
        &mut self,
        mut input: impl BufRead,
        name: &str,
        length: Option<u64>,
        lines: bool,
    ) -> Result<(), Trouble> {
        if lines {
            let bar = match self.progress {
                true => terminal::progress(length, name),
                false => ProgressBar::hidden(),
            };
            return self.lines(Lines::new(input, LONGEST), name, &bar);
        }
        let mut text = Vec::new();
        input.read_to_end(&mut text).map_err(Trouble::Unreadable)?;
        let found = self.schema.check(&text, self.context.as_ref());
        let document = Document {
            name,
            text: &text,
            offset: 0,
        };
        self.found(&document, None, &found).map_err(Trouble::Output)
    }

    fn lines(
        &mut self,
        mut lines: Lines<impl BufRead>,
        name: &str,
        bar: &ProgressBar,
    ) -> Result<(), Trouble> {
        let mut text = Vec::new();
        while let Some(line) = lines.next(&mut text).map_err(Trouble::Unreadable)? {
            let found = if line.cut {
                too_long(line)
            } else {
                self.line(line, &text)
            };
            let document = Document {
                name,
                text: &text,
                offset: line.offset,
            };
            bar.set_position(lines.bytes());
            let mut write = || self.found(&document, Some(line.number), &found);
            // Nothing is shown for a valid document: the bar need not make room.
            let written = match found.report.violations.is_empty() {
                true => write(),
                false => bar.suspend(write),
            };
            written.map_err(Trouble::Output)?;
        }
        bar.finish_and_clear();
        Ok(())
    }

    fn line(&self, line: Line, text: &[u8]) -> Found {
        let found = self.schema.check(text, self.context.as_ref());
        Found {
            report: found.report.moved_by(line.number - 1, line.offset),
            ..found
        }
    }

    fn found(
        &mut self,
        document: &Document<'_>,
        line: Option<u32>,
        found: &Found,
    ) -> Result<(), Failure> {
        self.counts.add(found);
        Ok(self.sink.document(document, line, found)?)
    }
}

fn is_lines(name: &str) -> bool {
    let extension = Path::new(name).extension();
    extension
        .is_some_and(|it| it.eq_ignore_ascii_case("jsonl") || it.eq_ignore_ascii_case("ndjson"))
}

fn too_long(line: Line) -> Found {
    let violation = Violation {
        code: "json".to_owned(),
        severity: Severity::Error,
        instance: Pointer::root(),
        schema: String::new(),
        message: format!("the line is longer than {LONGEST} bytes"),
        span: Some(Span {
            start: line.offset,
            end: line.offset + 1,
            line: line.number,
            column: 1,
        }),
    };
    Found {
        report: vec![violation].into(),
        not_evaluated: Vec::new(),
    }
}
