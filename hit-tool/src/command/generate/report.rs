//! What generating did, told.

use std::io::{self, Write};

use hit_codegen::Plain;
use serde_json::{Value, json};

use super::args::Format;

/// What happened to a file, or would have.
#[derive(Debug)]
pub struct FileReport {
    /// Its path from the folder of the configuration.
    pub path: String,
    /// `created`, `updated`, `unchanged`, `missing`, `outdated`, `refused`.
    pub state: &'static str,
    /// How it differs, when it is there and only checked.
    pub diff: Option<String>,
}

/// All that is told at the end.
#[derive(Debug)]
pub struct Report<'a> {
    /// The files, in a fixed order.
    pub files: Vec<FileReport>,
    /// Places that stay plain JSON.
    pub plain: Vec<&'a Plain>,
    /// Number of types.
    pub types: usize,
    /// What to do next, where there is something to do.
    pub advice: Option<&'static str>,
}

impl Report<'_> {
    /// Tells it on standard output.
    pub fn print(&self, format: Format) -> io::Result<()> {
        let mut out = io::stdout().lock();
        match format {
            Format::Human => self.human(&mut out),
            Format::Json => writeln!(out, "{:#}", self.json()),
        }
    }

    fn human(&self, out: &mut impl Write) -> io::Result<()> {
        for file in &self.files {
            if let Some(diff) = &file.diff {
                write!(out, "{diff}")?;
            }
        }
        for file in &self.files {
            writeln!(out, "{:9} {}", file.state, file.path)?;
        }
        let types = if self.types == 1 { "type" } else { "types" };
        let places = if self.plain.len() == 1 {
            "place stays"
        } else {
            "places stay"
        };
        let (of_types, of_places) = (self.types, self.plain.len());
        writeln!(out, "{of_types} {types}, {of_places} {places} plain JSON")?;
        for plain in &self.plain {
            writeln!(out, "  {}: {}", plain.place, plain.reason)?;
        }
        self.advice
            .map_or(Ok(()), |advice| writeln!(out, "{advice}"))
    }

    fn json(&self) -> Value {
        let files = self
            .files
            .iter()
            .map(|file| json!({ "path": file.path, "state": file.state, "diff": file.diff }));
        let plain = self
            .plain
            .iter()
            .map(|plain| json!({ "place": plain.place, "reason": plain.reason }));
        json!({
            "files": files.collect::<Vec<_>>(),
            "plain": plain.collect::<Vec<_>>(),
            "types": self.types,
        })
    }
}
