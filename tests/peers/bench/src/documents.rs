//! Hits made from the examples.

use std::path::{Path, PathBuf};

/// A hit as it comes in, and what its reader may know beforehand.
pub struct Document {
    /// JSON text without needless space.
    pub text: Vec<u8>,
    /// The value of `type`.
    pub kind: String,
}

const FOLDERS: [&str; 6] = ["connection", "download", "play", "search", "upload", "view"];

/// So many hits: the examples over and over, each time with another session.
pub fn make(examples: &Path, count: usize) -> Result<Vec<Document>, String> {
    let mut texts = Vec::new();
    for folder in FOLDERS {
        for path in files(&examples.join(folder))? {
            texts.push(read(&path)?);
        }
    }
    texts.extend(
        read(&examples.join("hits.jsonl"))?
            .lines()
            .map(str::to_owned),
    );
    texts.retain(|text| !text.trim().is_empty());
    let numbered = texts.iter().cycle().take(count).enumerate();
    numbered
        .map(|(number, text)| document(text, number))
        .collect()
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let failed = |error| format!("{}: {error}", folder.display());
    let entries = std::fs::read_dir(folder).map_err(failed)?;
    let mut files: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    files.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "json")
    });
    files.sort();
    Ok(files)
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn document(text: &str, number: usize) -> Result<Document, String> {
    let value: serde_json::Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let kind = value["type"]
        .as_str()
        .ok_or("an example without type")?
        .to_owned();
    let session = value["sessionId"]
        .as_str()
        .ok_or("an example without session")?;
    // Multiplied by a large odd number the counter looks like a random one.
    let fresh = format!(
        "{:032x}",
        (number as u128 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835)
    );
    let text = compact(text).replace(&format!("\"{session}\""), &format!("\"{fresh}\""));
    Ok(Document {
        text: text.into_bytes(),
        kind,
    })
}

/// The text without space outside strings; members keep their order.
fn compact(text: &str) -> String {
    let mut quoted = false;
    let mut escaped = false;
    let keep = |c: &char| {
        let keep = quoted || !c.is_ascii_whitespace();
        match *c {
            '"' if !escaped => quoted = !quoted,
            _ => {}
        }
        escaped = *c == '\\' && !escaped;
        keep
    };
    text.chars().filter(keep).collect()
}
