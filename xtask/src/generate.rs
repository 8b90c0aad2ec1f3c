//! Generation that survives a fault of the generator.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use hit_codegen::{Config, generate_text};
use hit_runtime::Severity;
use hit_schema::load::Load;
use hit_schema::{Diagnostic, Entry};

/// What became of one schema.
pub(crate) struct Outcome {
    /// The code, or why there is none.
    pub(crate) code: Result<Code, Refusal>,
    /// How long it took.
    pub(crate) took: Duration,
}

/// Generated code.
#[derive(Clone)]
pub(crate) struct Code {
    /// The text of the module.
    pub(crate) text: String,
    /// The type of the schema.
    pub(crate) root: String,
    /// Places that stay plain JSON, each with its reason.
    pub(crate) plain: Vec<String>,
}

/// Why there is no code.
#[derive(Clone)]
pub(crate) struct Refusal {
    /// For people.
    pub(crate) text: String,
    /// Whether nothing is wrong but a document that cannot be found.
    pub(crate) unavailable: bool,
}

/// Generates code for one schema.
pub(crate) fn generate(entry: Entry, loader: &dyn Load, config: &Config) -> Outcome {
    let start = Instant::now();
    let result = catch_unwind(AssertUnwindSafe(|| generate_text(&[entry], loader, config)));
    let took = start.elapsed();
    let code = match result {
        Ok(Ok(generated)) => Ok(Code {
            root: generated.roots.first().cloned().unwrap_or_default(),
            plain: generated
                .plain
                .iter()
                .map(|plain| format!("{}: {}", plain.place, plain.reason))
                .collect(),
            text: generated.text,
        }),
        Ok(Err(errors)) => Err(Refusal {
            unavailable: errors.items.iter().all(is_missing_document),
            text: errors.to_string(),
        }),
        Err(panic) => Err(Refusal {
            unavailable: false,
            text: format!("PANIC in the generator: {}", message(&*panic)),
        }),
    };
    Outcome { code, took }
}

/// Whether this does not count against the schema: a warning, or the lack of
/// a document it refers to.
fn is_missing_document(item: &Diagnostic) -> bool {
    item.severity == Severity::Warning || item.code == hit_schema::codes::NOT_FOUND
}

fn message(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()))
        .unwrap_or_default()
}
