//! Typed expressions. A node is an array that begins with what it is; types are
//! kept where running a rule asks for them.

use std::sync::Arc;

use hit_cel::Span;
use hit_cel::ast::{BindKind, Literal, Macro};
use serde_json::{Value as Json, json};

use crate::rules::functions::{Declared, function};
use crate::rules::re2;
use crate::rules::text::reader::{Read, flag, item, list, maybe, number, text, wrong};
use crate::rules::text::{literal, types};
use crate::rules::typed::{Typed, TypedBind, TypedCall, TypedComprehension, TypedKind};
use crate::rules::types::Type;

/// Deeper than the parser of rules lets one nest, macros and all.
const DEEPEST: usize = 400;

const MACROS: &[(&str, Macro)] = &[
    ("all", Macro::All),
    ("exists", Macro::Exists),
    ("existsOne", Macro::ExistsOne),
    ("filter", Macro::Filter),
    ("map", Macro::Map),
    ("transformList", Macro::TransformList),
    ("transformMap", Macro::TransformMap),
    ("transformMapEntry", Macro::TransformMapEntry),
    ("sortBy", Macro::SortBy),
];

const BINDS: &[(&str, BindKind)] = &[
    ("optMap", BindKind::OptMap),
    ("optFlatMap", BindKind::OptFlatMap),
    ("bind", BindKind::Let),
];

/// The name of a kind.
fn name_of<K: PartialEq>(names: &[(&'static str, K)], kind: &K) -> &'static str {
    let found = names.iter().find(|(_, known)| known == kind);
    found.map_or("", |(name, _)| *name)
}

fn kind_of<K: Copy>(names: &[(&str, K)], json: &Json) -> Read<K> {
    let name = text(json)?;
    let found = names.iter().find(|(known, _)| *known == name);
    found.map_or_else(|| wrong("a macro", json), |(_, kind)| Ok(*kind))
}

/// An expression as JSON.
pub fn to_json(typed: &Typed) -> Json {
    let all = |parts: &[Typed]| parts.iter().map(to_json).collect::<Vec<_>>();
    match &typed.kind {
        TypedKind::Constant(value) => json!(["const", literal::to_json(value)]),
        TypedKind::TypeName(name) => json!(["type", &**name]),
        TypedKind::Variable(name) => json!(["var", &**name, types::to_json(&typed.ty)]),
        TypedKind::Local(slot) => json!(["local", slot]),
        TypedKind::Select {
            operand,
            field,
            optional,
        } => {
            json!([
                "get",
                to_json(operand),
                &**field,
                optional,
                types::to_json(&typed.ty)
            ])
        }
        TypedKind::Has { operand, field } => json!(["has", to_json(operand), &**field]),
        TypedKind::Call(call) => {
            let overloads = call.overloads.iter().map(|it| it.overload.signature);
            let overloads: Vec<&str> = overloads.collect();
            json!([
                "call",
                call.name,
                overloads,
                all(&call.args),
                call.regex.is_some()
            ])
        }
        TypedKind::OrElse {
            value,
            other,
            unwrap,
        } => {
            json!(["orElse", to_json(value), to_json(other), unwrap])
        }
        TypedKind::And(operands) => json!(["and", all(operands)]),
        TypedKind::Or(operands) => json!(["or", all(operands)]),
        TypedKind::Conditional(parts) => json!(["if", all(&**parts)]),
        TypedKind::List(elements) => {
            let elements = elements.iter();
            let elements: Vec<Json> = elements
                .map(|(it, maybe)| json!([to_json(it), maybe]))
                .collect();
            json!(["list", elements])
        }
        TypedKind::Map(entries) => {
            let entry = |(key, value, maybe): &(Typed, Typed, bool)| {
                json!([to_json(key), to_json(value), maybe])
            };
            json!(["map", entries.iter().map(entry).collect::<Vec<_>>()])
        }
        TypedKind::Comprehension(of) => {
            let variables: Vec<&str> = of.variables.iter().map(|name| &**name).collect();
            let filter = of.filter.as_ref().map(to_json);
            json!([
                "each",
                name_of(MACROS, &of.kind),
                to_json(&of.range),
                variables,
                of.slot,
                filter,
                to_json(&of.body)
            ])
        }
        TypedKind::Bind(of) => {
            json!([
                "bind",
                name_of(BINDS, &of.kind),
                to_json(&of.value),
                &*of.variable,
                of.slot,
                to_json(&of.body)
            ])
        }
        TypedKind::Unresolved(what) => json!(["wrong", what]),
    }
}

/// Reads expressions. `names` are those of the object types.
pub struct Expressions<'n> {
    /// The names.
    pub names: &'n [String],
}

impl Expressions<'_> {
    /// The expression.
    pub fn of_json(&self, json: &Json) -> Read<Typed> {
        self.expression(json, 0)
    }

    fn expression(&self, json: &Json, depth: usize) -> Read<Typed> {
        if depth > DEEPEST {
            return wrong("less nesting", &Json::Null);
        }
        let at = |index| item(json, index);
        let part = |index| self.expression(at(index), depth + 1);
        let boxed = |index| part(index).map(Box::new);
        let all = |json: &Json| list(json, |part| self.expression(part, depth + 1));
        let mut ty = Type::Dyn;
        let kind = match text(at(0))? {
            "const" => TypedKind::Constant(literal::of_json(at(1))?),
            "type" => TypedKind::TypeName(text(at(1))?.into()),
            "var" => {
                ty = types::of_json(at(2), self.names)?;
                TypedKind::Variable(text(at(1))?.into())
            }
            "local" => TypedKind::Local(number(at(1))?),
            "get" => {
                ty = types::of_json(at(4), self.names)?;
                TypedKind::Select {
                    operand: boxed(1)?,
                    field: text(at(2))?.into(),
                    optional: flag(at(3)),
                }
            }
            "has" => TypedKind::Has {
                operand: boxed(1)?,
                field: text(at(2))?.into(),
            },
            "call" => TypedKind::Call(Box::new(call(json, all(at(3))?)?)),
            "orElse" => TypedKind::OrElse {
                value: boxed(1)?,
                other: boxed(2)?,
                unwrap: flag(at(3)),
            },
            "and" => TypedKind::And(all(at(1))?),
            "or" => TypedKind::Or(all(at(1))?),
            "if" => {
                let parts = <[Typed; 3]>::try_from(all(at(1))?);
                TypedKind::Conditional(Box::new(parts.or_else(|_| wrong("three parts", json))?))
            }
            "list" => TypedKind::List(list(at(1), |element| {
                Ok((
                    self.expression(item(element, 0), depth + 1)?,
                    flag(item(element, 1)),
                ))
            })?),
            "map" => TypedKind::Map(list(at(1), |entry| {
                let part = |index| self.expression(item(entry, index), depth + 1);
                Ok((part(0)?, part(1)?, flag(item(entry, 2))))
            })?),
            "each" => TypedKind::Comprehension(Box::new(TypedComprehension {
                kind: kind_of(MACROS, at(1))?,
                range: part(2)?,
                variables: list(at(3), |name| Ok(Arc::from(text(name)?)))?,
                slot: number(at(4))?,
                filter: maybe(at(5), |filter| self.expression(filter, depth + 1))?,
                body: part(6)?,
            })),
            "bind" => TypedKind::Bind(Box::new(TypedBind {
                kind: kind_of(BINDS, at(1))?,
                value: part(2)?,
                variable: text(at(3))?.into(),
                slot: number(at(4))?,
                body: part(5)?,
            })),
            "wrong" => TypedKind::Unresolved(text(at(1))?.to_owned()),
            _ => return wrong("an expression", json),
        };
        Ok(Typed {
            kind,
            ty,
            span: Span::default(),
            at: 0,
            can_fail: true,
        })
    }
}

fn call(json: &Json, args: Vec<Typed>) -> Read<TypedCall> {
    let name = text(item(json, 1))?;
    let declared = function(name).unwrap_or_default();
    let overloads = list(item(json, 2), |signature| {
        let signature = text(signature)?;
        let found = declared
            .iter()
            .find(|it| it.overload.signature == signature);
        found.map_or_else(|| wrong("a function", json), Ok)
    })?;
    let regex = match args.get(1).map(|arg| &arg.kind) {
        Some(TypedKind::Constant(Literal::String(pattern))) if flag(item(json, 4)) => {
            Some(re2::compile(pattern).or_else(|_| wrong("a pattern", json))?)
        }
        _ => None,
    };
    let first: Option<&&'static Declared> = overloads.first();
    match first.map(|first| first.overload.name) {
        Some(name) => Ok(TypedCall {
            name,
            overloads,
            args,
            regex,
        }),
        None => wrong("a function", json),
    }
}
