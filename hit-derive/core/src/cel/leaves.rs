//! Tokens of Rust, flat.

use proc_macro2::{Delimiter, Spacing, Span, TokenStream, TokenTree};

/// A token without parts.
pub struct Leaf {
    /// As it is written.
    pub text: String,
    /// Where.
    pub span: Span,
    /// Whether the next one follows without a space, as one operator.
    pub joint: bool,
    /// What it is.
    pub kind: LeafKind,
}

/// What a leaf is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum LeafKind {
    /// A name or a literal.
    Word,
    /// A character of an operator.
    Punct,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
}

/// The leaves of a stream in order.
pub fn leaves(stream: TokenStream) -> Vec<Leaf> {
    let mut found = Vec::new();
    add(stream, &mut found);
    found
}

fn add(stream: TokenStream, found: &mut Vec<Leaf>) {
    for tree in stream {
        match tree {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::None => ("", ""),
                };
                push(
                    found,
                    open.to_owned(),
                    group.span_open(),
                    false,
                    LeafKind::Open,
                );
                add(group.stream(), found);
                push(
                    found,
                    close.to_owned(),
                    group.span_close(),
                    false,
                    LeafKind::Close,
                );
            }
            TokenTree::Punct(punct) => {
                let joint = punct.spacing() == Spacing::Joint;
                push(
                    found,
                    punct.to_string(),
                    punct.span(),
                    joint,
                    LeafKind::Punct,
                );
            }
            TokenTree::Ident(word) => {
                push(found, word.to_string(), word.span(), false, LeafKind::Word)
            }
            TokenTree::Literal(word) => {
                push(found, word.to_string(), word.span(), false, LeafKind::Word);
            }
        }
    }
}

fn push(found: &mut Vec<Leaf>, text: String, span: Span, joint: bool, kind: LeafKind) {
    if !text.is_empty() {
        found.push(Leaf {
            text,
            span,
            joint,
            kind,
        });
    }
}
