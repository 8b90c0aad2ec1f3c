//! The syntax tree: what was written, macros recognized but not expanded.

use std::sync::Arc;

use crate::span::Span;

/// How deeply an expression may nest. Bounds the stack of every later pass.
pub const MAX_DEPTH: u16 = 80;

/// One node of the tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Everything it covers.
    pub span: Span,
    /// The byte that stands for it in messages: an operator, the `.` of a
    /// selection, the `(` of a call, else the first byte.
    pub at: usize,
    /// Nesting below this node, this node included.
    pub depth: u16,
}

/// The kinds of nodes.
#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// A literal.
    Literal(Literal),
    /// A name; `absolute` when written with a leading dot.
    Ident {
        /// The name without the dot.
        name: Arc<str>,
        /// Whether the container is not searched.
        absolute: bool,
    },
    /// `operand.field`, or `operand.?field` when `optional`.
    Select {
        /// What is selected from.
        operand: Box<Expr>,
        /// The selected field.
        field: Field,
        /// Whether an absent field gives an empty optional.
        optional: bool,
    },
    /// The macro `has(operand.field)`.
    Has {
        /// What is selected from.
        operand: Box<Expr>,
        /// The field asked for.
        field: Field,
    },
    /// A function call, a method call, an operator (`_+_`, `_[_]`, …).
    Call {
        /// The receiver of a method.
        target: Option<Box<Expr>>,
        /// The function's name.
        function: Arc<str>,
        /// The arguments in parentheses.
        args: Vec<Expr>,
    },
    /// `a && b && …`
    And(Vec<Expr>),
    /// `a || b || …`
    Or(Vec<Expr>),
    /// `condition ? then : otherwise`
    Conditional(Box<[Expr; 3]>),
    /// `[a, ?b]`
    List(Vec<Element>),
    /// `{k: v, ?k: v}`
    Map(Vec<Entry>),
    /// `pkg.Type{field: value}`: read, but no schema has message types.
    Struct(String),
    /// A macro over a list or a map.
    Comprehension(Box<Comprehension>),
    /// The macros that name one value: `o.optMap(v, e)`, `o.optFlatMap(v, e)`, `cel.bind(v, e, e)`.
    Bind(Box<Bind>),
}

/// A selected field.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name as the rule spells it, without back-quotes.
    pub name: Arc<str>,
    /// Whether it was written in back-quotes, so that no escape applies.
    pub quoted: bool,
    /// Where the name stands.
    pub span: Span,
}

/// An element of a list literal.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// The element.
    pub value: Expr,
    /// Written `?e`: left out when the optional is empty.
    pub optional: bool,
}

/// An entry of a map literal.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The key.
    pub key: Expr,
    /// The value.
    pub value: Expr,
    /// Written `?k: v`: left out when the optional is empty.
    pub optional: bool,
}

/// The macros over a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Macro {
    /// `all(v, predicate)`
    All,
    /// `exists(v, predicate)`
    Exists,
    /// `exists_one(v, predicate)`, `existsOne`
    ExistsOne,
    /// `filter(v, predicate)`
    Filter,
    /// `map(v, e)`, `map(v, predicate, e)`
    Map,
    /// `transformList(i, v, e)`, `transformList(i, v, predicate, e)`
    TransformList,
    /// `transformMap(k, v, e)`, `transformMap(k, v, predicate, e)`
    TransformMap,
    /// `transformMapEntry(k, v, {k: e})`
    TransformMapEntry,
    /// `sortBy(v, key)`
    SortBy,
}

/// A macro over a range.
#[derive(Clone, Debug, PartialEq)]
pub struct Comprehension {
    /// Which.
    pub kind: Macro,
    /// The list or map.
    pub range: Expr,
    /// One or two variables.
    pub variables: Vec<Variable>,
    /// The filter, where the macro takes one besides the body.
    pub filter: Option<Expr>,
    /// The predicate or the transformation.
    pub body: Expr,
}

/// A variable that a macro introduces.
#[derive(Clone, Debug, PartialEq)]
pub struct Variable {
    /// Its name.
    pub name: Arc<str>,
    /// Where it is introduced.
    pub span: Span,
}

/// The macros that name one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BindKind {
    /// `o.optMap(v, e)`: `e` of the value, as an optional.
    OptMap,
    /// `o.optFlatMap(v, e)`: `e` of the value, itself an optional.
    OptFlatMap,
    /// `cel.bind(v, value, e)`
    Let,
}

/// A macro that names one value.
#[derive(Clone, Debug, PartialEq)]
pub struct Bind {
    /// Which.
    pub kind: BindKind,
    /// The value, or the optional that may hold it.
    pub value: Expr,
    /// Its name.
    pub variable: Variable,
    /// Where the name is known.
    pub body: Expr,
}

/// A literal.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// `1`, `0x1F`
    Int(i64),
    /// `1u`
    UInt(u64),
    /// `1.0`, `1e3`
    Double(f64),
    /// `'a'`, `r"a"`, `"""a"""`
    String(Arc<str>),
    /// `b'a'`
    Bytes(Arc<[u8]>),
}
