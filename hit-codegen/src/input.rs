//! From the configuration to entries, a loader and options.

use std::fs;
use std::path::{Path, PathBuf};

use hit_schema::load::{MapLoader, ProjectLoader};
use hit_schema::{ContentMode, Diagnostic, Diagnostics, Draft, Entry, FormatMode, Options};

use crate::codes;
use crate::config::{Config, Formats};

/// The compile options that a configuration chooses.
pub(crate) fn options(config: &Config) -> Result<Options, Diagnostics> {
    let format = match config.formats {
        Formats::Dialect => FormatMode::Dialect,
        Formats::Assert => FormatMode::Assert,
        Formats::Annotation => FormatMode::Annotation,
    };
    let content = match config.assert_content {
        true => ContentMode::Assert,
        false => ContentMode::Annotation,
    };
    let mut options = Options {
        format,
        content,
        ..Options::default()
    };
    if let Some(name) = &config.draft {
        let known = Draft::ALL
            .into_iter()
            .find(|draft| draft.to_string() == format!("draft {name}"));
        options.draft = known.ok_or_else(|| {
            let message = format!("unknown draft `{name}`");
            let help = "known drafts: 3, 4, 6, 7, 2019-09, 2020-12";
            lone(Diagnostic::error(codes::UNKNOWN_DRAFT, message).help(help))
        })?;
    }
    Ok(options)
}

/// The entry schemas, in the order of the configuration; those that one
/// wildcard finds in the order of their names.
pub(crate) fn entries(config: &Config, base: &Path) -> Result<Vec<Entry>, Diagnostics> {
    let mut entries: Vec<Entry> = Vec::new();
    for pattern in &config.schemas {
        let found = expand(pattern, base)?;
        for name in found {
            let path = absolute(&base.join(&name));
            let entry = Entry::file(name, path);
            if !entries.contains(&entry) {
                entries.push(entry);
            }
        }
    }
    if entries.is_empty() {
        let diagnostic = Diagnostic::error(codes::NO_SCHEMA, "no schema to generate from");
        return Err(lone(
            diagnostic.help("name files, or set `schemas` in the configuration"),
        ));
    }
    Ok(entries)
}

/// Files, what the configuration maps, and neighbors by `$id`; never the network.
pub(crate) fn loader(config: &Config, base: &Path) -> ProjectLoader {
    let mut map = MapLoader::new();
    for (uri, path) in &config.map {
        let path = absolute(&base.join(path));
        map = if uri.ends_with('/') {
            map.folder(uri, path)
        } else {
            map.file(uri, path)
        };
    }
    ProjectLoader::new(absolute(base), map)
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn expand(pattern: &str, base: &Path) -> Result<Vec<String>, Diagnostics> {
    let (folder, file) = match pattern.rsplit_once('/') {
        Some((folder, file)) => (format!("{folder}/"), file),
        None => (String::new(), pattern),
    };
    let Some((start, end)) = file.split_once('*') else {
        return Ok(vec![pattern.to_owned()]);
    };
    let listing = fs::read_dir(base.join(&folder)).map_err(|error| {
        lone(Diagnostic::error(
            codes::UNREADABLE_FOLDER,
            format!("cannot list `{folder}`: {error}"),
        ))
    })?;
    let names = listing.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let fits = |name: &String| {
        name.len() >= start.len() + end.len() && name.starts_with(start) && name.ends_with(end)
    };
    let mut names: Vec<String> = names
        .filter(fits)
        .map(|name| format!("{folder}{name}"))
        .collect();
    names.sort();
    Ok(names)
}

fn lone(item: Diagnostic) -> Diagnostics {
    Diagnostics {
        items: vec![item],
        ..Diagnostics::default()
    }
}
