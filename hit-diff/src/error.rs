//! Why a schema cannot be compared.

use std::fmt;

use hit_schema::Diagnostics;

/// A schema that cannot be compared.
#[derive(Debug)]
pub enum SchemaError {
    /// It is no valid schema, or something it needs is missing.
    Invalid(Diagnostics),
    /// The engine cannot run it.
    Unusable(String),
}

impl fmt::Display for SchemaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(diagnostics) => fmt::Display::fmt(diagnostics, f),
            Self::Unusable(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for SchemaError {}
