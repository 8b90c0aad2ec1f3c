//! Files on disk: written only where they differ, and whole or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Generated files.
#[derive(Clone, Debug, Default)]
pub struct Output {
    /// In a fixed order.
    pub files: Vec<OutputFile>,
}

/// A generated file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Where it belongs.
    pub path: PathBuf,
    /// What it holds.
    pub text: String,
}

/// What writing did to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It was not there.
    Created,
    /// It held something else.
    Updated,
    /// It held just this.
    Unchanged,
}

/// A file that is not what the schemas give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// The file.
    pub path: PathBuf,
    /// What it holds; nothing when it is not there.
    pub old: String,
    /// What it should hold.
    pub new: String,
}

impl Output {
    /// Writes what differs: to a temporary file first, then by renaming, so
    /// that a reader never sees half a file.
    ///
    /// # Errors
    /// When a file cannot be read or written; files before it are written.
    pub fn write(&self) -> io::Result<Vec<(PathBuf, State)>> {
        self.files
            .iter()
            .map(|file| Ok((file.path.clone(), write(file)?)))
            .collect()
    }

    /// The files that are not what they should be.
    ///
    /// # Errors
    /// When a file is there and cannot be read.
    pub fn stale(&self) -> io::Result<Vec<Stale>> {
        let mut stale = Vec::new();
        for file in &self.files {
            let old = read(&file.path)?.unwrap_or_default();
            if old != file.text {
                stale.push(Stale {
                    path: file.path.clone(),
                    old,
                    new: file.text.clone(),
                });
            }
        }
        Ok(stale)
    }
}

fn read(path: &Path) -> io::Result<Option<String>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn write(file: &OutputFile) -> io::Result<State> {
    let state = match read(&file.path)? {
        Some(text) if text == file.text => return Ok(State::Unchanged),
        Some(_) => State::Updated,
        None => State::Created,
    };
    if let Some(folder) = file.path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut name = file.path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.tmp", std::process::id()));
    let temporary = file.path.with_file_name(name);
    let written =
        fs::write(&temporary, &file.text).and_then(|()| fs::rename(&temporary, &file.path));
    if written.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    written.map(|()| state)
}
