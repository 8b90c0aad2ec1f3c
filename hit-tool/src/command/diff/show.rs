//! Reports on standard output.

use std::io::{self, Write};

use hit_diff::{Report, to_junit, to_sarif};
use serde_json::Value;

use super::args::Format;

/// Writes reports.
pub fn show(reports: &[Report], format: Format) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match format {
        Format::Human => reports
            .iter()
            .try_for_each(|report| write!(out, "{report}"))?,
        Format::Json => {
            let json = match reports {
                [report] => report.to_json(),
                reports => Value::Array(reports.iter().map(Report::to_json).collect()),
            };
            writeln!(out, "{json:#}")?;
        }
        Format::Markdown => reports
            .iter()
            .try_for_each(|report| writeln!(out, "{}", report.to_markdown()))?,
        Format::Sarif => writeln!(out, "{:#}", to_sarif(reports))?,
        Format::Junit => write!(out, "{}", to_junit(reports))?,
    }
    out.flush()
}
