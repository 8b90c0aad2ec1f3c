//! Texts made fit for one line of a list.

/// The first characters of a text on one line.
pub(crate) fn brief(text: &str, length: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= length {
        return text;
    }
    let start: String = text.chars().take(length).collect();
    format!("{start}…")
}

/// The first lines of a text, each after so many spaces.
pub(crate) fn indent(text: &str, spaces: usize, lines: usize) -> String {
    let lead = " ".repeat(spaces);
    let lines = text.lines().take(lines).map(|line| format!("{lead}{line}"));
    lines.collect::<Vec<_>>().join("\n")
}
