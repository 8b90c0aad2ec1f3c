//! What a rule may talk about.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::functions::Dialect;
use crate::types::{Type, TypeTable};

pub use crate::typed::CONTEXT;

/// The variables of a rule with their types, and how it is read.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    /// The variables: `self`, `ctx`, … Names may be qualified (`a.b`).
    pub variables: BTreeMap<String, Type>,
    /// Object types that the variables' types refer to.
    pub types: Arc<TypeTable>,
    /// Where names are looked for before they are looked for globally.
    pub container: String,
    /// Whose rules are read.
    pub dialect: Dialect,
    /// Lets a rule pass that does not type-check: what is wrong then fails
    /// only if it is evaluated. For expressions without a schema.
    pub unchecked: bool,
}

impl Environment {
    /// An environment without variables.
    pub fn new(types: Arc<TypeTable>, dialect: Dialect) -> Self {
        Self {
            types,
            dialect,
            ..Self::default()
        }
    }

    /// Adds a variable.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, ty: Type) -> Self {
        self.variables.insert(name.into(), ty);
        self
    }

    /// The names under which a name may be declared, in order of preference.
    pub fn candidates(&self, name: &str, absolute: bool) -> Vec<String> {
        let mut names = Vec::new();
        let mut container = if absolute {
            ""
        } else {
            self.container.as_str()
        };
        while !container.is_empty() {
            names.push(format!("{container}.{name}"));
            container = container.rfind('.').map_or("", |at| &container[..at]);
        }
        names.push(name.to_string());
        names
    }
}
