//! Pieces of Rust.

use proc_macro2::TokenStream;

/// A piece of Rust. It may hold `?`, and stands where `Tried` is returned.
pub struct Code {
    /// The tokens.
    pub tokens: TokenStream,
    /// What it evaluates to.
    pub kind: Kind,
}

/// What a piece of Rust evaluates to.
#[derive(Clone)]
pub enum Kind {
    /// A reference to something in Rust's memory, to be read.
    Place(Lack),
    /// A value of rules.
    Value,
    /// An optional of rules.
    Optional,
}

/// What it means that nothing is there.
#[derive(Clone)]
pub enum Lack {
    /// A member or an element is absent.
    Absent(String),
    /// A value from outside is not known; its path.
    Unknown(String),
}

impl Code {
    /// A value.
    pub fn value(tokens: TokenStream) -> Self {
        Self {
            tokens,
            kind: Kind::Value,
        }
    }

    /// An optional.
    pub fn optional(tokens: TokenStream) -> Self {
        Self {
            tokens,
            kind: Kind::Optional,
        }
    }

    /// A place that is absent under a name.
    pub fn place(tokens: TokenStream, name: impl Into<String>) -> Self {
        Self {
            tokens,
            kind: Kind::Place(Lack::Absent(name.into())),
        }
    }
}
