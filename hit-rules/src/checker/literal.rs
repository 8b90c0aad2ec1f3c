//! List and map literals.

use crate::ast::{Element, Entry, Expr};
use crate::checker::context::Checker;
use crate::functions::Dialect;
use crate::typed::{Typed, TypedKind};
use crate::types::{Type, join};

impl Checker<'_> {
    /// `[a, ?b]`
    pub fn list(&mut self, expr: &Expr, elements: &[Element]) -> Typed {
        let mut element_type = None;
        let mut typed = Vec::with_capacity(elements.len());
        for element in elements {
            let value = self.expression(&element.value);
            let ty = if element.optional {
                self.unwrapped(&value)
            } else {
                value.ty.clone()
            };
            element_type = Some(self.joined(element_type, ty, &value));
            typed.push((value, element.optional));
        }
        let element = element_type.unwrap_or_else(|| self.known.fresh());
        self.node(expr, TypedKind::List(typed), Type::list(element))
    }

    /// `{k: v, ?k: v}`
    pub fn map(&mut self, expr: &Expr, entries: &[Entry]) -> Typed {
        let (mut key_type, mut value_type) = (None, None);
        let mut typed = Vec::with_capacity(entries.len());
        for entry in entries {
            let key = self.expression(&entry.key);
            self.check_key(&key);
            key_type = Some(self.joined(key_type, key.ty.clone(), &key));
            let value = self.expression(&entry.value);
            let ty = if entry.optional {
                self.unwrapped(&value)
            } else {
                value.ty.clone()
            };
            value_type = Some(self.joined(value_type, ty, &value));
            typed.push((key, value, entry.optional));
        }
        let key = key_type.unwrap_or_else(|| self.known.fresh());
        let value = value_type.unwrap_or_else(|| self.known.fresh());
        let mut node = self.node(expr, TypedKind::Map(typed), Type::map(key, value));
        // Two keys may turn out to be the same.
        node.can_fail |= entries.len() > 1;
        node
    }

    fn check_key(&mut self, key: &Typed) {
        let ty = self.resolve(&key.ty);
        let allowed = matches!(
            ty,
            Type::Bool | Type::Int | Type::UInt | Type::String | Type::Enum(_) | Type::Var(_)
        );
        if !allowed && !ty.is_dyn() {
            self.fail(
                format!("unsupported key type '{ty}': use bool, int, uint or string"),
                key.span,
                key.at,
            );
        }
    }

    fn unwrapped(&mut self, value: &Typed) -> Type {
        match self.resolve(&value.ty) {
            Type::Optional(inner) => (*inner).clone(),
            ty if ty.is_dyn() => Type::Dyn,
            ty => {
                self.fail(
                    format!("expected type 'optional_type' but found '{ty}'"),
                    value.span,
                    value.at,
                );
                Type::Error
            }
        }
    }

    /// The common type of the elements so far and one more. Mixed elements
    /// are `dyn`; Kubernetes refuses them outside of the arguments of `format`.
    fn joined(&mut self, so_far: Option<Type>, next: Type, at: &Typed) -> Type {
        let Some(so_far) = so_far else {
            return next.widened();
        };
        if let Some(joined) = join(&mut self.known, &so_far, &next) {
            return joined;
        }
        if self.environment.dialect == Dialect::Kubernetes && self.mixed_allowed == 0 {
            let (wanted, found) = (self.resolve(&so_far), self.resolve(&next));
            self.fail(
                format!("expected type '{wanted}' but found '{found}'"),
                at.span,
                at.at,
            );
            return so_far;
        }
        Type::Dyn
    }
}
