//! JSON texts, and changes of one place in them.

mod edit;
mod quote;

pub use edit::{Edit, Text, parent};
pub use quote::{quote, quote_escaped};
