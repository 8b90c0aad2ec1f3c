//! Errors and warnings say what is wrong, where, and what would be right.

use std::sync::Arc;

use hit_rules::functions::Dialect;
use hit_rules::types::{ObjectRef, Type, TypeTable};
use hit_rules::{Environment, compile};

use crate::support::add_member;

fn environment() -> Environment {
    let mut table = TypeTable::default();
    let (play, origin) = (table.reserve("Play"), table.reserve("Origin"));
    let mut add = |object: &ObjectRef, name: &str, ty: Type, required: bool| {
        add_member(&mut table, object, name, ty, required);
    };
    add(&play, "duration", Type::Double, true);
    add(&play, "ranges", Type::list(Type::Int), true);
    add(&play, "count", Type::Int, true);
    add(
        &play,
        "kind",
        Type::Enum(["LIVE".to_string(), "VOD".to_string()].into()),
        true,
    );
    add(&play, "origin", Type::Object(origin.clone()), false);
    add(
        &play,
        "either",
        Type::Union([Type::Int, Type::Object(origin.clone())].into()),
        true,
    );
    // An origin has origins: types may contain themselves.
    add(&origin, "name", Type::String, true);
    add(&origin, "parent", Type::Object(origin.clone()), false);
    Environment::new(Arc::new(table), Dialect::Kubernetes).with("self", Type::Object(play))
}

/// `line:column: message` of each error.
fn errors(rule: &str) -> Vec<String> {
    let errors = compile(rule, &environment()).err().unwrap_or_default();
    errors
        .iter()
        .map(|error| {
            let (line, column) = error.line_column(rule);
            format!("{line}:{column}: {error}")
        })
        .collect()
}

fn warnings(rule: &str) -> Vec<String> {
    let checked =
        compile(rule, &environment()).unwrap_or_else(|errors| panic!("{rule}: {errors:?}"));
    checked.warnings.iter().map(ToString::to_string).collect()
}

#[track_caller]
fn refused(rule: &str, wanted: &str) {
    let found = errors(rule);
    assert!(
        found.iter().any(|error| error.contains(wanted)),
        "{rule}: {found:?} lacks {wanted}"
    );
}

#[test]
fn names() {
    let known = "(has: count, duration, either, kind, origin, ranges)";
    refused(
        "self.durationn > 1.0",
        &format!("1:5: undefined field 'durationn' {known}; did you mean 'duration'?"),
    );
    refused("true &&\n  self.zzz", "2:7: undefined field 'zzz'");
    refused(
        "slef.count == 1",
        "1:1: undeclared reference to 'slef' (in container ''); did you mean 'self'?",
    );
    refused(
        "sizes(self.ranges) > 1",
        "function sizes is not supported; did you mean 'size'?",
    );
    refused("self.ranges.quick()", "function quick is not supported");
    refused(
        "math.gratest(1, 2) == 2",
        "function math.gratest is not supported; did you mean 'math.greatest'?",
    );
    refused("ctx.videoLength > 1", "undeclared reference to 'ctx'");
    refused(
        "now > timestamp('2020-01-01T00:00:00Z')",
        "undeclared reference to 'now'",
    );
    refused(
        "size == 1",
        "it is a function: call it with arguments in parentheses",
    );
    refused(
        "Play{count: 1} == self",
        "message types are not supported: 'Play'",
    );
}

#[test]
fn types() {
    refused(
        "self.count == self.duration",
        "found no matching overload for '_==_' applied to '(int, double)'; convert one side, as in double(…)",
    );
    refused(
        "self.count == 'a'",
        "values of unlike types are never equal",
    );
    refused(
        "self.count == null",
        "a value of type int is never null; ask has(…) whether it is there",
    );
    refused("self.count + 1.0 > 2.0", "'_+_' applied to '(int, double)'");
    refused(
        "self.kind.size('a') > 1",
        "found no matching overload for 'size' applied to 'string.(string)'",
    );
    refused("self.count && true", "expected type 'bool' but found 'int'");
    refused(
        "self.count.all(c, c > 1)",
        "cannot be range of a comprehension",
    );
    refused(
        "self.ranges.all(r, r)",
        "expected type 'bool' but found 'int'",
    );
    refused(
        "self.?origin.name == 'a'",
        "take the value of the optional with orValue(…) or value()",
    );
    refused(
        "self.count.foo == 1",
        "type 'int' does not support field selection",
    );
    refused(
        "[1, 'a'].size() > 0",
        "1:5: expected type 'int' but found 'string'",
    );
    refused("self.kind.matches('(') ", "invalid matches argument");
    refused("has(self)", "invalid argument to has()");
    refused(
        "self.ranges.map(self.x, 1)",
        "the argument must be a simple name",
    );
    refused(
        "self.either.nome == 'a'",
        "undefined field 'nome' (has: name, parent); did you mean 'name'?",
    );
    refused("self.either == 'a'", "found no matching overload");
}

#[test]
fn what_is_allowed() {
    for rule in [
        "self.count < self.duration",
        "self.origin.parent.parent.parent.name == ''",
        "self.either == 1",
        "self.either.name == 'a'",
        "'%s %d'.format([self.kind, self.count]) == ''",
        "type(self.count) == int",
    ] {
        assert_eq!(errors(rule), Vec::<String>::new(), "{rule}");
    }
}

#[test]
fn hints() {
    let absent = "'origin' may be absent: guard it with has(….origin)";
    assert_eq!(warnings("self.origin.name == 'a'"), [absent]);
    for guarded in [
        "has(self.origin) && self.origin.name == 'a'",
        "!has(self.origin) || self.origin.name == 'a'",
        "has(self.origin) ? self.origin.name == 'a' : true",
        "!(has(self.origin) && self.count > 1) || self.origin.name == 'a'",
        "self.?origin.?name.orValue('') == 'a'",
        "has(self.origin.parent.parent)",
    ] {
        let found = warnings(guarded);
        let unguarded: Vec<&String> = found
            .iter()
            .filter(|warning| warning.contains("'origin'"))
            .collect();
        let expected = usize::from(guarded.starts_with("has(self.origin.parent"));
        assert_eq!(unguarded.len(), expected, "{guarded}: {found:?}");
    }
    assert_eq!(
        warnings("self.kind == 'LIFE'"),
        ["'LIFE' is none of the known values (LIVE, VOD)"]
    );
    assert_eq!(
        warnings("self.kind in ['LIVE', 'VID']"),
        ["'VID' is none of the known values (LIVE, VOD)"]
    );
    assert_eq!(warnings("self.kind != 'VOD'"), Vec::<String>::new());
}

#[test]
fn a_caret_under_the_place() {
    let rule = "self.count > 1 &&\n\tself.durationn > 1.0";
    let error = compile(rule, &environment())
        .expect_err("the field is unknown")
        .remove(0);
    let lines: Vec<String> = error.render(rule).lines().map(str::to_string).collect();
    assert!(lines[0].starts_with("2:6: undefined field"), "{lines:?}");
    assert_eq!(
        lines[1..],
        [
            " | \tself.durationn > 1.0".to_string(),
            " | \t    ^".to_string()
        ]
    );
    assert_eq!(&rule[error.span.start..error.span.end], "durationn");
}

#[test]
fn what_can_fail_is_known() {
    let can_fail = |rule: &str| {
        compile(rule, &environment())
            .expect("it checks")
            .root
            .can_fail
    };
    assert!(!can_fail(
        "self.duration > 1.0 && self.ranges.all(r, r > 1) || self.kind == 'VOD'"
    ));
    assert!(!can_fail("has(self.origin) && self.origin.name != ''"));
    assert!(!can_fail(
        "self.kind.matches('^a') && duration('1h') > duration('1s')"
    ));
    assert!(can_fail("self.count + 1 > 1"));
    assert!(can_fail("self.ranges[0] > 1"));
    assert!(can_fail("self.origin.name != ''"));
}
