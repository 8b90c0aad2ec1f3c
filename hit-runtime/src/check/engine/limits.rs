//! What a check may cost.

/// Subschemas entered within one another, at most.
///
/// Every level of a document takes one frame for each reference, `allOf`, …
/// that its schema needs there, so a document of 128 levels may use up to eight
/// at each. Beyond, the value is refused with the code `depth`: never a stack
/// overflow.
pub const MAX_FRAMES: usize = 1024;

/// Subschemas explained for one report to find the nearest alternative of an
/// `anyOf` or `oneOf`, at most; beyond, a report only says that none matches.
pub const MAX_EXPLAINED: usize = 20_000;

/// Subschemas entered before results are remembered.
pub(super) const REMEMBER_AFTER: usize = 20_000;

/// Results remembered, at most.
pub(super) const REMEMBERED: usize = 1_000_000;

/// Endless references cut within one check, at most. A node that needs itself
/// at the same value adds nothing there; beyond this number of such places the
/// value is refused with the code `loop`. Schemas whose references always end,
/// as JSON Schema demands, never get here.
pub const MAX_CUTS: usize = 1_000;
