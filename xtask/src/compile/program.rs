//! Programs of several generated modules, which judge documents.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::externs::Externs;
use super::message::Message;
use super::module::Module;
use super::rustc::rustc;
use crate::place;

/// Modules to be compiled together.
pub(crate) struct Program {
    /// Its name, a Rust identifier.
    pub(crate) name: String,
    /// Its modules.
    pub(crate) modules: Vec<Module>,
    /// What it is for.
    pub(crate) purpose: Purpose,
}

/// What a program does with documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// It judges them.
    Judge,
    /// It judges them by their rules.
    Rules,
    /// It measures how long reading them takes, optimized.
    Measure,
}

impl Purpose {
    fn function(self) -> &'static str {
        match self {
            Self::Judge => "judge",
            Self::Rules => "rules",
            Self::Measure => "measure",
        }
    }

    fn arguments(self, output: &str) -> [String; 4] {
        let level = match self {
            Self::Judge | Self::Rules => 0,
            Self::Measure => 3,
        };
        [
            "--crate-type=bin".to_owned(),
            format!("-Copt-level={level}"),
            "-Cdebuginfo=0".to_owned(),
            format!("-o{output}"),
        ]
    }
}

/// What became of a program.
pub(crate) struct Built {
    /// The program to run; absent where no module compiles.
    pub(crate) binary: Option<PathBuf>,
    /// The index of each module in the program.
    pub(crate) index: BTreeMap<String, usize>,
    /// Modules that do not compile, with what the compiler says.
    pub(crate) broken: BTreeMap<String, Vec<String>>,
    /// Warnings, by module.
    pub(crate) warnings: BTreeMap<String, Vec<String>>,
}

/// Deals modules to programs of about so many lines each.
pub(crate) fn plan(
    prefix: &str,
    purpose: Purpose,
    modules: Vec<Module>,
    lines: usize,
) -> Vec<Program> {
    let mut programs: Vec<Program> = Vec::new();
    let mut size = usize::MAX;
    for module in modules {
        let length = module.text.lines().count();
        if size.saturating_add(length) > lines {
            size = 0;
            let name = format!("{prefix}{}", programs.len());
            programs.push(Program {
                name,
                modules: Vec::new(),
                purpose,
            });
        }
        size += length;
        if let Some(program) = programs.last_mut() {
            program.modules.push(module);
        }
    }
    programs
}

/// Builds a program; modules that do not compile are left out.
pub(crate) fn build(folder: &Path, program: &Program, externs: &Externs) -> Result<Built, String> {
    let folder = folder.join(&program.name);
    let mut built = Built {
        binary: None,
        index: BTreeMap::new(),
        broken: BTreeMap::new(),
        warnings: BTreeMap::new(),
    };
    for module in &program.modules {
        place::write(&folder.join(format!("{}.rs", module.name)), &module.text)?;
    }
    let mut left: Vec<&Module> = program.modules.iter().collect();
    while !left.is_empty() {
        let root = folder.join("main.rs");
        place::write(&root, &main(&left, program.purpose))?;
        let run = rustc(&root, externs, &program.purpose.arguments("program"))?;
        if run.success {
            built.warnings = by_module(&left, run.messages.iter().filter(|message| !message.error));
            built.index = (0..)
                .zip(&left)
                .map(|(at, module)| (module.name.clone(), at))
                .collect();
            built.binary = Some(folder.join("program"));
            break;
        }
        let mut blamed = by_module(&left, run.messages.iter().filter(|message| message.error));
        if blamed.is_empty() {
            // An error without a place: all are under suspicion, so each is
            // tried alone.
            blamed = suspects(&folder, (&left, program.purpose), externs, &run.messages)?;
        }
        left.retain(|module| !blamed.contains_key(&module.name));
        built.broken.extend(blamed);
    }
    Ok(built)
}

fn main(modules: &[&Module], purpose: Purpose) -> String {
    let mut text = String::from("#![allow(dead_code)]\n");
    for module in modules {
        let _ = writeln!(text, "mod {};", module.name);
    }
    text.push_str("fn main() {\n    probe::run(&[\n");
    for module in modules {
        let _ = writeln!(
            text,
            "        probe::{}::<{}::{}>,",
            purpose.function(),
            module.name,
            module.root
        );
    }
    text.push_str("    ]);\n}\n");
    text
}

/// The messages of each module.
fn by_module<'m>(
    modules: &[&Module],
    messages: impl Iterator<Item = &'m Message>,
) -> BTreeMap<String, Vec<String>> {
    let mut result: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for message in messages {
        let names = message
            .files
            .iter()
            .filter_map(|file| file.strip_suffix(".rs"));
        let mut known = names.filter(|name| modules.iter().any(|module| module.name == *name));
        let named = modules
            .iter()
            .find(|module| message.text.contains(&format!("{}::", module.name)));
        let name = known.next().map(str::to_owned);
        if let Some(name) = name.or_else(|| named.map(|module| module.name.clone())) {
            result.entry(name).or_default().push(message.text.clone());
        }
    }
    result
}

/// Compiles each module alone. Where all of them pass, all are blamed, with
/// what the compiler said of them together.
fn suspects(
    folder: &Path,
    (modules, purpose): (&[&Module], Purpose),
    externs: &Externs,
    together: &[Message],
) -> Result<BTreeMap<String, Vec<String>>, String> {
    let mut blamed = BTreeMap::new();
    for module in modules {
        let root = folder.join("alone.rs");
        place::write(&root, &main(&[module], purpose))?;
        let run = rustc(&root, externs, &purpose.arguments("alone"))?;
        if !run.success {
            let texts = run.messages.into_iter().filter(|message| message.error);
            blamed.insert(
                module.name.clone(),
                texts.map(|message| message.text).collect(),
            );
        }
    }
    if blamed.is_empty() {
        let texts: Vec<String> = together
            .iter()
            .map(|message| message.text.clone())
            .collect();
        let all = modules
            .iter()
            .map(|module| (module.name.clone(), texts.clone()));
        blamed.extend(all);
    }
    Ok(blamed)
}
