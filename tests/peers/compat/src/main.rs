//! `peer-compat TOOL`: reads questions, a line of JSON each, and writes what a
//! tool says: `{"draft", "formats", "narrow", "wide"}` becomes
//! `{"verdict", "seconds", "witness"?, "reason"?}`.

mod canonical;
mod convert;
mod jsoncompat;

use std::io::{BufRead, Write};
use std::process::ExitCode;
use std::time::Instant;

use serde_json::{Value, json};

/// Whether all documents of the one schema are accepted by the other.
pub enum Answer {
    /// Proved.
    Compatible,
    /// Refuted, by a document where the tool gives one.
    Breaking(Option<Value>),
    /// Neither, and why.
    Undecided(String),
}

/// What is asked.
pub struct Question {
    draft: String,
    formats: bool,
    narrow: Value,
    wide: Value,
}

fn main() -> ExitCode {
    let tool = std::env::args().nth(1);
    let answer: fn(&Question) -> Answer = match tool.as_deref() {
        Some("jsonschema_canonical") => canonical::answer,
        Some("jsoncompat") => jsoncompat::answer,
        _ => {
            eprintln!("usage: peer-compat jsonschema_canonical|jsoncompat");
            return ExitCode::from(2);
        }
    };
    // Recursive schemas need room in both.
    let worker = std::thread::Builder::new().stack_size(256 << 20);
    match worker
        .spawn(move || serve(answer))
        .map(|thread| thread.join())
    {
        Ok(Ok(Ok(()))) => ExitCode::SUCCESS,
        _ => ExitCode::from(1),
    }
}

fn serve(answer: fn(&Question) -> Answer) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let mut out = std::io::stdout();
    for line in std::io::stdin().lock().lines() {
        let mut line: Value = serde_json::from_str(&line?)?;
        let question = Question {
            draft: line["draft"].as_str().unwrap_or_default().to_owned(),
            formats: line["formats"] == true,
            narrow: line["narrow"].take(),
            wide: line["wide"].take(),
        };
        let start = Instant::now();
        let answer = answer(&question);
        let seconds = start.elapsed().as_secs_f64();
        let reply = match answer {
            Answer::Compatible => json!({"verdict": "compatible", "seconds": seconds}),
            Answer::Breaking(Some(witness)) => {
                json!({"verdict": "breaking", "seconds": seconds, "witness": witness})
            }
            Answer::Breaking(None) => json!({"verdict": "breaking", "seconds": seconds}),
            Answer::Undecided(reason) => {
                json!({"verdict": "undecided", "seconds": seconds, "reason": reason})
            }
        };
        writeln!(out, "{reply}")?;
        out.flush()?;
    }
    Ok(())
}
