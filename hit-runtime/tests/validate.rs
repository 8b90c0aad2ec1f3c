//! Contexts on their way down, and values before.

use std::collections::BTreeMap;

use hit_runtime::rules::{Fault, Rule, Tried, known};
use hit_runtime::{NoContext, Place, Report, Severity, Valid, Validate, narrow};

const fn rule(id: &'static str, severity: Severity) -> Rule {
    Rule {
        id,
        text: "a <= b",
        schema: "",
        path: &[],
        severity,
    }
}

#[derive(Clone, Debug, PartialEq)]
struct User(&'static str);
struct Known {
    users: Option<Vec<&'static str>>,
}

impl Validate for User {
    type Context = Known;

    fn validate_at(&self, old: Option<&Self>, ctx: &Known, at: &Place<'_>, report: &mut Report) {
        static KNOWN: Rule = rule("known", Severity::Error);
        static KEPT: Rule = rule("kept", Severity::Warning);
        let is_known = known(ctx.users.as_ref(), "ctx.users").map(|users| users.contains(&self.0));
        KNOWN.judge(is_known, at, report, || {
            Some(format!("{} is not known", self.0))
        });
        KEPT.judge(Ok(old.is_none_or(|old| old == self)), at, report, || None);
    }
}

struct Plain(i64);

impl Validate for Plain {
    type Context = NoContext;

    fn validate_at(&self, _: Option<&Self>, _: &NoContext, at: &Place<'_>, report: &mut Report) {
        static DIVIDED: Rule = rule("divided", Severity::Error);
        let holds: Tried<bool> = match self.0 {
            0 => Err(Fault::fixed("division by zero")),
            by => Ok(10 / by > 1),
        };
        DIVIDED.judge(holds, at, report, || None);
    }
}

struct Hit {
    users: Vec<User>,
    by_role: BTreeMap<String, Box<User>>,
    plain: Option<Plain>,
}

struct Outside {
    known: Known,
}

impl AsRef<Known> for Outside {
    fn as_ref(&self) -> &Known {
        &self.known
    }
}

/// The three members ask for a part of the context, for the same part, and for nothing.
impl Validate for Hit {
    type Context = Outside;

    fn validate_at(&self, old: Option<&Self>, ctx: &Outside, at: &Place<'_>, report: &mut Report) {
        let inner: &Known = narrow!(ctx => self.users);
        self.users.validate_at(
            old.map(|old| &old.users),
            inner,
            &at.member("users"),
            report,
        );
        let before = old.map(|old| &old.by_role);
        self.by_role.validate_at(
            before,
            narrow!(inner => self.by_role),
            &at.member("by/role"),
            report,
        );
        self.plain.validate_at(
            None,
            narrow!(ctx => self.plain),
            &at.member("plain"),
            report,
        );
    }
}

fn hit(roles: [&'static str; 2], plain: i64) -> Hit {
    let named = ["a", "b"].map(str::to_owned).into_iter();
    Hit {
        users: vec![User("1"), User("2")],
        by_role: named.zip(roles.map(|name| Box::new(User(name)))).collect(),
        plain: Some(Plain(plain)),
    }
}

fn shown(report: &Report) -> Vec<String> {
    let violations = report.violations.iter();
    let violations = violations.map(|it| format!("{} {} {}", it.instance, it.code, it.message));
    let open = report
        .not_evaluated
        .iter()
        .map(|it| format!("{} {}? {}", it.instance, it.id, it.reason));
    violations.chain(open).collect()
}

#[test]
fn contexts_narrow_and_values_before_go_down() {
    let outside = Outside {
        known: Known {
            users: Some(vec!["1", "3"]),
        },
    };
    let report = hit(["1", "9"], 0).validate(&outside);
    let expected = [
        "/users/1 known 2 is not known",
        "/by~1role/b known 9 is not known",
        "/plain divided division by zero evaluating rule: a <= b",
    ];
    assert_eq!(shown(&report), expected);
    // Entries of maps have a value before, items of lists have none.
    let report = hit(["1", "3"], 5).validate_update(&hit(["3", "3"], 5), &outside);
    assert_eq!(
        shown(&report),
        [
            "/users/1 known 2 is not known",
            "/by~1role/a kept failed rule: a <= b"
        ]
    );
}

#[test]
fn what_is_not_known_leaves_a_value_valid_and_is_told() {
    let outside = Outside {
        known: Known { users: None },
    };
    let valid = Valid::new(hit(["1", "3"], 5), &outside).expect("nothing is known against it");
    assert_eq!(valid.not_evaluated().len(), 4);
    assert_eq!(
        shown(valid.report())[0],
        "/users/0 known? ctx.users is not known"
    );
    let warned = Valid::update(
        User("3"),
        &User("1"),
        &Known {
            users: Some(vec!["3"]),
        },
    );
    let warned = warned.expect("a warning does not refuse");
    assert_eq!(shown(warned.report()), [" kept failed rule: a <= b"]);
    assert_eq!(warned.into_inner(), User("3"));
}
