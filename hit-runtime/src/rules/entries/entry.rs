//! An entry, ready to run.

use crate::report::Severity;
use crate::rules::typed::Typed;

/// An entry of `x-rules` whose rules type-check.
#[derive(Clone, Debug)]
pub struct Entry {
    /// `id`: the code of its violations.
    pub id: String,
    /// The rule as it is written.
    pub text: String,
    /// The rule; `None` for an opaque entry, whose check is written in code.
    pub rule: Option<Typed>,
    /// `when`: the rule counts only where this holds.
    pub when: Option<Typed>,
    /// How the message is made.
    pub message: Message,
    /// `path`: where its violations point, below the node, as names of members.
    pub path: Vec<String>,
    /// `severity`
    pub severity: Severity,
    /// `optionalOldSelf`
    pub optional_old_self: bool,
    /// Whether it compares with the value before.
    pub transition: bool,
    /// Whether it needs values from outside of the document.
    pub outside: bool,
}

/// How a message is made.
#[derive(Clone, Debug)]
pub enum Message {
    /// From the rule: none is written.
    Default,
    /// From a template: texts, and expressions with their text.
    Template(Vec<Result<String, (String, Typed)>>),
    /// By an expression.
    Expression(Box<Typed>),
}
