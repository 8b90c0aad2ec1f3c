//! Patterns, compiled once.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::steps::look;
use super::text::Text;
use crate::regex::CompiledPattern;
use crate::rules::{Fault, Regex, Tried, re2};

/// A pattern of a rule: RE2.
#[derive(Debug)]
pub struct Pattern {
    written: &'static str,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// A pattern that the derive has checked.
    #[inline]
    pub const fn new(written: &'static str) -> Self {
        Self {
            written,
            compiled: OnceLock::new(),
        }
    }

    #[inline]
    fn get(&self) -> Tried<&Regex> {
        let compiled = self
            .compiled
            .get_or_init(|| re2::compile(self.written).ok());
        compiled
            .as_ref()
            .ok_or(Fault::fixed("the pattern is too large"))
    }
}

/// `text.matches(pattern)`
///
/// # Errors
/// A pattern too large to compile.
#[inline]
pub fn matches(text: Text<'_>, pattern: &Pattern) -> Tried<bool> {
    look(&text)?;
    Ok(pattern.get()?.is_match(&text))
}

/// `text.find(pattern)`: the first match, or the empty text.
///
/// # Errors
/// A pattern too large to compile.
#[inline]
pub fn find<'t>(text: Text<'t>, pattern: &Pattern) -> Tried<Text<'t>> {
    look(&text)?;
    let found = pattern
        .get()?
        .find(&text)
        .map_or(0..0, |found| found.range());
    Ok(text.part(|text| text.get(found.clone()).unwrap_or("")))
}

/// `text.findAll(pattern)`
///
/// # Errors
/// A pattern too large to compile.
#[inline]
pub fn find_all<'t>(text: Text<'t>, pattern: &Pattern) -> Tried<Vec<Text<'t>>> {
    look(&text)?;
    let pattern = pattern.get()?;
    Ok(match text.0 {
        Cow::Borrowed(text) => {
            let found = pattern.find_iter(text);
            found
                .map(|found| super::text::text(found.as_str()))
                .collect()
        }
        Cow::Owned(text) => {
            let found = pattern.find_iter(&text);
            found
                .map(|found| found.as_str().to_owned().into())
                .collect()
        }
    })
}

/// A pattern of a constraint: ECMA-262, as in JSON Schema.
#[derive(Debug)]
pub struct EcmaPattern {
    written: fn() -> String,
    compiled: OnceLock<(String, Option<CompiledPattern>)>,
}

impl EcmaPattern {
    /// A pattern that is written somewhere in Rust.
    #[inline]
    pub const fn new(written: fn() -> String) -> Self {
        Self {
            written,
            compiled: OnceLock::new(),
        }
    }

    /// The pattern, and whether a text matches; `None` where it is no pattern.
    #[inline]
    pub(super) fn is_match(&self, text: &str) -> (&str, Option<bool>) {
        let (written, compiled) = self.compiled.get_or_init(|| {
            let written = (self.written)();
            let compiled = CompiledPattern::new(&written).ok();
            (written, compiled)
        });
        (
            written,
            compiled.as_ref().map(|compiled| compiled.is_match(text)),
        )
    }
}
