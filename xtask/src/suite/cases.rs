//! The groups of the suite, read with the texts they were written in.

use std::path::Path;

use hit_runtime::json::{Limits, Node, parse};
use hit_schema::Draft;

use super::drafts::{Part, folder};
use crate::place;

/// A schema and its tests.
pub(crate) struct Group {
    pub(crate) draft: Draft,
    pub(crate) part: Part,
    /// The file below the draft's folder, without its extension.
    pub(crate) file: String,
    pub(crate) name: String,
    pub(crate) schema: String,
    pub(crate) tests: Vec<Test>,
}

/// What the tests of a group suppose beyond the draft's own rules.
pub(crate) struct Suppositions {
    /// Whether formats are asserted; `None` where the draft says.
    pub(crate) formats: Option<bool>,
    /// Whether content is asserted.
    pub(crate) content: bool,
}

impl Group {
    /// What its tests suppose.
    pub(crate) fn suppositions(&self) -> Suppositions {
        Suppositions {
            formats: match (self.part, self.file.as_str()) {
                (Part::Formats, _) => Some(true),
                (_, "optional/format-annotation") => Some(false),
                _ => None,
            },
            // Draft 7 allows an assertion; later drafts do not.
            content: self.draft == Draft::Draft7 && self.part == Part::Optional,
        }
    }
}

/// A document and what the suite says of it.
pub(crate) struct Test {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) valid: bool,
}

/// The groups of a part of a draft, files filtered by name.
pub(crate) fn read(
    suite: &Path,
    draft: Draft,
    part: Part,
    filter: Option<&str>,
) -> Result<Vec<Group>, String> {
    let mut groups = Vec::new();
    for below in part.folders() {
        let folder = suite.join("tests").join(folder(draft)).join(below);
        for path in place::files(&folder, "json") {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            let file = format!("{below}{stem}");
            if filter.is_some_and(|filter| !file.contains(filter)) {
                continue;
            }
            let found =
                groups_of(&path).ok_or_else(|| format!("{} is not a test file", path.display()))?;
            groups.extend(found.into_iter().map(|(name, schema, tests)| Group {
                draft,
                part,
                file: file.clone(),
                name,
                schema,
                tests,
            }));
        }
    }
    Ok(groups)
}

type Read = (String, String, Vec<Test>);

fn groups_of(path: &Path) -> Option<Vec<Read>> {
    let text = std::fs::read_to_string(path).ok()?;
    let tree = parse(&text, &Limits::default()).ok()?;
    let slice = |node: &Node| text.get(node.span.start..node.span.end).map(str::to_owned);
    let test = |node: &Node| {
        Some(Test {
            name: node.get("description")?.as_str()?.to_owned(),
            text: slice(node.get("data")?)?,
            valid: node.get("valid")?.as_bool()?,
        })
    };
    let group = |node: &Node| {
        let tests = node.get("tests")?.as_array()?;
        Some((
            node.get("description")?.as_str()?.to_owned(),
            slice(node.get("schema")?)?,
            tests.iter().map(test).collect::<Option<Vec<_>>>()?,
        ))
    };
    tree.as_array()?.iter().map(group).collect()
}
