//! Pieces of Rust.

use crate::Span;
use crate::typed::Typed;

/// What the code generator knows of a value: one of its own numbers.
///
/// [`PLAIN`] stands for what a rule made itself: `i64`, `f64`, `String`, lists of these.
pub type Spot = usize;

/// A value that is no part of the document.
pub const PLAIN: Spot = 0;

/// A piece of Rust.
#[derive(Clone, Debug)]
pub struct Code {
    /// The text.
    pub text: String,
    /// What it evaluates to.
    pub shape: Shape,
    /// Whether it holds `?`.
    pub fallible: bool,
    /// Whether it can stand beside an operator without parentheses.
    pub tight: bool,
    /// What the code generator knows of the value.
    pub spot: Spot,
}

/// What a piece of Rust evaluates to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A scalar by value; text as `&str`.
    Scalar,
    /// A `String`.
    Text,
    /// A place in the document, or a value that can be borrowed in place.
    Place,
    /// A reference to a place in the document.
    Ref,
    /// An `Option` of a reference.
    Option,
    /// An `Option` of a scalar.
    OptionScalar,
}

/// A rule, or a part of one, that has no Rust yet; the interpreter runs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotLowered {
    /// What is in the way.
    pub what: String,
    /// Where in the rule.
    pub span: Span,
}

/// A piece of Rust, or what is in the way.
pub type Lowered = Result<Code, NotLowered>;

impl NotLowered {
    /// At an expression.
    pub fn at(typed: &Typed, what: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            span: typed.span,
        }
    }
}

impl Code {
    /// A piece that needs no parentheses beside an operator.
    pub fn tight(text: impl Into<String>, shape: Shape, fallible: bool) -> Self {
        Self {
            text: text.into(),
            shape,
            fallible,
            tight: true,
            spot: PLAIN,
        }
    }

    /// A piece that needs them.
    pub fn loose(text: impl Into<String>, shape: Shape, fallible: bool) -> Self {
        Self {
            text: text.into(),
            shape,
            fallible,
            tight: false,
            spot: PLAIN,
        }
    }

    /// The same piece, known to the code generator.
    #[must_use]
    pub fn known_as(self, spot: Spot) -> Self {
        Self { spot, ..self }
    }

    /// The text, in parentheses where an operator beside it needs them.
    pub fn operand(&self) -> String {
        if self.tight {
            self.text.clone()
        } else {
            format!("({})", self.text)
        }
    }

    /// An expression of a `Tried` of the value: what a closure or a function
    /// returns in which the text can fail.
    pub fn tried(&self) -> String {
        // A single call needs no `Ok(…?)` around it.
        let call = self
            .text
            .strip_suffix('?')
            .filter(|_| self.tight && !self.text.starts_with('!'));
        call.map_or_else(|| format!("Ok({})", self.text), str::to_string)
    }

    /// An expression of a reference to the value.
    pub fn reference(&self) -> String {
        match self.shape {
            Shape::Ref => self.text.clone(),
            _ => format!("&{}", self.operand()),
        }
    }
}
