//! Reading the values of keywords, with messages for those of the wrong type.

use std::collections::HashSet;

use hit_runtime::json::{Json, Member, Node};
use serde_json::Number;

use super::context::Cx;
use super::site::Site;
use crate::codes;
use crate::diagnostic::Diagnostic;

impl Cx<'_, '_> {
    /// A number.
    pub(super) fn number(&mut self, site: &Site<'_>) -> Option<Number> {
        let number = site.node.as_number().cloned();
        number.or_else(|| self.wrong(site, "a number"))
    }

    /// A count: an integer from 0 on. One beyond `u64` is `u64::MAX`, which
    /// no length reaches.
    pub(super) fn count(&mut self, site: &Site<'_>) -> Option<u64> {
        let wanted = "an integer not below 0";
        let Some(number) = site.node.as_number() else {
            return self.wrong(site, wanted);
        };
        if let Some(count) = number.as_u64() {
            return Some(count);
        }
        match number.as_f64() {
            Some(float) if float >= 0.0 && float.fract() == 0.0 => Some(whole(float)),
            _ => self.bad(
                site,
                format!("`{}` must be {wanted}, found {number}", site.keyword),
            ),
        }
    }

    /// A truth value.
    pub(super) fn flag(&mut self, site: &Site<'_>) -> Option<bool> {
        site.node
            .as_bool()
            .or_else(|| self.wrong(site, "`true` or `false`"))
    }

    /// A string.
    pub(super) fn text<'n>(&mut self, site: &Site<'n>) -> Option<&'n str> {
        site.node.as_str().or_else(|| self.wrong(site, "a string"))
    }

    /// An array.
    pub(super) fn array<'n>(&mut self, site: &Site<'n>) -> Option<&'n [Node]> {
        site.node
            .as_array()
            .or_else(|| self.wrong(site, "an array"))
    }

    /// An object.
    pub(super) fn object<'n>(&mut self, site: &Site<'n>) -> Option<&'n [Member]> {
        site.node
            .as_object()
            .or_else(|| self.wrong(site, "an object"))
    }

    /// An array of strings.
    pub(super) fn texts(&mut self, site: &Site<'_>) -> Option<Vec<String>> {
        let items = self.array(site)?;
        let mut texts: Vec<String> = Vec::with_capacity(items.len());
        let mut seen = HashSet::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            let item = site.item(index, item);
            let text = self.text(&item)?;
            if seen.insert(text) {
                texts.push(text.to_owned());
            } else {
                let message = format!("`{}` has {text:?} twice", site.keyword);
                self.report(Diagnostic::warning(codes::BAD_VALUE, message), &item);
            }
        }
        Some(texts)
    }

    /// Reports a value of the wrong type.
    pub(super) fn wrong<T>(&mut self, site: &Site<'_>, wanted: &str) -> Option<T> {
        let found = site.node.type_name();
        let message = format!("`{}` must be {wanted}, found {found}", site.keyword);
        let mut diagnostic = Diagnostic::error(codes::WRONG_TYPE, message);
        if let Some(help) = help(wanted, site.node) {
            diagnostic = diagnostic.help(help);
        }
        self.report(diagnostic, site);
        None
    }

    /// Reports a value that the keyword cannot have.
    pub(super) fn bad<T>(&mut self, site: &Site<'_>, message: impl Into<String>) -> Option<T> {
        self.report(Diagnostic::error(codes::BAD_VALUE, message), site);
        None
    }
}

fn help(wanted: &str, found: &Node) -> Option<&'static str> {
    match &found.value {
        Json::String(text) if wanted.contains("number") || wanted.contains("integer") => {
            text.parse::<f64>().is_ok().then_some("remove the quotes")
        }
        Json::String(text) if wanted.contains("true") => {
            matches!(text.as_str(), "true" | "false").then_some("remove the quotes")
        }
        Json::String(_) if wanted == "an array" => Some("put it in brackets"),
        _ => None,
    }
}

/// A whole float from 0 on as an integer; floats from 2^64 on saturate.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole and positive"
)]
fn whole(float: f64) -> u64 {
    float as u64
}
