//! Breaks that are wanted: recorded with reason and expiry.

use std::collections::BTreeMap;
use std::fmt;
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Map, Value, json};

use crate::changes::Severity;
use crate::check::Verdict;
use crate::compare::Report;

/// Why a break is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// For people.
    pub reason: String,
    /// The last day it counts, as `2026-12-31`; without, it always does.
    pub expires: Option<String>,
}

/// The breaks that are wanted, by the fingerprint of the change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accepted {
    entries: BTreeMap<String, Acceptance>,
}

/// An accept file that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcceptError(String);

impl fmt::Display for AcceptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for AcceptError {}

impl Accepted {
    /// Reads an accept file.
    ///
    /// # Errors
    /// Where it is not what [`Accepted::to_text`] writes.
    ///
    /// ```
    /// use hit_diff::Accepted;
    /// let file = r#"{"0123456789ab": {"reason": "nobody sends it"}}"#;
    /// let accepted = Accepted::from_text(file)?;
    /// assert!(accepted.covers("0123456789ab", "2026-01-01"));
    /// # Ok::<(), hit_diff::AcceptError>(())
    /// ```
    pub fn from_text(text: &str) -> Result<Self, AcceptError> {
        let entries: Map<String, Value> = serde_json::from_str(text)
            .map_err(|error| AcceptError(format!("the accept file is no JSON object: {error}")))?;
        let mut accepted = Self::default();
        for (fingerprint, entry) in &entries {
            let reason = entry["reason"].as_str().unwrap_or_default();
            let expires = match &entry["expires"] {
                Value::Null => None,
                Value::String(day) => Some(day.clone()),
                other => return Err(AcceptError(format!("{fingerprint}: `expires` is {other}"))),
            };
            accepted.add(fingerprint, reason, expires.as_deref())?;
        }
        Ok(accepted)
    }

    /// Adds an entry, or replaces it.
    ///
    /// # Errors
    /// Where the fingerprint is none, the reason is empty, or the day is none.
    pub fn add(
        &mut self,
        fingerprint: &str,
        reason: &str,
        expires: Option<&str>,
    ) -> Result<(), AcceptError> {
        let hexadecimal = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
        if fingerprint.len() != 12 || !fingerprint.chars().all(hexadecimal) {
            return Err(AcceptError(format!(
                "`{fingerprint}` is no fingerprint: twelve hexadecimal digits"
            )));
        }
        if reason.trim().is_empty() {
            return Err(AcceptError(format!("{fingerprint}: a reason is needed")));
        }
        if let Some(day) = expires.filter(|day| !hit_runtime::format::is_date(day)) {
            return Err(AcceptError(format!(
                "{fingerprint}: `{day}` is no day as 2026-12-31"
            )));
        }
        let acceptance = Acceptance {
            reason: reason.to_owned(),
            expires: expires.map(str::to_owned),
        };
        self.entries.insert(fingerprint.to_owned(), acceptance);
        Ok(())
    }

    /// Whether a change is accepted on a day (`2026-12-31`).
    pub fn covers(&self, fingerprint: &str, today: &str) -> bool {
        let entry = self.entries.get(fingerprint);
        entry.is_some_and(|entry| entry.expires.as_deref().is_none_or(|last| today <= last))
    }

    /// Whether every change that breaks is accepted on a day, so that a gate may
    /// let the break pass.
    pub fn lets_pass(&self, report: &Report, today: &str) -> bool {
        if !matches!(report.verdict, Verdict::Breaking { .. }) {
            return report.verdict.is_compatible();
        }
        // Where no single change is shown to break, all that may have to be wanted.
        let worst = report.changes.iter().map(|change| change.severity).max();
        let Some(worst) = worst.filter(|worst| *worst >= Severity::Warning) else {
            return false;
        };
        let mut breaking = report
            .changes
            .iter()
            .filter(|change| change.severity == worst);
        breaking.all(|change| self.covers(&change.fingerprint, today))
    }

    /// The accept file.
    pub fn to_text(&self) -> String {
        let entries: Map<String, Value> = self
            .entries
            .iter()
            .map(|(fingerprint, entry)| {
                let mut value = json!({"reason": entry.reason});
                if let Some(day) = &entry.expires {
                    value["expires"] = json!(day);
                }
                (fingerprint.clone(), value)
            })
            .collect();
        let text = serde_json::to_string_pretty(&Value::Object(entries));
        format!("{}\n", text.unwrap_or_default())
    }
}

/// The day, in UTC, as `2026-12-31`.
pub fn today() -> String {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH);
    let days = elapsed.map_or(0, |elapsed| elapsed.as_secs() / 86_400);
    day(days)
}

/// The day so many days after 1970-01-01 (Howard Hinnant, "`civil_from_days`").
fn day(days: u64) -> String {
    let shifted = days + 719_468;
    let (era, of_era) = (shifted / 146_097, shifted % 146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_are_dates() {
        for (days, date) in [
            (0, "1970-01-01"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (20_453, "2025-12-31"),
        ] {
            assert_eq!(day(days), date);
        }
    }
}
