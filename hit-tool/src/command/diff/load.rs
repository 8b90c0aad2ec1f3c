//! Where the schemas come from.

use std::path::PathBuf;

use hit_diff::Schema;
use hit_schema::load::{Load, NoLoader, ProjectLoader};
use hit_schema::{Entry, Options};

use super::args::Args;
use super::git::Revision;
use crate::command::validate::{entry, mappings, options};
use crate::outcome::Failure;
use crate::terminal;

/// The files of the project, now or at a revision.
pub enum Source {
    /// As they are.
    Files {
        /// Arguments of `--map`.
        maps: Vec<String>,
        base: PathBuf,
        options: Options,
    },
    /// As they were.
    Revision { loader: Revision, options: Options },
}

impl Source {
    /// The files as they are.
    pub fn files(args: &Args) -> Result<Self, Failure> {
        let base = std::env::current_dir().map_err(|error| {
            Failure::message(format_args!("there is no working directory: {error}"))
        })?;
        Ok(Self::Files {
            maps: args.map.clone(),
            base,
            options: options(args.draft, args.assert_formats),
        })
    }

    /// The files as they were at `git:REV`.
    pub fn revision(args: &Args, against: &str) -> Result<Self, Failure> {
        let Some(revision) = against.strip_prefix("git:") else {
            return Err(Failure::message(format_args!(
                "`--against {against}` is not of the form git:REV"
            )));
        };
        Ok(Self::Revision {
            loader: Revision::new(revision, mappings(&args.map)?)?,
            options: options(args.draft, args.assert_formats),
        })
    }

    /// A schema of the project.
    pub fn schema(&self, file: &str) -> Result<Schema, Failure> {
        match self {
            Self::Files {
                maps,
                base,
                options,
            } => {
                // One a version: what it learns of `$id`s must not lead from the one version
                // to the neighbors of another.
                let loader = ProjectLoader::new(base.clone(), mappings(maps)?);
                compiled(&entry(file, base)?, &loader, options)
            }
            Self::Revision { loader, options } => compiled(&loader.entry(file)?, loader, options),
        }
    }

    /// A document from elsewhere: what it refers to is not looked for here.
    pub fn foreign(&self, entry: &Entry) -> Result<Schema, Failure> {
        let (Self::Files { options, .. } | Self::Revision { options, .. }) = self;
        compiled(entry, &NoLoader, options)
    }
}

fn compiled(entry: &Entry, loader: &dyn Load, options: &Options) -> Result<Schema, Failure> {
    let schema = Schema::compile(entry, loader, options).map_err(|error| {
        Failure::message(format_args!(
            "the schema `{}` cannot be used\n\n{error}",
            entry.name
        ))
    })?;
    for uri in schema.missing() {
        terminal::tell(&format!(
            "note: `{}` refers to `{uri}`, which is not there: what depends on it is compared by that name only",
            entry.name
        ));
    }
    Ok(schema)
}
