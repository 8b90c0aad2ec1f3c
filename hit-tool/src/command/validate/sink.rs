//! The contract of the formats.

use std::io;

use hit_runtime::report::render::Document;

use super::counts::Counts;
use super::rules::Found;

/// Writes what is found while documents are being checked.
pub trait Sink {
    /// What was found in one document, valid or not. `line` is that of a JSON Lines file.
    ///
    /// # Errors
    /// When the output cannot be written to.
    fn document(
        &mut self,
        document: &Document<'_>,
        line: Option<u32>,
        found: &Found,
    ) -> io::Result<()>;

    /// Called once, after the last document.
    ///
    /// # Errors
    /// When the output cannot be written to.
    fn finish(&mut self, counts: &Counts) -> io::Result<()>;
}
