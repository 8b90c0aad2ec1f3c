//! The check engine and the crate `jsonschema` on the documents of the corpus,
//! in turn, on values that are read already.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use hit_prove::judge::Oracle;
use hit_schema::load::NoLoader;
use hit_schema::{Draft, Entry, Options};
use serde_json::{Value, json};

/// How long each schema is measured, at least.
const TIME: Duration = Duration::from_millis(400);

/// Least times of both roads of the engine, as ratios to `is_valid` of the peer.
pub(super) fn measure(case: &Path) -> Result<Value, String> {
    let read = |name: &str| {
        let path = case.join(name);
        std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let text = read("schema.json")?;
    let schema: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let draft = schema["$schema"]
        .as_str()
        .and_then(Draft::from_uri)
        .unwrap_or(Draft::Draft202012);
    let documents: Vec<Value> = read("instances.jsonl")?
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect();
    let compiled = hit_schema::compile(
        &[Entry::text("schema.json", text)],
        &NoLoader,
        &Options::STANDARD,
    )
    .map_err(|errors| errors.to_string())?;
    let root = compiled.roots.first().ok_or("no root")?.node;
    let checker = compiled
        .program
        .prepare()
        .map_err(|error| error.to_string())?;
    let oracle = Oracle::new(draft, &schema, false)?;
    let ways: [&dyn Fn(&Value) -> bool; 3] = [
        &|document| oracle.accepts(document) == Some(true),
        &|document| checker.is_valid(root, document),
        &|document| checker.check(root, document).is_ok(),
    ];
    let [peer, valid, explain] = least(&ways, &documents);
    Ok(json!({"valid": valid / peer, "explain": explain / peer}))
}

fn least(ways: &[&dyn Fn(&Value) -> bool; 3], documents: &[Value]) -> [f64; 3] {
    let mut least = [f64::MAX; 3];
    let start = Instant::now();
    while start.elapsed() < TIME {
        for (least, way) in least.iter_mut().zip(ways) {
            let start = Instant::now();
            documents.iter().for_each(|document| {
                black_box(way(black_box(document)));
            });
            *least = least.min(start.elapsed().as_secs_f64());
        }
    }
    least
}
