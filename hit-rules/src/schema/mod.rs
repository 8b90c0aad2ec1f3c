//! The rules that a schema holds: `x-rules`, `x-rules-context` and
//! `x-kubernetes-validations`, found, checked against the shapes of their
//! nodes, and run over documents.
//!
//! ```
//! use hit_rules::schema::{Outside, compile};
//! use hit_schema::{Entry, Options, load::NoLoader};
//!
//! let text = r#"{
//!     "type": "object",
//!     "properties": { "start": { "type": "number" }, "end": { "type": "number" } },
//!     "required": ["start", "end"],
//!     "x-rules": [{ "id": "order", "rule": "self.start <= self.end", "path": "/end" }]
//! }"#;
//! let compiled = hit_schema::compile(&[Entry::text("range.json", text)], &NoLoader, &Options::STANDARD)?;
//! let rules = compile(&compiled, &NoLoader, &Options::STANDARD)?;
//!
//! let checker = compiled.program.clone().prepare()?;
//! let root = compiled.roots[0].node;
//! let document = serde_json::json!({ "start": 2, "end": 1 });
//! let report = checker.check(root, &document);
//! let verdict = rules.check(&checker, root, &document, &Outside::default(), &report);
//! assert_eq!(verdict.violations[0].code, "order");
//! assert_eq!(verdict.violations[0].instance.as_str(), "/end");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod codes;
mod compile;
mod context;
mod crd;
mod data;
mod diagnose;
mod inputs;
mod locate;
mod placed;
mod places;
mod shapes;
mod types;

pub use compile::compile;
pub use context::{Served, context_entry};
pub use data::Rules;
pub use hit_runtime::rules::document::{Outside, Verdict};
pub use hit_runtime::{NotEvaluated, Reason};
pub use locate::{locate, raw_offset};
pub use placed::Placed;
