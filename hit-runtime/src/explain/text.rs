//! From a text to a report.

use super::locate::locate;
use crate::check::{Checker, NodeId};
use crate::json::{self, Limits, SyntaxError};
use crate::report::{Report, Severity, Violation};
use crate::rule_book::{Outside, RuleBook};

/// Checks a JSON text against a node and collects everything that is wrong with it, with lines and columns.
///
/// A text that is not JSON, has a member twice, a number out of range or nests deeper than 128
/// levels gets violations with the code `json` and no schema location. Otherwise
/// the report is that of [`Checker::check`], and each violation has a span: that of the value;
/// of the name where a member is not allowed; of the opening brace where an object lacks a member. They
/// come in the order of the text.
pub fn explain(checker: &Checker, node: NodeId, text: &[u8]) -> Report {
    explain_with(checker, node, None, text)
}

/// As [`explain`], and with what the rules say that need nothing from outside.
pub fn explain_with(
    checker: &Checker,
    node: NodeId,
    rules: Option<&dyn RuleBook>,
    text: &[u8],
) -> Report {
    match json::parse_bytes(text, &Limits::default()) {
        Ok(tree) => {
            let value = tree.to_value();
            let mut report = checker.check(node, &value);
            if let Some(rules) = rules {
                let outside = Outside {
                    reading: true,
                    ..Outside::default()
                };
                rules.run(node, &value, &outside, &mut report);
            }
            locate(&mut report, &tree);
            report
                .violations
                .sort_by_key(|violation| violation.span.map(|span| span.start));
            report
        }
        Err(errors) => errors.into_iter().map(syntax).collect::<Vec<_>>().into(),
    }
}

fn syntax(error: SyntaxError) -> Violation {
    let message = match error.hint {
        Some(hint) => format!("{} ({hint})", error.message),
        None => error.message,
    };
    Violation {
        code: "json".to_owned(),
        severity: Severity::Error,
        instance: error.pointer,
        schema: String::new(),
        message,
        span: Some(error.span),
    }
}
