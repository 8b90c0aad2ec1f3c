//! What to generate, and relative to which folder.

use std::fs;
use std::path::{Path, PathBuf};

use hit_codegen::{Config, ConfigFile};

use super::args::Args;
use crate::outcome::Failure;

/// What the configuration is called.
const NAME: &str = "hit.toml";

/// Outputs to generate and the folder that their paths start from.
#[derive(Debug)]
pub struct Plan {
    /// In the order of the configuration.
    pub outputs: Vec<Config>,
    /// The folder of the configuration, or the working directory.
    pub base: PathBuf,
}

/// Reads the configuration, or makes one of the arguments.
pub fn plan(args: &Args) -> Result<Plan, Failure> {
    let here = std::env::current_dir().map_err(|error| {
        Failure::message(format_args!("there is no working directory: {error}"))
    })?;
    if let Some(out) = &args.out {
        let config = args.schemas.iter().fold(Config::new(), Config::schema);
        return Ok(Plan {
            outputs: vec![config.out(out)],
            base: here,
        });
    }
    let path = match &args.config {
        Some(path) => here.join(path),
        None => find(&here)?,
    };
    let outputs = read(&path)?;
    let base = path.parent().unwrap_or(&here).to_owned();
    Ok(Plan { outputs, base })
}

fn find(here: &Path) -> Result<PathBuf, Failure> {
    let mut candidates = here.ancestors().map(|folder| folder.join(NAME));
    candidates.find(|path| path.is_file()).ok_or_else(|| {
        Failure::message(format_args!(
            "there is no `{NAME}` in this folder or above it: name a configuration with `--config`, or schemas and `--out`"
        ))
    })
}

fn read(path: &Path) -> Result<Vec<Config>, Failure> {
    let shown = path.display();
    let text = fs::read_to_string(path)
        .map_err(|error| Failure::message(format_args!("cannot read `{shown}`: {error}")))?;
    let file: ConfigFile = toml::from_str(&text).map_err(|error| {
        Failure::message(format_args!("`{shown}` is not a configuration\n\n{error}"))
    })?;
    if file.generate.is_empty() {
        let advice = "it has no `[[generate]]`";
        return Err(Failure::message(format_args!(
            "`{shown}` says nothing to generate: {advice}"
        )));
    }
    Ok(file.generate)
}
