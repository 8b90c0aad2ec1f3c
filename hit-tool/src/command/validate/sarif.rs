//! The report as a SARIF log.

use std::io::{self, Write};

use hit_runtime::Report;
use hit_runtime::report::render::{Document, SarifLog, Tool};

use super::counts::Counts;
use super::sink::Sink;

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
        report: &Report,
    ) -> io::Result<()> {
        self.log
            .as_mut()
            .map_or(Ok(()), |log| log.add(document.name, report))
    }

    fn finish(&mut self, _counts: &Counts) -> io::Result<()> {
        self.log.take().map_or(Ok(()), |log| log.finish()?.flush())
    }
}
