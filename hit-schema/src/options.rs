//! What can be chosen when schemas are compiled.

use crate::dialect::Draft;

/// Whether `format` is asserted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FormatMode {
    /// As the dialect says: an annotation in all drafts, unless a vocabulary
    /// of the meta-schema makes it an assertion.
    #[default]
    Dialect,
    /// Always, for all formats the draft defines.
    Assert,
    /// Never.
    Annotation,
}

/// Whether `contentEncoding` and `contentMediaType` are asserted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ContentMode {
    /// Never, as 2019-09 and later demand and draft 7 allows.
    #[default]
    Annotation,
    /// For the encodings and media types that are known.
    Assert,
}

/// How schemas are compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The draft of documents without `$schema`. One that is referred to takes
    /// the draft of what first refers to it.
    pub draft: Draft,
    /// Whether formats are asserted.
    pub format: FormatMode,
    /// Whether content is asserted.
    pub content: ContentMode,
    /// How deep documents may nest.
    pub depth: usize,
    /// Whether documents are checked against their meta-schema. What would
    /// change the meaning of a keyword is found without.
    pub meta_schema: bool,
}

impl Options {
    /// Draft 2020-12 where nothing is said, formats by dialect, content as
    /// annotation, 512 levels, with meta-schema check.
    pub const STANDARD: Self = Self {
        draft: Draft::Draft202012,
        format: FormatMode::Dialect,
        content: ContentMode::Annotation,
        depth: 512,
        meta_schema: true,
    };
}

impl Default for Options {
    fn default() -> Self {
        Self::STANDARD
    }
}
