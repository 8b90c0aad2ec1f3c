//! Problem documents (RFC 9457), as the service sends them.

use std::fmt;

use serde::Deserialize;

/// Why the service did not take a hit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Problem {
    /// The class, a URI.
    #[serde(rename = "type")]
    pub type_uri: String,
    /// The class in words.
    pub title: String,
    /// The status of the reply.
    pub status: u16,
    /// What happened this time.
    pub detail: String,
    /// What is wrong with the hit.
    pub errors: Vec<Finding>,
}

/// One thing that is wrong with a hit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Finding {
    /// Where: a JSON Pointer as a URI fragment.
    pub pointer: String,
    /// The keyword that refuses it.
    pub keyword: Option<String>,
    /// Or the rule.
    pub rule: Option<String>,
    /// In words.
    pub detail: String,
}

impl Problem {
    /// From a reply; one that is no problem document gives its status alone.
    pub(crate) fn read(status: u16, body: &[u8]) -> Self {
        let read: Option<Self> = serde_json::from_slice(body).ok();
        Self {
            status,
            ..read.unwrap_or_default()
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let title = match self.title.as_str() {
            "" => "the service gave no reason",
            title => title,
        };
        write!(f, "{}: {title}", self.status)?;
        if !self.detail.is_empty() {
            write!(f, " ({})", self.detail)?;
        }
        for error in &self.errors {
            let code = error.rule.as_ref().or(error.keyword.as_ref());
            let code = code.map_or("", String::as_str);
            write!(f, "\n  {} [{code}]: {}", error.pointer, error.detail)?;
        }
        Ok(())
    }
}
