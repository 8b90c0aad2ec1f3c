//! CEL that could be read.

use hit_cel::ast::Expr;

use crate::cel::source::Source;

/// A piece of CEL that could be read.
pub struct Piece {
    /// Its text.
    pub source: Source,
    /// Its tree.
    pub tree: Expr,
}
