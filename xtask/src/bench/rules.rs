//! The rules of a hit: by a program of the peers' workspace, all in one process.

use std::process::Command;

use serde_json::{Map, Value, json};

use super::args::Args;
use crate::table::table;

/// What stands for 1.
const BASE: &str = "value";

/// Measures; ratios to reading the same hit as plain JSON, by name.
pub(crate) fn measure(args: &Args) -> Result<Map<String, Value>, String> {
    let program = super::hits::build("peer-rules")?;
    let output = super::hits::run_program(
        Command::new(program)
            .arg("--repeat")
            .arg(args.repeat.to_string()),
    )?;
    let line = output.lines().last().unwrap_or_default();
    let answer: Value =
        serde_json::from_str(line).map_err(|error| format!("peer-rules: {error}"))?;
    let times = answer["nanoseconds"]
        .as_object()
        .ok_or("peer-rules measured nothing")?;
    let time = |name: &str| {
        let time = times.get(name).and_then(Value::as_f64);
        time.ok_or_else(|| format!("peer-rules did not measure {name}"))
    };
    let base = time(BASE)?;
    let (compiled, by_hand) = (time("compiled")?, time("hand_written")?);
    println!("the rules of a PLAY hit, {} rounds in turn:", args.repeat);
    let mut cells = vec![
        ["", "to plain JSON", "to compiled"]
            .map(str::to_owned)
            .to_vec(),
    ];
    for name in times.keys() {
        let time = time(name)?;
        let row = [
            name.clone(),
            format!("{:.4}", time / base),
            format!("{:.2}", time / compiled),
        ];
        cells.push(row.to_vec());
    }
    println!("{}", table(&cells));
    println!("compiled to written by hand: {:.2}", compiled / by_hand);
    println!(
        "of reading the hit: {:.1} %",
        100.0 * compiled / time("parse")?
    );
    let ratios = times
        .iter()
        .filter_map(|(name, time)| Some((name.clone(), (time.as_f64()? / base).into())));
    let mut figures: Map<String, Value> = ratios.collect();
    let parsing = json!(compiled / time("parse")?);
    figures.insert("compiled_to_parsing".to_owned(), parsing);
    figures.insert("single".to_owned(), single(&answer["single"]));
    Ok(figures)
}

/// One rule at a time: ratios by rule.
fn single(answer: &Value) -> Value {
    let mut cells = vec![
        [
            "one rule",
            "compiled to written by hand",
            "cel to compiled",
            "and with values bound anew",
        ]
        .map(str::to_owned)
        .to_vec(),
    ];
    let mut ratios = Map::new();
    for (name, times) in answer.as_object().into_iter().flatten() {
        let time = |way: &str| times[way].as_f64().unwrap_or(f64::NAN);
        let compiled = time("compiled");
        let (by_hand, cel) = (compiled / time("hand_written"), time("cel") / compiled);
        let anew = time("cel_bound_anew") / compiled;
        cells.push(vec![
            name.clone(),
            format!("{by_hand:.2}"),
            format!("{cel:.0}"),
            format!("{anew:.0}"),
        ]);
        ratios.insert(
            name.clone(),
            json!({
                "compiled_to_hand_written": by_hand, "cel_to_compiled": cel,
                "cel_bound_anew_to_compiled": anew,
            }),
        );
    }
    println!("{}", table(&cells));
    Value::Object(ratios)
}
