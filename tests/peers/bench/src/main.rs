//! `peer-bench EXAMPLES [--count N] [--repeat N] [--only ITEM]`: reads hits in
//! several ways, in turn, and prints the nanoseconds of every round as JSON.

mod documents;
mod items;
mod plain;
mod practice;

use std::process::ExitCode;
use std::time::Instant;

use items::ITEMS;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(line) => {
            println!("{line}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &[String]) -> Result<serde_json::Value, String> {
    let folder = arguments.first().ok_or("usage: peer-bench EXAMPLES")?;
    let option = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1)
    };
    let number = |name: &str, default: usize| {
        let text =
            option(name).map(|text| text.parse().map_err(|error| format!("{name}: {error}")));
        text.transpose().map(|number| number.unwrap_or(default))
    };
    let documents = documents::make(folder.as_ref(), number("--count", 10_000)?)?;
    let repeat = number("--repeat", 15)?;
    let only = option("--only");
    let items: Vec<_> = ITEMS
        .iter()
        .filter(|(name, _)| only.is_none_or(|only| only == name))
        .collect();
    for (name, read) in &items {
        if let Some(refused) = documents.iter().find(|document| !read(document)) {
            return Err(format!(
                "{name} refuses {}",
                String::from_utf8_lossy(&refused.text)
            ));
        }
    }
    let mut rounds = serde_json::Map::new();
    for _ in 0..repeat {
        for (name, read) in &items {
            let start = Instant::now();
            for document in &documents {
                read(std::hint::black_box(document));
            }
            let took = u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX);
            let of_item = rounds.entry(*name).or_insert_with(|| serde_json::json!([]));
            if let Some(of_item) = of_item.as_array_mut() {
                of_item.push(took.into());
            }
        }
    }
    let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
    Ok(serde_json::json!({"documents": documents.len(), "bytes": bytes, "rounds": rounds}))
}
