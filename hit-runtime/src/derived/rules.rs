//! The rules of a type as data.

/// A rule as a schema says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleText {
    /// `id`
    pub id: &'static str,
    /// `rule`; `None` for a check in Rust, an opaque entry.
    pub rule: Option<&'static str>,
    /// `when`
    pub when: Option<&'static str>,
    /// `message`
    pub message: Option<&'static str>,
    /// `path`
    pub path: Option<&'static str>,
    /// `severity` is `warning`.
    pub is_warning: bool,
    /// `optionalOldSelf`
    pub optional_old_self: bool,
}

/// A type whose rules are known.
#[diagnostic::on_unimplemented(
    message = "the rules of `{Self}` are not known",
    note = "derive `hit_runtime::Validate` for it"
)]
pub trait Rules {
    /// Its rules.
    const RULES: &'static [RuleText];
}
