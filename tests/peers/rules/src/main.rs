//! `peer-rules [--repeat N]`: runs the rules of a PLAY hit in several ways, in
//! turn, and prints the least nanoseconds of each as JSON.

mod by_hand;
mod interpreted;
mod measured;
mod single;

use std::hint::black_box;
use std::process::ExitCode;

use hit_model::{Hit, Play, Ruled, RulesContext};
use serde_json::{Map, Value, json};

use measured::{item, least};

const HIT: &str = r#"{"date":"2020-07-15T10:00:00","type":"PLAY","origin":0,"sessionId":"7e7f6d22f75d2cc4b9ed5fe907dd7461","ip":"127.0.0.1","users":[{"userId":"1"},{"userId":"2"}],"medias":["9120"],"play":{"duration":55,"ranges":[{"start":0,"end":5},{"start":20,"end":30},{"start":30,"end":40.5},{"start":41,"end":50},{"start":52,"end":60}]}}"#;
const CONTEXT: &str =
    r#"{"headers":{"Accept":"*/*"},"mediaLengths":{"9119":12,"9120":60,"9121":7.5},"knownUsers":["1","2","3"]}"#;
/// Rounds of one measurement.
const ROUNDS: u32 = 2_000;

fn main() -> ExitCode {
    match measure(repeat()) {
        Ok(figures) => {
            println!("{figures}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn repeat() -> usize {
    let arguments: Vec<String> = std::env::args().collect();
    let at = arguments.iter().position(|argument| argument == "--repeat");
    at.and_then(|at| arguments.get(at + 1)?.parse().ok()).unwrap_or(15)
}

fn measure(repeat: usize) -> Result<Value, String> {
    let wrong = |error: serde_json::Error| error.to_string();
    let play: Play = serde_json::from_str(HIT).map_err(wrong)?;
    let ctx: RulesContext = serde_json::from_str(CONTEXT).map_err(wrong)?;
    let cel = interpreted::Rules::new(&interpreted::OF_A_PLAY, HIT, CONTEXT)?;
    if !play.check_rules(&ctx).violations.is_empty() || !by_hand::holds(&play, &ctx) || !cel.hold() {
        return Err("the rules do not hold".to_owned());
    }
    let names = ["value", "parse", "compiled", "hand_written", "cel", "cel_bound_anew"];
    let mut items = [
        item(ROUNDS, || serde_json::from_str::<Value>(black_box(HIT)).is_ok()),
        item(ROUNDS, || serde_json::from_str::<Hit>(black_box(HIT)).is_ok()),
        item(ROUNDS, || black_box(&play).check_rules(black_box(&ctx)).is_ok()),
        item(ROUNDS, || by_hand::holds(black_box(&play), black_box(&ctx))),
        item(ROUNDS / 50, || cel.hold()),
        item(ROUNDS / 50, || cel.hold_anew()),
    ];
    let times = least(repeat, &mut items)?;
    let all: Map<String, Value> = names.iter().map(|name| (*name).to_owned()).zip(times.into_iter().map(Value::from)).collect();
    let single: Map<String, Value> = single::measure(repeat)?
        .into_iter()
        .map(|(name, [compiled, by_hand, cel, anew])| (name.to_owned(), json!({ "compiled": compiled, "hand_written": by_hand, "cel": cel, "cel_bound_anew": anew })))
        .collect();
    Ok(json!({ "nanoseconds": all, "single": single }))
}
