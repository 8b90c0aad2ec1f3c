//! A generated module.

/// Code to be compiled as a module of its own.
#[derive(Clone)]
pub(crate) struct Module {
    /// A name that is unique in the run and a Rust identifier.
    pub(crate) name: String,
    /// The code.
    pub(crate) text: String,
    /// The type of documents.
    pub(crate) root: String,
}
