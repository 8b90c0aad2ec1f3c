//! A schema held to the versions that are kept.

use std::path::{Path, PathBuf};

use super::files::Files;
use crate::accept::{Accepted, today};
use crate::compare::{Settings, compare};
use crate::schema::Schema;

/// What a comparison with kept versions asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SnapshotOutcome {
    /// Nothing.
    Same,
    /// The text was written, as it was asked for.
    Written,
    /// The test fails, and why.
    Failed(String),
}

/// Compares a schema text with all versions of it that are kept. A `*` in the
/// path stands for the version of each; `version` is that of the text.
///
/// * A version that it breaks, or that is undecided: the test fails with the
///   report, a document that is lost included. Nothing is written. A break that
///   is wanted is recorded, with its reason, in the file `hit-accept.json`
///   beside the versions (`hit diff accept FINGERPRINT --reason … --file …`).
/// * Compatible with all, and not what is kept for `version`: the text is
///   written beside it as `….new` and the test fails until somebody has looked
///   at it. With the environment variable `UPDATE=1` it is written to its place
///   instead.
/// * Otherwise all is well.
///
/// Where the variable `CI` is set, nothing is written but with `UPDATE=1`.
pub fn check_snapshot(
    path: &Path,
    version: &str,
    text: &str,
    settings: Option<Settings>,
) -> SnapshotOutcome {
    let set =
        |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
    let wish = match (set("UPDATE"), set("CI")) {
        (true, _) => Wish::Update,
        (false, true) => Wish::Tell,
        (false, false) => Wish::Review,
    };
    match attempt(path, version, text, settings.unwrap_or_default(), wish) {
        Ok(outcome) => outcome,
        Err(message) => SnapshotOutcome::Failed(message),
    }
}

/// What to do with a text that is compatible and not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    /// Keep it.
    Update,
    /// Put it beside, for somebody to look at.
    Review,
    /// Say so.
    Tell,
}

fn attempt(
    path: &Path,
    version: &str,
    text: &str,
    settings: Settings,
    wish: Wish,
) -> Result<SnapshotOutcome, String> {
    let told = |path: &Path, error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let files = Files::of(path, version).map_err(|error| told(path, &error))?;
    let accepted = accepted(&files.accepted)?;
    let name = files.current.display().to_string();
    let new = Schema::from_text(&format!("{name} as it is now"), text);
    let new = new.map_err(|error| error.to_string())?;
    let mut same = false;
    let mut broken = Vec::new();
    let mut changed = Vec::new();
    for kept in &files.kept {
        let old = std::fs::read_to_string(kept).map_err(|error| told(kept, &error))?;
        if old == text {
            same |= *kept == files.current;
            continue;
        }
        let old = Schema::from_text(&kept.display().to_string(), &old);
        let old = old.map_err(|error| error.to_string())?;
        let report = compare(&old, &new, settings);
        match accepted.lets_pass(&report, &today()) {
            true => changed.push(report.to_string()),
            false => broken.push(report.to_string()),
        }
    }
    if !broken.is_empty() {
        return Err(broken.join("\n"));
    }
    if same {
        return Ok(SnapshotOutcome::Same);
    }
    if wish == Wish::Update {
        write(&files.current, text).map_err(|error| told(&files.current, &error))?;
        // What was looked at waits no longer; mostly there is nothing.
        let _ = std::fs::remove_file(pending(&files.current));
        return Ok(SnapshotOutcome::Written);
    }
    let mut message = changed.join("\n");
    if !message.is_empty() {
        message.push('\n');
    }
    message.push_str(&format!("{name} is not what the schema is now"));
    if wish == Wish::Review {
        let pending = pending(&files.current);
        write(&pending, text).map_err(|error| told(&pending, &error))?;
        message.push_str(&format!("; the new text is in {}", pending.display()));
    }
    message.push_str("; look at the change, and run the tests with UPDATE=1 to keep it");
    Err(message)
}

fn accepted(path: &Path) -> Result<Accepted, String> {
    match std::fs::read_to_string(path) {
        Ok(text) => {
            Accepted::from_text(&text).map_err(|error| format!("{}: {error}", path.display()))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Accepted::default()),
        Err(error) => Err(format!("{}: {error}", path.display())),
    }
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, text)
}

/// Where a text waits for somebody to look at it.
fn pending(path: &Path) -> PathBuf {
    PathBuf::from(format!("{}.new", path.display()))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{SnapshotOutcome, Wish, attempt};
    use crate::compare::Settings;

    /// A folder of its own, empty.
    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("hit-kept-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn versions_are_kept_and_held_to() {
        let folder = folder("versions");
        let path = folder.join("*/age.json");
        let asked = |version: &str, text: &str, wish| {
            attempt(&path, version, text, Settings::default(), wish)
        };
        let (one, two) = (
            r#"{"type": "integer", "minimum": 0}"#,
            r#"{"type": "integer"}"#,
        );
        assert!(
            asked("0.9.0", one, Wish::Tell).is_err(),
            "nothing is kept yet"
        );
        assert!(!folder.join("0.9.0/age.json.new").exists());
        assert_eq!(
            asked("0.9.0", one, Wish::Update),
            Ok(SnapshotOutcome::Written)
        );
        assert_eq!(asked("0.9.0", one, Wish::Review), Ok(SnapshotOutcome::Same));

        // A compatible change waits for somebody to look at it.
        let message = asked("0.10.0", two, Wish::Review).unwrap_err();
        assert!(
            message.contains("minimum-removed") && message.contains("UPDATE=1"),
            "{message}"
        );
        let pending = folder.join("0.10.0/age.json.new");
        assert_eq!(std::fs::read_to_string(&pending).unwrap(), two);
        assert_eq!(
            asked("0.10.0", two, Wish::Update),
            Ok(SnapshotOutcome::Written)
        );
        assert!(!pending.exists());
        assert_eq!(asked("0.10.0", two, Wish::Tell), Ok(SnapshotOutcome::Same));

        // A break is shown, and not written whatever is wished.
        let message = asked("0.11.0", one, Wish::Update).unwrap_err();
        assert!(
            message.contains("breaking") && message.contains("-1"),
            "{message}"
        );
        assert!(!folder.join("0.11.0").exists());
        let mut lines = message.lines();
        let print = lines
            .find_map(|line| line.trim().strip_prefix("narrowed · "))
            .unwrap();
        let print = print.split(' ').next().unwrap();
        let wanted = format!("{{\"{print}\": {{\"reason\": \"nobody is younger\"}}}}");
        std::fs::write(folder.join("hit-accept.json"), wanted).unwrap();
        assert_eq!(
            asked("0.11.0", one, Wish::Update),
            Ok(SnapshotOutcome::Written)
        );
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn one_file_is_one_version() {
        let folder = folder("file");
        let path = folder.join("age.json");
        let asked = |text: &str, wish| attempt(&path, "1.0.0", text, Settings::default(), wish);
        assert_eq!(asked("{}", Wish::Update), Ok(SnapshotOutcome::Written));
        assert_eq!(asked("{}", Wish::Tell), Ok(SnapshotOutcome::Same));
        assert!(asked(r#"{"type": "null"}"#, Wish::Update).is_err());
        assert!(asked("{", Wish::Update).is_err());
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
