//! Objects: a struct where members are named, else a map.

use crate::lower::context::of_kind;
use hit_runtime::check::{NodeId, Pattern, TypeSet};
use hit_runtime::regex::CompiledPattern;
use hit_schema::Diagnostic;
use hit_schema::shape::{Key, Member, Shape, Strings};
use serde_json::Value;

use super::context::{Context, is_judged};
use crate::codes;
use crate::model::{Constant, Extra, Field, ItemKind, Presence, Struct, Ty};

/// The type of a shape of objects.
pub(super) fn lower(
    context: &mut Context<'_>,
    key: &Key,
    mask: TypeSet,
    origin: NodeId,
    shape: &Shape,
) -> Ty {
    if let Some(ty) = map(context, key, origin, shape) {
        return ty;
    }
    let item = context.item_for(key, mask, origin, of_kind(mask));
    let (body, exact) = structure(context, origin, shape);
    context.define(item, is_judged(shape) || !exact, ItemKind::Struct(body))
}

/// A map, where no member is named.
fn map(context: &mut Context<'_>, key: &Key, origin: NodeId, shape: &Shape) -> Option<Ty> {
    let objects = &shape.objects;
    if !objects.members.is_empty() || !objects.dependent.is_empty() {
        return None;
    }
    let rest = rest_of(context, &objects.additional, origin);
    let mut names = objects.names.clone();
    let value = match (objects.patterns.as_slice(), rest) {
        ([], Ty::Never) => return None,
        ([], ty) => ty,
        ([(pattern, key)], Ty::Never) => {
            names.push(Strings {
                patterns: vec![pattern.clone()],
                ..Strings::default()
            });
            rest_of(context, key, origin)
        }
        _ => return None,
    };
    let path = context.settings.map(origin).to_owned();
    let ty = Ty::Map {
        path,
        value: Box::new(value),
        names,
        min: objects.min,
        max: objects.max,
    };
    Some(context.judged(ty, key, origin, shape))
}

fn rest_of(context: &mut Context<'_>, key: &Key, origin: NodeId) -> Ty {
    let written = key.nodes().first().copied().unwrap_or(origin);
    context.lower_optional(key, TypeSet::ANY, written)
}

/// The struct, and whether its own reading enforces everything.
fn structure(context: &mut Context<'_>, origin: NodeId, shape: &Shape) -> (Struct, bool) {
    let objects = &shape.objects;
    let mut body = Struct {
        min: objects.min,
        max: objects.max,
        ..Struct::default()
    };
    let mut exact = true;
    for member in &objects.members {
        add_member(context, &mut body, member, &objects.names, origin);
    }
    for (pattern, key) in &objects.patterns {
        let ty = rest_of(context, key, origin);
        body.matched
            .push((pattern.clone(), extra(context, ty, origin)));
    }
    if body.matched.len() > 1 && !are_apart(&objects.patterns) {
        exact = false;
    }
    body.extra = match rest_of(context, &objects.additional, origin) {
        Ty::Never => None,
        ty => Some(extra(context, ty, origin)),
    };
    body.names.clone_from(&objects.names);
    for (name, needs) in &objects.dependent {
        for need in needs {
            let known = |name: &str| body.fields.iter().any(|field| field.wire == name);
            exact &= known(name) && known(need);
            body.dependent.push((name.clone(), need.clone()));
        }
    }
    if !exact {
        body.dependent.clear();
    }
    (body, exact)
}

fn extra(context: &Context<'_>, ty: Ty, origin: NodeId) -> Extra {
    let path = context.settings.map(origin).to_owned();
    Extra {
        ident: String::new(),
        path,
        ty,
        keep: context.settings.keeps_extras(origin),
    }
}

/// Whether no name can match two of the patterns: each demands a literal
/// beginning, and no beginning is part of another.
fn are_apart(patterns: &[(Pattern, Key)]) -> bool {
    let starts: Option<Vec<String>> = patterns.iter().map(|(pattern, _)| start(pattern)).collect();
    let Some(starts) = starts else { return false };
    starts.iter().enumerate().all(|(at, one)| {
        starts[at + 1..]
            .iter()
            .all(|other| !one.starts_with(other) && !other.starts_with(one))
    })
}

/// The literal that every match begins with.
fn start(pattern: &Pattern) -> Option<String> {
    let rest = pattern.0.strip_prefix('^')?;
    if rest.contains('|') {
        return None;
    }
    let plain = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/' | ':' | '@');
    let mut start: String = rest.chars().take_while(plain).collect();
    if rest[start.len()..].starts_with(['*', '?', '{']) {
        start.pop();
    }
    (!start.is_empty()).then_some(start)
}

fn add_member(
    context: &mut Context<'_>,
    body: &mut Struct,
    member: &Member,
    names: &[Strings],
    parent: NodeId,
) {
    let origin = member.written.first().copied();
    if let Some(value) = constant(context, member) {
        body.constants.push(Constant {
            wire: member.name.clone(),
            value,
        });
        return;
    }
    let place = origin.unwrap_or(parent);
    let ty = match member.required {
        true => context.lower(&member.key, TypeSet::ANY, place),
        false => context.lower_optional(&member.key, TypeSet::ANY, place),
    };
    let named_badly = !names.iter().all(|strings| allows(strings, &member.name));
    if !member.required && (ty == Ty::Never || named_badly) {
        body.forbidden.push(member.name.clone());
        return;
    }
    let ty = if named_badly { Ty::Never } else { ty };
    let default = default(context, member);
    let (ty, presence) = match (ty, member.required) {
        (ty, true) => (ty, Presence::Required),
        (Ty::Option(inner), false) => (*inner, Presence::Maybe),
        (ty, false) => (ty, Presence::Optional),
    };
    body.fields.push(Field {
        wire: member.name.clone(),
        ident: String::new(),
        ty,
        presence,
        origin,
        described: member
            .written
            .iter()
            .find_map(|node| context.described(*node)),
        default,
        attributes: attributes(context, origin),
    });
}

/// The one string that a required member may be.
fn constant(context: &Context<'_>, member: &Member) -> Option<String> {
    if !member.required {
        return None;
    }
    let own_type = member
        .written
        .iter()
        .any(|node| context.settings.own_type(*node).is_some());
    let shape = context.shaper.shape(&member.key);
    match shape.values.as_deref() {
        Some([Value::String(value)]) if shape.residual.is_empty() && !own_type => {
            Some(value.clone())
        }
        _ => None,
    }
}

/// The default that the schema gives, if the schema itself accepts it.
fn default(context: &mut Context<'_>, member: &Member) -> Option<Value> {
    let of = |node: &NodeId| {
        context
            .info(*node)?
            .default
            .clone()
            .map(|found| (*node, found))
    };
    let (node, (value, origin)) = member.written.iter().find_map(of)?;
    if context.checker.is_valid(node, &value) {
        return Some(value);
    }
    let message = format!("the schema does not accept its own default {value}");
    let warning = Diagnostic::warning(codes::BAD_DEFAULT, message).at(origin);
    context
        .warnings
        .push(warning.help("it is left out of the code: change the default or the schema"));
    None
}

/// Attributes that the configuration gives a field. Those for a place with a
/// type of its own go to the type.
fn attributes(context: &Context<'_>, origin: Option<NodeId>) -> Vec<String> {
    let decided = |node: &NodeId| !context.settings.attributes(*node).is_empty();
    let Some(node) = origin
        .filter(decided)
        .filter(|node| !context.has_item(*node))
    else {
        return Vec::new();
    };
    context.settings.attributes(node).to_vec()
}

/// Whether a known name passes the demands on names.
fn allows(strings: &Strings, name: &str) -> bool {
    let length = name.chars().count() as u64;
    strings.min.is_none_or(|min| length >= min)
        && strings.max.is_none_or(|max| length <= max)
        && strings.patterns.iter().all(|pattern| {
            CompiledPattern::new(&pattern.0).is_ok_and(|compiled| compiled.is_match(name))
        })
        && strings
            .formats
            .iter()
            .all(|format| hit_runtime::format::lookup(&format.0).is_some_and(|holds| holds(name)))
}
