//! Functions over lists of scalars.

use crate::ast::Literal;
use crate::rust::code::{Code, Lowered, NotLowered, Shape};
use crate::rust::lowerer::Lowerer;
use crate::typed::{Typed, TypedKind};
use crate::types::{ListKind, Type};

impl Lowerer<'_> {
    /// An iterator over the scalars of a list.
    pub fn scalars(&mut self, of: &Typed) -> Result<(String, bool), NotLowered> {
        let Type::List(list) = &of.ty else {
            return Err(NotLowered::at(of, "a list"));
        };
        let place = self.place(of)?;
        let spot = self.element_of(of, place.spot)?;
        let name = self.fresh("item");
        let read = self
            .naming
            .read(&list.element, &name, spot)
            .filter(|read| !read.fallible);
        let read =
            read.ok_or_else(|| NotLowered::at(of, format!("elements of type {}", list.element)))?;
        let items = self.bounded(format!("{}.iter()", place.operand()));
        Ok((
            format!("{items}.map(|{name}| {})", read.text),
            place.fallible,
        ))
    }

    /// `sum`, `min`, `max`, `isSorted`, positions, sets. `None` for other functions.
    pub fn over_scalars(&mut self, typed: &Typed, name: &str, args: &[Typed]) -> Option<Lowered> {
        let function = match (name, args) {
            ("sum", [list]) if typed.ty == Type::Int => (list, "sum", true),
            ("min", [list]) => (list, "least", true),
            ("max", [list]) => (list, "greatest", true),
            ("isSorted", [list]) => (list, "is_sorted", false),
            ("indexOf", [list, wanted]) if matches!(list.ty, Type::List(_)) => {
                return Some(self.position("position", list, wanted));
            }
            ("lastIndexOf", [list, wanted]) if matches!(list.ty, Type::List(_)) => {
                return Some(self.position("last_position", list, wanted));
            }
            ("sets.contains", [a, b]) => return Some(self.sets("contains_all", a, b)),
            ("sets.intersects", [a, b]) => return Some(self.sets("contains_any", a, b)),
            ("sets.equivalent", [a, b]) => return Some(self.sets("equivalent", a, b)),
            _ => return None,
        };
        let (list, function, fails) = function;
        Some(self.scalars(list).map(|(items, fallible)| {
            let question = if fails { "?" } else { "" };
            let text = format!("{}({items}){question}", self.support(function));
            Code::tight(text, Shape::Scalar, fallible || fails)
        }))
    }

    fn position(&mut self, function: &str, list: &Typed, wanted: &Typed) -> Lowered {
        let (items, fallible) = self.scalars(list)?;
        let wanted = self.scalar(wanted)?;
        let text = format!("{}({items}, &{})", self.support(function), wanted.operand());
        Ok(Code::tight(
            text,
            Shape::Scalar,
            fallible || wanted.fallible,
        ))
    }

    fn sets(&mut self, function: &str, a: &Typed, b: &Typed) -> Lowered {
        let (first, second) = (self.scalars(a)?, self.scalars(b)?);
        // Each item of one list is looked for in the other.
        self.nested = true;
        let text = format!(
            "{}({}, {}, &steps)",
            self.support(function),
            first.0,
            second.0
        );
        Ok(Code::tight(text, Shape::Scalar, first.1 || second.1))
    }

    /// `a + b` of lists.
    pub fn concatenation(&mut self, typed: &Typed, a: &Typed, b: &Typed) -> Lowered {
        if !matches!(&a.ty, Type::List(list) if list.kind == ListKind::Atomic) {
            return Err(NotLowered::at(typed, "the sum of sets"));
        }
        // Scalars of one type may be kept in two Rust types: `String` and `&str`.
        if matches!(&a.ty, Type::List(list) if list.element.is_scalar()) {
            let (first, second) = (self.scalars(a)?, self.scalars(b)?);
            let text = format!("{}.chain({}).collect::<Vec<_>>()", first.0, second.0);
            return Ok(Code::tight(text, Shape::Place, first.1 || second.1));
        }
        let (first, second) = (self.place(a)?, self.place(b)?);
        if first.spot != second.spot {
            return Err(NotLowered::at(typed, "the sum of lists kept in two types"));
        }
        let text = format!(
            "{}({}, {})",
            self.support("chain"),
            first.reference(),
            second.reference()
        );
        Ok(Code::tight(text, Shape::Place, first.fallible || second.fallible).known_as(first.spot))
    }

    /// `{'a': 1, 'b': 2}[key]` of constants.
    pub fn choice(&mut self, entries: &[(Typed, Typed, bool)], key: &Typed) -> Lowered {
        let mut texts = Vec::with_capacity(entries.len());
        for (name, value, optional) in entries {
            let TypedKind::Constant(Literal::String(name)) = &name.kind else {
                return Err(NotLowered::at(name, "a key that is not a literal text"));
            };
            let (TypedKind::Constant(literal), false) = (&value.kind, *optional) else {
                return Err(NotLowered::at(value, "a value that is not a literal"));
            };
            let text = match literal {
                Literal::Int(value) if *value != i64::MIN => format!("{value}_i64"),
                Literal::UInt(value) => format!("{value}_u64"),
                _ => self.scalar(value)?.text,
            };
            texts.push(format!("({:?}, {text})", &**name));
        }
        let key = self.scalar(key)?;
        let text = format!(
            "{}(&[{}], {})?",
            self.support("choose"),
            texts.join(", "),
            key.text
        );
        Ok(Code::tight(text, Shape::Scalar, true))
    }
}
