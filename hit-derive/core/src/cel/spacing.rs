//! Tokens of Rust as a text of CEL, as one would write it.

use crate::cel::leaves::{Leaf, LeafKind};

/// The text of some leaves, and the byte at which each starts.
pub fn spaced(leaves: &[Leaf]) -> (String, Vec<usize>) {
    let mut writer = Writer::default();
    let mut places = Vec::with_capacity(leaves.len());
    for (index, leaf) in leaves.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| leaves.get(before));
        if before.is_some_and(|before| writer.separates(before, leaf)) {
            writer.text.push(' ');
        }
        places.push(writer.text.len());
        writer.write(before, leaf);
    }
    (writer.text, places)
}

#[derive(Default)]
struct Writer {
    text: String,
    /// Conditions in each open bracket that wait for their `:`.
    waiting: Vec<usize>,
    /// Whether the last leaf is an operator before its operand: `!`, `-`.
    prefix: bool,
}

impl Writer {
    fn separates(&self, before: &Leaf, leaf: &Leaf) -> bool {
        if before.kind == LeafKind::Open
            || leaf.kind == LeafKind::Close
            || before.joint
            || self.prefix
        {
            return false;
        }
        match leaf.kind {
            LeafKind::Open => {
                (before.kind == LeafKind::Punct && before.text != ".") || before.text == "in"
            }
            LeafKind::Punct => match leaf.text.as_str() {
                "." | "," => false,
                "?" if before.text == "." => false,
                ":" => self.waiting.last().copied().unwrap_or(0) > 0,
                _ => true,
            },
            _ => !(before.text == "." || (before.text == "?" && self.text.ends_with(".?"))),
        }
    }

    fn write(&mut self, before: Option<&Leaf>, leaf: &Leaf) {
        let follows_operand = before.is_some_and(|before| {
            matches!(before.kind, LeafKind::Word | LeafKind::Close) && before.text != "in"
        });
        self.prefix = match leaf.text.as_str() {
            "!" => !leaf.joint,
            "-" => !follows_operand,
            "?" => before.is_some_and(|before| before.kind == LeafKind::Open || before.text == ","),
            _ => false,
        };
        match (leaf.kind, leaf.text.as_str()) {
            (LeafKind::Open, _) => {
                self.waiting.push(0);
            }
            (LeafKind::Close, _) => {
                self.waiting.pop();
            }
            (_, "?") if follows_operand => {
                if self.waiting.is_empty() {
                    self.waiting.push(0);
                }
                if let Some(waiting) = self.waiting.last_mut() {
                    *waiting += 1;
                }
            }
            (_, ":") => {
                if let Some(waiting) = self.waiting.last_mut() {
                    *waiting = waiting.saturating_sub(1);
                }
            }
            _ => {}
        }
        self.text.push_str(&leaf.text);
    }
}

#[cfg(test)]
mod tests {
    use super::spaced;
    use crate::cel::leaves::leaves;

    #[test]
    fn as_one_would_write_it() {
        for text in [
            "self.ranges.all(r, r.start <= r.end)",
            "!has(self.a) || self.a.b != \"x\" && -1 < self.c[0] - 2",
            "self.a ? self.b : {\"a\": 1, \"b\": [1, 2]}[\"a\"]",
            "self.?a.orValue(1) in [1, ?self.?b]",
            "a ? b ? 1 : 2 : 3",
            "size(self.tags) > 0 && \"x\" in self.tags",
        ] {
            let stream = text.parse().expect(text);
            assert_eq!(spaced(&leaves(stream)).0, text);
        }
    }
}
