//! The report for people.

use std::io::{self, Write};

use hit_runtime::report::render::{Document, Style, human};

use super::counts::Counts;
use super::rules::Found;
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
        found: &Found,
    ) -> io::Result<()> {
        if found.report.violations.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "{}", human(&found.report, document, self.style))?;
        // Input may arrive slowly, and somebody may be watching.
        self.out.flush()
    }

    fn finish(&mut self, counts: &Counts) -> io::Result<()> {
        writeln!(self.out, "{counts}")?;
        for line in counts.open() {
            writeln!(self.out, "{line}")?;
        }
        self.out.flush()
    }
}
