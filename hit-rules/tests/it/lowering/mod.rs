//! Rules lowered to Rust: the text is as checked in, compiles, and gives what
//! the interpreter gives.

#[rustfmt::skip]
#[allow(clippy::redundant_closure, clippy::redundant_closure_call, reason = "generated")]
mod generated;
mod model;

use std::fmt::Write;
use std::sync::Arc;

use hit_rules::functions::Dialect;
use hit_rules::rust::{Member, Naming, PLAIN, Read, Spot, lower, lower_each};
use hit_rules::types::{ObjectRef, Type};
use hit_rules::value::{Meter, Value, bind};
use hit_rules::{Bindings, Checked, Environment, compile, evaluate};
use serde_json::{Value as Json, json};

const RULES: &[&str] = &[
    "self.duration <= ctx.videoLength",
    "self.ranges.all(r, r.start <= r.end) && self.duration <= ctx.videoLength",
    "!has(self.social) || self.social != ''",
    "has(self.social) ? self.social.startsWith('@') : self.kind == 'VOD'",
    "has(self.origin) && has(self.origin.port) && self.origin.port > 1024",
    "!has(self.origin) || !has(self.origin.port) || self.origin.port in [80, 443]",
    "has(self.origin) || 'X-KPK-CLIENT-ID' in self.headers",
    "self.limit >= self.count",
    "has(self.limit) && self.limit >= self.count",
    "self.count + 1 > 0",
    "self.count / self.limit == 2 || self.kind == 'LIVE'",
    "self.origin.url == 'x' && self.kind == 'LIVE'",
    "self.tags.exists(t, t.matches('^\\\\d+$'))",
    "self.tags.exists_one(t, t == 'a')",
    "self.tags.filter(t, t.size() > 1).size() <= 1",
    "self.tags.map(t, t.upperAscii()).all(t, t != 'BAD')",
    "self.tags.all(i, t, i < 2 || t != 'a')",
    "'a' in self.tags",
    "self.tags == ['a', 'b']",
    "self.tags[0] == 'a' || self.tags.size() == 0",
    "self.headers.all(k, k.startsWith('X-'))",
    "self.headers.exists(k, v, v == 'secret' && k != 'X-Key')",
    "self.headers['X-Key'] == 'secret'",
    "self.?origin.?port.orValue(0) < 100",
    "self.?origin.hasValue() == has(self.origin)",
    "self.?origin.?url.optMap(u, u.size()).orValue(0) < 20",
    "self.headers[?'X-Key'].orValue('').size() < 10",
    "self.ranges.all(r, has(r.label) && r.label != 'x' || r.start == 0.0)",
    "self.ranges.all(r, r.label.size() > 0)",
    "self.ranges.all(a, self.ranges.exists_one(b, a.start == b.start))",
    "self.count < self.duration",
    "string(self.count) + '!' == '3!'",
    "int(self.duration) == self.count",
    "!has(self.pause) || self.pause < duration('1h30m')",
    "!has(self.origin) || isURL(self.origin.url) && url(self.origin.url).getScheme() == 'https'",
    "(has(self.social) ? 1 : 0) + (has(self.limit) ? 1 : 0) == 1",
    "self.kind in ['LIVE', 'VOD'] && !(self.kind == 'LIVE' && self.count > 1)",
    "self.social.split(',').size() == 2",
    "size(self.tags + ['z']) > 2",
    "self.tags.map(t, t.size() > 1, t.size()).sum() < 4",
    "self.ranges.map(r, r.end).max() > 1.0 || self.tags.isSorted()",
    "sets.contains(self.tags, ['a']) && self.tags.indexOf('b') == 1",
    "{'LIVE': 1, 'VOD': 2}[self.kind] <= self.count",
    "self.headers == {} || self.tags != []",
    "self.ranges.map(r, r.start).exists(s, s == 2.0)",
    "self.tags.filter(t, t.contains('a')).all(t, t.lowerAscii() + '?' != 'a?')",
    "self.count < 0 ? self.kind == 'VOD' : self.duration > 1.0",
    "[self.duration, 1.5].exists(d, d > ctx.videoLength)",
];

/// The rules whose elements are reported one by one.
const EACH: &[&str] = &[
    "self.ranges.all(r, r.start <= r.end)",
    "self.tags.all(t, t.size() + self.count > 3)",
];

fn environment() -> Environment {
    let (table, play, context) = model::types();
    Environment::new(Arc::new(table), Dialect::Standard)
        .with("self", play)
        .with("ctx", context)
}

/// What the generator of these structs would answer.
struct Structs(Environment);

impl Naming for Structs {
    fn variable(&self, name: &str) -> Option<(String, Spot)> {
        let name = if name == "self" { "this" } else { name };
        Some((name.to_string(), PLAIN))
    }

    fn member(&self, object: &ObjectRef, field: &str, of: &str, _: Spot) -> Option<Member> {
        let found = self.0.types.object(object)?.fields.get(field)?;
        let name = if field == "videoLength" {
            "video_length"
        } else {
            field
        };
        let option = if found.required { "" } else { ".as_ref()" };
        Some(Member {
            place: format!("{of}.{name}{option}"),
            optional: !found.required,
            spot: PLAIN,
        })
    }

    fn read(&self, ty: &Type, reference: &str, _: Spot) -> Option<Read> {
        // A place of a number is read as it is.
        let plain = reference
            .strip_prefix('&')
            .filter(|_| matches!(ty, Type::Int | Type::Double));
        let by_trait = |function: &str| format!("hit_runtime::rules::{function}({reference})");
        let text = match ty {
            Type::Int | Type::Double => plain.map_or_else(
                || by_trait(if *ty == Type::Int { "int" } else { "double" }),
                str::to_string,
            ),
            Type::Duration => {
                let text = format!("hit_runtime::rules::duration({})?", by_trait("text"));
                return Some(Read {
                    text,
                    fallible: true,
                });
            }
            Type::String | Type::Enum(_) => by_trait("text"),
            _ => return None,
        };
        Some(Read {
            text,
            fallible: false,
        })
    }

    fn support(&self) -> &str {
        "hit_runtime::rules"
    }
}

fn checked(rule: &str, environment: &Environment) -> Checked {
    compile(rule, environment).unwrap_or_else(|errors| panic!("{rule}: {errors:?}"))
}

fn generate() -> String {
    let names = Structs(environment());
    let mut text = String::from(
        "// Written by the test `the_text_is_as_checked_in`.\n\nuse super::model::{Context, Play};\nuse hit_runtime::rules::Tried;\n\npub type Rule = fn(&Play, &Context) -> Tried<bool>;\npub type Each = fn(&Play) -> Tried<Vec<usize>>;\n",
    );
    for (index, rule) in RULES.iter().enumerate() {
        let lowered = lower(&checked(rule, &names.0).root, &names)
            .unwrap_or_else(|what| panic!("{rule}: {what:?}"));
        let context = if lowered.text.contains("ctx.") {
            "ctx"
        } else {
            "_ctx"
        };
        let body = match lowered.nested {
            true => format!(
                "let steps = hit_runtime::rules::Steps::new();\n    let outcome = (|| -> Tried<bool> {{ {} }})();\n    steps.hold(outcome)",
                lowered.tried
            ),
            false => lowered.tried.clone(),
        };
        write!(text, "\n// {rule}\npub fn rule_{index}(this: &Play, {context}: &Context) -> Tried<bool> {{\n    {body}\n}}\n")
            .expect("writing to a string");
    }
    for (index, rule) in EACH.iter().enumerate() {
        let root = checked(rule, &names.0);
        let each = lower_each(&root.root, &names.0.types, &names)
            .expect("an outermost all")
            .expect("it lowers");
        let (range, variable, body) = (&each.range.text, &each.variable, &each.body.text);
        let steps = match each.body.nested {
            true => "let steps = hit_runtime::rules::Steps::new();\n    ",
            false => "",
        };
        write!(
            text,
            "\n// {rule}: each at {path:?}\npub fn each_{index}(this: &Play) -> Tried<Vec<usize>> {{\n    {steps}let mut failing = Vec::new();\n    for (index, {variable}) in {range}.iter().enumerate() {{\n        let holds = {body};\n        if !holds {{\n            failing.push(index);\n        }}\n    }}\n    Ok(failing)\n}}\n",
            path = each.path,
        )
        .expect("writing to a string");
    }
    let list = |name: &str, ty: &str, count: usize| {
        let prefix = name.to_ascii_lowercase();
        let names: Vec<String> = (0..count)
            .map(|index| format!("{prefix}_{index}"))
            .collect();
        format!("\npub static {name}: &[{ty}] = &[{}];\n", names.join(", "))
    };
    text + &list("RULE", "Rule", RULES.len()) + &list("EACH", "Each", EACH.len())
}

#[test]
fn the_text_is_as_checked_in() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/it/lowering/generated.rs"
    );
    let (found, wanted) = (
        std::fs::read_to_string(path).unwrap_or_default(),
        generate(),
    );
    if found != wanted {
        std::fs::write(path, wanted).expect("the file can be written");
        panic!("{path} was out of date; it is written anew, run the test again");
    }
}

fn documents() -> Vec<Json> {
    let full = json!({
        "duration": 3.5, "kind": "LIVE", "count": 3, "limit": 7, "social": "@a,b", "pause": "1h",
        "ranges": [{ "start": 0.0, "end": 1.5, "label": "x" }, { "start": 2.0, "end": 1.0 }],
        "tags": ["a", "b"], "headers": { "X-Key": "secret", "Other": "secret" },
        "origin": { "url": "https://example.com/a", "port": 443 }
    });
    let bare = json!({ "duration": 0.0, "kind": "VOD", "count": 0, "ranges": [], "tags": [], "headers": {} });
    let mut documents = vec![full.clone(), bare.clone()];
    // Every member of the one put into, or taken out of, the other.
    for (name, value) in full.as_object().expect("an object") {
        let (mut more, mut less) = (bare.clone(), full.clone());
        more[name] = value.clone();
        less[name] = bare[name].clone();
        if less[name].is_null() {
            less.as_object_mut().expect("an object").remove(name);
        }
        documents.extend([more, less]);
    }
    for count in [i64::MAX, -1] {
        let mut document = full.clone();
        document["count"] = count.into();
        document["limit"] = 0.into();
        document["tags"] = json!(["a", "a", "12", "bad"]);
        document["origin"] = json!({ "url": "no url", "port": 8080 });
        documents.push(document);
    }
    documents
}

#[test]
fn compiled_and_interpreted_rules_agree() {
    let environment = environment();
    let (play_type, context_type) = (
        &environment.variables["self"],
        &environment.variables["ctx"],
    );
    let context = json!({ "videoLength": 3.5 });
    let (mut holds, mut fails, mut faults) = (0, 0, 0);
    for document in documents() {
        let play = model::play(&document);
        for (rule, compiled) in RULES.iter().zip(generated::RULE) {
            let typed = checked(rule, &environment);
            let mut bindings = Bindings::new();
            bindings.insert(
                "self",
                bind(&document, play_type, &environment.types).expect("a play"),
            );
            bindings.insert(
                "ctx",
                bind(&context, context_type, &environment.types).expect("a context"),
            );
            let mut meter = Meter::new(100_000);
            let interpreted = evaluate(&typed.root, &bindings, Dialect::Standard, &mut meter)
                .map(|value| matches!(value, Value::Bool(true)))
                .map_err(|fault| fault.message);
            let compiled = compiled(&play, &model::Context { video_length: 3.5 })
                .map_err(|fault| fault.to_string());
            assert_eq!(compiled, interpreted, "{rule} of {document}");
            match interpreted {
                Ok(true) => holds += 1,
                Ok(false) => fails += 1,
                Err(_) => faults += 1,
            }
        }
    }
    assert!(
        holds > 100 && fails > 50 && faults > 20,
        "{holds} {fails} {faults}"
    );
}

#[test]
fn failing_elements_are_found_one_by_one() {
    let document = &documents()[0];
    let found: Vec<_> = generated::EACH
        .iter()
        .map(|each| each(&model::play(document)))
        .collect();
    assert_eq!(found, [Ok(vec![1]), Ok(vec![])]);
}

#[test]
fn what_cannot_fail_is_plain() {
    let names = Structs(environment());
    let plain = |rule: &str| {
        lower(&checked(rule, &names.0).root, &names).map(|rule| (rule.text, rule.fallible))
    };
    assert_eq!(
        plain("self.ranges.all(r, r.start <= r.end) && self.duration <= ctx.videoLength"),
        Ok(("this.ranges.iter().all(|r_1| r_1.start <= r_1.end) && this.duration <= ctx.video_length".to_string(), false))
    );
    assert_eq!(
        plain("has(self.limit) && self.limit >= self.count"),
        Ok(("this.limit.as_ref().is_some_and(|limit_1| hit_runtime::rules::int(limit_1) >= this.count)".to_string(), false))
    );
    assert!(plain("self.limit >= self.count").is_ok_and(|(_, fallible)| fallible));
}
