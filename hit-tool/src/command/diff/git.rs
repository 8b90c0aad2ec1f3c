//! Files as they were at a revision, by `git show`.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::process::Command;

use hit_schema::Entry;
use hit_schema::load::{Load, LoadError, Loaded, MapLoader, file_uri};

use crate::outcome::Failure;

/// The files of the working folder's repository at a revision.
pub struct Revision {
    /// The commit, in full.
    commit: String,
    /// What people call it.
    name: String,
    /// The folder of the working tree.
    top: PathBuf,
    base: PathBuf,
    /// Where documents lie that are known by the `$id` of their neighbors.
    beside: RefCell<Vec<(String, PathBuf)>>,
    mapped: MapLoader,
}

impl Revision {
    /// A revision as git names them.
    pub fn new(name: &str, mapped: MapLoader) -> Result<Self, Failure> {
        let base = std::env::current_dir().map_err(|error| {
            Failure::message(format_args!("there is no working directory: {error}"))
        })?;
        // `^{commit}` after `--end-of-options`: a name is never an option.
        let object = format!("{name}^{{commit}}");
        let commit = git(&[
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &object,
        ])
        .map_err(|error| Failure::message(format_args!("there is no `{name}` in git: {error}")))?;
        let top = git(&["rev-parse", "--show-toplevel"]).map_err(Failure::message)?;
        Ok(Self {
            commit: commit.trim().to_owned(),
            name: name.to_owned(),
            top: PathBuf::from(top.trim_end_matches('\n')),
            base,
            beside: RefCell::default(),
            mapped,
        })
    }

    /// The folder of a document's `$id` is taken for the folder it lies in.
    fn learn(&self, path: &Path, bytes: &[u8]) {
        let Ok(value) = serde_json::from_slice::<serde_json::Value>(bytes) else {
            return;
        };
        let id = value.get("$id").or_else(|| value.get("id"));
        let folder = id
            .and_then(serde_json::Value::as_str)
            .and_then(|id| id.rsplit_once('/'));
        if let (Some((folder, _)), Some(parent)) = (folder, path.parent()) {
            let entry = (format!("{folder}/"), parent.to_owned());
            let mut beside = self.beside.borrow_mut();
            if folder.contains("://") && !beside.contains(&entry) {
                beside.push(entry);
            }
        }
    }

    /// The files that a URI may mean.
    fn paths(&self, uri: &str) -> Vec<PathBuf> {
        let decoded = |text: &str| hit_schema::uri::percent_decode(text).map(PathBuf::from);
        if let Some(path) = uri.strip_prefix("file://") {
            return decoded(path).into_iter().collect();
        }
        let beside = self.beside.borrow();
        let found = beside.iter().filter_map(|(prefix, folder)| {
            let rest = decoded(uri.strip_prefix(prefix)?)?;
            let inside = rest
                .components()
                .all(|part| matches!(part, std::path::Component::Normal(_)));
            inside.then(|| folder.join(rest))
        });
        found.collect()
    }

    /// A file by its path from the working folder, with what follows a `#`.
    pub fn entry(&self, file: &str) -> Result<Entry, Failure> {
        let (path, part) = match file.rsplit_once('#') {
            Some((path, part)) if !part.is_empty() => (path, Some(part)),
            Some((path, _)) => (path, None),
            None => (file, None),
        };
        let uri = file_uri(&self.absolute(path));
        if let Some(part) = part {
            let uri = format!("{uri}#{}", hit_schema::uri::percent_encode_path(part));
            let reference = serde_json::json!({ "$ref": uri });
            return Ok(Entry::text(
                format!("{}:{file}", self.name),
                reference.to_string(),
            ));
        }
        let bytes = self.show(&self.absolute(path)).map_err(Failure::message)?;
        let Some(bytes) = bytes else {
            return Err(Failure::message(format_args!(
                "there is no `{path}` in `{}`: a new file breaks nothing",
                self.name
            )));
        };
        self.learn(&self.absolute(path), &bytes);
        Ok(Entry {
            name: format!("{}:{path}", self.name),
            uri,
            path: None,
            bytes: Some(bytes),
        })
    }

    fn absolute(&self, path: &str) -> PathBuf {
        let path = self.base.join(path);
        std::fs::canonicalize(&path).unwrap_or(path)
    }

    fn show(&self, path: &Path) -> Result<Option<Vec<u8>>, String> {
        let Ok(below) = path.strip_prefix(&self.top) else {
            return Ok(None);
        };
        let object = format!("{}:{}", self.commit, below.display());
        let known = Command::new("git")
            .args(["cat-file", "-e", &object])
            .output()
            .map_err(|error| format!("cannot run git: {error}"))?;
        if !known.status.success() {
            return Ok(None);
        }
        let output = Command::new("git")
            .args(["cat-file", "blob", &object])
            .output()
            .map_err(|error| format!("cannot run git: {error}"))?;
        match output.status.success() {
            true => Ok(Some(output.stdout)),
            false => Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()),
        }
    }
}

impl Load for Revision {
    fn load(&self, uri: &str) -> Result<Option<Loaded>, LoadError> {
        for path in self.paths(uri) {
            let bytes = self.show(&path).map_err(|message| LoadError { message })?;
            let Some(bytes) = bytes else { continue };
            self.learn(&path, &bytes);
            let shown = path.strip_prefix(&self.top).unwrap_or(&path);
            return Ok(Some(Loaded {
                name: format!("{}:{}", self.name, shown.display()),
                path: None,
                bytes,
            }));
        }
        self.mapped.load(uri)
    }
}

fn git(arguments: &[&str]) -> Result<String, String> {
    let output = Command::new("git")
        .args(arguments)
        .output()
        .map_err(|error| format!("cannot run git: {error}"))?;
    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        false => Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()),
    }
}
