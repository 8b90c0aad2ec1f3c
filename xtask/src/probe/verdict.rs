//! What a generated type said of a document.

/// What a generated type said of a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Verdict {
    /// Whether it parsed.
    pub(crate) accepted: bool,
    /// Whether it was written back as an equal value.
    pub(crate) back: bool,
    /// Whether the program broke down.
    pub(crate) crashed: bool,
    /// The error of the parser, or what was written.
    pub(crate) why: String,
}
