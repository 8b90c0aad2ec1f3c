//! Selections and `has`.

use std::sync::Arc;

use crate::facts::{field_path, path};
use crate::rust::code::{Code, Lowered, NotLowered, Shape};
use crate::rust::lowerer::Lowerer;
use crate::rust::naming::Member;
use crate::typed::Typed;
use crate::types::Type;

impl Lowerer<'_> {
    /// `operand.field`, `operand.?field`
    pub fn select(
        &mut self,
        typed: &Typed,
        operand: &Typed,
        field: &Arc<str>,
        optional: bool,
    ) -> Lowered {
        if let Some(found) =
            path(typed).and_then(|path| self.guards.iter().rfind(|(guard, _)| *guard == path))
        {
            return Ok(found.1.clone());
        }
        if optional || matches!(operand.ty, Type::Optional(_)) {
            return self.select_optional(typed, operand, field);
        }
        if let Type::Map(_) = operand.ty {
            let map = self.place(operand)?;
            let text = format!(
                "{}({}, {:?})?",
                self.support("entry"),
                map.reference(),
                &**field
            );
            let spot = self.element_of(operand, map.spot)?;
            return Ok(Code::tight(text, Shape::Ref, true).known_as(spot));
        }
        let of = self.place(operand)?;
        let member = self.member(typed, operand, field, &of)?;
        if !member.optional {
            let place = Code::tight(member.place, Shape::Place, of.fallible);
            return Ok(place.known_as(member.spot));
        }
        let (function, name) = match typed.context_path() {
            Some(path) => ("known", path),
            None => ("present", field.to_string()),
        };
        let text = format!("{}({}, {name:?})?", self.support(function), member.place);
        Ok(Code::tight(text, Shape::Ref, true).known_as(member.spot))
    }

    /// The member that a field of an operand is.
    pub fn member(
        &self,
        typed: &Typed,
        operand: &Typed,
        field: &str,
        of: &Code,
    ) -> Result<Member, NotLowered> {
        let ty = match &operand.ty {
            Type::Optional(inner) => inner,
            other => other,
        };
        let Type::Object(object) = ty else {
            return Err(NotLowered::at(
                typed,
                format!("a field of a value of type {ty}"),
            ));
        };
        // A text that is no time is an error wherever the field is asked for, `has` included.
        if let Some(Type::Timestamp | Type::Duration) = self.naming.field(object, field) {
            return Err(NotLowered::at(typed, "a time that is kept as text"));
        }
        let member = self.naming.member(object, field, &of.operand(), of.spot);
        member.ok_or_else(|| NotLowered::at(typed, format!("the field '{field}'")))
    }

    /// An expression of `Option<&T>`, if the member of an object is optional.
    pub fn optional_member(
        &mut self,
        operand: &Typed,
        field: &Arc<str>,
    ) -> Result<Option<Code>, NotLowered> {
        if !matches!(operand.ty, Type::Object(_)) {
            return Ok(None);
        }
        let known = field_path(operand, field)
            .is_some_and(|path| self.guards.iter().any(|(guard, _)| *guard == path));
        if known {
            return Ok(None);
        }
        let of = self.place(operand)?;
        let member = self.member(operand, operand, field, &of)?;
        let code = Code::tight(member.place, Shape::Option, of.fallible).known_as(member.spot);
        Ok(member.optional.then_some(code))
    }

    /// `has(operand.field)`
    pub fn has(&mut self, typed: &Typed, operand: &Typed, field: &Arc<str>) -> Lowered {
        let known = field_path(operand, field)
            .is_some_and(|path| self.guards.iter().any(|(guard, _)| *guard == path));
        if known {
            return Ok(Code::tight("true", Shape::Scalar, false));
        }
        match &operand.ty {
            Type::Map(_) => {
                let map = self.place(operand)?;
                // A value that is null would count as absent.
                self.element_of(operand, map.spot)?;
                let text = format!("{}.contains_key({:?})", map.operand(), &**field);
                Ok(Code::tight(text, Shape::Scalar, map.fallible))
            }
            Type::Optional(_) => {
                let option = self.select_optional(typed, operand, field)?;
                Ok(Code::tight(
                    format!("{}.is_some()", option.operand()),
                    Shape::Scalar,
                    option.fallible,
                ))
            }
            _ => {
                let of = self.place(operand)?;
                let member = self.member(typed, operand, field, &of)?;
                let text = if member.optional {
                    format!("{}.is_some()", member.place)
                } else {
                    "true".to_string()
                };
                Ok(Code::tight(text, Shape::Scalar, of.fallible))
            }
        }
    }
}
