//! Real documents: checked reading against reading plain values.

use std::path::Path;

use hit_codegen::Config;
use hit_schema::Entry;
use hit_schema::load::NoLoader;
use serde_json::{Map, Value, json};

use super::engine;
use crate::compile::{Externs, Module, Program, Purpose, build};
use crate::generate::generate;
use crate::table::table;
use crate::{place, pool, probe};

/// Measures; the answer of each schema by its name.
pub(crate) fn measure() -> Result<Option<Map<String, Value>>, String> {
    let Some(corpus) = place::corpus("benchmark") else {
        return Ok(None);
    };
    let folder = place::target()?.join("xtask/benchmark");
    let mut externs = probe::optimized()?;
    probe::library(&folder, &mut externs, true)?;
    let cases = place::folders(&corpus);
    let programs = pool::map("built", &cases, |case| program(&folder, case, &externs));
    // One after the other, so that none disturbs another.
    let measured = cases.iter().zip(programs).map(|(case, program)| {
        let name = case
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let answer = program.and_then(|program| answer(&program, case));
        let mut answer = answer.unwrap_or_else(|why| json!({"failed": why}));
        // Values are judged in this process: by the engine, and by the peer.
        answer["engine"] = engine::measure(case).unwrap_or_else(|why| json!({"failed": why}));
        (name, answer)
    });
    let measured: Map<String, Value> = measured.collect();
    print(&measured);
    Ok(Some(measured))
}

fn program(folder: &Path, case: &Path, externs: &Externs) -> Result<std::path::PathBuf, String> {
    let schema = case.join("schema.json");
    let bytes = std::fs::read(&schema).map_err(|error| format!("{}: {error}", schema.display()))?;
    let entry = Entry::text("schema.json", bytes);
    let code = generate(entry, &NoLoader, &Config::new().out("schema.rs")).code;
    let code = code.map_err(|refusal| refusal.text)?;
    let stem = case
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .replace(['-', '.'], "_");
    let module = Module {
        name: "generated".to_owned(),
        text: code.text,
        root: code.root,
    };
    let program = Program {
        name: stem,
        modules: vec![module],
        purpose: Purpose::Measure,
    };
    let built = build(folder, &program, externs)?;
    let broken = || {
        built
            .broken
            .values()
            .flatten()
            .next()
            .cloned()
            .unwrap_or_default()
    };
    built.binary.clone().ok_or_else(broken)
}

fn answer(program: &Path, case: &Path) -> Result<Value, String> {
    let path = case.join("instances.jsonl");
    let text =
        std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let answers = probe::answers(program, &[(0, &text)])?;
    answers
        .into_iter()
        .next()
        .ok_or_else(|| "no answer".to_owned())
}

fn print(measured: &Map<String, Value>) {
    let mut rows = vec![
        [
            "documents",
            "reading, to plain values",
            "accepted",
            "engine to jsonschema",
            "explaining to jsonschema",
        ]
        .map(str::to_owned)
        .to_vec(),
    ];
    for (name, answer) in measured {
        let ratio = |value: &Value| value.as_f64().map(|ratio| format!("{ratio:.2}"));
        let shown = ratio(&answer["ratio"]);
        let failed = || crate::text::brief(&answer.to_string(), 80);
        let accepted = format!("{}/{}", answer["accepted"], answer["all"]);
        let engine =
            ["valid", "explain"].map(|road| ratio(&answer["engine"][road]).unwrap_or_default());
        rows.push(
            [
                vec![name.clone(), shown.unwrap_or_else(failed), accepted],
                engine.to_vec(),
            ]
            .concat(),
        );
    }
    println!("{}", table(&rows));
}
