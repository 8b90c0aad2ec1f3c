//! How long a crate with derived checks takes to build from nothing.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use serde_json::{Map, Value, json};

use crate::place;
use crate::table::table;

/// The crates below `tests/peers`, with the names of their figures.
const CRATES: [(&str, &str); 3] = [
    ("derive-hit", "hit"),
    ("derive-garde", "garde"),
    ("derive-garde-alike", "garde_alike"),
];

/// What one build took.
struct Took {
    seconds: f64,
    /// Of all processes, where the system tells; it depends less on what else runs.
    cpu_seconds: Option<f64>,
}

/// Builds each crate in an empty folder, one after the other.
pub(super) fn measure() -> Result<Map<String, Value>, String> {
    let folder = place::target()?.join("xtask/derive");
    let mut figures = Map::new();
    let mut rows = vec![
        ["building from nothing", "seconds", "seconds of processors"]
            .map(str::to_owned)
            .to_vec(),
    ];
    for (name, figure) in CRATES {
        let took = build(name, &folder.join(name))?;
        let cpu = took.cpu_seconds.map(|cpu| format!("{cpu:.1}"));
        rows.push(vec![
            name.to_owned(),
            format!("{:.1}", took.seconds),
            cpu.unwrap_or_default(),
        ]);
        let value = json!({ "seconds": took.seconds, "cpu_seconds": took.cpu_seconds });
        figures.insert(figure.to_owned(), value);
    }
    println!("{}", table(&rows));
    Ok(figures)
}

fn build(name: &str, folder: &Path) -> Result<Took, String> {
    let manifest = place::workspace().join(format!("tests/peers/{name}/Cargo.toml"));
    // What is loaded and unpacked once is not the compiler's time.
    run(place::cargo().arg("fetch"), &manifest)?;
    if folder.exists() {
        std::fs::remove_dir_all(folder)
            .map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let (before, start) = (children_seconds(), Instant::now());
    let target = folder.as_os_str();
    run(
        place::cargo()
            .args(["build", "--quiet", "--target-dir"])
            .arg(target)
            // As for users, who have all of them from a registry: Cargo builds nothing of that incrementally.
            .env("CARGO_INCREMENTAL", "0"),
        &manifest,
    )?;
    let seconds = start.elapsed().as_secs_f64();
    let cpu = children_seconds().zip(before);
    Ok(Took {
        seconds,
        cpu_seconds: cpu.map(|(after, before)| after - before),
    })
}

fn run(command: &mut Command, manifest: &Path) -> Result<(), String> {
    let status = command.arg("--manifest-path").arg(manifest).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{}: {status}", manifest.display())),
        Err(error) => Err(format!("cargo: {error}")),
    }
}

/// The time that finished children and theirs have had, user and system, as Linux tells it
/// (`proc_pid_stat(5)`, fields 16 and 17, in hundredths of a second).
fn children_seconds() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/self/stat").ok()?;
    let (_, rest) = text.rsplit_once(')')?;
    let fields: Vec<&str> = rest.split_whitespace().collect();
    // The first field after the name is the third.
    let ticks = |number: usize| fields.get(number - 3)?.parse::<f64>().ok();
    Some((ticks(16)? + ticks(17)?) / 100.0)
}
