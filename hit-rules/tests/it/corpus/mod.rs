//! Where the corpus is.

use std::path::PathBuf;

use serde_json::Value as Json;

/// The folder of the rules' corpus; `None`, with a word about it, when it is not there.
pub fn folder() -> Option<PathBuf> {
    let root = std::env::var_os("HIT_CORPUS").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/data"),
        PathBuf::from,
    );
    let folder = root.join("rules");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("corpus not found: {}", folder.display());
    None
}

/// The text of a file of the corpus; `None`, with a word about it, when it is not there.
pub fn text(path: &str) -> Option<String> {
    let path = folder()?.join(path);
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        println!("corpus not found: {}", path.display());
    }
    text
}

/// A JSON file of the corpus.
pub fn json(path: &str) -> Option<Json> {
    serde_json::from_str(&text(path)?).ok()
}

/// The recorded objects: a path below the folder for each file of them, in order.
pub fn instances() -> Option<Vec<String>> {
    let Ok(entries) = std::fs::read_dir(folder()?.join("instances")) else {
        println!("corpus not found: instances");
        return None;
    };
    let names = entries.flatten().map(|entry| entry.file_name());
    let mut paths: Vec<String> = names
        .map(|name| format!("instances/{}", name.to_string_lossy()))
        .collect();
    paths.sort();
    Some(paths)
}
