//! Operators.

use crate::ast::Literal;
use crate::rust::code::{Code, Lowered, NotLowered, Shape};
use crate::rust::lowerer::Lowerer;
use crate::typed::{Typed, TypedKind};
use crate::types::{ListKind, Type};

impl Lowerer<'_> {
    fn binary(&self, a: &Code, operator: &str, b: &Code) -> Code {
        let text = format!("{} {operator} {}", a.operand(), b.operand());
        Code::loose(text, Shape::Scalar, a.fallible || b.fallible)
    }

    /// `a == b`, `a != b`
    pub fn equality(&mut self, typed: &Typed, a: &Typed, b: &Typed, equal: bool) -> Lowered {
        let operator = if equal { "==" } else { "!=" };
        let (first, second) = (a.ty.widened(), b.ty.widened());
        if let (Type::List(_), Type::List(_)) = (&first, &second) {
            let code = self.list_equality(typed, a, b)?;
            let text = if equal {
                code.text
            } else {
                format!("!{}", code.text)
            };
            return Ok(Code::tight(text, Shape::Scalar, code.fallible));
        }
        if first != second || !is_scalar(&first) {
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
        let (a, b) = (self.scalar(a)?, self.scalar(b)?);
        Ok(self.binary(&a, operator, &b))
    }

    fn list_equality(&mut self, typed: &Typed, a: &Typed, b: &Typed) -> Lowered {
        let mut sides = Vec::new();
        for side in [a, b] {
            let Type::List(list) = &side.ty else {
                return Err(NotLowered::at(side, "a list"));
            };
            if list.kind != ListKind::Atomic || !is_scalar(&list.element) {
                return Err(NotLowered::at(typed, format!("equality of {}", side.ty)));
            }
            let code = self.place(side)?;
            let name = self.fresh("item");
            let read = self.naming.read(&list.element, &name);
            let read = read
                .filter(|read| !read.fallible)
                .ok_or_else(|| NotLowered::at(side, "its elements"))?;
            sides.push((
                format!("{}.iter().map(|{name}| {})", code.operand(), read.text),
                code.fallible,
            ));
        }
        let fallible = sides.iter().any(|(_, fallible)| *fallible);
        let texts: Vec<String> = sides.into_iter().map(|(text, _)| text).collect();
        Ok(Code::tight(
            texts.join(".eq(") + ")",
            Shape::Scalar,
            fallible,
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
        } else if first != second || !is_scalar(&first) {
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
        let (left, right) = (self.scalar(a)?, self.scalar(b)?);
        let operator = name.trim_matches('_');
        let suffix = match first {
            Type::Double if operator != "%" => return Ok(self.binary(&left, operator, &right)),
            Type::String if operator == "+" => {
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
        let range = self.place(b)?;
        let fallible = wanted.fallible || range.fallible;
        let text = match (&b.ty, &b.kind) {
            (Type::List(_), TypedKind::List(_)) => {
                format!("{}.contains(&{})", range.text, wanted.operand())
            }
            (Type::List(list), _) => {
                let name = self.fresh("item");
                let read = self
                    .naming
                    .read(&list.element, &name)
                    .filter(|read| !read.fallible);
                let read = read.ok_or_else(|| {
                    NotLowered::at(b, format!("elements of type {}", list.element))
                })?;
                if wanted.fallible {
                    return Err(NotLowered::at(a, "looking for what can fail"));
                }
                format!(
                    "{}.iter().any(|{name}| {} == {})",
                    range.operand(),
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
        let (range, key) = (self.place(a)?, self.scalar(b)?);
        let text = format!(
            "{}({}, {})?",
            self.support(function),
            range.reference(),
            key.text
        );
        Ok(Code::tight(text, Shape::Ref, true))
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
        let text = format!(
            "{}({}, {})",
            self.support(function),
            range.reference(),
            key.text
        );
        Ok(Code::tight(
            text,
            Shape::Option,
            range.fallible || key.fallible,
        ))
    }
}

fn is_scalar(ty: &Type) -> bool {
    matches!(
        ty,
        Type::Bool
            | Type::Int
            | Type::UInt
            | Type::Double
            | Type::String
            | Type::Enum(_)
            | Type::Timestamp
            | Type::Duration
    )
}

/// Whether the expression is the empty text.
fn is_empty_text(typed: &Typed) -> bool {
    matches!(&typed.kind, TypedKind::Constant(Literal::String(text)) if text.is_empty())
}
