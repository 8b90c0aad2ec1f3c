//! The suite by the check engine.

use std::path::Path;

use hit_schema::load::MapLoader;
use hit_schema::{ContentMode, Entry, FormatMode, Options, compile};
use serde_json::Value;

use super::cases::Group;
use super::judged::Judged;
use crate::pool;
use crate::probe::Verdict;

/// Judges all groups without compiling Rust. There is no round trip to fail.
pub(crate) fn judge<'g>(suite: &Path, groups: &'g [Group]) -> Vec<Judged<'g>> {
    let loader = MapLoader::new().folder("http://localhost:1234/", suite.join("remotes"));
    pool::map("interpreted", groups, |group| {
        let (refused, verdicts) = match verdicts(group, &loader) {
            Ok(verdicts) => (None, verdicts),
            Err(message) => (Some(message), Vec::new()),
        };
        Judged {
            group,
            refused,
            verdicts,
            plain: 0,
            warnings: Vec::new(),
            code: String::new(),
        }
    })
}

fn verdicts(group: &Group, loader: &MapLoader) -> Result<Vec<Verdict>, String> {
    let supposed = group.suppositions();
    let format = match supposed.formats {
        Some(true) => FormatMode::Assert,
        Some(false) => FormatMode::Annotation,
        None => FormatMode::Dialect,
    };
    let content = match supposed.content {
        true => ContentMode::Assert,
        false => ContentMode::Annotation,
    };
    let options = Options {
        draft: group.draft,
        format,
        content,
        ..Options::STANDARD
    };
    let entry = Entry::text("schema.json", group.schema.clone());
    let compiled = compile(&[entry], loader, &options).map_err(|errors| errors.to_string())?;
    let root = compiled.roots.first().ok_or("no root")?.node;
    let checker = compiled
        .program
        .prepare()
        .map_err(|error| error.to_string())?;
    let verdict = |text: &str| match serde_json::from_str::<Value>(text) {
        Ok(value) => {
            let accepted = checker.is_valid(root, &value);
            Verdict {
                accepted,
                back: accepted,
                ..Verdict::default()
            }
        }
        Err(error) => Verdict {
            why: error.to_string(),
            ..Verdict::default()
        },
    };
    Ok(group.tests.iter().map(|test| verdict(&test.text)).collect())
}
