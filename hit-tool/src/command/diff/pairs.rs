//! Which schema is compared with which.

use hit_diff::{Report, Schema, Settings, Span, compare, compare_versions};
use hit_schema::Entry;
use serde_json::Value;

use super::args::Args;
use super::load::Source;
use super::served::{self, Served};
use crate::outcome::Failure;
use crate::terminal;

/// What was compared, and what was not for want of the other side.
#[derive(Debug, Default)]
pub struct Compared {
    /// The comparisons.
    pub reports: Vec<Report>,
    /// Schemas that are served and are not there any more.
    pub gone: Vec<String>,
}

/// Compares what the arguments name.
pub fn compared(args: &Args, settings: Settings) -> Result<Compared, Failure> {
    let now = Source::files(args)?;
    if let Some(url) = &args.served {
        return with_served(args, &now, url, settings);
    }
    if let Some(against) = &args.against {
        let then = Source::revision(args, against)?;
        let pair = |file: &String| -> Result<Report, Failure> {
            Ok(compare(&then.schema(file)?, &now.schema(file)?, settings))
        };
        let reports: Result<_, Failure> = args.files.iter().map(pair).collect();
        return Ok(Compared {
            reports: reports?,
            gone: Vec::new(),
        });
    }
    if args.files.len() < 2 {
        return Err(Failure::message(
            "there is one schema: name the old one before it, or a revision with `--against git:REV`",
        ));
    }
    let versions: Result<Vec<_>, Failure> =
        args.files.iter().map(|file| now.schema(file)).collect();
    let span = match args.transitive {
        true => Span::Transitive,
        false => Span::Neighbors,
    };
    Ok(Compared {
        reports: compare_versions(&versions?, span, settings),
        gone: Vec::new(),
    })
}

/// What is served is the old side: clients go by it.
fn with_served(
    args: &Args,
    now: &Source,
    url: &str,
    settings: Settings,
) -> Result<Compared, Failure> {
    let served = served::all(url)?;
    let mut compared = Compared::default();
    let mut unmatched: Vec<&String> = args.files.iter().collect();
    for one in &served {
        let new = match args.files.is_empty() {
            true => shipped(now, &one.name)?,
            false => {
                let at = unmatched.iter().position(|file| is_of(file, one));
                at.map(|at| now.schema(unmatched.remove(at))).transpose()?
            }
        };
        let Some(new) = new else {
            compared.gone.push(one.name.clone());
            continue;
        };
        let old = now.foreign(&one.entry)?;
        compared.reports.push(compare(&old, &new, settings));
    }
    for file in unmatched {
        terminal::tell(&format!(
            "note: `{file}` is not served: nothing to compare it with"
        ));
    }
    Ok(compared)
}

/// The schema that is shipped for a type.
fn shipped(now: &Source, name: &str) -> Result<Option<Schema>, Failure> {
    let text = hit_model::schema(&name.to_uppercase());
    text.map(|text| now.foreign(&Entry::text(format!("{name} as shipped"), text)))
        .transpose()
}

/// Whether a file is the schema of a served type: by `$id`, or by its name.
fn is_of(file: &str, served: &Served) -> bool {
    let id = |bytes: &[u8]| {
        let value: Value = serde_json::from_slice(bytes).ok()?;
        value["$id"].as_str().map(str::to_owned)
    };
    let path = file.split_once('#').map_or(file, |(path, _)| path);
    let own = std::fs::read(path).ok().and_then(|bytes| id(&bytes));
    let theirs = served.entry.bytes.as_deref().and_then(id);
    if own.is_some() && theirs.is_some() {
        return own == theirs;
    }
    let stem = std::path::Path::new(path)
        .file_name()
        .and_then(|name| name.to_str());
    let stem = stem.and_then(|name| name.split('.').next());
    stem.is_some_and(|stem| stem.eq_ignore_ascii_case(&served.name))
}
