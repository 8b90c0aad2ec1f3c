//! NDJSON, appended to a file.

use std::fs::OpenOptions;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;

use super::record::{Record, lines};
use super::sink::{Sink, SinkError};

/// A file that grows by whole lines.
pub struct File {
    path: PathBuf,
    open: Option<std::fs::File>,
}

impl File {
    /// At `path`; made when there is something to write.
    pub fn new(path: PathBuf) -> Self {
        Self { path, open: None }
    }

    fn append(&mut self, text: &str) -> io::Result<()> {
        let mut file = match self.open.take() {
            Some(file) => file,
            None => whole(
                OpenOptions::new()
                    .read(true)
                    .write(true)
                    .create(true)
                    .truncate(false)
                    .open(&self.path)?,
            )?,
        };
        file.seek(SeekFrom::End(0))?;
        file.write_all(text.as_bytes())?;
        file.sync_data()?;
        self.open = Some(file);
        Ok(())
    }
}

impl Sink for File {
    fn send(&mut self, batch: &[Record]) -> Result<(), SinkError> {
        // After an error the file is opened anew, and what was half written is cut off.
        self.append(&lines(batch)).map_err(|error| {
            SinkError::Later(format!("cannot write `{}`: {error}", self.path.display()))
        })
    }
}

/// Cuts off a last line that has no end.
fn whole(mut file: std::fs::File) -> io::Result<std::fs::File> {
    const CHUNK: u64 = 64 * 1024;
    let mut end = file.metadata()?.len();
    while end > 0 {
        let start = end.saturating_sub(CHUNK);
        file.seek(SeekFrom::Start(start))?;
        let mut chunk = Vec::new();
        Read::by_ref(&mut file)
            .take(end - start)
            .read_to_end(&mut chunk)?;
        if let Some(at) = chunk.iter().rposition(|byte| *byte == b'\n') {
            file.set_len(start + at as u64 + 1)?;
            return Ok(file);
        }
        end = start;
    }
    file.set_len(0)?;
    Ok(file)
}
