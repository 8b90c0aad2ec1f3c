//! How the document's types look in Rust: the code generator's answers.

use crate::types::{ObjectRef, Type};

/// A member of a struct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The place: `self.duration`.
    pub place: String,
    /// Whether the place holds an `Option`.
    pub optional: bool,
}

/// How a scalar is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// An expression of type `bool`, `i64`, `u64`, `f64`, `&str`, `Timestamp` or `Duration`.
    pub text: String,
    /// Whether it holds `?`.
    pub fallible: bool,
}

/// How the document's types look in Rust.
pub trait Naming {
    /// An expression of a reference to a variable's value: `self`, `ctx`; of an `Option` of a
    /// reference where the rule has an optional (`oldSelf` of `optionalOldSelf`). `None` when it
    /// is not there.
    fn variable(&self, name: &str) -> Option<String>;

    /// The member that a field is. `of` is an expression of the struct or of a reference to it.
    fn member(&self, object: &ObjectRef, field: &str, of: &str) -> Option<Member>;

    /// Where the functions of [`support`](hit_runtime::rules) are found.
    fn support(&self) -> &str {
        "::hit_runtime::rules"
    }

    /// The text that the bytes behind a reference are, as a `String`; holds `?`. The default
    /// reads bytes that are kept as base64 text.
    fn bytes_text(&self, reference: &str) -> Option<String> {
        let support = self.support();
        Some(format!(
            "{support}::bytes_text({support}::text({reference}))?"
        ))
    }

    /// Whether two references of a type are equal, for types other than scalars. `None`, the
    /// default, when the Rust type cannot say it: when it has no `PartialEq`, or holds a list
    /// that compares in any order.
    fn equal(&self, ty: &Type, first: &str, second: &str) -> Option<String> {
        let _ = (ty, first, second);
        None
    }

    /// Reads the scalar behind a reference. The default reads whatever
    /// implements the traits of [`support`](hit_runtime::rules); times are read from text.
    fn read(&self, ty: &Type, reference: &str) -> Option<Read> {
        let support = self.support();
        let (function, fallible) = match ty {
            Type::Bool => ("boolean", false),
            Type::Int => ("int", false),
            Type::UInt => ("uint", false),
            Type::Double => ("double", false),
            Type::String | Type::Enum(_) => ("text", false),
            Type::Timestamp => ("timestamp", true),
            Type::Duration => ("duration", true),
            _ => return None,
        };
        let text = match fallible {
            true => format!("{support}::{function}({support}::text({reference}))?"),
            false => format!("{support}::{function}({reference})"),
        };
        Some(Read { text, fallible })
    }
}
