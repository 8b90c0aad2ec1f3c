//! The tokens still to read, and the checks every node passes.

use crate::ast::{Expr, ExprKind, MAX_DEPTH};
use crate::diagnostic::Diagnostic;
use crate::lexer::{Token, TokenKind};
use crate::span::Span;

/// A reader of tokens.
pub struct Cursor {
    tokens: Vec<Token>,
    next: usize,
    open: u16,
}

impl Cursor {
    /// Starts at the first token. The last token must be [`TokenKind::End`].
    pub fn new(tokens: Vec<Token>) -> Self {
        Self {
            tokens,
            next: 0,
            open: 0,
        }
    }

    /// The next token, not yet taken.
    pub fn peek(&self) -> &TokenKind {
        self.tokens
            .get(self.next)
            .map_or(&TokenKind::End, |token| &token.kind)
    }

    /// The place of the next token.
    pub fn span(&self) -> Span {
        let index = self.next.min(self.tokens.len().saturating_sub(1));
        self.tokens
            .get(index)
            .map(|token| token.span)
            .unwrap_or_default()
    }

    /// Takes the next token.
    pub fn take(&mut self) -> Token {
        let token = Token {
            kind: self.peek().clone(),
            span: self.span(),
        };
        self.next += 1;
        token
    }

    /// Whether the next token is this operator or bracket.
    pub fn is(&self, punct: &str) -> bool {
        matches!(self.peek(), TokenKind::Punct(found) if *found == punct)
    }

    /// Takes this operator or bracket if it is next.
    pub fn take_if(&mut self, punct: &str) -> Option<Span> {
        self.is(punct).then(|| self.take().span)
    }

    /// Takes this operator or bracket, which must be next.
    pub fn expect(&mut self, punct: &str) -> Result<Span, Diagnostic> {
        self.take_if(punct)
            .ok_or_else(|| self.unexpected(&format!("'{punct}'")))
    }

    /// The error that something else was expected here.
    pub fn unexpected(&self, expected: &str) -> Diagnostic {
        let found = match self.peek() {
            TokenKind::Ident(name) | TokenKind::Quoted(name) => format!("'{name}'"),
            TokenKind::Keyword(word) | TokenKind::Punct(word) => format!("'{word}'"),
            TokenKind::Int(_) | TokenKind::UInt(_) | TokenKind::Double(_) => "a number".to_string(),
            TokenKind::String(_) | TokenKind::Bytes(_) => "a string".to_string(),
            TokenKind::End => "the end".to_string(),
        };
        let span = self.span();
        Diagnostic::new(
            format!("syntax error: expected {expected}, found {found}"),
            span,
            span.start,
        )
    }

    /// Enters one more level of nesting.
    pub fn enter(&mut self) -> Result<(), Diagnostic> {
        self.open += 1;
        if self.open > MAX_DEPTH {
            Err(too_deep(self.span()))
        } else {
            Ok(())
        }
    }

    /// Leaves a level of nesting.
    pub fn leave(&mut self) {
        self.open = self.open.saturating_sub(1);
    }

    /// A node, unless it nests too deeply. `below` is the depth of its deepest child.
    pub fn node(
        &self,
        kind: ExprKind,
        span: Span,
        at: usize,
        below: u16,
    ) -> Result<Expr, Diagnostic> {
        if below >= MAX_DEPTH {
            return Err(too_deep(span));
        }
        Ok(Expr {
            kind,
            span,
            at,
            depth: below + 1,
        })
    }
}

fn too_deep(span: Span) -> Diagnostic {
    Diagnostic::new(
        format!("the expression nests more than {MAX_DEPTH} levels deep"),
        span,
        span.start,
    )
}

/// The depth of the deepest of some nodes.
pub fn deepest<'a>(nodes: impl IntoIterator<Item = &'a Expr>) -> u16 {
    nodes.into_iter().map(|node| node.depth).max().unwrap_or(0)
}
