//! The conformance tests of the CEL specification that a JSON world can have.

use serde_json::Value as Json;

use crate::checker::compile;
use crate::environment::Environment;
use crate::judge::cel_value::{read_type, read_value, same};
use crate::types::Type;
use crate::value::{Meter, Value};
use crate::{Bindings, evaluate};

/// The result.
#[derive(Clone, Debug, Default)]
pub struct CelCore {
    /// Tests with the right value or the right refusal.
    pub right: usize,
    /// All tests of the core.
    pub all: usize,
    /// Tests that ask for evaluation without type check, by name.
    pub untyped: Vec<String>,
    /// What went wrong.
    pub wrong: Vec<String>,
}

/// Files of the suite that need protocol buffers or extensions outside of the core.
const OUTSIDE: &[&str] = &[
    "proto2",
    "proto3",
    "enums",
    "wrappers",
    "dynamic",
    "proto2_ext",
    "network_ext",
    "block_ext",
    "bindings_ext",
    "macros2",
];

/// Runs the JSON-relevant core tests of `cel-spec-simple.jsonl`.
pub fn cel_core(lines: &str) -> CelCore {
    let mut result = CelCore::default();
    for line in lines.lines() {
        let Ok(test) = serde_json::from_str::<Json>(line) else {
            continue;
        };
        if !is_core(&test) {
            continue;
        }
        let name = format!(
            "{}/{}/{}",
            text(&test, "file"),
            text(&test, "section"),
            text(&test, "name")
        );
        if flag(&test, "disable_check") {
            result.untyped.push(name.clone());
        }
        result.all += 1;
        match run(&test) {
            Ok(()) => result.right += 1,
            Err(reason) => result
                .wrong
                .push(format!("{name}: {} => {reason}", text(&test, "expr"))),
        }
    }
    result
}

fn is_core(test: &Json) -> bool {
    let written = test.to_string();
    let messages = [
        "messageType",
        "\"t\":\"message\"",
        "TestAllTypes",
        "protobuf",
    ];
    !OUTSIDE.contains(&text(test, "file"))
        && !flag(test, "check_only")
        && !messages.iter().any(|message| written.contains(message))
}

fn text<'j>(test: &'j Json, name: &str) -> &'j str {
    test.get(name).and_then(Json::as_str).unwrap_or("")
}

fn flag(test: &Json, name: &str) -> bool {
    test.get(name).and_then(Json::as_bool).unwrap_or(false)
}

fn run(test: &Json) -> Result<(), String> {
    let mut environment = Environment {
        container: text(test, "container").to_string(),
        unchecked: flag(test, "disable_check"),
        ..Environment::default()
    };
    for variable in test
        .get("type_env")
        .and_then(Json::as_array)
        .into_iter()
        .flatten()
    {
        let ty = variable
            .get("ident")
            .and_then(|ident| ident.get("type"))
            .and_then(read_type);
        environment.variables.insert(
            text(variable, "name").to_string(),
            ty.ok_or("unknown type")?,
        );
    }
    let mut bindings = Bindings::new();
    for (name, value) in test
        .get("bindings")
        .and_then(Json::as_object)
        .into_iter()
        .flatten()
    {
        bindings.insert(name, read_value(value).ok_or("unknown value")?);
        environment
            .variables
            .entry(name.clone())
            .or_insert(Type::Dyn);
    }
    let wanted = test.get("expect").and_then(|expect| expect.get("value"));
    let rule = match compile(text(test, "expr"), &environment) {
        Ok(rule) => rule,
        Err(_) if wanted.is_none() => return Ok(()),
        Err(errors) => {
            return Err(format!(
                "does not compile: {}",
                errors.first().map_or("", |error| &error.message)
            ));
        }
    };
    let outcome = evaluate(
        &rule.root,
        &bindings,
        environment.dialect,
        &mut Meter::new(1_000_000),
    );
    judge(wanted, outcome.map_err(|fault| fault.to_string()))
}

fn judge(wanted: Option<&Json>, found: Result<Value<'_>, String>) -> Result<(), String> {
    match (wanted, found) {
        (None, Err(_)) => Ok(()),
        (None, Ok(value)) => Err(format!("expected an error, got {value:?}")),
        (Some(_), Err(fault)) => Err(fault),
        (Some(wanted), Ok(value)) => {
            let wanted = read_value(wanted).ok_or("unknown expectation")?;
            if same(&wanted, &value) {
                Ok(())
            } else {
                Err(format!("expected {wanted:?}, got {value:?}"))
            }
        }
    }
}
