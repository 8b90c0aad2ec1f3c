//! Text to tokens.

mod scan;
mod string;
mod token;

pub use scan::lex;
pub use token::{Token, TokenKind};
