//! Runs a generated program over documents and survives its breakdown.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use super::verdict::Verdict;

/// A document that takes longer hangs.
const LIMIT: Duration = Duration::from_secs(30);

/// Judges documents: index of the module in the program, and text.
pub(crate) fn run(program: &Path, jobs: &[(usize, &str)]) -> Result<Vec<Verdict>, String> {
    Ok(answers(program, jobs)?.iter().map(verdict).collect())
}

/// What the program answers to each job; `panic` where it broke down.
pub(crate) fn answers(program: &Path, jobs: &[(usize, &str)]) -> Result<Vec<Value>, String> {
    let mut answers = Vec::with_capacity(jobs.len());
    while let Some(rest) = jobs.get(answers.len()..).filter(|rest| !rest.is_empty()) {
        if let Some(fate) = run_on(program, rest, &mut answers)? {
            answers.push(json!({"panic": true, "why": fate}));
        }
    }
    Ok(answers)
}

/// Judges until the end, or until the program breaks down: then says how.
fn run_on(
    program: &Path,
    jobs: &[(usize, &str)],
    answers: &mut Vec<Value>,
) -> Result<Option<String>, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", program.display());
    let mut child = Command::new(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(failed)?;
    let input = child.stdin.take();
    let output = child.stdout.take();
    let (sender, receiver) = mpsc::channel();
    let mut left = jobs.len();
    let fate = thread::scope(|scope| {
        scope.spawn(move || {
            let Some(mut input) = input else { return };
            for (module, text) in jobs {
                let job = json!({"module": module, "text": text});
                if writeln!(input, "{job}").is_err() {
                    return;
                }
            }
        });
        scope.spawn(move || {
            let lines = output.map(|output| BufReader::new(output).lines());
            for line in lines.into_iter().flatten().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        while left > 0 {
            match receiver.recv_timeout(LIMIT) {
                Ok(line) => answers.push(serde_json::from_str(&line).unwrap_or_default()),
                Err(RecvTimeoutError::Timeout) => {
                    let _ = child.kill();
                    return Some(format!("HANGS for more than {LIMIT:?}"));
                }
                Err(RecvTimeoutError::Disconnected) => return Some(String::new()),
            }
            left -= 1;
        }
        None
    });
    let output = child.wait_with_output().map_err(failed)?;
    Ok(fate.map(|fate| {
        let words = String::from_utf8_lossy(&output.stderr);
        format!("{fate}CRASH {} {}", output.status, words.trim())
    }))
}

fn verdict(value: &Value) -> Verdict {
    Verdict {
        accepted: value["accepted"] == true,
        back: value["back"] == true,
        crashed: value["panic"] == true,
        why: value["why"].as_str().unwrap_or_default().to_owned(),
    }
}
