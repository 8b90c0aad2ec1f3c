//! How long the compiler takes over generated code.

use std::path::{Path, PathBuf};
use std::time::Duration;

use hit_codegen::Config;
use hit_schema::Entry;
use serde_json::{Map, Value, json};

use crate::compile::{Externs, Module, check};
use crate::corpus::{Store, typify_externs, typify_outcome, uri};
use crate::generate::{Outcome, generate};
use crate::table::table;
use crate::{place, probe};

/// How far up the schemas, by size, those that are measured stand: a small one,
/// one of middling size, a large one. Where one generator does not handle it,
/// the next larger one is taken that both do.
const PARTS: [(usize, usize); 3] = [(1, 4), (1, 2), (9, 10)];
const ROUNDS: usize = 5;

/// Checks the output of both in turn, each as the only crate; the crates it
/// needs are built. Ratios of hit to typify, by schema.
pub(crate) fn measure() -> Result<Option<Map<String, Value>>, String> {
    let Some(corpus) = place::corpus("schemastore") else {
        return Ok(None);
    };
    let folder = place::target()?.join("xtask/compile");
    let typify_folder = place::target()?.join("xtask/schemastore/typify");
    let externs = [probe::externs()?, typify_externs(&typify_folder)?];
    let sizes = by_size(&corpus);
    let mut figures = Map::new();
    let mut rows = vec![
        ["checking generated code", "hit to typify", "lines"]
            .map(str::to_owned)
            .to_vec(),
    ];
    for (part, of) in PARTS {
        let from = sizes.len() * part / of;
        let larger = sizes.iter().skip(from);
        let mut handled = larger.filter(|name| !figures.contains_key(*name));
        let found = handled.find_map(|name| {
            let modules = both(&corpus, &typify_folder, name).ok()?;
            let ratio = ratio(&folder, &modules, &externs).ok()?;
            Some((name, modules, ratio))
        });
        let Some((name, modules, ratio)) = found else {
            continue;
        };
        let lines = modules.each_ref().map(|module| module.text.lines().count());
        rows.push(vec![
            name.clone(),
            format!("{ratio:.2}"),
            format!("{} to {}", lines[0], lines[1]),
        ]);
        figures.insert(name.clone(), json!({"check": ratio, "lines": lines}));
    }
    println!("{}", table(&rows));
    Ok(Some(figures))
}

/// The names of the schemas, by the size of their text.
fn by_size(corpus: &Path) -> Vec<String> {
    let size = |folder: &PathBuf| {
        let name = folder.file_name()?.to_string_lossy().into_owned();
        let size = std::fs::metadata(folder.join("schema.json")).ok()?.len();
        Some((size, name))
    };
    let mut sizes: Vec<(u64, String)> = place::folders(corpus).iter().filter_map(size).collect();
    sizes.sort();
    sizes.into_iter().map(|(_, name)| name).collect()
}

/// The code of both generators.
fn both(corpus: &Path, typify: &Path, name: &str) -> Result<[Module; 2], String> {
    let schema = corpus.join(name).join("schema.json");
    let outcomes = [
        by_hit(corpus, name, &schema)?,
        typify_outcome(typify, name, &schema),
    ];
    modules(name, &outcomes)
}

fn by_hit(corpus: &Path, name: &str, schema: &Path) -> Result<Outcome, String> {
    let bytes = std::fs::read(schema).map_err(|error| format!("{}: {error}", schema.display()))?;
    let loader = Store::new(corpus, &bytes);
    let entry = Entry {
        uri: uri(name),
        bytes: Some(bytes),
        ..Entry::file("schema.json", schema)
    };
    Ok(generate(entry, &loader, &Config::new().out("schema.rs")))
}

fn modules(name: &str, outcomes: &[Outcome; 2]) -> Result<[Module; 2], String> {
    let module = |by: &str, outcome: &Outcome| {
        let code = outcome
            .code
            .as_ref()
            .map_err(|refusal| format!("{by}, {name}: {}", refusal.text))?;
        let name = format!(
            "{by}_{}",
            name.replace(|c: char| !c.is_ascii_alphanumeric(), "_")
        );
        Ok::<Module, String>(Module {
            name,
            text: code.text.clone(),
            root: code.root.clone(),
        })
    };
    Ok([
        module("hit", &outcomes[0])?,
        module("typify", &outcomes[1])?,
    ])
}

fn ratio(folder: &Path, modules: &[Module; 2], externs: &[Externs; 2]) -> Result<f64, String> {
    let mut least = [Duration::MAX; 2];
    for _ in 0..ROUNDS {
        for ((least, module), externs) in least.iter_mut().zip(modules).zip(externs) {
            let checked = check(folder, module, externs, false)?;
            if let Some(error) = checked.errors.first() {
                return Err(format!("{} does not compile\n{error}", module.name));
            }
            *least = (*least).min(checked.took);
        }
    }
    Ok(least[0].as_secs_f64() / least[1].as_secs_f64())
}
