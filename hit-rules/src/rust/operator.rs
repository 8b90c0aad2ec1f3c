//! Operators.

use crate::ast::Literal;
use crate::rust::code::{Code, Lowered, NotLowered, Shape};
use crate::rust::lowerer::Lowerer;
use crate::typed::{Typed, TypedKind};
use crate::types::{ListKind, Type};
use hit_runtime::rules::Fault;

impl Lowerer<'_> {
    fn binary(&self, a: &Code, operator: &str, b: &Code) -> Code {
        let text = format!("{} {operator} {}", a.operand(), b.operand());
        Code::loose(text, Shape::Scalar, a.fallible || b.fallible)
    }

    /// `a == b`, `a != b`
    pub fn equality(&mut self, typed: &Typed, a: &Typed, b: &Typed, equal: bool) -> Lowered {
        let operator = if equal { "==" } else { "!=" };
        let (first, second) = (a.ty.widened(), b.ty.widened());
        let whole = |ty: &Type| matches!(ty, Type::List(_) | Type::Map(_) | Type::Object(_));
        if whole(&first) && whole(&second) {
            let code = self.whole_equality(typed, a, b)?;
            let text = if equal {
                code.text.clone()
            } else {
                format!("!{}", code.operand())
            };
            return Ok(Code { text, ..code });
        }
        if first != second || !first.is_scalar() {
            return Err(NotLowered::at(
                typed,
                format!("equality of {first} and {second}"),
            ));
        }
        if is_empty_text(b) {
            let text = self.scalar(a)?;
            let not = if equal { "" } else { "!" };
            return Ok(Code::tight(
                format!("{not}{}.is_empty()", text.operand()),
                Shape::Scalar,
                text.fallible,
            ));
        }
        let first = self.expression(a)?;
        if let TypedKind::Constant(Literal::String(word)) = &b.kind
            && matches!(first.shape, Shape::Place | Shape::Ref)
            && let Some(text) = self.naming.is_word(&first.reference(), first.spot, word)
        {
            let not = if equal { "" } else { "!" };
            let text = format!("{not}{text}");
            return Ok(Code::tight(text, Shape::Scalar, first.fallible));
        }
        let (a, b) = (self.read(a, first)?, self.scalar(b)?);
        Ok(self.binary(&a, operator, &b))
    }

    /// Equality of lists, maps and objects.
    fn whole_equality(&mut self, typed: &Typed, a: &Typed, b: &Typed) -> Lowered {
        if is_empty_literal(b) {
            let place = self.place(a)?;
            return Ok(Code::tight(
                format!("{}.is_empty()", place.operand()),
                Shape::Scalar,
                place.fallible,
            ));
        }
        let atomic = |ty: &Type| matches!(ty, Type::List(list) if list.kind == ListKind::Atomic && list.element.is_scalar());
        if atomic(&a.ty) && atomic(&b.ty) {
            let (first, second) = (self.scalars(a)?, self.scalars(b)?);
            let text = format!("{}.eq({})", first.0, second.0);
            return Ok(Code::tight(text, Shape::Scalar, first.1 || second.1));
        }
        if a.ty == b.ty {
            let (first, second) = (self.place(a)?, self.place(b)?);
            if let Some(text) = self
                .naming
                .equal(&a.ty, &first.reference(), &second.reference())
            {
                return Ok(Code::loose(
                    text,
                    Shape::Scalar,
                    first.fallible || second.fallible,
                ));
            }
        }
        Err(NotLowered::at(
            typed,
            format!("equality of {} and {}", a.ty, b.ty),
        ))
    }

    /// `a < b` and the like; numbers of different types by value.
    pub fn order(&mut self, typed: &Typed, a: &Typed, b: &Typed, operator: &str) -> Lowered {
        let (first, second) = (a.ty.widened(), b.ty.widened());
        let (mut left, mut right) = (self.scalar(a)?, self.scalar(b)?);
        let number = |ty: &Type| matches!(ty, Type::Int | Type::UInt | Type::Double);
        if first != second && number(&first) && number(&second) {
            let mixed = first == Type::Double || second == Type::Double;
            for (code, ty) in [(&mut left, &first), (&mut right, &second)] {
                if mixed && *ty != Type::Double {
                    *code = Code::tight(
                        format!("({} as f64)", code.operand()),
                        Shape::Scalar,
                        code.fallible,
                    );
                } else if !mixed {
                    *code = Code::tight(
                        format!("i128::from({})", code.text),
                        Shape::Scalar,
                        code.fallible,
                    );
                }
            }
        } else if first != second || !first.is_scalar() {
            return Err(NotLowered::at(
                typed,
                format!("the order of {first} and {second}"),
            ));
        }
        Ok(self.binary(&left, operator, &right))
    }

    /// `a + b` and the like.
    pub fn arithmetic(&mut self, typed: &Typed, name: &str, a: &Typed, b: &Typed) -> Lowered {
        let (first, second) = (a.ty.widened(), b.ty.widened());
        if first != second {
            return Err(NotLowered::at(
                typed,
                format!("{name} of {first} and {second}"),
            ));
        }
        if matches!(first, Type::List(_)) {
            return self.concatenation(typed, a, b);
        }
        let (left, right) = (self.scalar(a)?, self.scalar(b)?);
        let operator = name.trim_matches('_');
        let suffix = match first {
            Type::Double if operator != "%" => return Ok(self.binary(&left, operator, &right)),
            Type::String if operator == "+" => {
                let (left, right) = (self.whole(left), self.whole(right));
                let text = format!("[{}, {}].concat()", left.text, right.text);
                return Ok(Code::tight(
                    text,
                    Shape::Text,
                    left.fallible || right.fallible,
                ));
            }
            Type::Int => "",
            Type::UInt => "_uint",
            _ => return Err(NotLowered::at(typed, format!("{name} of {first}"))),
        };
        let function = match operator {
            "+" => "add",
            "-" => "subtract",
            "*" => "multiply",
            "/" => "divide",
            _ => "remainder",
        };
        let text = format!(
            "{}({}, {})?",
            self.support(&format!("{function}{suffix}")),
            left.text,
            right.text
        );
        Ok(Code::tight(text, Shape::Scalar, true))
    }

    /// `-a`
    pub fn negation(&mut self, typed: &Typed, a: &Typed) -> Lowered {
        let code = self.scalar(a)?;
        match a.ty {
            Type::Double => Ok(Code::loose(
                format!("-{}", code.operand()),
                Shape::Scalar,
                code.fallible,
            )),
            Type::Int => Ok(Code::tight(
                format!("{}({})?", self.support("negate"), code.text),
                Shape::Scalar,
                true,
            )),
            _ => Err(NotLowered::at(typed, format!("the negation of {}", a.ty))),
        }
    }

    /// `a in b`
    pub fn membership(&mut self, typed: &Typed, a: &Typed, b: &Typed) -> Lowered {
        let wanted = self.scalar(a)?;
        if let Some(field) = outside_member(b)
            && let Some(known) = self.naming.outside_contains(field, &wanted.text)
        {
            let name = format!("ctx.{field}");
            let text = format!("{}({known}, {name:?})?", self.support("known_value"));
            return Ok(Code::tight(text, Shape::Scalar, true));
        }
        let range = self.place(b)?;
        let fallible = wanted.fallible || range.fallible;
        let text = match (&b.ty, &b.kind) {
            (Type::List(_), TypedKind::List(_)) => {
                format!("{}.contains(&{})", range.text, wanted.operand())
            }
            (Type::List(list), _) => {
                let spot = self.element_of(b, range.spot)?;
                let name = self.fresh("item");
                let read = self
                    .naming
                    .read(&list.element, &name, spot)
                    .filter(|read| !read.fallible);
                let read = read.ok_or_else(|| {
                    NotLowered::at(b, format!("elements of type {}", list.element))
                })?;
                if wanted.fallible {
                    return Err(NotLowered::at(a, "looking for what can fail"));
                }
                let items = self.bounded(format!("{}.iter()", range.operand()));
                format!(
                    "{items}.any(|{name}| {} == {})",
                    read.text,
                    wanted.operand()
                )
            }
            (Type::Map(map), _) if map.0 == Type::String => {
                format!("{}.contains_key({})", range.operand(), wanted.text)
            }
            _ => {
                return Err(NotLowered::at(
                    typed,
                    format!("looking into a value of type {}", b.ty),
                ));
            }
        };
        Ok(Code::tight(text, Shape::Scalar, fallible))
    }

    /// `a[b]`
    pub fn index(&mut self, typed: &Typed, a: &Typed, b: &Typed) -> Lowered {
        if let TypedKind::Map(entries) = &a.kind {
            return self.choice(entries, b);
        }
        let function = match &a.ty {
            Type::List(_) => "at",
            Type::Map(map) if map.0 == Type::String => "entry",
            _ => {
                return Err(NotLowered::at(
                    typed,
                    format!("indexing a value of type {}", a.ty),
                ));
            }
        };
        if let Some(field) = outside_member(a).filter(|_| function == "entry") {
            let key = self.scalar(b)?;
            if let Some((entry, spot)) = self.naming.outside_entry(field, &key.text) {
                let name = format!("ctx.{field}{}", Fault::OPEN_KEY);
                let text = format!("{}({entry}, {name:?})?", self.support("known_value"));
                return Ok(Code::tight(text, Shape::Place, true).known_as(spot));
            }
        }
        let (range, key) = (self.place(a)?, self.scalar(b)?);
        let spot = self.element_of(a, range.spot)?;
        if let Some(path) = a.context_path().filter(|_| function == "entry") {
            let (known, get) = (self.support("known"), self.support("get_entry"));
            let name = format!("{path}{}", Fault::OPEN_KEY);
            let text = format!(
                "{known}({get}({}, {}), {name:?})?",
                range.reference(),
                key.text
            );
            return Ok(Code::tight(text, Shape::Ref, true).known_as(spot));
        }
        let text = format!(
            "{}({}, {})?",
            self.support(function),
            range.reference(),
            key.text
        );
        Ok(Code::tight(text, Shape::Ref, true).known_as(spot))
    }

    /// `a[?b]`
    pub fn index_if_any(&mut self, typed: &Typed, a: &Typed, b: &Typed) -> Lowered {
        let function = match &a.ty {
            Type::List(_) => "get",
            Type::Map(map) if map.0 == Type::String => "get_entry",
            _ => {
                return Err(NotLowered::at(
                    typed,
                    format!("indexing a value of type {}", a.ty),
                ));
            }
        };
        let (range, key) = (self.place(a)?, self.scalar(b)?);
        let spot = self.element_of(a, range.spot)?;
        let text = format!(
            "{}({}, {})",
            self.support(function),
            range.reference(),
            key.text
        );
        let fallible = range.fallible || key.fallible;
        Ok(Code::tight(text, Shape::Option, fallible).known_as(spot))
    }
}

/// The member of the context that an expression is.
fn outside_member(typed: &Typed) -> Option<&str> {
    match &typed.kind {
        TypedKind::Select {
            operand,
            field,
            optional: false,
        } => match &operand.kind {
            TypedKind::Variable(name) if &**name == crate::CONTEXT => Some(field),
            _ => None,
        },
        _ => None,
    }
}

/// Whether the expression is the empty text.
fn is_empty_text(typed: &Typed) -> bool {
    matches!(&typed.kind, TypedKind::Constant(Literal::String(text)) if text.is_empty())
}

/// Whether the expression is `[]` or `{}`.
fn is_empty_literal(typed: &Typed) -> bool {
    match &typed.kind {
        TypedKind::List(elements) => elements.is_empty(),
        TypedKind::Map(entries) => entries.is_empty(),
        _ => false,
    }
}
