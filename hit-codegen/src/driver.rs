//! The pipeline, a line a phase.

use std::path::{Path, PathBuf};

use hit_runtime::check::{Checker, Program};
use hit_schema::load::Load;
use hit_schema::{Compiled, Diagnostic, Diagnostics, Entry, SourceMap, compile, render};

use crate::analyze::analyze;
use crate::codes;
use crate::config::{Config, Settings};
use crate::emit::{Emitted, emit, schemas};
use crate::input;
use crate::lower::lower;
use crate::model::Model;
use crate::name::name;
use crate::output::{Output, OutputFile};
use crate::print;
use crate::rules::plan;

/// What one generation gave, before it is laid out in files.
#[derive(Debug)]
pub struct Generated {
    /// All code as one file.
    pub text: String,
    /// The definitions of types, and the code that reads and writes them, as
    /// the two files of a folder.
    pub parts: (String, String),
    /// Names of the entry schemas' types, in order of the entries.
    pub roots: Vec<String>,
    /// Number of types.
    pub types: usize,
    /// Places that stay plain JSON.
    pub plain: Vec<Plain>,
    /// What is worth a look in the schemas.
    pub warnings: Vec<Diagnostic>,
    /// The documents that were read.
    pub sources: SourceMap,
    /// The files that were read: a build has to watch them.
    pub loaded: Vec<PathBuf>,
}

/// A place that stays plain JSON, checked all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plain {
    /// `file:line:column` and JSON Pointer.
    pub place: String,
    /// Why it has no precise type.
    pub reason: String,
}

/// Generates code for documents at hand.
///
/// # Errors
/// Everything that is wrong with the schemas or the configuration.
pub fn generate_text(
    entries: &[Entry],
    loader: &dyn Load,
    config: &Config,
) -> Result<Generated, Diagnostics> {
    let options = input::options(config)?;
    let mut compiled = compile(entries, loader, &options)?;
    let outside = hit_rules::schema::context_entry(&compiled);
    let with_context = outside.is_some();
    if let Some(outside) = outside {
        let entries = [entries, &[outside]].concat();
        let loader = hit_rules::schema::Served::new(&compiled, loader);
        compiled = compile(&entries, &loader, &options)?;
    }
    let mut rules = hit_rules::schema::compile(&compiled, loader, &options)?;
    compiled.warnings.append(&mut rules.warnings);
    let checker = prepare(&compiled)?;
    let settings =
        Settings::resolve(config, &compiled).map_err(|items| within(&compiled, items))?;
    let mut model = lower(&compiled, &checker, &settings, with_context)
        .map_err(|items| within(&compiled, items))?;
    let mut context = None;
    if with_context {
        compiled.roots.pop();
        context = model.roots.pop().map(|root| root.item);
    }
    name(&mut model, &compiled, &settings);
    let plain = plain(&model, &compiled);
    let numbers = analyze(&mut model, &settings);
    rules
        .run
        .renumber(|node| numbers.get(node as usize).copied().flatten());
    model.rules = plan(&model, &rules, context);
    let mut emitted = emit(&model, &compiled);
    if let Some(wanted) = &config.schemars {
        let alone = |entry| compile(std::slice::from_ref(entry), loader, &options);
        let alone = entries.iter().map(alone).collect::<Result<Vec<_>, _>>()?;
        emitted.tables.push(schemas(&model, &alone, wanted));
    }
    Ok(generated(&model, compiled, plain, &emitted))
}

/// Generates code for the schemas that the configuration names, relative to
/// `base`.
///
/// # Errors
/// Everything that is wrong with the schemas or the configuration.
pub fn generate(config: &Config, base: &Path) -> Result<(Generated, Output), Diagnostics> {
    let entries = input::entries(config, base)?;
    let loader = input::loader(config, base);
    let generated = generate_text(&entries, &loader, config)?;
    let output = Output {
        files: lay_out(&base.join(&config.out), &generated),
    };
    Ok((generated, output))
}

fn prepare(compiled: &Compiled) -> Result<Checker, Diagnostics> {
    let program: Program = compiled.program.clone();
    // The front-end has compiled every pattern, to see whether it can be.
    program.prepare_lazily().map_err(|error| {
        within(
            compiled,
            vec![Diagnostic::error(codes::BAD_PROGRAM, error.to_string())],
        )
    })
}

fn within(compiled: &Compiled, items: Vec<Diagnostic>) -> Diagnostics {
    Diagnostics {
        items,
        sources: compiled.sources.clone(),
    }
}

fn plain(model: &Model, compiled: &Compiled) -> Vec<Plain> {
    let place = |node: u32| {
        let info = compiled.info.get(node as usize)?;
        Some(render::place(&info.origin, &compiled.sources))
    };
    let plain = model.plain.iter().map(|plain| Plain {
        place: place(plain.node).unwrap_or_default(),
        reason: plain.reason.clone(),
    });
    plain.collect()
}

fn generated(
    model: &Model,
    mut compiled: Compiled,
    plain: Vec<Plain>,
    emitted: &Emitted,
) -> Generated {
    compiled.warnings.extend(model.warnings.iter().cloned());
    let header = print::header(&compiled, model.rules.is_some());
    let roots = model
        .roots
        .iter()
        .map(|root| model.items[root.item].name.clone())
        .collect();
    let (text, parts) = print::files(&header, emitted);
    Generated {
        text,
        parts,
        roots,
        types: model.items.len(),
        plain,
        warnings: compiled.warnings,
        sources: compiled.sources,
        loaded: compiled.loaded,
    }
}

fn lay_out(out: &Path, generated: &Generated) -> Vec<OutputFile> {
    if out.extension().is_some_and(|extension| extension == "rs") {
        return vec![OutputFile {
            path: out.to_owned(),
            text: generated.text.clone(),
        }];
    }
    let (types, codec) = generated.parts.clone();
    vec![
        OutputFile {
            path: out.join("mod.rs"),
            text: types,
        },
        OutputFile {
            path: out.join("codec.rs"),
            text: codec,
        },
    ]
}
