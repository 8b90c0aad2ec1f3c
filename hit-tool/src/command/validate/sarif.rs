//! The report as a SARIF log.

use std::io::{self, Write};

use hit_runtime::report::render::{Document, SarifLog, Tool};

use super::counts::Counts;
use super::rules::Found;
use super::sink::Sink;
use crate::terminal;

const TOOL: Tool<'static> = Tool {
    name: "hit",
    version: env!("CARGO_PKG_VERSION"),
    information_uri: env!("CARGO_PKG_REPOSITORY"),
};

/// One log for all documents.
pub struct Sarif<W: Write> {
    /// Gone when it is finished.
    log: Option<SarifLog<'static, W>>,
}

impl<W: Write> Sarif<W> {
    /// A log to `out`, its head written.
    pub fn start(out: W) -> io::Result<Self> {
        Ok(Self {
            log: Some(SarifLog::start(out, TOOL)?),
        })
    }
}

impl<W: Write> Sink for Sarif<W> {
    fn document(
        &mut self,
        document: &Document<'_>,
        _line: Option<u32>,
        found: &Found,
    ) -> io::Result<()> {
        self.log
            .as_mut()
            .map_or(Ok(()), |log| log.add(document.name, &found.report))
    }

    fn finish(&mut self, counts: &Counts) -> io::Result<()> {
        // The log has no word for what is neither.
        counts.open().for_each(|line| terminal::tell(&line));
        self.log.take().map_or(Ok(()), |log| log.finish()?.flush())
    }
}
