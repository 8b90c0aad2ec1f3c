//! The drafts of JSON Schema as data.

mod draft;
mod formats;
mod keyword;
mod lookup;
mod table;
mod vocabulary;

pub use draft::{Draft, Drafts};
pub use formats::{Known, format};
pub use keyword::{Children, Keyword, Meaning};
pub use lookup::{Dialect, drafts_of, keyword, names};
pub use vocabulary::{Vocabularies, Vocabulary};
