//! `hit contract replay`.

use std::io::Write;

use hit_contract::block_on;
use hit_contract::report::{load, replay, request};
use serde_json::json;

use super::args::{Format, ReplayArgs};
use super::connect::client;
use crate::outcome::{Failure, Outcome};

/// Sends what a replay file holds, and judges the answer again.
pub fn run(args: &ReplayArgs) -> Result<Outcome, Failure> {
    let file = load(&args.file).map_err(Failure::message)?;
    let sent = request(&file).ok_or_else(|| {
        Failure::message(format_args!("`{}` holds no request", args.file.display()))
    })?;
    let url = args.url.as_deref().unwrap_or(&file.base);
    let transport = client(url, args.timeout)?;
    let replayed = block_on(replay(&file, &sent, transport)).map_err(Failure::message)?;
    let replayed = replayed.map_err(Failure::message)?;
    let mut out = std::io::stdout().lock();
    match args.format {
        Format::Human => {
            writeln!(out, "{}: {}", file.kind, file.detail)?;
            writeln!(
                out,
                "now: {} {}",
                replayed.reply.status,
                String::from_utf8_lossy(&replayed.reply.body).trim_end()
            )?;
            for fault in &replayed.faults {
                writeln!(out, "still: {fault}")?;
            }
        }
        Format::Json => {
            let line = json!({ "status": replayed.reply.status, "faults": replayed.faults });
            writeln!(out, "{line}")?;
        }
    }
    out.flush()?;
    Ok(match replayed.faults.is_empty() {
        true => Outcome::Fine,
        false => Outcome::Found,
    })
}
