//! What a check may cost.

/// Subschemas entered within one another, at most.
///
/// Every level of a document takes one frame for each reference, `allOf`, …
/// that its schema needs there, so a document of 128 levels may use up to six
/// at each. Beyond, the value is refused with the code `depth`: never a stack
/// overflow.
pub const MAX_FRAMES: usize = 800;

/// Subschemas explained for one report, at most; beyond, a report no longer
/// says why the alternatives of an `anyOf` or `oneOf` do not match.
pub const MAX_EXPLAINED: usize = 200_000;

/// Subschemas entered before results are remembered.
pub(super) const REMEMBER_AFTER: usize = 20_000;

/// Results remembered, at most.
pub(super) const REMEMBERED: usize = 1_000_000;
