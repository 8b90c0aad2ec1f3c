//! hit.

use hit_runtime::check::{Checker, NodeId};
use hit_schema::load::NoLoader;
use hit_schema::{Draft, Entry, FormatMode, Options};
use serde_json::Value;

/// A schema as hit checks it.
pub struct Subject {
    checker: Checker,
    root: NodeId,
}

impl Subject {
    /// Compiles a schema.
    ///
    /// # Errors
    /// The messages, in one text.
    pub fn new(draft: Draft, schema: &Value, formats: bool) -> Result<Self, String> {
        let options = Options {
            draft,
            format: if formats {
                FormatMode::Assert
            } else {
                FormatMode::Annotation
            },
            ..Options::STANDARD
        };
        let entry = Entry::text("schema.json", schema.to_string());
        let compiled = hit_schema::compile(&[entry], &NoLoader, &options)
            .map_err(|errors| errors.to_string())?;
        let root = compiled.roots.first().ok_or("no root")?.node;
        let checker = compiled
            .program
            .prepare()
            .map_err(|error| error.to_string())?;
        Ok(Self { checker, root })
    }

    /// Whether the document is accepted.
    ///
    /// # Panics
    /// Where the two roads of the engine say different things.
    pub fn accepts(&self, document: &Value) -> bool {
        let valid = self.checker.is_valid(self.root, document);
        let report = self.checker.check(self.root, document);
        assert_eq!(valid, report.is_ok(), "{document}: {report:?}");
        valid
    }
}
