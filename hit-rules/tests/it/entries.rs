//! Entries of `x-rules`: read, compiled, run.

use std::sync::Arc;

use hit_rules::entries::{CompiledEntry, Outcome, compile, environment, read, run};
use hit_rules::types::{ObjectRef, Type, TypeTable};
use hit_rules::value::{Meter, bind};
use hit_rules::{Bindings, Environment};
use hit_runtime::{Pointer, Severity};
use serde_json::{Value as Json, json};

use crate::support::add_member;

/// A hit: `{play: {duration, ranges: [{start, end}]}, users: [{userId}], sessionId, origin?}`.
fn hit_environment() -> Environment {
    let mut table = TypeTable::default();
    let (hit, play, range) = (
        table.reserve("Hit"),
        table.reserve("Play"),
        table.reserve("Range"),
    );
    let (user, context) = (table.reserve("User"), table.reserve("Context"));
    let mut add = |object: &ObjectRef, name: &str, ty: Type, required: bool| {
        add_member(&mut table, object, name, ty, required);
    };
    add(&hit, "play", Type::Object(play.clone()), true);
    add(&hit, "users", Type::list(Type::Object(user.clone())), false);
    add(&hit, "sessionId", Type::String, true);
    add(&hit, "origin", Type::String, false);
    add(&play, "duration", Type::Double, true);
    add(
        &play,
        "ranges",
        Type::list(Type::Object(range.clone())),
        true,
    );
    add(&range, "start", Type::Double, true);
    add(&range, "end", Type::Double, true);
    add(&user, "userId", Type::String, true);
    add(&context, "videoLength", Type::Double, true);
    add(&context, "header", Type::String, false);
    environment(
        &Arc::new(table),
        &Type::Object(hit),
        Some(&Type::Object(context)),
        false,
    )
}

fn compiled(entry: Json) -> CompiledEntry {
    let entries = read(&json!([entry])).unwrap_or_else(|errors| panic!("{errors:?}"));
    compile(&entries[0], &hit_environment()).unwrap_or_else(|errors| panic!("{errors:?}"))
}

fn outcome(entry: &CompiledEntry, document: &Json, context: Option<&Json>) -> Outcome {
    let entry = entry.entry_to_run();
    let environment = hit_environment();
    let mut bindings = Bindings::new();
    bindings.insert(
        "self",
        bind(document, &environment.variables["self"], &environment.types).expect("a hit"),
    );
    if let Some(context) = context {
        let ty = &environment.variables["ctx"];
        bindings.insert(
            "ctx",
            bind(context, ty, &environment.types).expect("a context"),
        );
    }
    run(
        &entry,
        &bindings,
        &environment.types,
        &Pointer::root(),
        &mut Meter::new(100_000),
    )
}

fn hit() -> Json {
    json!({
        "play": { "duration": 70.5, "ranges": [{ "start": 0.0, "end": 2.0 }, { "start": 5.0, "end": 3.0 }, { "start": 9.0, "end": 8.0 }] },
        "users": [{ "userId": "u1" }, { "userId": "s1" }],
        "sessionId": "s1"
    })
}

/// Pointers and messages of a violated rule.
fn found(outcome: Outcome) -> Vec<(String, String)> {
    match outcome {
        Outcome::Violated(findings) => findings
            .into_iter()
            .map(|finding| (finding.pointer.to_string(), finding.message))
            .collect(),
        other => panic!("{other:?}"),
    }
}

fn pair(pointer: &str, message: &str) -> (String, String) {
    (pointer.to_string(), message.to_string())
}

#[test]
fn a_rule_with_context() {
    let entry = compiled(json!({
        "id": "play.duration-within-length", "rule": "self.play.duration <= ctx.videoLength", "path": "/play/duration",
        "message": "played {self.play.duration} s of a video of {ctx.videoLength} s"
    }));
    assert!(entry.uses_context());
    let bad = outcome(&entry, &hit(), Some(&json!({ "videoLength": 60 })));
    assert_eq!(
        found(bad.clone()),
        [pair("/play/duration", "played 70.5 s of a video of 60 s")]
    );
    let Outcome::Violated(findings) = bad else {
        panic!("it is violated")
    };
    assert_eq!(
        findings[0].params[1],
        ("ctx.videoLength".to_string(), "60".to_string())
    );
    let violation = findings[0].clone().into_violation("play.json#/x-rules/0");
    assert_eq!(
        (violation.code.as_str(), violation.severity),
        ("play.duration-within-length", Severity::Error)
    );
    assert_eq!(
        outcome(&entry, &hit(), Some(&json!({ "videoLength": 71 }))),
        Outcome::Holds
    );
    let missing = |missing: &str| Outcome::NotEvaluated {
        missing: missing.to_string(),
    };
    assert_eq!(
        outcome(&entry, &hit(), Some(&json!({}))),
        missing("ctx.videoLength")
    );
    assert_eq!(outcome(&entry, &hit(), None), missing("ctx.videoLength"));
}

#[test]
fn what_is_not_known_matters_only_if_it_decides() {
    let entry =
        compiled(json!({ "id": "client.origin", "rule": "has(self.origin) || ctx.header != ''" }));
    let mut with_origin = hit();
    with_origin["origin"] = "portal".into();
    assert_eq!(outcome(&entry, &with_origin, None), Outcome::Holds);
    assert!(matches!(
        outcome(&entry, &hit(), None),
        Outcome::NotEvaluated { .. }
    ));
    let asked = compiled(json!({ "id": "a", "rule": "has(ctx.header) || has(self.origin)" }));
    assert_eq!(
        found(outcome(&asked, &hit(), Some(&json!({})))),
        [pair("", "failed rule: has(ctx.header) || has(self.origin)")]
    );
    // What is not known outweighs what fails.
    let both = compiled(
        json!({ "id": "a", "rule": "1 / self.users.size() < 0 || ctx.videoLength > 1.0 || 1 / 0 == 1" }),
    );
    assert!(matches!(
        outcome(&both, &hit(), None),
        Outcome::NotEvaluated { .. }
    ));
}

#[test]
fn each_failing_element_has_its_place() {
    let entry = compiled(json!({
        "id": "play.range-order", "rule": "self.play.ranges.all(r, r.start <= r.end)", "path": "/end",
        "message": "{r.start} is after {r.end}"
    }));
    assert_eq!(
        found(outcome(&entry, &hit(), None)),
        [
            pair("/play/ranges/1/end", "5 is after 3"),
            pair("/play/ranges/2/end", "9 is after 8")
        ]
    );
    let guarded = compiled(json!({
        "id": "play.session-not-user", "path": "/userId",
        "rule": "!has(self.users) || self.users.all(u, u.userId != self.sessionId)"
    }));
    assert_eq!(
        found(outcome(&guarded, &hit(), None))[0].0,
        "/users/1/userId"
    );
    let mut none = hit();
    none.as_object_mut().expect("an object").remove("users");
    assert_eq!(outcome(&guarded, &none, None), Outcome::Holds);
    let both = compiled(json!({
        "id": "a", "rule": "self.sessionId != '' && self.play.ranges.all(r, r.start <= r.end)"
    }));
    assert_eq!(found(outcome(&both, &hit(), None)).len(), 2);
    let mut empty = hit();
    empty["sessionId"] = "".into();
    assert_eq!(
        found(outcome(&both, &empty, None)),
        [pair(
            "",
            &format!(
                "failed rule: {}",
                both.entry.rule.clone().unwrap_or_default()
            )
        )]
    );
}

#[test]
fn an_element_that_cannot_be_evaluated_has_its_place() {
    let faults = |rule: &str, message: &str| {
        let entry = compiled(json!({ "id": "a", "rule": rule, "path": "/end" }));
        let found = found(outcome(&entry, &hit(), None));
        let pointers = found.iter().map(|(pointer, told)| {
            assert_eq!(*told, format!("{message} evaluating rule: {rule}"));
            pointer.clone()
        });
        pointers.collect::<Vec<_>>()
    };
    let rule = "self.sessionId == 's1' && self.play.ranges.all(r, 6 / (int(r.start) - 5) < 9)";
    assert_eq!(faults(rule, "division by zero"), ["/play/ranges/1/end"]);
    let rule = "self.users.size() == 1 || self.play.ranges.all(r, 6 / (int(r.start) - 9) < 9)";
    assert_eq!(faults(rule, "division by zero"), ["/play/ranges/2/end"]);
    // The other part is to blame.
    let rule = "1 / (self.users.size() - 2) == 1 || self.play.ranges.all(r, r.start <= r.end)";
    assert_eq!(faults(rule, "division by zero"), ["/end"]);
    // What is false is false, whatever cannot be evaluated beside it.
    let entry = compiled(json!({
        "id": "a", "rule": "self.play.ranges.all(r, 6 / (int(r.start) - 5) < 0)", "message": "no"
    }));
    assert_eq!(
        found(outcome(&entry, &hit(), None)),
        [pair("/play/ranges/2", "no")]
    );
}

#[test]
fn a_guard_says_what_is_there() {
    let warned = |when: &str, rule: &str| {
        let entry = compiled(json!({ "id": "a", "when": when, "rule": rule }));
        let warnings = entry.warnings.into_iter();
        warnings.map(|(_, it)| it.message).collect::<Vec<_>>()
    };
    let rule = "self.users[0].userId != self.origin";
    let of = |name: &str| format!("'{name}' may be absent: guard it with has(….{name})");
    assert_eq!(
        warned("has(self.users) && has(self.origin)", rule),
        Vec::<String>::new()
    );
    assert_eq!(warned("has(self.users)", rule), [of("origin")]);
    assert_eq!(
        warned("has(self.users) || has(self.origin)", rule),
        [of("users"), of("origin")]
    );
    assert_eq!(warned("!(!has(self.users))", rule), [of("origin")]);
}

#[test]
fn guards_faults_and_warnings() {
    let entry = compiled(json!({
        "id": "a", "when": "has(self.origin)", "rule": "self.users[0].userId == self.origin", "severity": "warning"
    }));
    assert_eq!(outcome(&entry, &hit(), None), Outcome::Holds);
    assert!(
        entry
            .warnings
            .iter()
            .any(|(member, warning)| *member == "rule"
                && warning.message.contains("'users' may be absent"))
    );
    let mut document = hit();
    document["origin"] = "x".into();
    document.as_object_mut().expect("an object").remove("users");
    let Outcome::Violated(findings) = outcome(&entry, &document, None) else {
        panic!("it fails closed")
    };
    assert_eq!(findings[0].severity, Severity::Warning);
    assert!(findings[0].fault.is_some() && findings[0].message.starts_with("no such key: users"));
}

#[test]
fn wrong_entries_are_located() {
    let errors = read(&json!([
        { "id": "a", "rule": "true", "sevrity": "error" },
        { "id": "a", "rule": "true" },
        { "rule": 1, "severity": "bad", "path": "a" },
        3,
        { "id": "b", "opaque": true }
    ]))
    .expect_err("the entries are wrong");
    let pointers: Vec<&str> = errors.iter().map(|error| error.pointer.as_str()).collect();
    assert_eq!(
        pointers,
        [
            "/0/sevrity",
            "/1/id",
            "/2/rule",
            "/2/rule",
            "/2/id",
            "/2/path",
            "/2/severity",
            "/3"
        ]
    );
    assert!(
        errors[0].diagnostics[0]
            .message
            .contains("did you mean 'severity'?")
    );

    let entries = read(&json!([{
        "id": "a", "rule": "self.play.durationn <= ctx.videoLenght", "when": "self.sessionId", "path": "/play/nothing",
        "message": "played {self.play.duratoin} of {ctx.videoLength"
    }]))
    .expect("the form is right");
    let errors = compile(&entries[0], &hit_environment()).expect_err("the rules are wrong");
    let rule = &errors[0];
    assert_eq!(
        (rule.pointer.as_str(), rule.diagnostics.len()),
        ("/rule", 2)
    );
    assert_eq!(rule.diagnostics[0].line_column(&rule.text), (1, 10));
    assert_eq!(
        rule.diagnostics[0].message,
        "undefined field 'durationn' (has: duration, ranges); did you mean 'duration'?"
    );
    let others: Vec<&str> = errors
        .iter()
        .skip(1)
        .map(|error| error.pointer.as_str())
        .collect();
    assert_eq!(others, ["/when", "/path", "/message"]);

    let entries =
        read(&json!([{ "id": "a", "rule": "true", "message": "é {self.play.duratoin}" }]))
            .expect("the form is right");
    let errors = compile(&entries[0], &hit_environment()).expect_err("the template is wrong");
    assert_eq!(
        errors[0].diagnostics[0].line_column(&errors[0].text),
        (1, 13)
    );
}
