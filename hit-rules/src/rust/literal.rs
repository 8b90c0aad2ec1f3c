//! Literals.

use crate::ast::Literal;
use crate::rust::code::{Code, Lowered, NotLowered, PLAIN, Shape};
use crate::rust::lowerer::Lowerer;
use crate::typed::{Typed, TypedKind};
use crate::types::Type;

impl Lowerer<'_> {
    /// A literal.
    pub fn constant(&self, typed: &Typed, literal: &Literal) -> Lowered {
        let text = match literal {
            Literal::Bool(value) => value.to_string(),
            Literal::Int(i64::MIN) => "i64::MIN".to_string(),
            Literal::Int(value) => value.to_string(),
            Literal::UInt(value) => value.to_string(),
            Literal::Double(value) => format!("{value:?}"),
            Literal::String(text) => format!("{text:?}"),
            Literal::Null | Literal::Bytes(_) => {
                return Err(NotLowered::at(
                    typed,
                    format!("a literal of type {}", typed.ty),
                ));
            }
        };
        let negative = text.starts_with('-');
        Ok(Code {
            text,
            shape: Shape::Scalar,
            fallible: false,
            tight: !negative,
            spot: PLAIN,
        })
    }

    /// `[a, b]`, of scalars.
    pub fn list(&mut self, typed: &Typed, elements: &[(Typed, bool)]) -> Lowered {
        let one_type = matches!(&typed.ty, Type::List(list) if !list.element.is_dyn());
        if !one_type {
            return Err(NotLowered::at(typed, "a list of mixed values"));
        }
        let mut texts = Vec::with_capacity(elements.len());
        let mut fallible = false;
        for (element, optional) in elements {
            if *optional {
                return Err(NotLowered::at(element, "an optional element"));
            }
            let code = self.scalar(element)?;
            fallible |= code.fallible;
            // Without a suffix an array of integers would be one of `i32`.
            texts.push(match &element.kind {
                TypedKind::Constant(Literal::Int(value)) if *value != i64::MIN => {
                    format!("{value}_i64")
                }
                TypedKind::Constant(Literal::UInt(value)) => format!("{value}_u64"),
                _ => code.text,
            });
        }
        if texts.is_empty() {
            return Err(NotLowered::at(typed, "an empty list"));
        }
        Ok(Code::tight(
            format!("[{}]", texts.join(", ")),
            Shape::Place,
            fallible,
        ))
    }
}
