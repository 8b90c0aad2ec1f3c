//! Macros over ranges.

use crate::ast::Macro;
use crate::rust::code::{Code, Lowered, NotLowered, PLAIN, Shape, Spot};
use crate::rust::lowerer::Lowerer;
use crate::typed::{Typed, TypedComprehension};
use crate::types::Type;

impl Lowerer<'_> {
    /// Adds a variable of a macro: a reference to an element. Its Rust name.
    pub fn element(&mut self, name: &str, spot: Spot) -> String {
        let name = self.fresh(name);
        self.locals
            .push(Code::tight(name.clone(), Shape::Ref, false).known_as(spot));
        name
    }

    /// A macro over a list or a map.
    pub fn comprehension(&mut self, typed: &Typed, inner: &TypedComprehension) -> Lowered {
        let range = self.place(&inner.range)?;
        let outer = self.locals.is_empty();
        let (iter, pattern) = self.variables(inner, &range)?;
        let iter = match outer {
            true => iter,
            false => self.bounded(iter),
        };
        let parts = self.parts(inner);
        self.locals.truncate(inner.slot);
        let (filter, body) = parts?;
        let iter = match filter {
            None => iter,
            Some(filter) if !filter.fallible && !pattern.starts_with('(') => {
                format!("{iter}.filter(|&{pattern}| {})", filter.text)
            }
            Some(_) => return Err(NotLowered::at(typed, "a filter that can fail")),
        };
        let fallible = body.fallible;
        let (text, shape) = match inner.kind {
            Macro::All if fallible => (self.called("all", &iter, &pattern, &body), Shape::Scalar),
            Macro::Exists if fallible => {
                (self.called("exists", &iter, &pattern, &body), Shape::Scalar)
            }
            Macro::ExistsOne if fallible => (
                self.called("exists_one", &iter, &pattern, &body),
                Shape::Scalar,
            ),
            Macro::Filter if fallible => {
                (self.called("filter", &iter, &pattern, &body), Shape::Place)
            }
            Macro::Map | Macro::TransformList if fallible => {
                (self.called("map", &iter, &pattern, &body), Shape::Place)
            }
            Macro::All => (
                format!("{iter}.all(|{pattern}| {})", body.text),
                Shape::Scalar,
            ),
            Macro::Exists => (
                format!("{iter}.any(|{pattern}| {})", body.text),
                Shape::Scalar,
            ),
            Macro::ExistsOne => {
                let text = format!("{iter}.filter(|&{pattern}| {}).count() == 1", body.text);
                return Ok(Code::loose(text, Shape::Scalar, range.fallible));
            }
            Macro::Filter => (
                format!(
                    "{}({iter}, |{pattern}| {})",
                    self.support("keep"),
                    body.text
                ),
                Shape::Place,
            ),
            Macro::Map | Macro::TransformList => (
                format!("{iter}.map(|{pattern}| {}).collect::<Vec<_>>()", body.text),
                Shape::Place,
            ),
            Macro::TransformMap | Macro::TransformMapEntry | Macro::SortBy => {
                return Err(NotLowered::at(typed, "a macro that makes a map or sorts"));
            }
        };
        let code = Code::tight(text, shape, fallible || range.fallible);
        Ok(match inner.kind {
            Macro::Filter => code.known_as(range.spot),
            _ => code,
        })
    }

    fn called(&self, function: &str, iter: &str, pattern: &str, body: &Code) -> String {
        format!(
            "{}({iter}, |{pattern}| {})?",
            self.support(function),
            body.tried()
        )
    }

    /// An iterator over the range, and the pattern of its items.
    fn variables(
        &mut self,
        inner: &TypedComprehension,
        range: &Code,
    ) -> Result<(String, String), NotLowered> {
        let of = self.element_of(&inner.range, range.spot)?;
        let range = range.operand();
        let is_map = matches!(inner.range.ty, Type::Map(_));
        match (inner.variables.as_slice(), is_map) {
            ([one], false) => Ok((format!("{range}.iter()"), self.element(one, of))),
            ([one], true) => Ok((format!("{range}.keys()"), self.element(one, PLAIN))),
            ([key, value], true) => {
                let (key, value) = (self.element(key, PLAIN), self.element(value, of));
                Ok((format!("{range}.iter()"), format!("({key}, {value})")))
            }
            ([index, value], false) => {
                let index = self.fresh(index);
                let read = format!("{}({index})", self.support("length"));
                self.locals.push(Code::tight(read, Shape::Scalar, false));
                let value = self.element(value, of);
                Ok((
                    format!("{range}.iter().enumerate()"),
                    format!("({index}, {value})"),
                ))
            }
            _ => Err(NotLowered::at(
                &inner.range,
                "a macro of more than two variables",
            )),
        }
    }

    fn parts(&mut self, inner: &TypedComprehension) -> Result<(Option<Code>, Code), NotLowered> {
        let filter = inner
            .filter
            .as_ref()
            .map(|filter| self.scalar(filter))
            .transpose()?;
        let makes_list = matches!(inner.kind, Macro::Map | Macro::TransformList);
        let body = self.expression(&inner.body)?;
        let body = match body.shape {
            Shape::Text if makes_list => body,
            Shape::Place
                if makes_list
                    && body.spot == PLAIN
                    && matches!(
                        inner.body.ty,
                        Type::Object(_) | Type::List(_) | Type::Map(_)
                    ) =>
            {
                Code::loose(body.reference(), Shape::Ref, body.fallible)
            }
            Shape::Ref if makes_list && body.spot == PLAIN => body,
            _ if makes_list => self.lasting(&inner.body)?,
            _ => self.read(&inner.body, body)?,
        };
        Ok((filter, body))
    }
}
