//! Lists of versions.

use crate::check::{Mode, Verdict};
use crate::compare::{Report, Settings, compare};
use crate::schema::Schema;

/// Which versions are compared with which.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Span {
    /// Each with the one before.
    #[default]
    Neighbors,
    /// Each with all before: what is still around may be older than one
    /// version.
    Transitive,
}

/// Compares the versions of a schema, oldest first.
///
/// ```
/// use hit_diff::{Schema, Settings, Span, compare_versions};
///
/// let texts = [r#"{"maximum": 1}"#, r#"{"maximum": 2}"#, r#"{"maximum": 3}"#];
/// let versions = texts.map(|text| Schema::from_text("limit", text).unwrap());
/// let reports = compare_versions(&versions, Span::Transitive, Settings::default());
/// assert_eq!(reports.len(), 3);
/// assert!(reports.iter().all(|report| report.verdict.is_compatible()));
/// ```
pub fn compare_versions(versions: &[Schema], span: Span, settings: Settings) -> Vec<Report> {
    let mut reports = Vec::new();
    for (at, new) in versions.iter().enumerate() {
        let from = match span {
            Span::Neighbors => at.saturating_sub(1),
            Span::Transitive => 0,
        };
        let older = versions.get(from..at).unwrap_or_default();
        reports.extend(older.iter().map(|old| compare(old, new, settings)));
    }
    reports
}

/// The worst verdict of several reports: breaking before undecided before
/// compatible. `None` where there are none.
pub fn worst(reports: &[Report]) -> Option<&Verdict> {
    let rank = |verdict: &Verdict| match verdict {
        Verdict::Compatible { .. } => 0,
        Verdict::Undecided { .. } => 1,
        Verdict::Breaking { .. } => 2,
    };
    let verdicts = reports.iter().map(|report| &report.verdict);
    verdicts.max_by_key(|verdict| rank(verdict))
}

impl std::str::FromStr for Mode {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "backward" => Ok(Self::Backward),
            "forward" => Ok(Self::Forward),
            "full" => Ok(Self::Full),
            _ => Err(format!("`{text}` is none of backward, forward, full")),
        }
    }
}
