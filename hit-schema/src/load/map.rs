//! URIs, or the start of URIs, mapped to files, folders or texts.

use std::path::PathBuf;

use super::file::read;
use super::traits::{Load, LoadError, Loaded};
use crate::uri;

/// What a URI is mapped to.
#[derive(Clone, Debug)]
enum Target {
    /// This text.
    Text(String),
    /// This file.
    File(PathBuf),
    /// The file below this folder that the rest of the URI names.
    Folder(PathBuf),
}

/// Serves documents under other URIs than those they are stored at.
///
/// ```
/// use hit_schema::load::{Load, MapLoader};
/// let loader = MapLoader::new()
///     .text("https://example.com/a.json", "true")
///     .folder("https://example.com/schemas/", "schemas");
/// assert!(loader.load("https://example.com/a.json")?.is_some());
/// # Ok::<(), hit_schema::load::LoadError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct MapLoader {
    entries: Vec<(String, Target)>,
}

impl MapLoader {
    /// A map without entries.
    pub fn new() -> Self {
        Self::default()
    }

    /// Maps one URI to a text.
    #[must_use]
    pub fn text(self, uri: impl Into<String>, text: impl Into<String>) -> Self {
        self.with(uri.into(), Target::Text(text.into()))
    }

    /// Maps one URI to a file.
    #[must_use]
    pub fn file(self, uri: impl Into<String>, path: impl Into<PathBuf>) -> Self {
        self.with(uri.into(), Target::File(path.into()))
    }

    /// Maps all URIs that start with `prefix` to the files below a folder.
    /// The longest prefix that has the file wins.
    #[must_use]
    pub fn folder(self, prefix: impl Into<String>, path: impl Into<PathBuf>) -> Self {
        self.with(prefix.into(), Target::Folder(path.into()))
    }

    fn with(mut self, uri: String, target: Target) -> Self {
        self.entries.push((uri, target));
        self.entries
            .sort_by_key(|(uri, _)| std::cmp::Reverse(uri.len()));
        self
    }
}

impl Load for MapLoader {
    fn load(&self, uri: &str) -> Result<Option<Loaded>, LoadError> {
        for (key, target) in &self.entries {
            let found = match target {
                Target::Text(text) if key == uri => Some((None, text.clone().into_bytes())),
                Target::File(path) if key == uri => with_path(path.clone())?,
                Target::Folder(path) => match uri.strip_prefix(key.as_str()).and_then(below) {
                    Some(rest) => with_path(path.join(rest))?,
                    None => None,
                },
                _ => None,
            };
            if let Some((path, bytes)) = found {
                return Ok(Some(Loaded {
                    name: uri.to_owned(),
                    path,
                    bytes,
                }));
            }
        }
        Ok(None)
    }
}

type Found = Option<(Option<PathBuf>, Vec<u8>)>;

fn with_path(path: PathBuf) -> Result<Found, LoadError> {
    Ok(read(&path)?.map(|bytes| (Some(path), bytes)))
}

/// The rest of a URI as a relative path that stays below its folder.
fn below(rest: &str) -> Option<PathBuf> {
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let rest = uri::percent_decode(rest)?;
    let mut path = PathBuf::new();
    for part in rest.split('/').filter(|part| !part.is_empty()) {
        if matches!(part, "." | "..") || part.contains(['\\', ':', '\0']) {
            return None;
        }
        path.push(part);
    }
    (path != PathBuf::new()).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::{MapLoader, below};
    use crate::load::Load;

    #[test]
    fn stays_below_its_folder() {
        assert_eq!(below("a/b.json"), Some("a/b.json".into()));
        for rest in ["../a", "a/../../b", "%2e%2e/a", "", "a\\..\\b", "c:/x"] {
            assert_eq!(below(rest), None, "{rest}");
        }
    }

    #[test]
    fn reads_files_and_prefers_the_longest_prefix() {
        let here = concat!(env!("CARGO_MANIFEST_DIR"), "/src/metaschema");
        let loader = MapLoader::new()
            .folder("https://x/", here)
            .text("https://x/draft-07.json", "true")
            .file("https://y/four", format!("{here}/draft-04.json"));
        let text = |uri: &str| {
            loader
                .load(uri)
                .expect("readable")
                .map(|loaded| loaded.bytes.len())
        };
        assert_eq!(text("https://x/draft-07.json"), Some(4));
        assert!(text("https://x/draft-2020-12/core.json").is_some_and(|length| length > 100));
        assert!(text("https://y/four").is_some());
        assert_eq!(text("https://y/four/five"), None);
        assert_eq!(text("https://x/absent.json"), None);
    }
}
