//! What the compiler says.

use serde_json::Value;

/// An error or a warning.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    /// Whether it stops the compiler.
    pub(crate) error: bool,
    /// As the compiler renders it for people.
    pub(crate) text: String,
    /// The files it is about, most telling first.
    pub(crate) files: Vec<String>,
}

/// The messages of one run of the compiler, its summary apart.
pub(crate) fn messages(stderr: &[u8]) -> Vec<Message> {
    let text = String::from_utf8_lossy(stderr);
    text.lines().filter_map(message).collect()
}

fn message(line: &str) -> Option<Message> {
    let Ok(value) = serde_json::from_str::<Value>(line) else {
        // Not a message but the last words of a compiler that broke down.
        return Some(Message {
            error: true,
            text: line.to_owned(),
            files: Vec::new(),
        });
    };
    let level = value["level"].as_str()?;
    let spans = value["spans"].as_array()?;
    let summary = spans.is_empty() && value["code"].is_null();
    let error = level.starts_with("error");
    if !error && level != "warning" || summary && !is_telling(&value) {
        return None;
    }
    let mut files = Vec::new();
    let primary = spans.iter().filter(|span| span["is_primary"] == true);
    for span in primary.chain(spans) {
        collect(span, &mut files);
    }
    Some(Message {
        error,
        text: value["rendered"].as_str().unwrap_or_default().to_owned(),
        files,
    })
}

fn is_telling(value: &Value) -> bool {
    let text = value["message"].as_str().unwrap_or_default();
    !text.starts_with("aborting due to") && !text.ends_with("emitted")
}

/// The file of a span and of the macro calls it came from.
fn collect(span: &Value, files: &mut Vec<String>) {
    if let Some(file) = span["file_name"].as_str() {
        files.push(file.to_owned());
    }
    if span["expansion"].is_object() {
        collect(&span["expansion"]["span"], files);
    }
}
