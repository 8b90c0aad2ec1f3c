//! Selections and `has`.

use std::sync::Arc;

use crate::ast::{Expr, Field};
use crate::checker::context::Checker;
use crate::environment::CONTEXT;
use crate::facts::{Path, field_path};
use crate::typed::{Typed, TypedKind};
use crate::types::{ObjectType, Type};
use hit_cel::{closest, listed};

/// A field that was found.
struct Found {
    name: Arc<str>,
    ty: Type,
    /// Whether every valid document has it.
    present: bool,
}

impl Found {
    fn unknown(field: &Field) -> Self {
        Self {
            name: field.name.clone(),
            ty: Type::Dyn,
            present: false,
        }
    }
}

impl Checker<'_> {
    /// `operand.field`, `operand.?field`
    pub fn select(&mut self, expr: &Expr, operand: &Expr, field: &Field, optional: bool) -> Typed {
        if !optional && let Some(found) = self.qualified(expr) {
            return found;
        }
        let operand = self.expression(operand);
        let found = match self.field(expr, &operand, field) {
            Ok(found) => found,
            Err(failed) => return *failed,
        };
        let from_optional = matches!(self.resolve(&operand.ty), Type::Optional(_));
        let ty = match found.ty {
            // An optional of an optional field is one optional.
            ty @ Type::Optional(_) if from_optional || optional => ty,
            ty if from_optional || optional => Type::optional(ty),
            ty => ty,
        };
        let path = field_path(&operand, &found.name);
        let known = |knows: &dyn Fn(&Path) -> bool| path.as_ref().is_some_and(knows);
        let guarded = known(&|path| self.facts.contains(path));
        let fails = !found.present && !guarded && !optional && !from_optional;
        let expected = known(&|path| path.is_of(CONTEXT) || self.environment.is_guarded(path));
        if fails && !expected && matches!(self.resolve(&operand.ty), Type::Object(_)) {
            let text = &field.name;
            self.warn(
                format!("'{text}' may be absent: guard it with has(….{text})"),
                expr.span,
                expr.at,
            );
        }
        let kind = TypedKind::Select {
            operand: Box::new(operand),
            field: found.name,
            optional,
        };
        let mut node = self.node(expr, kind, ty);
        node.can_fail |= fails;
        node
    }

    /// `has(operand.field)`
    pub fn has(&mut self, expr: &Expr, operand: &Expr, field: &Field) -> Typed {
        let operand = self.expression(operand);
        let found = match self.field(expr, &operand, field) {
            Ok(found) => found,
            Err(failed) => return *failed,
        };
        self.node(
            expr,
            TypedKind::Has {
                operand: Box::new(operand),
                field: found.name,
            },
            Type::Bool,
        )
    }

    fn field(&mut self, expr: &Expr, operand: &Typed, field: &Field) -> Result<Found, Box<Typed>> {
        let mut from = self.resolve(&operand.ty);
        if let Type::Optional(inner) = &from {
            from = (**inner).clone();
        }
        match &from {
            Type::Map(map) => Ok(Found {
                name: field.name.clone(),
                ty: map.1.clone(),
                present: false,
            }),
            Type::Union(members) => self.field_of_union(expr, members, field),
            Type::Object(object) => match self.environment.types.object(object) {
                Some(object) => match lookup(object, field) {
                    Some(found) => Ok(found),
                    None => Err(self.unknown_field(expr, object, field)),
                },
                None => Ok(Found::unknown(field)),
            },
            Type::Var(_) => {
                self.suits(&from, &Type::Dyn);
                Ok(Found::unknown(field))
            }
            ty if ty.is_dyn() => Ok(Found::unknown(field)),
            ty => {
                let message = format!("type '{ty}' does not support field selection");
                Err(Box::new(self.fail(message, field.span, expr.at)))
            }
        }
    }

    /// A field of at least one of several types.
    fn field_of_union(
        &mut self,
        expr: &Expr,
        members: &[Type],
        field: &Field,
    ) -> Result<Found, Box<Typed>> {
        let mut types: Vec<Type> = Vec::new();
        let mut name = None;
        let mut last = None;
        for member in members {
            match member {
                Type::Object(object) => {
                    let Some(object) = self.environment.types.object(object) else {
                        continue;
                    };
                    last = Some(object);
                    if let Some(found) = lookup(object, field) {
                        name = Some(found.name);
                        if !types.contains(&found.ty) {
                            types.push(found.ty);
                        }
                    }
                }
                Type::Map(map) if !types.contains(&map.1) => types.push(map.1.clone()),
                ty if ty.is_dyn() => return Ok(Found::unknown(field)),
                _ => {}
            }
        }
        let name = name.unwrap_or_else(|| field.name.clone());
        match (types.len(), last) {
            (0, Some(object)) => Err(self.unknown_field(expr, object, field)),
            (0, None) => {
                let message = "none of the types of the value supports field selection".to_string();
                Err(Box::new(self.fail(message, field.span, expr.at)))
            }
            (1, _) => Ok(Found {
                name,
                ty: types.swap_remove(0),
                present: false,
            }),
            _ => Ok(Found {
                name,
                ty: Type::Union(types.into()),
                present: false,
            }),
        }
    }

    fn unknown_field(&mut self, expr: &Expr, object: &ObjectType, field: &Field) -> Box<Typed> {
        let known = || object.fields.keys().map(|name| &**name);
        let mut message = format!("undefined field '{}'", field.name);
        if !object.fields.is_empty() {
            message.push_str(&format!(" (has: {})", listed(known())));
        }
        if let Some(near) = closest(&field.name, known()) {
            message.push_str(&format!("; did you mean '{near}'?"));
        }
        Box::new(self.fail(message, field.span, expr.at))
    }
}

fn lookup(object: &ObjectType, field: &Field) -> Option<Found> {
    let name = if field.quoted {
        object.by_member.get(&*field.name)?
    } else {
        &field.name
    };
    let plain = object.fields.get_key_value(name);
    // A reserved word is a field as it is, too: `self.if` besides `self.__if__`.
    let (name, found) = plain.or_else(|| {
        let escaped = object
            .by_member
            .get(&*field.name)
            .filter(|escaped| **escaped == format!("__{name}__").into())?;
        object.fields.get_key_value(escaped)
    })?;
    Some(Found {
        name: name.clone(),
        ty: found.ty.clone(),
        present: found.required && !found.nullable,
    })
}
