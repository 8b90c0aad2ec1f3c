//! Runs `hit` in the root of the workspace.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The root of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("a crate lies in the workspace")
        .to_owned()
}

/// `hit` with these arguments, without a terminal.
pub fn hit(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hit"));
    command
        .args(arguments)
        .current_dir(root())
        .env_remove("NO_COLOR")
        .stdin(Stdio::null());
    command
}

/// Runs it to its end.
pub fn run(arguments: &[&str]) -> Output {
    hit(arguments).output().expect("hit runs")
}

/// Runs it with a text on standard input.
pub fn run_with(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = hit(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("hit runs");
    let mut stdin = child.stdin.take().expect("standard input is piped");
    // When `hit` refuses its arguments it reads nothing.
    let _ = stdin.write_all(input);
    drop(stdin);
    child.wait_with_output().expect("hit ends")
}

/// Exit code and both outputs, for snapshots. Absolute paths are made relative.
pub fn shown(output: &Output) -> String {
    let root = format!("{}/", root().display());
    let mut text = String::new();
    for (name, bytes) in [("stdout", &output.stdout), ("stderr", &output.stderr)] {
        if !bytes.is_empty() {
            let part = String::from_utf8_lossy(bytes).replace(&root, "");
            let _ = writeln!(text, "--- {name}\n{}", part.trim_end());
        }
    }
    let _ = write!(text, "--- exit {}", code(output));
    text
}

/// The exit code.
pub fn code(output: &Output) -> i32 {
    output.status.code().expect("hit ended by itself")
}

/// What was written to standard output.
pub fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("the output is UTF-8")
}

/// The files of a folder below the root, sorted.
pub fn files(folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(root().join(folder)).expect("the folder is there");
    let mut names: Vec<String> = entries
        .map(|entry| {
            format!(
                "{folder}/{}",
                entry.expect("readable").file_name().to_string_lossy()
            )
        })
        .filter(|name| name.ends_with(".json"))
        .collect();
    names.sort();
    names
}

/// A folder for one test, emptied.
pub fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    for (file, text) in files {
        let path = folder.join(file);
        std::fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
    folder
}

/// A path in a folder, as an argument.
pub fn path(folder: &Path, file: &str) -> String {
    folder
        .join(file)
        .to_str()
        .expect("the path is UTF-8")
        .to_owned()
}
