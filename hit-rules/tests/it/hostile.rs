//! No text panics the parser or the checker; no rule panics the interpreter
//! or escapes its budget.

use crate::corpus;

use hit_rules::functions::Dialect;
use hit_rules::types::Type;
use hit_rules::value::{FaultKind, Meter, Value, bind};
use hit_rules::{Bindings, Environment, compile, evaluate, parse};
use serde_json::json;

/// A small generator of pseudo-random numbers (xorshift), so that runs repeat.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).expect("the limit is a usize")
    }

    fn pick<'t>(&mut self, from: &[&'t str]) -> &'t str {
        from[self.below(from.len())]
    }
}

const PIECES: &[&str] = &[
    "self",
    "x",
    "s",
    "n",
    "d",
    "l",
    "m",
    "o",
    "1",
    "0",
    "-1",
    "9223372036854775807",
    "-9223372036854775808",
    "1u",
    "1.5",
    "'a'",
    "''",
    "'é😀'",
    "b'\\xff'",
    "true",
    "false",
    "null",
    "[",
    "]",
    "{",
    "}",
    "(",
    ")",
    ".",
    ",",
    ":",
    "?",
    "==",
    "!=",
    "<",
    "<=",
    "+",
    "-",
    "*",
    "/",
    "%",
    "!",
    "&&",
    "||",
    " in ",
    "has(",
    "size(",
    ".all(e, ",
    ".map(e, ",
    ".filter(e, ",
    ".exists_one(e, ",
    ".matches('",
    ".split('a', ",
    ".substring(",
    ".charAt(",
    ".format([",
    "[?",
    ".?",
    "optional.of(",
    ".orValue(",
    "duration(",
    "timestamp(",
    "'",
    "\"",
    "`",
    "\\",
    "//",
    "\n",
    "0x",
    "1e400",
    "type(",
    "dyn(",
    "é",
    "\u{0}",
    ".sort()",
    ".sum()",
    ".slice(",
    ".lastIndexOf(",
    "lists.range(",
    "math.bitShiftLeft(",
    "cel.bind(v, ",
    ".transformMapEntry(k, v, ",
];

fn environment() -> Environment {
    Environment::default()
        .with("self", Type::Dyn)
        .with("x", Type::Int)
        .with("n", Type::Int)
        .with("d", Type::Double)
        .with("s", Type::String)
        .with("l", Type::list(Type::Int))
        .with("m", Type::map(Type::String, Type::Int))
        .with("o", Type::optional(Type::Int))
}

fn run(text: &str, environment: &Environment, budget: u64) -> Result<String, Option<FaultKind>> {
    let document = json!({ "a": [1, 2, { "b": null }], "b": 1.5, "c": "text", "d": { "e": true } });
    let Ok(rule) = compile(text, environment) else {
        return Err(None);
    };
    let mut bindings = Bindings::new();
    bindings.insert(
        "self",
        bind(&document, &Type::Dyn, &environment.types).expect("anything is dyn"),
    );
    bindings.insert("x", Value::Int(i64::MAX));
    bindings.insert("n", Value::Int(0));
    bindings.insert("d", Value::Double(f64::NAN));
    bindings.insert("s", Value::string("é😀a"));
    bindings.insert("l", Value::list(vec![Value::Int(i64::MIN), Value::Int(-1)]));
    let numbers = json!({ "a": 1 });
    let ty = Type::map(Type::String, Type::Int);
    bindings.insert(
        "m",
        bind(&numbers, &ty, &environment.types).expect("a map of numbers"),
    );
    bindings.insert("o", Value::Optional(None));
    let mut meter = Meter::new(budget);
    let outcome = evaluate(&rule.root, &bindings, Dialect::Standard, &mut meter);
    assert!(meter.left() <= budget);
    outcome
        .map(|value| format!("{value:?}"))
        .map_err(|fault| Some(fault.kind))
}

#[test]
fn token_soup() {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let (checked, unchecked) = (
        environment(),
        Environment {
            unchecked: true,
            ..environment()
        },
    );
    let mut evaluated = 0;
    for _ in 0..20_000 {
        let text: String = (0..=random.below(9)).map(|_| random.pick(PIECES)).collect();
        let _ = parse(&text);
        let _ = compile(&text, &checked);
        evaluated += usize::from(!matches!(run(&text, &unchecked, 2000), Err(None)));
    }
    assert!(evaluated > 200, "only {evaluated} texts were expressions");
}

/// An expression that parses, whatever its types.
fn expression(random: &mut Random, depth: usize) -> String {
    if depth == 0 {
        return random
            .pick(&[
                "x", "n", "d", "s", "l", "m", "o", "self", "self.a", "self.zz", "1", "-1", "0u",
                "'a'", "null", "[]", "{}", "b''",
            ])
            .to_string();
    }
    let mut below = || expression(random, depth - 1);
    let (a, b, c) = (below(), below(), below());
    let forms = [
        format!("({a} + {b})"),
        format!("({a} - {b})"),
        format!("({a} * {b})"),
        format!("({a} / {b})"),
        format!("({a} % {b})"),
        format!("({a} == {b})"),
        format!("({a} < {b})"),
        format!("({a} in {b})"),
        format!("({a} ? {b} : {c})"),
        format!("({a} || {b})"),
        format!("!({a} && {b})"),
        format!("-({a})"),
        format!("[{a}, {b}, ?{c}]"),
        format!("{{{a}: {b}}}"),
        format!("({a})[{b}]"),
        format!("({a})[?{b}]"),
        format!("({a}).all(e, {b} == e)"),
        format!("({a}).map(e, {b})"),
        format!("({a}).transformMap(k, e, {b})"),
        format!("({a}).sortBy(e, {b})"),
        format!("({a}).split({b}, {c})"),
        format!("({a}).substring({b}, {c})"),
        format!("({a}).replace({b}, {c})"),
        format!("({a}).lastIndexOf({b}, {c})"),
        format!("({a}).format({b})"),
        format!("({a}).matches({b})"),
        format!("({a}).slice({b}, {c})"),
        format!("({a}).flatten({b})"),
        format!("({a}).sum()"),
        format!("({a}).orValue({b})"),
        format!("({a}).optMap(v, {b})"),
        format!("lists.range({a})"),
        format!("string({a})"),
        format!("int({a})"),
        format!("timestamp({a}) + duration({b})"),
        format!("math.abs({a})"),
        format!("math.bitShiftLeft({a}, {b})"),
        format!("optional.ofNonZeroValue({a})"),
        format!("({a}).?b.c"),
        format!("has(({a}).b)"),
        format!("size({a})"),
    ];
    let chosen = random.below(forms.len());
    forms
        .into_iter()
        .nth(chosen)
        .expect("the index is below the length")
}

#[test]
fn random_expressions() {
    let mut random = Random(0xD1B5_4A32_D192_ED03);
    let unchecked = Environment {
        unchecked: true,
        ..environment()
    };
    let mut values = 0;
    for _ in 0..5_000 {
        let depth = 1 + random.below(3);
        let text = expression(&mut random, depth);
        assert!(parse(&text).is_ok(), "{text}");
        let _ = compile(&text, &environment());
        let first = run(&text, &unchecked, 5000);
        assert_eq!(
            first,
            run(&text, &unchecked, 5000),
            "{text} gives one result"
        );
        values += usize::from(first.is_ok());
    }
    assert!(values > 100, "only {values} expressions had a value");
}

#[test]
fn cut_and_changed_rules() {
    let mut random = Random(0xA076_1D64_78BD_642F);
    let Some(lines) = corpus::text("typecheck-mutants.jsonl") else {
        return;
    };
    let environment = Environment::default().with("self", Type::Dyn);
    for line in lines.lines().step_by(7) {
        let mutant: serde_json::Value = serde_json::from_str(line).expect("the corpus is JSON");
        let rule: Vec<char> = mutant["rule"].as_str().unwrap_or("").chars().collect();
        let cut: String = rule.iter().take(random.below(rule.len() + 1)).collect();
        let _ = compile(&cut, &environment);
        let mut changed: Vec<String> = rule.iter().map(char::to_string).collect();
        let place = random.below(changed.len());
        changed[place] = random.pick(PIECES).to_string();
        let _ = compile(&changed.concat(), &environment);
    }
}

#[test]
fn deep_nesting_is_refused() {
    for (open, close) in [
        ("(", ")"),
        ("[", "]"),
        ("!", ""),
        ("-", ""),
        ("{1:", "}"),
        ("f(", ")"),
        ("a[", "]"),
        ("a?a:", ""),
    ] {
        let text = format!("{}a{}", open.repeat(100_000), close.repeat(100_000));
        assert!(parse(&text).is_err(), "{open}");
    }
    for chain in [".a", "[0]", "+a", ".f()", "*a", "==a", ".?a"] {
        assert!(
            parse(&format!("a{}", chain.repeat(100_000))).is_err(),
            "{chain}"
        );
    }
    // Chains of one logical operator are flat.
    assert!(parse(&format!("a{}", "&&a".repeat(10_000))).is_ok());
    let deep = format!("{}a{}", "(".repeat(70), ")".repeat(70));
    assert!(parse(&deep).is_ok());
}

#[test]
fn hostile_rules_use_up_their_budget() {
    let big = format!("[{}]", vec!["1"; 200].join(","));
    let rules = [
        format!("{big}.all(a, {big}.all(b, {big}.all(c, {big}.all(d, a + b + c + d > 0))))"),
        format!("{big}.map(a, {big}.map(b, {big}.map(c, {big}))).size() > 0"),
        "lists.range(9223372036854775807).size() > 0".to_string(),
        format!("[{}].join('{}').replace('', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx').replace('', 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy').replace('', 'zzzzzzzzzzzzzzzzzzzzzzzzz').replace('', 'zzzzzzzzzzzzzzzzzzzz').size() > 0", vec!["'abc'"; 100].join(","), "s".repeat(100)),
        format!("{big}.all(a, {big}.all(b, s.matches(s + '(x+x+)+y' + string(a + b)) || true))"),
        format!("cel.bind(a, s + s, {}a.size() > 0{}", "cel.bind(a, a + a, ".repeat(40), ")".repeat(41)),
        "lists.range(1000).all(i, s.matches('(a{1000}){1000}' + string(i)) || true)".to_string(),
        "lists.range(100000).distinct().size() > 0".to_string(),
        "lists.range(1000000).map(a, s.split('')).flatten().size() > 0".to_string(),
        "lists.range(3000).map(a, lists.range(3000)).flatten().sort().distinct().size() > 0 && true".to_string(),
    ];
    for text in &rules {
        let result = run(text, &environment(), 1_000_000);
        assert_eq!(result, Err(Some(FaultKind::Budget)), "{text:.80}");
    }
}

#[test]
fn a_used_up_budget_is_not_absorbed() {
    let text = "lists.range(100000).size() > 0 || true";
    assert_eq!(
        run(text, &environment(), 1000),
        Err(Some(FaultKind::Budget))
    );
    assert_eq!(
        run("1 / n > 0 || true", &environment(), 1000),
        Ok("Bool(true)".to_string())
    );
}

#[test]
fn long_rules_are_checked() {
    for piece in [
        "[] == []",
        "x == n && has(self.a)",
        "self.a.b == [1, n].map(e, e + 1)[0]",
        "s.size() < 3 ? true : false",
    ] {
        let text = vec![format!("({piece})"); 3000].join(" && ");
        assert!(compile(&text, &environment()).is_ok(), "{piece}");
    }
    // Without a type nothing can be chosen before the value is known.
    let sums = vec!["(self.a + self.b) * self.c"; 70].join(" + ");
    assert!(compile(&sums, &environment()).is_ok());
}
