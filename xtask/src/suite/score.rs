//! Figures.

use serde_json::{Value, json};

use super::judged::Judged;

/// Figures of some groups.
#[derive(Clone, Copy, Default)]
pub(crate) struct Score {
    pub(crate) right: usize,
    pub(crate) all: usize,
    pub(crate) accepted: usize,
    pub(crate) round_trip: usize,
    pub(crate) plain: usize,
    pub(crate) refused: usize,
    pub(crate) warnings: usize,
}

impl Score {
    /// Adds the figures of a group.
    pub(crate) fn add(&mut self, judged: &Judged<'_>) {
        self.right += judged.right();
        self.all += judged.group.tests.len();
        self.accepted += judged.accepted();
        self.round_trip += judged.round_trip();
        self.plain += judged.plain;
        self.refused += usize::from(judged.refused.is_some());
        self.warnings += judged.warnings.len();
    }

    /// The figures as JSON.
    pub(crate) fn json(&self) -> Value {
        json!({
            "right": self.right,
            "all": self.all,
            "accepted": self.accepted,
            "round_trip": self.round_trip,
            "plain_json_places": self.plain,
            "groups_without_code": self.refused,
            "compiler_warnings": self.warnings,
        })
    }

    /// The figures as cells of a table.
    pub(crate) fn cells(&self, title: &str) -> Vec<String> {
        vec![
            title.to_owned(),
            format!("{}/{}", self.right, self.all),
            format!("{}/{}", self.round_trip, self.accepted),
            self.plain.to_string(),
            self.refused.to_string(),
            self.warnings.to_string(),
        ]
    }
}
