//! The driver: a line a phase.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use hit_runtime::Severity;

use crate::assemble::assemble;
use crate::compiled::Compiled;
use crate::cycles::unroll;
use crate::diagnostic::{Diagnostic, Diagnostics, Sink};
use crate::dialect::Draft;
use crate::load::{Load, NoLoader, file_uri};
use crate::metacheck::{self, MetaSchema};
use crate::normalize::normalize;
use crate::options::{FormatMode, Options};
use crate::resolve::{Start, resolve};
use crate::uri;

/// A document to compile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What messages and [`crate::Root::name`] call it.
    pub name: String,
    /// The absolute URI it is found under, against which its relative
    /// references are resolved.
    pub uri: String,
    /// Its file, where it is one.
    pub path: Option<PathBuf>,
    /// Its bytes; absent when the loader has to find it.
    pub bytes: Option<Vec<u8>>,
}

impl Entry {
    /// A text at hand. The name may be a URI; else it is made into one that
    /// leads nowhere outside.
    pub fn text(name: impl Into<String>, text: impl Into<Vec<u8>>) -> Self {
        let name = name.into();
        let uri = match uri::is_absolute(&name) {
            true => uri::split_fragment(&name).0.to_owned(),
            false => format!("entry:///{}", uri::percent_encode_path(&name)),
        };
        Self {
            name,
            uri,
            path: None,
            bytes: Some(text.into()),
        }
    }

    /// A file, by its absolute path and the name that messages give it. It is
    /// read by the loader, which has to serve `file:` URIs.
    pub fn file(name: impl Into<String>, path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        Self {
            name: name.into(),
            uri: file_uri(&path),
            path: Some(path),
            bytes: None,
        }
    }

    /// A document the loader finds under an absolute URI.
    pub fn uri(uri: impl Into<String>) -> Self {
        let uri = uri.into();
        Self {
            name: uri.clone(),
            uri,
            path: None,
            bytes: None,
        }
    }
}

/// Compiles documents and all they refer to.
///
/// # Errors
/// All messages, warnings included, when one of them is an error.
///
/// ```
/// use hit_schema::{Entry, Options, compile, load::NoLoader};
/// let entry = Entry::text("age.json", r#"{"type": "integer", "minimum": 0}"#);
/// let compiled = compile(&[entry], &NoLoader, &Options::default())?;
/// let root = compiled.roots[0].node as usize;
/// assert_eq!(compiled.program.nodes[root].checks.len(), 2);
/// # Ok::<(), hit_schema::Diagnostics>(())
/// ```
pub fn compile(
    entries: &[Entry],
    loader: &dyn Load,
    options: &Options,
) -> Result<Compiled, Diagnostics> {
    let mut sink = Sink::default();
    let starts = entries.iter().map(start).collect();
    let resolved = resolve(starts, loader, options.draft, options.depth, &mut sink);
    let mut normal = normalize(&resolved.graph, options, &mut sink);
    unroll(&mut normal, &mut sink);
    if options.meta_schema {
        let roots: Vec<_> = resolved.roots.iter().flatten().copied().collect();
        metacheck::check(
            &resolved.graph,
            &roots,
            &|uri| meta(uri, loader, options),
            &mut sink,
        );
    }
    if sink.has_errors() {
        return Err(Diagnostics {
            items: sink.finish(),
            sources: resolved.graph.sources,
        });
    }
    let named = entries
        .iter()
        .map(|entry| entry.name.clone())
        .zip(resolved.roots);
    let roots = named
        .filter_map(|(name, root)| Some((name, root?)))
        .collect();
    let mut compiled = assemble(resolved.graph, normal, roots);
    compiled.warnings = warnings(sink);
    Ok(compiled)
}

fn start(entry: &Entry) -> Start {
    let Entry {
        name,
        uri,
        path,
        bytes,
    } = entry.clone();
    Start {
        name,
        uri,
        path,
        bytes,
    }
}

/// A meta-schema as a checker. Those of the drafts are compiled once.
fn meta(uri: &str, loader: &dyn Load, options: &Options) -> Option<MetaSchema> {
    static DRAFTS: [OnceLock<Option<MetaSchema>>; Draft::ALL.len()] =
        [const { OnceLock::new() }; Draft::ALL.len()];
    match Draft::from_uri(uri).and_then(|draft| DRAFTS.get(draft as usize)) {
        Some(slot) => slot
            .get_or_init(|| checker(uri, &NoLoader, &Options::STANDARD))
            .clone(),
        None => checker(uri::split_fragment(uri).0, loader, options),
    }
}

fn checker(uri: &str, loader: &dyn Load, options: &Options) -> Option<MetaSchema> {
    let options = Options {
        meta_schema: false,
        format: FormatMode::Annotation,
        ..options.clone()
    };
    let compiled = compile(&[Entry::uri(uri)], loader, &options).ok()?;
    let root = compiled.roots.first()?.node;
    Some(Arc::new((compiled.program.prepare().ok()?, root)))
}

fn warnings(sink: Sink) -> Vec<Diagnostic> {
    let items = sink.finish().into_iter();
    items
        .filter(|item| item.severity == Severity::Warning)
        .collect()
}
