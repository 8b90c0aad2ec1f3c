//! The lists of known gaps: one a draft, which may only shrink.

use std::collections::BTreeSet;
use std::path::PathBuf;

use hit_schema::Draft;

use super::drafts::folder;
use crate::place;

/// How the faults of a run differ from the list.
#[derive(Default)]
pub(crate) struct Change {
    /// Faults that are not listed.
    pub(crate) new: Vec<String>,
    /// Listed lines that hold no more.
    pub(crate) gone: Vec<String>,
}

fn path(draft: Draft) -> PathBuf {
    let name = format!("tests/suite/known-gaps-{}.txt", folder(draft));
    place::workspace().join(name)
}

/// The listed gaps of a draft; none where there is no list.
pub(crate) fn read(draft: Draft) -> BTreeSet<String> {
    let text = std::fs::read_to_string(path(draft)).unwrap_or_default();
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(str::to_owned)
        .collect()
}

/// Compares the faults of a run with the list. Lines of files that were not
/// run say nothing.
pub(crate) fn compare(
    listed: &BTreeSet<String>,
    faults: &BTreeSet<String>,
    ran: &BTreeSet<&str>,
) -> Change {
    let was_run = |line: &&String| ran.contains(file(line));
    Change {
        new: faults.difference(listed).cloned().collect(),
        gone: listed.difference(faults).filter(was_run).cloned().collect(),
    }
}

/// Rewrites the list of a draft.
pub(crate) fn update(draft: Draft, change: &Change) -> Result<(), String> {
    let mut lines = read(draft);
    lines.extend(change.new.iter().cloned());
    for line in &change.gone {
        lines.remove(line);
    }
    let mut text = lines.into_iter().collect::<Vec<_>>().join("\n");
    if !text.is_empty() {
        text.push('\n');
    }
    place::write(&path(draft), &text)
}

fn file(line: &str) -> &str {
    line.split(" | ").next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::compare;

    #[test]
    fn counts_only_files_that_were_run() {
        let set = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect();
        let listed = set(&["a | g | 1", "a | g | 2", "b | g | 1"]);
        let faults = set(&["a | g | 2", "a | g | 3"]);
        let change = compare(&listed, &faults, &["a"].into());
        assert_eq!(change.new, ["a | g | 3"]);
        assert_eq!(change.gone, ["a | g | 1"]);
    }
}
