//! The typed syntax tree: the checker's result, the interpreter's and the
//! code generator's input.

use std::sync::Arc;

use crate::rules::functions::{Declared, Regex};
use crate::rules::types::Type;
use hit_cel::Span;
use hit_cel::ast::{BindKind, Literal, Macro};

/// The variable that holds values from outside of the document. A member of
/// it that is absent is not known rather than not there.
pub const CONTEXT: &str = "ctx";

/// An expression with its type.
#[derive(Clone, Debug)]
pub struct Typed {
    /// What it is.
    pub kind: TypedKind,
    /// Its type.
    pub ty: Type,
    /// Where it stands in the rule.
    pub span: Span,
    /// The byte that stands for it in messages.
    pub at: usize,
    /// Whether its evaluation can fail on a document that is valid without
    /// the rule: overflow, index, an unguarded optional field.
    pub can_fail: bool,
}

/// The kinds of typed expressions.
#[derive(Clone, Debug)]
pub enum TypedKind {
    /// A literal.
    Constant(Literal),
    /// A type by its name: `int`.
    TypeName(Arc<str>),
    /// A variable of the environment.
    Variable(Arc<str>),
    /// A variable of a macro: its place, counted from the outermost macro.
    Local(usize),
    /// A field, a member, a map's value.
    Select {
        /// What is selected from.
        operand: Box<Typed>,
        /// The field by the name of its [`Field`](crate::rules::types::Field), or the key.
        field: Arc<str>,
        /// Written `.?`.
        optional: bool,
    },
    /// `has(operand.field)`
    Has {
        /// What is selected from.
        operand: Box<Typed>,
        /// The field or key.
        field: Arc<str>,
    },
    /// A function or an operator.
    Call(Box<TypedCall>),
    /// `value.or(other)`, `value.orValue(other)`: `other` only if needed.
    OrElse {
        /// The optional.
        value: Box<Typed>,
        /// What is taken when it is empty.
        other: Box<Typed>,
        /// Whether the result is the value itself (`orValue`).
        unwrap: bool,
    },
    /// `a && b && …`
    And(Vec<Typed>),
    /// `a || b || …`
    Or(Vec<Typed>),
    /// `condition ? then : otherwise`
    Conditional(Box<[Typed; 3]>),
    /// A list literal; `true` for elements written `?e`.
    List(Vec<(Typed, bool)>),
    /// A map literal; `true` for entries written `?k: v`.
    Map(Vec<(Typed, Typed, bool)>),
    /// A macro over a range.
    Comprehension(Box<TypedComprehension>),
    /// A macro that names one value.
    Bind(Box<TypedBind>),
    /// What does not type-check, in an unchecked environment: fails when evaluated.
    Unresolved(String),
}

/// A call.
#[derive(Clone, Debug)]
pub struct TypedCall {
    /// The function's name: `size`, `_+_`, `math.greatest`.
    pub name: &'static str,
    /// The overloads that suit the types of the arguments; one unless a type is not known.
    pub overloads: Vec<&'static Declared>,
    /// The arguments, the receiver first.
    pub args: Vec<Typed>,
    /// The pattern, if it is a literal.
    pub regex: Option<Regex>,
}

/// A macro over a range.
#[derive(Clone, Debug)]
pub struct TypedComprehension {
    /// Which.
    pub kind: Macro,
    /// The list or map.
    pub range: Typed,
    /// The names of one or two variables.
    pub variables: Vec<Arc<str>>,
    /// The place of the first variable.
    pub slot: usize,
    /// The filter.
    pub filter: Option<Typed>,
    /// The predicate or the transformation.
    pub body: Typed,
}

/// A macro that names one value.
#[derive(Clone, Debug)]
pub struct TypedBind {
    /// Which.
    pub kind: BindKind,
    /// The value.
    pub value: Typed,
    /// Its name.
    pub variable: Arc<str>,
    /// The place of the variable.
    pub slot: usize,
    /// Where the name is known.
    pub body: Typed,
}

impl Typed {
    /// `ctx.a.b`, if the expression is a chain of selections from the context.
    pub fn context_path(&self) -> Option<String> {
        match &self.kind {
            TypedKind::Variable(name) if &**name == CONTEXT => Some(name.to_string()),
            TypedKind::Select { operand, field, .. } => {
                Some(format!("{}.{field}", operand.context_path()?))
            }
            _ => None,
        }
    }

    /// Its parts.
    pub fn children(&self) -> Vec<&Typed> {
        match &self.kind {
            TypedKind::Select { operand, .. } | TypedKind::Has { operand, .. } => vec![operand],
            TypedKind::Call(call) => call.args.iter().collect(),
            TypedKind::OrElse { value, other, .. } => vec![value, other],
            TypedKind::And(operands) | TypedKind::Or(operands) => operands.iter().collect(),
            TypedKind::Conditional(parts) => parts.iter().collect(),
            TypedKind::List(elements) => elements.iter().map(|(element, _)| element).collect(),
            TypedKind::Map(entries) => entries
                .iter()
                .flat_map(|(key, value, _)| [key, value])
                .collect(),
            TypedKind::Comprehension(inner) => [&inner.range]
                .into_iter()
                .chain(&inner.filter)
                .chain([&inner.body])
                .collect(),
            TypedKind::Bind(inner) => vec![&inner.value, &inner.body],
            TypedKind::Constant(_)
            | TypedKind::TypeName(_)
            | TypedKind::Variable(_)
            | TypedKind::Local(_)
            | TypedKind::Unresolved(_) => Vec::new(),
        }
    }

    /// Its parts, to change.
    pub fn children_mut(&mut self) -> Vec<&mut Typed> {
        match &mut self.kind {
            TypedKind::Select { operand, .. } | TypedKind::Has { operand, .. } => vec![operand],
            TypedKind::Call(call) => call.args.iter_mut().collect(),
            TypedKind::OrElse { value, other, .. } => vec![value, other],
            TypedKind::And(operands) | TypedKind::Or(operands) => operands.iter_mut().collect(),
            TypedKind::Conditional(parts) => parts.iter_mut().collect(),
            TypedKind::List(elements) => elements.iter_mut().map(|(element, _)| element).collect(),
            TypedKind::Map(entries) => entries
                .iter_mut()
                .flat_map(|(key, value, _)| [key, value])
                .collect(),
            TypedKind::Comprehension(inner) => {
                let TypedComprehension {
                    range,
                    filter,
                    body,
                    ..
                } = &mut **inner;
                [range].into_iter().chain(filter).chain([body]).collect()
            }
            TypedKind::Bind(inner) => vec![&mut inner.value, &mut inner.body],
            TypedKind::Constant(_)
            | TypedKind::TypeName(_)
            | TypedKind::Variable(_)
            | TypedKind::Local(_)
            | TypedKind::Unresolved(_) => Vec::new(),
        }
    }
}
