//! Reports as Markdown, for pull requests.

use std::fmt::Write;

use super::human::location;
use super::words;
use crate::check::Verdict;
use crate::compare::Report;

impl Report {
    /// The report as Markdown.
    pub fn to_markdown(&self) -> String {
        let mut out = format!("### {}\n", words::summary(self));
        if let Verdict::Breaking { witness } = &self.verdict {
            let document = serde_json::to_string_pretty(&witness.document).unwrap_or_default();
            let lost = words::lost(witness.broken);
            let _ = write!(out, "\n{lost}:\n\n{}\n", fenced(&document));
            if let Some(context) = &witness.context {
                let context = serde_json::to_string_pretty(context).unwrap_or_default();
                let _ = write!(
                    out,
                    "\nwith these values from outside:\n\n{}\n",
                    fenced(&context)
                );
            }
            if let Some(note) = words::checked(witness) {
                let _ = writeln!(out, "\n{note}");
            }
            if let Some(refusal) = &witness.refusal {
                let _ = writeln!(
                    out,
                    "\n{} ({})",
                    escape(&refusal.message),
                    code(&refusal.schema)
                );
            }
        }
        if let Some(note) = words::undeclared(self) {
            let _ = writeln!(out, "\n{note}");
        }
        if self.changes.is_empty() {
            return out;
        }
        out.push_str(
            "\n| severity | change | where | direction | fingerprint |\n|---|---|---|---|---|\n",
        );
        for change in &self.changes {
            let place = change.new.as_ref().or(change.old.as_ref());
            let place = place.map_or_else(String::new, |place| {
                format!(
                    "{} {}",
                    code(&location(place)),
                    code(&format!("#{}", place.pointer))
                )
            });
            let _ = writeln!(
                out,
                "| {} | {}: {} | {place} | {} | `{}` |",
                change.severity.name(),
                code(&change.id),
                escape(&change.message),
                change.direction.name(),
                change.fingerprint,
            );
        }
        out
    }
}

/// Text that cannot end a table cell or begin markup.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '|' | '<' | '>' | '*' | '_' | '[' | ']' | '\\' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

fn code(text: &str) -> String {
    format!(
        "`{}`",
        text.replace('`', "'")
            .replace('|', "\\|")
            .replace(['\n', '\r'], " ")
    )
}

/// A block whose fence does not occur in it.
fn fenced(text: &str) -> String {
    let mut fence = "```".to_owned();
    while text.contains(&fence) {
        fence.push('`');
    }
    format!("{fence}json\n{text}\n{fence}")
}
