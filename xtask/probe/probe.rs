//! Runs documents through generated types. Compiled into every generated
//! program, not into xtask.
//!
//! A line of input is `{"module": index, "text": document}`; a line of output
//! says what became of it: `{"accepted", "back", "why"}`.

use std::io::{BufRead, Write};
use std::hint::black_box;
use std::panic::catch_unwind;
use std::time::Instant;

use hit_runtime::decode::Decode;
use hit_runtime::number::json_eq;
use hit_runtime::{Model, NoContext, Outside, Report, Validate, Violation, from_slice_by_schema};
use serde_json::{Value, json};

/// Judges one document.
pub type Judge = fn(&str) -> Value;

/// Judges a document by parsing it into a type and writing it again.
pub fn judge<T: serde::de::DeserializeOwned + serde::Serialize>(text: &str) -> Value {
    let value = match serde_json::from_str::<T>(text) {
        Ok(value) => value,
        Err(error) => return json!({"accepted": false, "back": false, "why": error.to_string()}),
    };
    let written = match serde_json::to_string(&value) {
        Ok(written) => written,
        Err(error) => {
            return json!({"accepted": true, "back": false, "why": format!("cannot be written: {error}")});
        }
    };
    let same = match (serde_json::from_str(text), serde_json::from_str(&written)) {
        (Ok(left), Ok(right)) => json_eq(&left, &right),
        _ => false,
    };
    let why = if same { String::new() } else { format!("written as {written}") };
    json!({"accepted": true, "back": same, "why": why})
}

/// Reads a document a line, as the type and as plain values in turn, and says
/// how long each takes: the least time of several rounds, in nanoseconds.
pub fn measure<T: serde::de::DeserializeOwned>(text: &str) -> Value {
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    let accepted = lines.iter().filter(|line| serde_json::from_str::<T>(line).is_ok()).count();
    let mut least = [u128::MAX; 2];
    let start = Instant::now();
    let mut rounds = 0;
    while rounds < 5 || start.elapsed().as_millis() < 500 {
        let readers: [fn(&str); 2] = [read::<T>, read::<Value>];
        for (least, reader) in least.iter_mut().zip(readers) {
            let start = Instant::now();
            lines.iter().for_each(|line| reader(black_box(line)));
            *least = (*least).min(start.elapsed().as_nanos());
        }
        rounds += 1;
    }
    let ratio = least[0] as f64 / least[1] as f64;
    json!({"accepted": accepted, "all": lines.len(), "ratio": ratio})
}

fn read<T: serde::de::DeserializeOwned>(text: &str) {
    let _ = black_box(serde_json::from_str::<T>(text));
}

/// Judges an object by the rules of its type: `{"object": text, "old": text or null}`.
///
/// `accepted` says what reading it says, rules included; `typed` whether it and the one before could be read by
/// their schema, so that the lowered rules of the type judged them; `found` is what rules found, `interpreted` what
/// they find run over the text.
pub fn rules<T>(job: &str) -> Value
where
    T: serde::de::DeserializeOwned + Model + for<'de> Decode<'de> + Validate<Context = NoContext>,
{
    let job: Value = serde_json::from_str(job).expect("a job is JSON");
    let object = job["object"].as_str().expect("a text");
    let old = job["old"].as_str();
    let accepted = serde_json::from_str::<T>(object).is_ok();
    let (typed, report) = match (typed::<T>(object, old), accepted) {
        (Ok(report), _) => (true, report),
        (Err(why), true) if old.is_none() => panic!("read with its rules, but not without: {why:?}"),
        (Err(_), _) => (false, as_json::<T>(object, old)),
    };
    let of_schema: Vec<String> = report
        .violations
        .iter()
        .filter(|it| !it.schema.contains("/x-kubernetes-validations/"))
        .map(|it| format!("{} {}: {}", it.code, it.instance, it.message))
        .collect();
    let interpreted = found(&as_json::<T>(object, old));
    json!({"accepted": accepted, "typed": typed, "found": found(&report), "interpreted": interpreted, "schema": of_schema,
        "not_evaluated": report.not_evaluated.len()})
}

/// Pointers and messages of rules.
fn found(report: &Report) -> Vec<Value> {
    let of_rules = |it: &&Violation| it.schema.contains("/x-kubernetes-validations/");
    let all = report.violations.iter().filter(of_rules);
    all.map(|it| json!([it.instance.as_str(), it.message])).collect()
}

/// What the type says of values read by their schema.
fn typed<T>(object: &str, old: Option<&str>) -> Result<Report, Report>
where
    T: Model + for<'de> Decode<'de> + Validate<Context = NoContext>,
{
    let value = from_slice_by_schema::<T>(object.as_bytes())?;
    match old {
        None => Ok(value.validate(&NoContext)),
        Some(old) => Ok(value.validate_update(&from_slice_by_schema(old.as_bytes())?, &NoContext)),
    }
}

/// What the engine and the rules say of values that the schema refuses.
fn as_json<T: Model>(object: &str, old: Option<&str>) -> Report {
    let value: Value = serde_json::from_str(object).expect("an object is JSON");
    let old: Option<Value> = old.map(|old| serde_json::from_str(old).expect("an object is JSON"));
    let mut report = T::CHECKS.get().check(T::NODE, &value);
    let outside = Outside { old: old.as_ref(), ..Outside::default() };
    if let Some(rules) = T::rules() {
        rules.run(T::NODE, &value, &outside, &mut report);
    }
    report
}

/// The main function of a generated program.
pub fn run(modules: &[Judge]) {
    std::panic::set_hook(Box::new(|_| {}));
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("input is readable");
        let job: Value = serde_json::from_str(&line).expect("a job is JSON");
        let module = usize::try_from(job["module"].as_u64().expect("an index")).expect("an index");
        let text = job["text"].as_str().expect("a text").to_owned();
        let judge = modules[module];
        let verdict = catch_unwind(move || judge(&text))
            .unwrap_or_else(|_| json!({"accepted": false, "back": false, "panic": true, "why": "PANIC"}));
        writeln!(out, "{verdict}").expect("output is writable");
        out.flush().expect("output is writable");
    }
}
