//! The tokens.

use std::sync::Arc;

use crate::span::Span;

/// A token with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of tokens.
#[derive(Clone, Debug, PartialEq)]
pub enum TokenKind {
    /// A name.
    Ident(Arc<str>),
    /// A name in back-quotes: only a field.
    Quoted(Arc<str>),
    /// An integer's magnitude: its sign is the parser's.
    Int(u64),
    /// An unsigned integer, with `u`.
    UInt(u64),
    /// A floating-point number.
    Double(f64),
    /// A string, escapes resolved.
    String(Arc<str>),
    /// A byte string, escapes resolved.
    Bytes(Arc<[u8]>),
    /// `true`, `false`, `null`, `in`
    Keyword(&'static str),
    /// An operator or a bracket.
    Punct(&'static str),
    /// The end of the text.
    End,
}
