//! Where versions are kept.

use std::cmp::Ordering;
use std::io;
use std::path::{Path, PathBuf};

/// The accept file beside versions.
const ACCEPTED: &str = "hit-accept.json";

/// The files of one schema.
#[derive(Debug)]
pub(super) struct Files {
    /// All that are there, the oldest version first.
    pub(super) kept: Vec<PathBuf>,
    /// The one for the text at hand.
    pub(super) current: PathBuf,
    /// Wanted breaks.
    pub(super) accepted: PathBuf,
}

impl Files {
    /// The files that a path means; a `*` in it stands for the version.
    ///
    /// # Errors
    /// When the folder of versions cannot be read.
    pub(super) fn of(path: &Path, version: &str) -> io::Result<Self> {
        let parts: Vec<_> = path.components().collect();
        let Some(star) = parts.iter().position(|part| part.as_os_str() == "*") else {
            let folder = path.parent().unwrap_or(path);
            return Ok(Self {
                kept: Some(path.to_owned())
                    .filter(|path| path.exists())
                    .into_iter()
                    .collect(),
                current: path.to_owned(),
                accepted: folder.join(ACCEPTED),
            });
        };
        let folder: PathBuf = parts[..star].iter().collect();
        let rest: PathBuf = parts[star + 1..].iter().collect();
        let mut names = Vec::new();
        match std::fs::read_dir(&folder) {
            Ok(entries) => {
                for entry in entries {
                    names.extend(entry?.file_name().into_string().ok());
                }
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
        names.sort_by(|one, other| by_version(one, other));
        let kept = names.iter().map(|name| folder.join(name).join(&rest));
        Ok(Self {
            kept: kept.filter(|path| path.is_file()).collect(),
            current: folder.join(version).join(&rest),
            accepted: folder.join(ACCEPTED),
        })
    }
}

/// Numbers in names as numbers: 0.9.0 before 0.10.0.
fn by_version(one: &str, other: &str) -> Ordering {
    let numbers = |name: &str| -> Vec<u64> {
        let parts = name.split(|c: char| !c.is_ascii_digit());
        parts.filter_map(|part| part.parse().ok()).collect()
    };
    numbers(one)
        .cmp(&numbers(other))
        .then_with(|| one.cmp(other))
}

#[cfg(test)]
mod tests {
    use super::by_version;

    #[test]
    fn versions_are_numbers() {
        let mut names = ["0.10.0", "1.0.0", "0.9.0", "1.0.0-rc.1"];
        names.sort_by(|one, other| by_version(one, other));
        assert_eq!(names, ["0.9.0", "0.10.0", "1.0.0", "1.0.0-rc.1"]);
    }
}
