//! Kubernetes' own tests of the type checker.

use serde_json::Value as Json;

use crate::kubernetes::{RuleSet, compile};

/// The result.
#[derive(Clone, Debug, Default)]
pub struct CompileCases {
    /// Rules refused, or not, as in the reference, and at its line and column where it names one.
    pub right: usize,
    /// All rules.
    pub all: usize,
    /// What went wrong.
    pub wrong: Vec<String>,
}

/// Checks the schemas of `k8s-cel-unit/compile.jsonl`.
pub fn compile_cases(lines: &str) -> CompileCases {
    let mut result = CompileCases::default();
    for line in lines.lines() {
        let Ok(case) = serde_json::from_str::<Json>(line) else {
            continue;
        };
        let rules = compile(case.get("schema").unwrap_or(&Json::Null), false);
        let results = case.get("results").and_then(Json::as_array);
        for (index, wanted) in results.into_iter().flatten().enumerate() {
            result.all += 1;
            match one(&rules, index, wanted) {
                Ok(()) => result.right += 1,
                Err(reason) => result.wrong.push(format!(
                    "{}: {reason}",
                    case.get("test").unwrap_or(&Json::Null)
                )),
            }
        }
    }
    result
}

fn one(rules: &RuleSet, index: usize, wanted: &Json) -> Result<(), String> {
    for (keyword, name) in [
        ("rule", "Error"),
        ("messageExpression", "MessageExpressionError"),
    ] {
        let pointer = format!("/x-kubernetes-validations/{index}/{keyword}");
        let found = rules.errors.iter().find(|error| error.pointer == pointer);
        let message = wanted.get(name).and_then(Json::as_str).unwrap_or("");
        match (message.is_empty(), found) {
            (true, None) => {}
            (true, Some(error)) => {
                return Err(format!("refused: {} {:?}", error.text, error.diagnostics));
            }
            (false, None) => return Err(format!("not refused: {message}")),
            (false, Some(error)) => {
                let place = place(message).filter(|_| !message.contains("Syntax error"));
                let at = |(line, column): (u32, u32)| format!("{line}:{column}");
                let located = |place: String| {
                    error
                        .diagnostics
                        .iter()
                        .any(|it| at(it.line_column(&error.text)) == place)
                };
                if place.is_some_and(|place| !located(place)) {
                    return Err(format!("expected {message}, got {:?}", error.diagnostics));
                }
            }
        }
    }
    Ok(())
}

/// `line:column` of the reference's message.
fn place(message: &str) -> Option<String> {
    let mut parts = message.split_once("<input>:")?.1.split(':');
    Some(format!("{}:{}", parts.next()?, parts.next()?))
}
