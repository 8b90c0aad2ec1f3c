//! The report for people.

use std::io::{self, Write};

use hit_runtime::Report;
use hit_runtime::report::render::{Document, Style, human};

use super::counts::Counts;
use super::sink::Sink;

/// Every violation with its source line, and the counts.
pub struct Human<W> {
    out: W,
    style: Style,
}

impl<W: Write> Human<W> {
    /// A report to `out`.
    pub fn new(out: W, style: Style) -> Self {
        Self { out, style }
    }
}

impl<W: Write> Sink for Human<W> {
    fn document(
        &mut self,
        document: &Document<'_>,
        _line: Option<u32>,
        report: &Report,
    ) -> io::Result<()> {
        if report.violations.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "{}", human(report, document, self.style))?;
        // Input may arrive slowly, and somebody may be watching.
        self.out.flush()
    }

    fn finish(&mut self, counts: &Counts) -> io::Result<()> {
        writeln!(self.out, "{counts}")?;
        self.out.flush()
    }
}
