//! Optionals.

use std::sync::Arc;

use crate::ast::BindKind;
use crate::rust::code::{Code, Lowered, NotLowered, PLAIN, Shape};
use crate::rust::lowerer::Lowerer;
use crate::typed::{Typed, TypedBind};
use crate::types::Type;

impl Lowerer<'_> {
    /// `operand.?field`, or a field of an optional.
    pub fn select_optional(&mut self, typed: &Typed, operand: &Typed, field: &Arc<str>) -> Lowered {
        let base = self.expression(operand)?;
        let inner = match &operand.ty {
            Type::Optional(inner) => inner,
            other => other,
        };
        let is_map = matches!(inner, Type::Map(_));
        if base.shape == Shape::OptionScalar {
            return Err(NotLowered::at(typed, "a field of a scalar"));
        }
        if base.shape != Shape::Option {
            let (text, spot) = if is_map {
                let text = format!(
                    "{}({}, {:?})",
                    self.support("get_entry"),
                    base.reference(),
                    &**field
                );
                (text, self.element_of(operand, base.spot)?)
            } else {
                let member = self.member(typed, operand, field, &base)?;
                match member.optional {
                    true => (member.place, member.spot),
                    false => (format!("Some(&{})", member.place), member.spot),
                }
            };
            return Ok(Code::tight(text, Shape::Option, base.fallible).known_as(spot));
        }
        let name = self.fresh("value");
        let (step, spot) = if is_map {
            let step = format!(
                "and_then(|{name}| {}({name}, {:?}))",
                self.support("get_entry"),
                &**field
            );
            (step, self.element_of(operand, base.spot)?)
        } else {
            let of = Code::tight(name.clone(), Shape::Ref, false).known_as(base.spot);
            let member = self.member(typed, operand, field, &of)?;
            let step = match member.optional {
                true => format!("and_then(|{name}| {})", member.place),
                false => format!("map(|{name}| &{})", member.place),
            };
            (step, member.spot)
        };
        let text = format!("{}.{step}", base.operand());
        Ok(Code::tight(text, Shape::Option, base.fallible).known_as(spot))
    }

    fn option(&mut self, typed: &Typed) -> Lowered {
        let code = self.expression(typed)?;
        match code.shape {
            Shape::Option | Shape::OptionScalar => Ok(code),
            _ => Err(NotLowered::at(typed, "an optional that is made")),
        }
    }

    /// `value.or(other)`, `value.orValue(other)`
    pub fn or_else(
        &mut self,
        typed: &Typed,
        value: &Typed,
        other: &Typed,
        unwrap: bool,
    ) -> Lowered {
        let option = self.option(value)?;
        if !unwrap {
            let other = self.option(other)?;
            if option.shape != other.shape || option.spot != other.spot {
                return Err(NotLowered::at(typed, "optionals of different kinds"));
            }
            let fallible = option.fallible || other.fallible;
            return Ok(Code::tight(
                format!("{}.or({})", option.operand(), other.text),
                option.shape,
                fallible,
            )
            .known_as(option.spot));
        }
        let other = self.lasting(other)?;
        let name = self.fresh("value");
        let held = Code::tight(name.clone(), held(option.shape), false).known_as(option.spot);
        let held = self.read(typed, held)?;
        let fallible = option.fallible || other.fallible || held.fallible;
        if other.fallible || held.fallible {
            let text = format!(
                "match {} {{ Some({name}) => {}, None => {} }}",
                option.text, held.text, other.text
            );
            return Ok(Code::loose(text, Shape::Scalar, fallible));
        }
        let text = format!(
            "{}.map_or({}, |{name}| {})",
            option.operand(),
            other.text,
            held.text
        );
        Ok(Code::tight(text, Shape::Scalar, fallible))
    }

    /// `o.hasValue()`
    pub fn has_value(&mut self, optional: &Typed) -> Lowered {
        let option = self.option(optional)?;
        Ok(Code::tight(
            format!("{}.is_some()", option.operand()),
            Shape::Scalar,
            option.fallible,
        ))
    }

    /// `o.value()`
    pub fn value(&mut self, optional: &Typed) -> Lowered {
        let option = self.option(optional)?;
        Ok(Code::tight(
            format!("{}({})?", self.support("value"), option.text),
            held(option.shape),
            true,
        )
        .known_as(option.spot))
    }

    /// `o.optMap(v, e)` of a scalar; `o.optFlatMap(v, e)`.
    pub fn bind(&mut self, typed: &Typed, inner: &TypedBind) -> Lowered {
        if inner.kind == BindKind::Let {
            return Err(NotLowered::at(typed, "cel.bind"));
        }
        let option = self.option(&inner.value)?;
        let name = self.fresh(&inner.variable);
        self.locals
            .push(Code::tight(name.clone(), held(option.shape), false).known_as(option.spot));
        let body = match inner.kind {
            BindKind::OptMap => self.lasting(&inner.body),
            _ => self.option(&inner.body),
        };
        self.locals.truncate(inner.slot);
        let body = body?;
        if body.fallible {
            return Err(NotLowered::at(&inner.body, "an optional of what can fail"));
        }
        let (method, shape) = match inner.kind {
            BindKind::OptMap => ("map", Shape::OptionScalar),
            _ => ("and_then", body.shape),
        };
        let text = format!("{}.{method}(|{name}| {})", option.operand(), body.text);
        let spot = match inner.kind {
            BindKind::OptMap => PLAIN,
            _ => body.spot,
        };
        Ok(Code::tight(text, shape, option.fallible).known_as(spot))
    }
}

/// What an optional holds.
fn held(option: Shape) -> Shape {
    if option == Shape::OptionScalar {
        Shape::Scalar
    } else {
        Shape::Ref
    }
}
