//! Words that all formats share.

use crate::check::{Mode, Verdict, Witness};
use crate::compare::{Reading, Report};

/// The verdict in a word.
pub(super) fn verdict(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Compatible { .. } => "compatible",
        Verdict::Breaking { .. } => "breaking",
        Verdict::Undecided { .. } => "undecided",
    }
}

/// The verdict in a sentence.
pub(super) fn summary(report: &Report) -> String {
    let pair = format!("`{}` → `{}`", report.old, report.new);
    let reading = match report.reading {
        Reading::Strict => "all documents",
        Reading::DeclaredOnly => "documents with declared members only",
    };
    let asked = format!("{}, {}: {reading}", report.mode, report.reading);
    match &report.verdict {
        Verdict::Compatible { proof } => {
            format!("{pair}: compatible ({asked}); proved: {}", proof.name())
        }
        Verdict::Breaking { .. } => format!("{pair}: breaking ({asked})"),
        Verdict::Undecided { reason, .. } => {
            format!("{pair}: undecided ({asked}): {reason}")
        }
    }
}

/// Who accepts and who refuses a witness.
pub(super) fn lost(mode: Mode) -> &'static str {
    match mode {
        Mode::Forward => "the new schema accepts this document and the old one refuses it",
        _ => "the old schema accepts this document and the new one refuses it",
    }
}

/// What to add where only undeclared members break.
pub(super) fn undeclared(report: &Report) -> Option<String> {
    if !report.only_undeclared {
        return None;
    }
    let members: Vec<String> = report
        .undeclared
        .iter()
        .map(|pointer| format!("`{}`", pointer.as_str()))
        .collect();
    let members = match members.as_slice() {
        [] => String::new(),
        [one] => format!(" (here {one})"),
        more => format!(" (here {})", more.join(", ")),
    };
    Some(format!(
        "This breaks only for documents with members that the schema before does not declare{members}: \
         it lets them be anything, and now something is said about them. Documents with declared \
         members only are all still accepted; the reading `declared-only` counts those alone."
    ))
}

/// Who has checked a witness, where not two validators.
pub(super) fn checked(witness: &Witness) -> Option<&'static str> {
    match (witness.by_rule, witness.independent) {
        (true, _) => {
            Some("two validators accept it by both schemas; hit's interpreter ran the rules")
        }
        (false, false) => {
            Some("checked by hit's engine alone: no other validator here knows the draft")
        }
        (false, true) => None,
    }
}
