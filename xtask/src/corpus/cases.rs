//! The schemas and their documents.

use std::path::{Path, PathBuf};

use super::args::Args;
use crate::place;

/// A schema with its documents.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) path: PathBuf,
    /// Documents, and whether they are valid.
    pub(crate) documents: Vec<(String, bool)>,
}

/// The schemas of a corpus that the arguments choose.
pub(crate) fn read(corpus: &Path, args: &Args) -> Vec<Case> {
    let mut folders = place::folders(corpus);
    folders.retain(|folder| {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let wanted = args
            .filter
            .as_ref()
            .is_none_or(|filter| name.contains(filter));
        wanted && folder.join("schema.json").is_file()
    });
    let step = folders
        .len()
        .div_ceil(args.sample.unwrap_or(usize::MAX).max(1))
        .max(1);
    folders
        .iter()
        .step_by(step)
        .map(|folder| case(folder))
        .collect()
}

fn case(folder: &Path) -> Case {
    let mut documents = Vec::new();
    for (file, valid) in [("valid.jsonl", true), ("invalid.jsonl", false)] {
        // Not every schema has documents of both kinds.
        let text = std::fs::read_to_string(folder.join(file)).unwrap_or_default();
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        documents.extend(lines.map(|line| (line.to_owned(), valid)));
    }
    Case {
        name: folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        path: folder.join("schema.json"),
        documents,
    }
}
