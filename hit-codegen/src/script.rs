//! The mouths that run inside a build: `build.rs` and the macro.

use std::fmt;
use std::path::{Path, PathBuf};

use hit_schema::{Diagnostics, render};

use crate::config::Config;
use crate::driver::generate;

/// Why generating failed, rendered for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure(String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

impl From<Diagnostics> for Failure {
    fn from(found: Diagnostics) -> Self {
        let texts: Vec<String> = found
            .items
            .iter()
            .map(|item| render::human(item, &found.sources))
            .collect();
        Self(texts.join("\n"))
    }
}

/// Generates from a build script: schemas relative to the package, the file
/// given by `out` in `OUT_DIR`. Tells cargo which files to watch.
///
/// ```no_run
/// // build.rs
/// fn main() -> Result<(), hit_codegen::Failure> {
///     hit_codegen::build(hit_codegen::Config::new().schema("schemas/play.json").out("play.rs"))
/// }
/// ```
///
/// # Errors
/// Everything that is wrong with the schemas, or a file that cannot be written.
pub fn build(mut config: Config) -> Result<(), Failure> {
    let variable = |name: &str| {
        std::env::var_os(name).map(PathBuf::from).ok_or_else(|| {
            Failure(format!(
                "`{name}` is not set: call `build` from a build script"
            ))
        })
    };
    let base = variable("CARGO_MANIFEST_DIR")?;
    config.out = variable("OUT_DIR")?.join(&config.out);
    let (generated, output) = generate(&config, &base)?;
    for warning in &generated.warnings {
        for line in render::human(warning, &generated.sources).lines() {
            println!("cargo::warning={line}");
        }
    }
    for path in &generated.loaded {
        println!("cargo::rerun-if-changed={}", path.display());
    }
    output
        .write()
        .map_err(|error| Failure(format!("cannot write generated code: {error}")))?;
    Ok(())
}

/// The code for one schema file as tokens, and the files that were read: what
/// `include_schema!` expands to.
///
/// # Errors
/// Everything that is wrong with the schema.
pub fn expand(
    path: &str,
    base: &Path,
) -> Result<(proc_macro2::TokenStream, Vec<PathBuf>), Failure> {
    let config = Config::new().schema(path).out("expanded.rs");
    let (generated, _) = generate(&config, base)?;
    let tokens = generated.text.parse().map_err(|error| {
        Failure(format!(
            "the generated code does not lex, which is a fault of hit: {error}"
        ))
    })?;
    Ok((tokens, generated.loaded))
}
