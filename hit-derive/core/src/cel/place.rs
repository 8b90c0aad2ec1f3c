//! Where leaves stand in a text.

use crate::cel::leaves::Leaf;

/// The byte at which each leaf starts, if the text is made of these leaves, blanks and comments.
pub fn places(text: &str, leaves: &[Leaf]) -> Option<Vec<usize>> {
    let mut at = 0;
    let mut found = Vec::with_capacity(leaves.len());
    for leaf in leaves {
        at = skip_blank(text, at);
        if !text.get(at..)?.starts_with(&leaf.text) {
            return None;
        }
        found.push(at);
        at += leaf.text.len();
    }
    (skip_blank(text, at) == text.len()).then_some(found)
}

/// Blanks, and comments as both Rust and CEL have them.
fn skip_blank(text: &str, mut at: usize) -> usize {
    loop {
        let rest = text.get(at..).unwrap_or("");
        let trimmed = rest.trim_start();
        at += rest.len() - trimmed.len();
        if !trimmed.starts_with("//") {
            return at;
        }
        at += trimmed.find('\n').unwrap_or(trimmed.len());
    }
}
