//! Between the crates.

use toml::{Table, Value};

use crate::support::{root, text};

/// The house from the ground up: a crate may use those above its own line, and no others.
const HOUSE: &[&str] = &[
    "hit-alike",
    "hit-cel",
    "hit-derive-core",
    "hit-derive",
    "hit-runtime",
    "hit-schema",
    "hit-rules",
    "hit-codegen",
    "hit-macro",
    "hit-diff",
    "hit-model",
    "hit-server",
    "hit-client",
    "hit-contract",
    "hit-tool",
    "hit-prove",
    "goldens-compile",
    "hit-ui",
    "hit-tests",
    "xtask",
];

/// What a crate must not use, though it lies above it. Tests and build scripts may.
const NEVER: &[(&str, &[&str])] = &[
    ("hit-derive", &["hit-cel", "hit-codegen"]),
    ("hit-diff", &["hit-codegen", "hit-derive", "hit-macro"]),
    (
        "hit-model",
        &[
            "hit-schema",
            "hit-rules",
            "hit-codegen",
            "hit-macro",
            "hit-diff",
        ],
    ),
    (
        "hit-client",
        &[
            "hit-schema",
            "hit-rules",
            "hit-codegen",
            "hit-macro",
            "hit-diff",
        ],
    ),
    ("hit-server", &["hit-codegen", "hit-macro"]),
    ("hit-contract", &["hit-codegen", "hit-server"]),
];

/// Crates from outside that only these may use.
const ONLY: &[(&str, &[&str])] = &[
    ("clap", &["hit-tool", "hit-server", "hit-contract", "xtask"]),
    ("axum", &["hit-server", "hit-contract", "xtask"]),
    ("rusqlite", &["hit-server", "xtask"]),
    (
        "syn",
        &["hit-codegen", "hit-derive-core", "hit-prove", "hit-tests"],
    ),
    ("quote", &["hit-codegen", "hit-derive-core", "hit-tests"]),
    ("prettyplease", &["hit-codegen"]),
    ("regex", &["hit-alike", "hit-runtime"]),
    (
        "jsonschema",
        &["hit-diff", "hit-prove", "hit-tests", "goldens-compile"],
    ),
];

/// A member of the workspace.
#[derive(Debug)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// Members it uses: those of the library, then those of tests and build scripts.
    inner: [Vec<String>; 2],
    /// Crates from outside.
    pub external: Vec<String>,
    manifest: Table,
}

/// All members of the workspace.
pub fn all() -> Vec<Member> {
    let workspace: Table = toml::from_str(&text("Cargo.toml")).expect("TOML");
    let members = workspace["workspace"]["members"]
        .as_array()
        .expect("a list");
    members
        .iter()
        .map(|folder| member(folder.as_str().expect("a path")))
        .collect()
}

fn member(folder: &str) -> Member {
    let manifest: Table = toml::from_str(&text(&format!("{folder}/Cargo.toml"))).expect("TOML");
    let name = manifest["package"]["name"]
        .as_str()
        .expect("a name")
        .to_owned();
    let names = |table: &str| -> Vec<String> {
        let found = manifest.get(table).and_then(Value::as_table);
        found
            .into_iter()
            .flat_map(|table| table.keys().cloned())
            .collect()
    };
    let other = [names("dev-dependencies"), names("build-dependencies")].concat();
    // A crate may use itself, with other features, in its tests.
    let other: Vec<String> = other.into_iter().filter(|used| *used != name).collect();
    let own = |name: &String| HOUSE.contains(&name.as_str());
    let (inner, external): (Vec<_>, Vec<_>) = names("dependencies").into_iter().partition(own);
    let (inner_other, external_other): (Vec<_>, Vec<_>) = other.into_iter().partition(own);
    Member {
        name,
        inner: [inner, inner_other],
        external: [external, external_other].concat(),
        manifest,
    }
}

fn floor(name: &str) -> usize {
    let found = HOUSE.iter().position(|known| *known == name);
    found.unwrap_or_else(|| {
        panic!("`{name}` has no place in the house: add it to HOUSE and to ARCHITECTURE.md")
    })
}

#[test]
fn a_crate_uses_only_those_above_it() {
    let members = all();
    assert!(members.len() >= 7, "{members:?}");
    for member in members {
        let own = floor(&member.name);
        for used in member.inner.iter().flatten() {
            assert!(
                floor(used) < own,
                "`{}` uses `{used}`, which lies below it",
                member.name
            );
        }
    }
}

#[test]
fn what_a_crate_never_sees_it_does_not_use() {
    for member in all() {
        let never = NEVER
            .iter()
            .filter(|(name, _)| *name == member.name)
            .flat_map(|(_, never)| *never);
        for never in never {
            assert!(
                !member.inner[0].iter().any(|used| used == never),
                "`{}` uses `{never}`",
                member.name
            );
        }
        for (outside, allowed) in ONLY {
            let uses = member.external.iter().any(|used| used == outside);
            assert!(
                !uses || allowed.contains(&member.name.as_str()),
                "`{}` uses `{outside}`",
                member.name
            );
        }
    }
}

#[test]
fn every_crate_can_be_published_or_says_that_it_is_not() {
    for member in all() {
        let package = member.manifest["package"].as_table().expect("a table");
        if package.get("publish").and_then(Value::as_bool) == Some(false) {
            continue;
        }
        for key in [
            "description",
            "license",
            "repository",
            "keywords",
            "categories",
            "rust-version",
        ] {
            assert!(
                package.contains_key(key),
                "`{}` has no `{key}`",
                member.name
            );
        }
    }
}

#[test]
fn every_crate_obeys_the_lints_of_the_workspace() {
    for member in all() {
        let lints = member
            .manifest
            .get("lints")
            .and_then(|lints| lints.get("workspace"));
        assert_eq!(lints, Some(&Value::Boolean(true)), "{}", member.name);
    }
}

/// The folders of the members.
pub fn folders() -> Vec<std::path::PathBuf> {
    let workspace: Table = toml::from_str(&text("Cargo.toml")).expect("TOML");
    let members = workspace["workspace"]["members"]
        .as_array()
        .expect("a list");
    members
        .iter()
        .map(|folder| root().join(folder.as_str().expect("a path")))
        .collect()
}
