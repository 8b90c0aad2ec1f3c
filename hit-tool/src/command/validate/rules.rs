//! The rules of the schema, run beside its checks.

use std::fs;

use hit_rules::schema::{NotEvaluated, Outside, Rules};
use hit_runtime::check::{Checker, NodeId};
use hit_runtime::json::{Json, Limits, Node, parse_bytes};
use hit_runtime::report::render::{Document, Style, human};
use hit_runtime::{Report, Span, Violation, explain};
use serde_json::Value;

use super::args::Args;
use crate::outcome::Failure;

/// Columns of a report on standard error.
const WIDTH: usize = 120;

/// A schema, ready to check documents.
pub struct Prepared {
    /// Checks values.
    pub checker: Checker,
    /// The schema in it.
    pub root: NodeId,
    /// Its rules.
    pub rules: Rules,
}

/// What was found in a document.
#[derive(Debug, Default)]
pub struct Found {
    /// What is wrong with it.
    pub report: Report,
    /// Rules that neither hold nor do not.
    pub not_evaluated: Vec<NotEvaluated>,
}

impl Prepared {
    /// Checks a text, its rules included.
    pub fn check(&self, text: &[u8], context: Option<&Value>) -> Found {
        let mut report = explain(&self.checker, self.root, text);
        let tree = match self.rules.is_empty() {
            true => None,
            false => parse_bytes(text, &Limits::default()).ok(),
        };
        let Some(tree) = tree else {
            return Found {
                report,
                not_evaluated: Vec::new(),
            };
        };
        let document = tree.to_value();
        let outside = Outside {
            context,
            ..Outside::default()
        };
        let verdict = self
            .rules
            .check(&self.checker, self.root, &document, &outside, &report);
        let located = verdict.violations.into_iter().map(|violation| Violation {
            span: Some(span(&tree, &violation)),
            ..violation
        });
        report.violations.extend(located);
        let start = |violation: &Violation| violation.span.map(|span| span.start);
        report.violations.sort_by_key(start);
        Found {
            report,
            not_evaluated: verdict.not_evaluated,
        }
    }

    /// The values of `--context`, checked against what the schema says of them.
    pub fn context(&self, args: &Args) -> Result<Option<Value>, Failure> {
        let Some(name) = &args.context else {
            return Ok(None);
        };
        let text = fs::read(name).map_err(|error| {
            Failure::message(format_args!("cannot read the context `{name}`: {error}"))
        })?;
        if !self.rules.has_context() {
            return Err(Failure::message(format_args!(
                "the schema `{}` has no `x-rules-context`: its rules ask for nothing from outside",
                args.schema
            )));
        }
        let refused = |report: &Report| {
            let document = Document {
                name,
                text: &text,
                offset: 0,
            };
            let style = Style {
                color: false,
                width: WIDTH,
            };
            let report = human(report, &document, style);
            Failure::message(format_args!(
                "the context `{name}` cannot be used\n\n{report}"
            ))
        };
        let tree = match parse_bytes(&text, &Limits::default()) {
            Ok(tree) => tree,
            Err(_) => return Err(refused(&explain(&self.checker, self.root, &text))),
        };
        let context = tree.to_value();
        let mut report = self.rules.check_context(&context);
        for violation in &mut report.violations {
            violation.span = Some(span(&tree, violation));
        }
        match report.is_ok() {
            true => Ok(Some(context)),
            false => Err(refused(&report)),
        }
    }
}

/// The value a violation is about; of a member that is not there, the opening
/// brace of the object that lacks it.
fn span(tree: &Node, violation: &Violation) -> Span {
    let mut node = tree;
    for token in violation.instance.tokens() {
        match node.child(&token) {
            Some(child) => node = child,
            None => return opening(node),
        }
    }
    node.span
}

fn opening(node: &Node) -> Span {
    let end = match node.value {
        Json::Array(_) | Json::Object(_) => node.span.start + 1,
        _ => node.span.end,
    };
    Span { end, ..node.span }
}
