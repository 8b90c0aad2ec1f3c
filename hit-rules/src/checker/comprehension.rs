//! Macros.

use crate::ast::{Bind, BindKind, Comprehension, Expr, Macro};
use crate::checker::context::Checker;
use crate::facts::if_true;
use crate::typed::{Typed, TypedBind, TypedComprehension, TypedKind};
use crate::types::Type;

impl Checker<'_> {
    /// A macro over a range.
    pub fn comprehension(&mut self, expr: &Expr, inner: &Comprehension) -> Typed {
        let range = self.expression(&inner.range);
        let Some((key, element)) = self.range_types(&range) else {
            let found = self.resolve(&range.ty);
            let message = format!(
                "expression of type '{found}' cannot be range of a comprehension (must be list, map, or dynamic)"
            );
            return self.fail(message, range.span, range.at);
        };
        let slot = self.locals.len();
        let is_map = matches!(self.resolve(&range.ty), Type::Map(_));
        let types = match inner.variables.len() {
            1 if is_map => vec![key.clone()],
            1 => vec![element.clone()],
            _ => vec![key.clone(), element.clone()],
        };
        let one = types.first().cloned().unwrap_or(Type::Dyn);
        for (variable, ty) in inner.variables.iter().zip(types) {
            self.locals.push((variable.name.clone(), ty));
        }
        let filter = inner.filter.as_ref().map(|filter| self.predicate(filter));
        let known = self.facts.len();
        if let Some(filter) = &filter {
            self.facts.extend(if_true(filter));
        }
        let body = self.expression(&inner.body);
        self.facts.truncate(known);
        self.locals.truncate(slot);
        let ty = self.comprehension_type(inner.kind, &body, key, one);
        let variables = inner
            .variables
            .iter()
            .map(|variable| variable.name.clone())
            .collect();
        let typed = TypedComprehension {
            kind: inner.kind,
            range,
            variables,
            slot,
            filter,
            body,
        };
        let mut node = self.node(expr, TypedKind::Comprehension(Box::new(typed)), ty);
        node.can_fail |= inner.kind == Macro::TransformMapEntry;
        node
    }

    fn predicate(&mut self, expr: &Expr) -> Typed {
        let typed = self.expression(expr);
        self.expect_bool(&typed);
        typed
    }

    /// The types of the keys (or indexes) and of the elements of a range.
    fn range_types(&mut self, range: &Typed) -> Option<(Type, Type)> {
        match self.resolve(&range.ty) {
            Type::List(list) => Some((Type::Int, list.element.clone())),
            Type::Map(map) => Some((map.0.clone(), map.1.clone())),
            ty @ Type::Var(_) => {
                self.suits(&ty, &Type::Dyn);
                Some((Type::Dyn, Type::Dyn))
            }
            Type::Union(members) => {
                let fits = members
                    .iter()
                    .any(|member| matches!(member, Type::List(_) | Type::Map(_)));
                fits.then_some((Type::Dyn, Type::Dyn))
            }
            ty if ty.is_dyn() => Some((Type::Dyn, Type::Dyn)),
            _ => None,
        }
    }

    fn comprehension_type(&mut self, kind: Macro, body: &Typed, key: Type, one: Type) -> Type {
        match kind {
            Macro::All | Macro::Exists | Macro::ExistsOne => {
                self.expect_bool(body);
                Type::Bool
            }
            Macro::Filter => {
                self.expect_bool(body);
                Type::list(one)
            }
            Macro::Map | Macro::TransformList => Type::list(body.ty.clone()),
            Macro::TransformMap => Type::map(key, body.ty.clone()),
            Macro::TransformMapEntry => match self.resolve(&body.ty) {
                Type::Map(map) => Type::Map(map),
                ty if ty.is_dyn() => Type::Dyn,
                ty => {
                    self.fail(
                        format!("expected a map with one entry but found '{ty}'"),
                        body.span,
                        body.at,
                    );
                    Type::Error
                }
            },
            Macro::SortBy => {
                self.expect_ordered(body);
                Type::list(one)
            }
        }
    }

    fn expect_ordered(&mut self, key: &Typed) {
        let ty = self.resolve(&key.ty);
        let ordered = matches!(
            ty,
            Type::Bool
                | Type::Int
                | Type::UInt
                | Type::Double
                | Type::String
                | Type::Enum(_)
                | Type::Bytes
                | Type::Timestamp
                | Type::Duration
                | Type::Var(_)
        );
        if !ordered && !ty.is_dyn() {
            self.fail(
                format!("values of type '{ty}' have no order"),
                key.span,
                key.at,
            );
        }
    }

    /// `o.optMap(v, e)`, `o.optFlatMap(v, e)`, `cel.bind(v, value, e)`
    pub fn bind(&mut self, expr: &Expr, inner: &Bind) -> Typed {
        let value = self.expression(&inner.value);
        let ty = match (inner.kind, self.resolve(&value.ty)) {
            (BindKind::Let, ty) => ty,
            (_, Type::Optional(held)) => (*held).clone(),
            (_, ty) if ty.is_dyn() => Type::Dyn,
            (_, ty) => {
                return self.fail(
                    format!("expected type 'optional_type' but found '{ty}'"),
                    value.span,
                    value.at,
                );
            }
        };
        let slot = self.locals.len();
        self.locals.push((inner.variable.name.clone(), ty));
        let body = self.expression(&inner.body);
        self.locals.truncate(slot);
        let ty = match inner.kind {
            BindKind::Let => body.ty.clone(),
            BindKind::OptMap => Type::optional(body.ty.clone()),
            BindKind::OptFlatMap => match self.resolve(&body.ty) {
                ty @ Type::Optional(_) => ty,
                ty if ty.is_dyn() => Type::Dyn,
                ty => {
                    return self.fail(
                        format!("expected type 'optional_type' but found '{ty}'"),
                        body.span,
                        body.at,
                    );
                }
            },
        };
        let typed = TypedBind {
            kind: inner.kind,
            value,
            variable: inner.variable.name.clone(),
            slot,
            body,
        };
        self.node(expr, TypedKind::Bind(Box::new(typed)), ty)
    }
}
