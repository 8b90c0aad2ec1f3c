//! What a rule may talk about.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::facts::{Path, if_true};
use crate::functions::Dialect;
use crate::typed::Typed;
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
    /// What holds wherever the rule is run: fields that its guard asks for are there, and reading
    /// them is no reason for a warning.
    pub guarded: Vec<Path>,
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

    /// A rule that is run only where another one, the guard, is true.
    #[must_use]
    pub fn guarded_by(mut self, guard: &Typed) -> Self {
        self.guarded.extend(if_true(guard));
        self
    }

    /// Whether the guard asks for a field.
    pub(crate) fn is_guarded(&self, path: &Path) -> bool {
        self.guarded.contains(path)
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
