//! Inside each crate: no module uses one that uses it.

use std::collections::{BTreeMap, BTreeSet};

use super::crates::folders;
use super::modules::{Modules, modules};
use super::resolve::resolve;

type Graph<'a> = BTreeMap<&'a [String], BTreeSet<&'a [String]>>;

fn graph(modules: &Modules) -> Graph<'_> {
    let mut graph = Graph::new();
    for (own, module) in modules {
        let edges = graph.entry(own.as_slice()).or_default();
        for path in &module.scan.paths {
            edges.extend(resolve(modules, own, path).filter(|to| to != own));
        }
    }
    graph
}

/// A shortest way from a module back to it.
fn circle<'a>(graph: &Graph<'a>, start: &'a [String]) -> Option<Vec<&'a [String]>> {
    let mut came: BTreeMap<&[String], &[String]> = BTreeMap::new();
    let mut queue = std::collections::VecDeque::from([start]);
    while let Some(at) = queue.pop_front() {
        for next in graph.get(at).into_iter().flatten() {
            if *next == start {
                let mut way = vec![start, at];
                while way.last() != Some(&start) {
                    way.push(came[way[way.len() - 1]]);
                }
                way.reverse();
                return Some(way);
            }
            if !came.contains_key(next) {
                came.insert(next, at);
                queue.push_back(next);
            }
        }
    }
    None
}

fn circles(modules: &Modules) -> BTreeSet<String> {
    let graph = graph(modules);
    let mut found = BTreeSet::new();
    let mut told = BTreeSet::new();
    for start in graph.keys() {
        if told.contains(start) {
            continue;
        }
        if let Some(way) = circle(&graph, start) {
            told.extend(way.iter().copied());
            let names: Vec<&str> = way
                .iter()
                .map(|module| modules[*module].file.as_str())
                .collect();
            found.insert(names.join(" -> "));
        }
    }
    found
}

/// Circles that are left to break; the list may only shrink.
const KNOWN: &[&str] = &[
    "hit-diff: graph/collect.rs -> graph/unevaluated.rs -> graph/collect.rs",
    "hit-diff: lib.rs -> snapshot.rs -> lib.rs",
    "hit-diff: prove/arrays.rs -> prove/lengths.rs -> prove/arrays.rs",
    "hit-diff: prove/branch.rs -> prove/prover.rs -> prove/branch.rs",
];

#[test]
fn no_crate_has_a_circle() {
    let mut all = Vec::new();
    let mut edges = 0;
    for folder in folders() {
        let modules = modules(&folder);
        edges += graph(&modules).values().map(BTreeSet::len).sum::<usize>();
        let name = folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        all.extend(
            circles(&modules)
                .into_iter()
                .map(|circle| format!("{name}: {circle}")),
        );
    }
    assert!(edges > 100, "{edges} uses between modules were found");
    let (known, new): (Vec<_>, Vec<_>) = all
        .into_iter()
        .partition(|circle| KNOWN.iter().any(|known| circle.starts_with(known)));
    assert!(new.is_empty(), "{} circles:\n{}", new.len(), new.join("\n"));
    assert!(
        known.len() >= KNOWN.len(),
        "a known circle is gone: take it out of KNOWN"
    );
}

fn modules_of(files: &[(&str, &str)]) -> Modules {
    let module = |(path, text): &(&str, &str)| {
        let own = path
            .split("::")
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect();
        let scan = super::scan::scan(text).expect("Rust");
        (
            own,
            super::modules::Module {
                file: (*path).to_owned(),
                scan,
            },
        )
    };
    files.iter().map(module).collect()
}

#[test]
fn finds_circles_through_facades_and_groups() {
    let good = [
        ("", "mod a; mod b; pub use b::{inner::B, Other as O};"),
        (
            "a",
            "use crate::B; fn f() { super::b::inner::g(); let x: crate::O; } #[cfg(test)] mod tests { use super::f; }",
        ),
        (
            "b",
            "mod inner; mod other; pub use inner::B; pub use other::Other;",
        ),
        ("b::inner", "pub struct B; pub fn g() {}"),
        (
            "b::other",
            "use super::inner::g; use std::fmt; pub struct Other;",
        ),
    ];
    assert_eq!(circles(&modules_of(&good)), BTreeSet::new());
    for (at, text) in [
        (3, "use crate::a::f;"),
        (3, "fn g() { crate::a::f() }"),
        (3, "use super::{Other};"),
        (3, "macro_rules! m { () => { $crate::a::f() } }"),
        (
            3,
            "#[cfg(test)] mod tests { fn g() { super::super::super::a::f() } }",
        ),
        (4, "use crate::{a::{self}, B}; pub struct Other;"),
    ] {
        let mut bad = good;
        bad[at].1 = text;
        assert_ne!(circles(&modules_of(&bad)), BTreeSet::new(), "{text}");
    }
}
