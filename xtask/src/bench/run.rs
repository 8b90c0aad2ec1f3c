//! The run.

use serde_json::{Map, Value};

use super::args::Args;
use super::{compile, derive, documents, hits, rules};

/// Measures what the arguments ask for.
///
/// # Errors
/// What keeps it from running.
pub(crate) fn run(args: &Args) -> Result<bool, String> {
    let mut figures = Map::new();
    if args.compile_derive {
        figures.insert(
            "compile_derive".to_owned(),
            Value::Object(derive::measure()?),
        );
        return told(args, figures);
    }
    figures.insert("hits".to_owned(), Value::Object(hits::measure(args)?));
    if args.rules {
        figures.insert("rules".to_owned(), Value::Object(rules::measure(args)?));
    }
    let parts = [
        (
            "compile",
            args.compile,
            compile::measure as fn() -> Result<Option<_>, String>,
        ),
        ("corpus", args.corpus, documents::measure),
    ];
    for (name, wanted, measure) in parts {
        if wanted {
            // A part of the corpus that is not there is absent: `null`.
            let measured = measure()?.map_or(Value::Null, Value::Object);
            figures.insert(name.to_owned(), measured);
        }
    }
    told(args, figures)
}

fn told(args: &Args, figures: Map<String, Value>) -> Result<bool, String> {
    if args.json {
        println!("{}", Value::Object(figures));
    }
    Ok(true)
}
