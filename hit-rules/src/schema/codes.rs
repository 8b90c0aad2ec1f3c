//! The codes of messages about rules in schemas.

/// A rule that does not check: it does not parse, names a member or a function
/// that is not there, or compares unlike types.
pub const BAD_RULE: &str = "HIT0601";
/// An entry that is not one: something is missing, unknown or of the wrong type.
pub const BAD_ENTRY: &str = "HIT0602";
/// A context that rules cannot use: no object, or several that disagree.
pub const BAD_CONTEXT: &str = "HIT0603";
/// A rule where none can be run: below `not`, `propertyNames`, `contains` or an
/// `unevaluated…` keyword no value is judged for good.
pub const RULE_PLACE: &str = "HIT0604";
/// A rule that is worth a look: it may fail where it should not.
pub const RULE_WARNING: &str = "HIT0605";
/// A program that the engine refuses.
pub const BAD_PROGRAM: &str = "HIT0606";
