//! Words that several checks use.

use crate::case::{Case, Class};
use crate::make::general;

/// What faults of this case have in common with those of others: what is
/// violated and where, or how it was made.
pub fn cause(case: &Case) -> String {
    match &case.certificate.violated {
        Some(violated) if case.expect == Class::Invalid => {
            format!(
                "{} at {}",
                violated.code,
                place(&general(&violated.place()))
            )
        }
        _ => case.certificate.recipe.clone(),
    }
}

/// A pointer for people.
pub fn place(pointer: &str) -> &str {
    if pointer.is_empty() {
        "the root"
    } else {
        pointer
    }
}
