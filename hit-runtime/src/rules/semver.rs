//! Semantic versions (semver.org 2.0.0).

use std::cmp::Ordering;

/// A semantic version. Build metadata is read and dropped: it has no order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Semver {
    /// Major, minor and patch.
    pub core: [u64; 3],
    pre: Vec<String>,
}

impl Semver {
    /// Reads a version. With `normalize`, a `v` in front, missing parts and
    /// leading zeros are allowed.
    pub fn parse(text: &str, normalize: bool) -> Option<Self> {
        let text = if normalize {
            text.strip_prefix('v').unwrap_or(text)
        } else {
            text
        };
        let (text, build) = text
            .split_once('+')
            .map_or((text, None), |(text, build)| (text, Some(build)));
        let (core, pre) = text
            .split_once('-')
            .map_or((text, None), |(core, pre)| (core, Some(pre)));
        let mut parts: Vec<&str> = core.split('.').collect();
        while normalize && parts.len() < 3 {
            parts.push("0");
        }
        let [major, minor, patch] = parts.as_slice() else {
            return None;
        };
        let core = [
            number(major, normalize)?,
            number(minor, normalize)?,
            number(patch, normalize)?,
        ];
        let identifiers = |text: &str| text.split('.').all(is_identifier);
        if build.is_some_and(|build| !identifiers(build)) {
            return None;
        }
        let pre: Vec<String> =
            pre.map_or_else(Vec::new, |pre| pre.split('.').map(str::to_string).collect());
        let fine = pre
            .iter()
            .all(|part| is_identifier(part) && (!is_number(part) || number(part, false).is_some()));
        fine.then_some(Self { core, pre })
    }

    /// Precedence of versions.
    pub fn compare(&self, other: &Self) -> Ordering {
        self.core
            .cmp(&other.core)
            .then_with(|| match (self.pre.is_empty(), other.pre.is_empty()) {
                (true, true) => Ordering::Equal,
                (true, false) => Ordering::Greater,
                (false, true) => Ordering::Less,
                (false, false) => compare_pre(&self.pre, &other.pre),
            })
    }
}

fn compare_pre(first: &[String], second: &[String]) -> Ordering {
    for (a, b) in first.iter().zip(second) {
        let order = match (is_number(a), is_number(b)) {
            (true, true) => a.len().cmp(&b.len()).then_with(|| a.cmp(b)),
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            (false, false) => a.cmp(b),
        };
        if order != Ordering::Equal {
            return order;
        }
    }
    first.len().cmp(&second.len())
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_identifier(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn number(text: &str, zeros: bool) -> Option<u64> {
    let leading_zero = text.len() > 1 && text.starts_with('0');
    if text.is_empty() || !is_number(text) || (leading_zero && !zeros) {
        None
    } else {
        text.parse().ok()
    }
}
