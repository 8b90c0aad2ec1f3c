//! Measures the comparison on the corpus that `HIT_CORPUS` names.

use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let corpus = std::env::var_os("HIT_CORPUS").map_or("../shared/data".into(), PathBuf::from);
    let figures = hit_diff::corpus::run(&corpus, false)?;
    let tallies = [&figures.cases, &figures.history];
    if std::env::args().any(|argument| argument == "--notes") {
        for note in tallies.into_iter().flatten().flat_map(|tally| &tally.notes) {
            println!("{note}");
        }
    }
    println!("{figures}");
    println!("{}", figures.to_json());
    Ok(())
}
