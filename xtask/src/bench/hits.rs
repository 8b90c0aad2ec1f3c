//! Reading hits: by a program of the peers' workspace, all in one process.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Map, Value};

use super::args::Args;
use crate::place;
use crate::table::table;

/// What stands for 1.
const BASE: &str = "value";

/// Measures; ratios by name.
pub(crate) fn measure(args: &Args) -> Result<Map<String, Value>, String> {
    let program = build("peer-bench")?;
    let output = run_program(
        Command::new(&program)
            .arg(examples())
            .arg("--repeat")
            .arg(args.repeat.to_string()),
    )?;
    let line = output.lines().last().unwrap_or_default();
    let answer: Value =
        serde_json::from_str(line).map_err(|error| format!("peer-bench: {error}"))?;
    let measured = answer["nanoseconds"]
        .as_object()
        .ok_or("peer-bench measured nothing")?;
    let ratios = ratios(measured)?;
    let instructions = match args.instructions {
        true => instructions(&program, measured.keys())?,
        false => Map::new(),
    };
    println!(
        "reading {} hits, {} bytes, {} rounds in turn:",
        answer["documents"], answer["bytes"], args.repeat
    );
    print(&ratios, &instructions);
    let mut all: Map<String, Value> = ratios
        .into_iter()
        .map(|(name, [least, _])| (name, least.into()))
        .collect();
    if args.instructions {
        all.insert("instructions".to_owned(), Value::Object(instructions));
    }
    Ok(all)
}

fn examples() -> PathBuf {
    place::workspace().join("examples")
}

/// Builds a program, optimized.
pub(super) fn build(name: &str) -> Result<PathBuf, String> {
    let target = place::target()?.join("xtask/peers");
    let status = place::cargo()
        .args(["build", "--release", "-p", name, "--target-dir"])
        .arg(&target)
        .current_dir(place::workspace().join("tests/peers"))
        .status()
        .map_err(|error| format!("cannot run cargo build: {error}"))?;
    match status.success() {
        true => Ok(target.join("release").join(name)),
        false => Err(format!("cargo build of {name} failed")),
    }
}

/// What a program says.
pub(super) fn run_program(command: &mut Command) -> Result<String, String> {
    let output = command
        .output()
        .map_err(|error| format!("{command:?}: {error}"))?;
    if output.status.success() {
        let text = [output.stdout, output.stderr].concat();
        return Ok(String::from_utf8_lossy(&text).into_owned());
    }
    Err(String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Least and median time of each, as ratios.
fn ratios(measured: &Map<String, Value>) -> Result<Vec<(String, [f64; 2])>, String> {
    let times = |name: &str| {
        let times = &measured.get(name)?;
        Some([times["least"].as_f64()?, times["median"].as_f64()?])
    };
    let base = times(BASE).ok_or("peer-bench did not measure plain values")?;
    let ratio = |name: &String| {
        let [least, median] = times(name)?;
        Some((name.clone(), [least / base[0], median / base[1]]))
    };
    Ok(measured.keys().filter_map(ratio).collect())
}

/// Instructions of a round of each, as ratios: what two rounds more take.
fn instructions<'n>(
    program: &Path,
    names: impl Iterator<Item = &'n String>,
) -> Result<Map<String, Value>, String> {
    let count = |name: &str, rounds: &str| {
        let output = run_program(
            Command::new("valgrind")
                .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
                .arg(program)
                .arg(examples())
                .args(["--count", "500", "--only", name, "--repeat", rounds]),
        )?;
        let line = output
            .lines()
            .find_map(|line| line.split_once("Collected : "));
        let count = line.and_then(|(_, count)| count.trim().parse::<f64>().ok());
        count.ok_or_else(|| "valgrind counted nothing".to_owned())
    };
    let of_round = |name: &str| Ok::<f64, String>((count(name, "3")? - count(name, "1")?) / 2.0);
    let base = of_round(BASE)?;
    names
        .map(|name| Ok((name.clone(), (of_round(name)? / base).into())))
        .collect()
}

fn print(ratios: &[(String, [f64; 2])], instructions: &Map<String, Value>) {
    let mut rows = vec![
        ["", "least time", "median time", "instructions"]
            .map(str::to_owned)
            .to_vec(),
    ];
    for (name, [least, median]) in ratios {
        let counted = instructions.get(name).and_then(Value::as_f64);
        let counted = counted
            .map(|ratio| format!("{ratio:.2}"))
            .unwrap_or_default();
        rows.push(vec![
            name.clone(),
            format!("{least:.2}"),
            format!("{median:.2}"),
            counted,
        ]);
    }
    println!("{}", table(&rows));
}
