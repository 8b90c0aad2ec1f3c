//! One family of keywords a file.

pub(super) mod additional;
pub(super) mod arrays;
pub(super) mod conditional;
pub(super) mod contains;
pub(super) mod content;
pub(super) mod core;
pub(super) mod dependencies;
pub(super) mod format;
pub(super) mod logic;
pub(super) mod numbers;
pub(super) mod objects;
pub(super) mod pattern;
pub(super) mod references;
pub(super) mod strings;
pub(super) mod tuples;
pub(super) mod types;
pub(super) mod unevaluated;
pub(super) mod union;
