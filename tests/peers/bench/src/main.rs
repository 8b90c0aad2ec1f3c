//! `peer-bench EXAMPLES [--count N] [--repeat N] [--only ITEM]`: reads hits in
//! several ways, in turn, and prints the least and median nanoseconds as JSON.

mod documents;
mod items;
mod plain;
mod practice;

use std::process::ExitCode;
use std::time::Instant;

use documents::Document;
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

/// Documents read at a stretch: so few that most stretches are not interrupted
/// on a busy machine.
const SLICE: usize = 250;

/// The least and the median times of all slices, added up.
fn sums(times: Vec<Vec<u128>>) -> [f64; 2] {
    let mut sums = [0.0; 2];
    for mut times in times {
        times.sort_unstable();
        sums[0] += times.first().map_or(0.0, |time| *time as f64);
        sums[1] += times.get(times.len() / 2).map_or(0.0, |time| *time as f64);
    }
    sums
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
    let slices: Vec<&[Document]> = documents.chunks(SLICE).collect();
    let mut times = vec![vec![Vec::with_capacity(repeat); slices.len()]; items.len()];
    for _ in 0..repeat {
        for (at, slice) in slices.iter().enumerate() {
            for ((_, read), times) in items.iter().zip(&mut times) {
                let start = Instant::now();
                for document in *slice {
                    read(std::hint::black_box(document));
                }
                times[at].push(start.elapsed().as_nanos());
            }
        }
    }
    let figures = items.iter().zip(times).map(|((name, _), times)| {
        let [least, median] = sums(times);
        (
            (*name).to_owned(),
            serde_json::json!({"least": least, "median": median}),
        )
    });
    let figures: serde_json::Map<_, _> = figures.collect();
    let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
    Ok(serde_json::json!({"documents": documents.len(), "bytes": bytes, "nanoseconds": figures}))
}
