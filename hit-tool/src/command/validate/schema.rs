//! From `--schema` to a checker and rules.

use std::path::{Component, Path, PathBuf};

use hit_schema::load::{MapLoader, file_uri};
use hit_schema::{Diagnostics, Entry, FormatMode, Options, compile};

use super::args::{Args, DraftName};
use super::rules::Prepared;
use crate::outcome::Failure;
use crate::terminal;
use hit_schema::load::ProjectLoader;

/// Compiles the schema. Warnings about it are told on standard error.
pub fn prepare(args: &Args) -> Result<Prepared, Failure> {
    let base = std::env::current_dir().map_err(|error| {
        Failure::message(format_args!("there is no working directory: {error}"))
    })?;
    let entry = entry(&args.schema, &base)?;
    let loader = ProjectLoader::new(base, mappings(&args.map)?);
    let options = options(args.draft, args.assert_formats);
    let unusable = |diagnostics: Diagnostics| {
        Failure::message(format_args!(
            "the schema `{}` cannot be used\n\n{diagnostics}",
            args.schema
        ))
    };
    let compiled = compile(&[entry], &loader, &options).map_err(unusable)?;
    let rules = hit_rules::schema::compile(&compiled, &loader, &options).map_err(unusable)?;
    for warning in compiled.warnings.iter().chain(&rules.warnings) {
        terminal::tell(&hit_schema::render::human(warning, &compiled.sources));
    }
    let root = compiled.roots.first().map(|root| root.node);
    let root =
        root.ok_or_else(|| Failure::message(format_args!("there is no schema `{}`", args.schema)))?;
    let checker = compiled.program.prepare().map_err(Failure::message)?;
    Ok(Prepared {
        checker,
        root,
        rules,
    })
}

/// How schemas are compiled.
pub fn options(draft: DraftName, assert_formats: bool) -> Options {
    let format = if assert_formats {
        FormatMode::Assert
    } else {
        FormatMode::Dialect
    };
    Options {
        draft: draft.into(),
        format,
        ..Options::STANDARD
    }
}

/// The file, or, where a part of it is asked for, a schema that refers to the part.
pub fn entry(schema: &str, base: &Path) -> Result<Entry, Failure> {
    let (name, part) = split(schema);
    let path = plain(&base.join(name));
    if let Err(error) = std::fs::metadata(&path) {
        return Err(Failure::message(format_args!(
            "cannot read the schema `{name}`: {error}"
        )));
    }
    let Some(part) = part else {
        return Ok(Entry::file(name, path));
    };
    let uri = format!(
        "{}#{}",
        file_uri(&path),
        hit_schema::uri::percent_encode_path(part)
    );
    let reference = serde_json::json!({ "$ref": uri });
    Ok(Entry::text(schema, reference.to_string()))
}

/// A path without `.` and `..`, so that a document has one URI however it is reached.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}

/// A file and the fragment after the last `#`; a file whose name has a `#` is taken as a whole.
fn split(schema: &str) -> (&str, Option<&str>) {
    match schema.rsplit_once('#') {
        Some((name, part)) if !Path::new(schema).exists() => {
            (name, Some(part).filter(|it| !it.is_empty()))
        }
        _ => (schema, None),
    }
}

/// The documents that arguments of the form `URI=PATH` place.
pub fn mappings(arguments: &[String]) -> Result<MapLoader, Failure> {
    arguments
        .iter()
        .try_fold(MapLoader::new(), |map, argument| {
            let (uri, path) = argument
                .rsplit_once('=')
                .filter(|(uri, path)| !uri.is_empty() && !path.is_empty())
                .ok_or_else(|| {
                    Failure::message(format_args!(
                        "`--map {argument}` is not of the form URI=PATH"
                    ))
                })?;
            let path = PathBuf::from(path);
            if let Err(error) = std::fs::metadata(&path) {
                return Err(Failure::message(format_args!(
                    "cannot read `{}` of `--map`: {error}",
                    path.display()
                )));
            }
            Ok(if uri.ends_with('/') {
                map.folder(uri, path)
            } else {
                map.file(uri, path)
            })
        })
}
