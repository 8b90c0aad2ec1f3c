//! `hit schema`.

use std::io::Write;

use crate::outcome::{Failure, Outcome};

/// Arguments of `hit schema`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A bundled schema is one JSON Schema document (2020-12) that refers to nothing outside itself. `HIT` is any of the six.
Several types are printed one after the other, each a document that ends with a line feed.

Exit codes: 0 printed; 2 there is no such type.

Example: hit schema PLAY > play.schema.json")]
pub struct Args {
    /// The types as they stand in hits, in any case: CONNECTION, DOWNLOAD, PLAY, SEARCH, UPLOAD, VIEW; or HIT.
    #[arg(value_name = "TYPE", required = true)]
    types: Vec<String>,
}

/// Prints schemas; nothing when one of the types is not known.
pub fn run(args: &Args) -> Result<Outcome, Failure> {
    let texts: Result<Vec<&str>, Failure> = args.types.iter().map(|name| text(name)).collect();
    let mut out = std::io::stdout().lock();
    for text in texts? {
        out.write_all(text.as_bytes())?;
    }
    out.flush()?;
    Ok(Outcome::Fine)
}

fn text(name: &str) -> Result<&'static str, Failure> {
    hit_model::schema(&name.to_uppercase()).ok_or_else(|| {
        let known = hit_model::SCHEMAS.map(|(name, _)| name).join(", ");
        Failure::message(format_args!(
            "there is no hit type `{name}` (there are: {known})"
        ))
    })
}
