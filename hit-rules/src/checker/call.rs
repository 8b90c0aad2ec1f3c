//! Calls: which function, which overloads, which result.

use std::collections::BTreeMap;

use crate::ast::{Expr, Literal};
use crate::checker::context::Checker;
use crate::checker::hints::no_overload;
use crate::functions::{self, Declared, Regex};
use crate::typed::{Typed, TypedCall, TypedKind};
use crate::types::{Signature, Substitution, Type, assignable};
use hit_cel::closest;
use hit_runtime::rules::time::{Duration, Timestamp};

impl Checker<'_> {
    /// A function, a method or an operator.
    pub fn call(
        &mut self,
        expr: &Expr,
        target: Option<&Expr>,
        function: &str,
        args: &[Expr],
    ) -> Typed {
        let namespaced = target.and_then(|target| self.namespaced(target, function));
        let (name, target) = match namespaced {
            Some(name) => (name, None),
            None => (function.to_string(), target),
        };
        // Whatever a literal in the arguments of `format` holds is written as text.
        let mixed = usize::from(name == "format");
        self.mixed_allowed += mixed;
        let mut typed: Vec<Typed> = target
            .into_iter()
            .map(|target| self.expression(target))
            .collect();
        typed.extend(args.iter().map(|arg| self.expression(arg)));
        self.mixed_allowed -= mixed;
        let Some(overloads) = functions::function(&name) else {
            let message = self.unknown_function(&name);
            return self.fail(message, expr.span, expr.at);
        };
        self.resolved(expr, overloads, target.is_some(), typed)
    }

    /// `math.greatest`, unless `math` is a variable.
    fn namespaced(&self, target: &Expr, function: &str) -> Option<String> {
        let (prefix, _) = self.qualified_name(target)?;
        let name = format!("{prefix}.{function}");
        let is_variable = self.environment.variables.contains_key(&prefix);
        // `math.nothing` is an unknown function rather than a method of an unknown variable.
        let known = functions::function(&name).is_some() || functions::is_namespace(&prefix);
        (known && !is_variable).then_some(name)
    }

    fn resolved(
        &mut self,
        expr: &Expr,
        all: &'static [Declared],
        method: bool,
        args: Vec<Typed>,
    ) -> Typed {
        let shaped = |declared: &&Declared| {
            declared.signature.method == method && declared.signature.params.len() == args.len()
        };
        let candidates: Vec<&'static Declared> = all.iter().filter(shaped).collect();
        let mut overloads = Vec::new();
        let mut result: Option<Type> = None;
        for declared in &candidates {
            if let Some(ty) = self.fits(&declared.signature, &args) {
                overloads.push(*declared);
                result = Some(match result {
                    Some(so_far) if so_far != ty => Type::Dyn,
                    _ => ty,
                });
            }
        }
        let name = all.first().map_or("", |declared| declared.overload.name);
        let Some(ty) = result else {
            let types: Vec<Type> = args.iter().map(|arg| self.resolve(&arg.ty)).collect();
            if self.environment.unchecked && !candidates.is_empty() {
                return self.built(expr, name, candidates, args, Type::Dyn);
            }
            return self.fail(no_overload(name, method, &types, all), expr.span, expr.at);
        };
        self.built(expr, name, overloads, args, ty)
    }

    /// The result type if the arguments fit.
    fn fits(&mut self, signature: &Signature, args: &[Typed]) -> Option<Type> {
        let mark = self.known.mark();
        let mut fresh = BTreeMap::new();
        for (param, arg) in signature.params.iter().zip(args) {
            let param = instantiate(param, &mut fresh, &mut self.known);
            if !assignable(&mut self.known, &arg.ty, &param) {
                self.known.rollback(mark);
                return None;
            }
        }
        let result = instantiate(&signature.result, &mut fresh, &mut self.known);
        Some(self.known.apply(&result))
    }

    fn built(
        &mut self,
        expr: &Expr,
        name: &'static str,
        overloads: Vec<&'static Declared>,
        mut args: Vec<Typed>,
        ty: Type,
    ) -> Typed {
        let regex = match self.constants(name, &args) {
            Ok(regex) => regex,
            Err(failed) => return *failed,
        };
        self.hint(name, &args);
        let known_types =
            overloads.len() == 1 && args.iter().all(|arg| !self.resolve(&arg.ty).is_dyn());
        let mut can_fail =
            !known_types || overloads.iter().any(|declared| !declared.overload.total);
        can_fail &= regex.is_none() && !is_constant_conversion(name, &args);
        let kind = match (name, args.len()) {
            ("or" | "orValue", 2) => {
                let (other, value) = (Box::new(args.remove(1)), Box::new(args.remove(0)));
                TypedKind::OrElse {
                    value,
                    other,
                    unwrap: name == "orValue",
                }
            }
            _ => TypedKind::Call(Box::new(TypedCall {
                name,
                overloads,
                args,
                regex,
            })),
        };
        let mut node = self.node(expr, kind, ty);
        node.can_fail |= can_fail;
        node
    }

    /// Literals that are known to be wrong before any document is seen.
    fn constants(&mut self, name: &str, args: &[Typed]) -> Result<Option<Regex>, Box<Typed>> {
        let (place, kind) = match name {
            "matches" | "find" | "findAll" => (1, "pattern"),
            "duration" | "timestamp" => (0, name),
            _ => return Ok(None),
        };
        let Some(arg) = args.get(place) else {
            return Ok(None);
        };
        let TypedKind::Constant(literal) = &arg.kind else {
            return Ok(None);
        };
        let reason = match (kind, literal) {
            ("pattern", Literal::String(pattern)) => match functions::compile(pattern) {
                Ok(regex) => return Ok(Some(regex)),
                Err(reason) => reason,
            },
            ("duration", Literal::String(text)) if Duration::parse(text).is_none() => {
                "write it as 1h30m, 10s or 500ms".to_string()
            }
            ("timestamp", Literal::String(text)) if Timestamp::parse(text).is_none() => {
                "write it as 2009-02-13T23:31:30Z, of the years 1 to 9999".to_string()
            }
            ("timestamp", Literal::Int(seconds)) if Timestamp::new(*seconds, 0).is_none() => {
                "it is outside of the years 1 to 9999".to_string()
            }
            _ => return Ok(None),
        };
        Err(Box::new(self.fail(
            format!("invalid {name} argument: {reason}"),
            arg.span,
            arg.at,
        )))
    }

    fn unknown_function(&self, name: &str) -> String {
        let mut message = format!(
            "undeclared reference to '{name}' (in container '{}'): function {name} is not supported",
            self.environment.container
        );
        if let Some(near) = closest(
            name,
            functions::names().filter(|known| !known.contains(['_', '@', '!'])),
        ) {
            message.push_str(&format!("; did you mean '{near}'?"));
        }
        message
    }
}

/// A literal that was read when the rule was checked does not fail later.
fn is_constant_conversion(name: &str, args: &[Typed]) -> bool {
    let constant = args
        .first()
        .is_some_and(|arg| matches!(arg.kind, TypedKind::Constant(_)));
    matches!(name, "duration" | "timestamp") && constant && args.len() == 1
}

fn instantiate(ty: &Type, fresh: &mut BTreeMap<u32, Type>, known: &mut Substitution) -> Type {
    match ty {
        Type::Var(letter) => fresh
            .entry(*letter)
            .or_insert_with(|| known.fresh())
            .clone(),
        other => other.map_parameters(&mut |parameter| instantiate(parameter, fresh, known)),
    }
}
