//! Reports for people.

use std::fmt;

use super::words;
use crate::check::{Place, Verdict};
use crate::compare::Report;

/// The longest witness that is shown whole, in characters.
const SHOWN: usize = 2_000;

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", words::summary(self))?;
        match &self.verdict {
            Verdict::Breaking { witness } => {
                writeln!(f, "  {}:", words::lost(witness.broken))?;
                writeln!(f, "    {}", shown(&witness.document.to_string()))?;
                if let Some(context) = &witness.context {
                    writeln!(f, "  with these values from outside:")?;
                    writeln!(f, "    {}", shown(&context.to_string()))?;
                }
                if let Some(refusal) = &witness.refusal {
                    writeln!(f, "  because {} ({})", refusal.message, refusal.schema)?;
                }
                if let Some(note) = words::checked(witness) {
                    writeln!(f, "  {note}")?;
                }
            }
            Verdict::Undecided { places, .. } => {
                for place in places {
                    writeln!(f, "  open: {place}")?;
                }
            }
            Verdict::Compatible { .. } => {}
        }
        if let Some(note) = words::undeclared(self) {
            writeln!(f, "  {note}")?;
        }
        for change in &self.changes {
            let severity = change.severity.name();
            let direction = change.direction.name();
            writeln!(f, "{severity:8} {}: {}", change.id, change.message)?;
            match (&change.old, &change.new) {
                (Some(old), Some(new)) => writeln!(f, "         {old} → {new}")?,
                (Some(place), None) | (None, Some(place)) => writeln!(f, "         {place}")?,
                (None, None) => {}
            }
            write!(f, "         {direction} · {}", change.fingerprint)?;
            match &change.witness {
                Some(value) => writeln!(f, " · for example {}", shown(&value.to_string()))?,
                None => writeln!(f)?,
            }
        }
        Ok(())
    }
}

fn shown(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}… ({} bytes)", text.get(..at).unwrap_or(""), text.len()),
        None => text.to_owned(),
    }
}

/// `file:line:column`, as far as known.
pub(super) fn location(place: &Place) -> String {
    match place.line {
        Some((line, column)) => format!("{}:{line}:{column}", place.document),
        None => place.document.clone(),
    }
}
