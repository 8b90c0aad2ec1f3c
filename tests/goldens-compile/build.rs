//! Makes a module of every golden, and a test.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

fn main() {
    let goldens = Path::new("../goldens");
    println!("cargo::rerun-if-changed={}", goldens.display());
    let out = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    let mut names: Vec<String> = fs::read_dir(goldens)
        .expect("the goldens are beside this crate")
        .map(|entry| {
            entry
                .expect("readable")
                .file_name()
                .into_string()
                .expect("UTF-8")
        })
        .collect();
    names.sort();
    let (mut modules, mut tests) = (String::new(), String::new());
    for name in names {
        let file = goldens.join(&name).join("expected.rs");
        let Ok(code) = fs::read_to_string(&file) else {
            continue;
        };
        println!("cargo::rerun-if-changed={}", file.display());
        let module = name.replace('-', "_");
        let path = fs::canonicalize(&file).expect("the file is there");
        let _ = writeln!(
            modules,
            "#[allow(missing_docs)] pub mod {module} {{ include!({path:?}); }}"
        );
        let root = root(&code, &name).expect("a golden has a type");
        let _ = writeln!(
            tests,
            "#[test] fn {module}() {{ judge::<goldens_compile::{module}::{root}>({name:?}); }}"
        );
    }
    fs::write(Path::new(&out).join("modules.rs"), modules).expect("OUT_DIR can be written");
    fs::write(Path::new(&out).join("tests.rs"), tests).expect("OUT_DIR can be written");
}

/// The type of the schema: the one called as the case, or else the first.
fn root<'a>(code: &'a str, case: &str) -> Option<&'a str> {
    let items = || {
        let starts = ["pub struct ", "pub enum "];
        let found = code
            .lines()
            .filter_map(move |line| starts.iter().find_map(|start| line.strip_prefix(start)));
        found.filter_map(|item| item.split(|char: char| !char.is_alphanumeric()).next())
    };
    let called = case.replace('-', "");
    items()
        .find(|name| name.eq_ignore_ascii_case(&called))
        .or_else(|| items().next())
}
