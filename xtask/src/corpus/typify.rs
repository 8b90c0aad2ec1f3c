//! Generation by typify: one process a schema, as it may break down.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use super::cases::Case;
use crate::compile::Externs;
use crate::generate::{Code, Outcome, Refusal};
use crate::{place, pool};

const WANTED: [&str; 6] = [
    "hit_runtime",
    "serde",
    "serde_json",
    "chrono",
    "regress",
    "uuid",
];

/// Builds typify and what its output needs.
pub(crate) fn externs(folder: &Path) -> Result<Externs, String> {
    let peers = place::workspace().join("tests/peers");
    let target = format!("--target-dir={}", folder.join("target").display());
    let package = ["-p", "peer-typify", &target];
    let release = [&package[..], &["--release"]].concat();
    Externs::build(&peers, &release, &[])?;
    Externs::build(&peers, &package, &WANTED)
}

/// Generates code for all schemas.
pub(crate) fn outcomes(folder: &Path, cases: &[Case]) -> Vec<Outcome> {
    pool::map("typify", cases, |case| {
        outcome(folder, &case.name, &case.path)
    })
}

/// Generates code for one schema.
pub(crate) fn outcome(folder: &Path, name: &str, schema: &Path) -> Outcome {
    let program = folder.join("target/release/peer-typify");
    let out = folder.join("out").join(format!("{name}.rs"));
    let start = Instant::now();
    let output = fs::create_dir_all(folder.join("out"))
        .and_then(|()| Command::new(&program).arg(schema).arg(&out).output());
    let took = start.elapsed();
    let failed = |text: String| {
        Err(Refusal {
            text,
            unavailable: false,
        })
    };
    let code = match output {
        Err(error) => failed(error.to_string()),
        Ok(output) if !output.status.success() => {
            failed(String::from_utf8_lossy(&output.stderr).into_owned())
        }
        Ok(output) => match fs::read_to_string(&out) {
            Err(error) => failed(error.to_string()),
            Ok(text) => Ok(Code {
                text,
                root: String::from_utf8_lossy(&output.stdout).trim().to_owned(),
                plain: Vec::new(),
            }),
        },
    };
    Outcome { code, took }
}
