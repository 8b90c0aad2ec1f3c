//! How the document's types look in Rust: the code generator's answers.

use crate::rust::code::Spot;
use crate::types::{ObjectRef, Type};

/// A member of a struct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The place: `self.duration`; of a member that may be absent, an expression of an
    /// `Option` of a reference: `self.duration.as_ref()`.
    pub place: String,
    /// Whether it may be absent.
    pub optional: bool,
    /// What the code generator knows of the member's value.
    pub spot: Spot,
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
    fn variable(&self, name: &str) -> Option<(String, Spot)>;

    /// The member that a field is. `of` is an expression of the struct, known as `spot`, or of a
    /// reference to it.
    fn member(&self, object: &ObjectRef, field: &str, of: &str, spot: Spot) -> Option<Member>;

    /// What a field holds. `None`, the default, where its Rust type holds nothing else.
    fn field(&self, object: &ObjectRef, field: &str) -> Option<Type> {
        let _ = (object, field);
        None
    }

    /// What is known of the elements of a list, or of the values of a map. `None` when Rust
    /// has neither there.
    fn element(&self, spot: Spot) -> Option<Spot> {
        Some(spot)
    }

    /// What leads from a value to the list or map that it is around (`.0`), and what is known of that.
    fn inside(&self, spot: Spot) -> (&'static str, Spot) {
        ("", spot)
    }

    /// An expression of an `Option` of a scalar: the value that stands beside a key in a map of
    /// the context; with what is known of it. `None`, the default, when the map is at hand.
    fn outside_entry(&self, field: &str, key: &str) -> Option<(String, Spot)> {
        let _ = (field, key);
        None
    }

    /// An expression of an `Option` of a truth value: whether a list of the context contains a value.
    fn outside_contains(&self, field: &str, item: &str) -> Option<String> {
        let _ = (field, item);
        None
    }

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

    /// Whether the text behind a reference is this one, without looking at it as text. `None`, the
    /// default, where it is kept as text.
    fn is_word(&self, reference: &str, spot: Spot, word: &str) -> Option<String> {
        let _ = (reference, spot, word);
        None
    }

    /// Reads the scalar behind a reference. The default reads whatever
    /// implements the traits of [`support`](hit_runtime::rules); times are read from text.
    fn read(&self, ty: &Type, reference: &str, spot: Spot) -> Option<Read> {
        let _ = spot;
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
