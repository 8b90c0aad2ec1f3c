//! Names: variables of macros, variables of the environment, types.

use std::sync::Arc;

use crate::ast::{Expr, ExprKind};
use crate::checker::context::Checker;
use crate::functions;
use crate::typed::{Typed, TypedKind};
use crate::types::{Opaque, Type};
use hit_cel::{closest, listed};

impl Checker<'_> {
    /// A name that stands alone.
    pub fn name(&mut self, expr: &Expr, name: &Arc<str>, absolute: bool) -> Typed {
        if !absolute && let Some(local) = self.local(expr, name) {
            return local;
        }
        if let Some(found) = self.global(expr, name, absolute) {
            return found;
        }
        let message = self.unknown_name(name);
        self.fail(message, expr.span, expr.at)
    }

    fn local(&self, expr: &Expr, name: &str) -> Option<Typed> {
        let slot = self
            .locals
            .iter()
            .rposition(|(local, _)| &**local == name)?;
        let (_, ty) = self.locals.get(slot)?;
        Some(self.node(expr, TypedKind::Local(slot), ty.clone()))
    }

    /// A variable of the environment or a type, by its full name.
    pub fn global(&mut self, expr: &Expr, name: &str, absolute: bool) -> Option<Typed> {
        for candidate in self.environment.candidates(name, absolute) {
            if let Some(ty) = self.environment.variables.get(&candidate) {
                let name: Arc<str> = candidate.into();
                self.used.insert(name.clone());
                return Some(self.node(expr, TypedKind::Variable(name), ty.clone()));
            }
        }
        let ty = type_by_name(name)?;
        Some(self.node(
            expr,
            TypedKind::TypeName(ty.simple_name().into()),
            Type::of_type(ty),
        ))
    }

    /// A chain of selections that is one qualified name, unless its first
    /// name is a variable of a macro.
    pub fn qualified(&mut self, expr: &Expr) -> Option<Typed> {
        let (name, absolute) = self.qualified_name(expr)?;
        self.global(expr, &name, absolute)
    }

    /// `a.b.c` as text, unless `a` is a variable of a macro.
    pub fn qualified_name(&self, expr: &Expr) -> Option<(String, bool)> {
        match &expr.kind {
            ExprKind::Ident { name, absolute } => {
                let is_local = !absolute && self.locals.iter().any(|(local, _)| local == name);
                (!is_local).then(|| (name.to_string(), *absolute))
            }
            ExprKind::Select {
                operand,
                field,
                optional: false,
            } if !field.quoted => {
                let (prefix, absolute) = self.qualified_name(operand)?;
                Some((format!("{prefix}.{}", field.name), absolute))
            }
            _ => None,
        }
    }

    fn unknown_name(&self, name: &str) -> String {
        let mut message = format!(
            "undeclared reference to '{name}' (in container '{}')",
            self.environment.container
        );
        let variables: Vec<&str> = self
            .environment
            .variables
            .keys()
            .map(String::as_str)
            .collect();
        let locals = self.locals.iter().map(|(local, _)| &**local);
        let known: Vec<&str> = variables.iter().copied().chain(locals).collect();
        if functions::function(name).is_some() {
            message.push_str("; it is a function: call it with arguments in parentheses");
        } else if let Some(near) = closest(name, known.iter().copied()) {
            message.push_str(&format!("; did you mean '{near}'?"));
        } else if !known.is_empty() {
            message.push_str(&format!("; known: {}", listed(known)));
        }
        message
    }
}

fn type_by_name(name: &str) -> Option<Type> {
    Some(match name {
        "bool" => Type::Bool,
        "int" => Type::Int,
        "uint" => Type::UInt,
        "double" => Type::Double,
        "string" => Type::String,
        "bytes" => Type::Bytes,
        "null_type" => Type::Null,
        "list" => Type::list(Type::Dyn),
        "map" => Type::map(Type::Dyn, Type::Dyn),
        "type" => Type::of_type(Type::Dyn),
        "optional_type" => Type::optional(Type::Dyn),
        "google.protobuf.Timestamp" => Type::Timestamp,
        "google.protobuf.Duration" => Type::Duration,
        other => {
            let opaques = [
                Opaque::Url,
                Opaque::Ip,
                Opaque::Cidr,
                Opaque::Quantity,
                Opaque::Format,
                Opaque::Semver,
            ];
            Type::Opaque(opaques.into_iter().find(|opaque| opaque.name() == other)?)
        }
    })
}
