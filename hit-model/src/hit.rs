//! Ways in and out of a hit.

use hit_runtime::{Report, explain_text, from_slice};

use crate::Hit;

impl Hit {
    /// Reads a hit from JSON text: one pass while it is good, and a second,
    /// slower one for the complete report when it is not.
    ///
    /// # Errors
    /// Everything that is wrong with it, with line and column.
    ///
    /// ```
    /// let report = hit_model::Hit::from_slice(br#"{"type": "PLAY"}"#).unwrap_err();
    /// assert!(report.violations.iter().any(|violation| violation.code == "required"));
    /// ```
    pub fn from_slice(text: &[u8]) -> Result<Self, Report> {
        from_slice(text)
    }

    /// The hit's type as it stands in JSON.
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Connection(_) => "CONNECTION",
            Self::Download(_) => "DOWNLOAD",
            Self::Play(_) => "PLAY",
            Self::Search(_) => "SEARCH",
            Self::Upload(_) => "UPLOAD",
            Self::View(_) => "VIEW",
        }
    }
}

/// Everything that is wrong with a text that should be a hit; nothing when it is one.
///
/// ```
/// let report = hit_model::explain(r#"{"type": "CONNECTION", "date": "yesterday"}"#);
/// assert!(!report.is_ok());
/// assert!(report.violations.iter().all(|violation| violation.span.is_some()));
/// ```
pub fn explain(text: &str) -> Report {
    explain_text::<Hit>(text.as_bytes())
}
