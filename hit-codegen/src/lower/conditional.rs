//! `if` / `then` / `else` that one member decides: a tagged enum.

use crate::lower::context::of_kind;
use std::collections::BTreeSet;

use hit_runtime::check::{Kind, NodeId, TypeSet};
use hit_schema::shape::{Key, Member, Shape};
use serde_json::Value;

use super::conditions::{Condition, conditions};
use super::context::{Context, Hint};
use super::decide::{Facts, decide};
use super::union::{own_names, tag_words};
use super::{kinds, size};
use crate::model::{Arm, Constant, Dispatch, ItemKind, Ty, Union};

/// Most values of a member that are looked at.
const MAX_TAGS: usize = 512;
/// Most arms of an enum.
const MAX_ARMS: usize = 64;

/// Values of the deciding member that have the same outcome.
struct Group {
    /// What is demanded where they stand.
    key: Key,
    tags: Vec<String>,
}

/// How one member decides.
struct Plan {
    member: String,
    /// How many conditions it decides.
    decided: usize,
    /// Where all strings may stand, what is no tag belongs to the last group.
    groups: Vec<Group>,
}

/// The enum, where a required member decides conditions.
pub(super) fn lower(
    context: &mut Context<'_>,
    key: &Key,
    mask: TypeSet,
    origin: NodeId,
    shape: &Shape,
) -> Option<Ty> {
    let any = !conditions(&context.shaper, key, shape).is_empty();
    if !any || kinds::classes(shape.kinds) != [TypeSet::OBJECT] {
        return None;
    }
    let facts = Facts::of(&context.shaper, shape, mask);
    let members = shape.objects.members.iter().filter(|it| it.required);
    let plans = members.filter_map(|member| plan(context, key, member, &facts));
    let plan = plans.reduce(|best, plan| {
        let better = plan.decided > best.decided;
        if better { plan } else { best }
    })?;
    fits(context, &plan).then(|| tagged(context, (key, mask, origin), &plan))
}

fn plan(context: &Context<'_>, key: &Key, member: &Member, facts: &Facts) -> Option<Plan> {
    let shape = context.shaper.shape(&member.key);
    let resolver = Resolver {
        context,
        member: &member.name,
        facts,
        open: shape.values.is_none(),
    };
    let tags = match &shape.values {
        _ if shape.dynamic => return None,
        Some(_) if !shape.residual.is_empty() => return None,
        Some(values) => {
            let texts = values.iter().map(|value| value.as_str().map(str::to_owned));
            texts.collect::<Option<Vec<_>>>()?
        }
        None => {
            let accepted = |tag: &String| resolver.accepts(&member.key, tag);
            resolver.tags(key).into_iter().filter(accepted).collect()
        }
    };
    if tags.is_empty() || tags.len() > MAX_TAGS {
        return None;
    }
    let mut decided = 0;
    let mut groups: Vec<Group> = Vec::new();
    for tag in &tags {
        let (settled, count) = resolver.settle(key, tag);
        decided = decided.max(count);
        match groups.iter_mut().find(|group| group.key == settled) {
            Some(group) => group.tags.push(tag.clone()),
            None => groups.push(Group {
                key: settled,
                tags: vec![tag.clone()],
            }),
        }
        if groups.len() > MAX_ARMS {
            return None;
        }
    }
    if resolver.open {
        let (settled, _) = resolver.settle(key, &other_than(&tags));
        groups.retain(|group| group.key != settled);
        groups.push(Group {
            key: settled,
            tags: Vec::new(),
        });
    }
    (groups.len() > 1).then(|| Plan {
        member: member.name.clone(),
        decided,
        groups,
    })
}

/// Settles the conditions that the value of one member decides.
struct Resolver<'r, 'a> {
    context: &'r Context<'a>,
    member: &'r str,
    facts: &'r Facts,
    /// Whether the member may have values that no condition lists.
    open: bool,
}

impl Resolver<'_, '_> {
    /// The key with all conditions settled that a value decides, those of
    /// branches taken too, and how many these are.
    fn settle(&self, key: &Key, tag: &str) -> (Key, usize) {
        let context = self.context;
        let value = Value::String(tag.to_owned());
        let facts = self.facts.with(self.member, value);
        let mut key = key.clone();
        let mut count = 0;
        let answer = |condition: &Condition| {
            if self.open && listed(context, condition.test, self.member).is_none() {
                return None;
            }
            let program = &context.compiled.program;
            decide(program, context.checker, condition.test, &facts)
        };
        loop {
            let shape = context.shaper.shape(&key);
            let found = conditions(&context.shaper, &key, &shape);
            let before = count;
            for condition in &found {
                if let Some(answer) = answer(condition) {
                    key = condition.settled(&key, answer);
                    count += 1;
                }
            }
            if count == before {
                return (key, count);
            }
        }
    }

    /// Whether the member may have a value at all.
    fn accepts(&self, key: &Key, tag: &str) -> bool {
        let value = Value::String(tag.to_owned());
        let accepts = |node: &NodeId| self.context.checker.is_valid(*node, &value);
        key.nodes().iter().all(accepts)
    }

    /// The strings that conditions list for the member, those in branches too.
    fn tags(&self, key: &Key) -> Vec<String> {
        let mut tags: Vec<String> = Vec::new();
        let mut seen = BTreeSet::new();
        let mut stack = vec![key.clone()];
        while let Some(key) = stack.pop() {
            let shape = self.context.shaper.shape(&key);
            for condition in conditions(&self.context.shaper, &key, &shape) {
                if !seen.insert(condition.test) {
                    continue;
                }
                tags.extend(listed(self.context, condition.test, self.member).unwrap_or_default());
                let branches = condition.then.into_iter().chain(condition.otherwise);
                stack.extend(branches.map(|branch| Key::of([branch])));
            }
        }
        let mut seen = BTreeSet::new();
        tags.retain(|tag| seen.insert(tag.clone()));
        tags
    }
}

/// A string that is none of the tags.
fn other_than(tags: &[String]) -> String {
    let longest = tags.iter().max_by_key(|tag| tag.len());
    format!("{}\u{1}", longest.map_or("", String::as_str))
}

/// The strings that a test lists for a member; nothing where it asks the member
/// for anything else.
fn listed(context: &Context<'_>, test: NodeId, member: &str) -> Option<Vec<String>> {
    let mut found = Vec::new();
    for (_, _, check) in context.shaper.checks(&Key::of([test])) {
        let named: &[(String, NodeId)] = match &check.kind {
            Kind::Properties(named) => named,
            Kind::Not(inner) => {
                found.extend(listed(context, *inner, member)?);
                continue;
            }
            Kind::Required(_) | Kind::Type(_) | Kind::Ref(_) | Kind::AllOf(_) => continue,
            _ => return None,
        };
        for (_, node) in named.iter().filter(|(name, _)| name == member) {
            let shape = context.shaper.shape(&Key::of([*node]));
            for value in shape.values.as_ref()? {
                found.push(value.as_str()?.to_owned());
            }
        }
    }
    (!found.is_empty()).then_some(found)
}

/// Whether the arms do not repeat shared members beyond measure.
fn fits(context: &Context<'_>, plan: &Plan) -> bool {
    let keys: Vec<&Key> = plan.groups.iter().map(|group| &group.key).collect();
    keys.len() <= MAX_ARMS && size::fits(&context.shaper, keys)
}

/// Where an enum is lowered: its key, the JSON types looked at, its origin.
type Place<'k> = (&'k Key, TypeSet, NodeId);

fn tagged(context: &mut Context<'_>, (key, mask, origin): Place<'_>, plan: &Plan) -> Ty {
    let item = context.item_for(key, mask, origin, of_kind(mask));
    let mut arms = Vec::new();
    for group in &plan.groups {
        let branches = branches(plan, group);
        let documented = branches.iter().find_map(|node| context.described(*node));
        let names = names(context, group, &branches);
        let hint = Hint {
            suffix: names.first().cloned().unwrap_or_default(),
            origin,
            documented,
        };
        context.hint(&group.key, hint);
        let ty = context.lower_optional(&group.key, mask, origin);
        if ty == Ty::Never {
            continue;
        }
        if let ([tag], Ty::Named(item)) = (group.tags.as_slice(), &ty) {
            fix(context, *item, &plan.member, tag);
        }
        arms.push(Arm {
            ident: String::new(),
            names,
            node: context.nodes.of(&group.key, origin),
            ty,
            kinds: TypeSet::OBJECT,
            tags: group.tags.clone(),
            origin: branches.first().copied().unwrap_or(origin),
            documented,
        });
    }
    let dispatch = Dispatch::Tag(plan.member.clone());
    context.define(item, false, ItemKind::Union(Union { arms, dispatch }))
}

/// The subschemas that a group demands and not all groups do.
fn branches(plan: &Plan, group: &Group) -> Vec<NodeId> {
    let shared = |node: &NodeId| plan.groups.iter().all(|it| it.key.nodes().contains(node));
    let nodes = group.key.nodes().iter().copied();
    nodes.filter(|node| !shared(node)).collect()
}

/// Names of an arm, best first.
fn names(context: &Context<'_>, group: &Group, branches: &[NodeId]) -> Vec<String> {
    let mut names = Vec::new();
    if group.tags.is_empty() || branches.is_empty() {
        names.push("Other".to_owned());
    }
    if group.tags.len() == 1 {
        names.extend(tag_words(&group.tags));
    }
    if let [branch] = branches {
        names.extend(own_names(context, *branch));
    }
    names.extend(tag_words(&group.tags));
    names.retain(|name| !name.is_empty());
    names
}

/// Makes the deciding member a constant of its arm, where the arm says it all.
fn fix(context: &mut Context<'_>, item: usize, member: &str, tag: &str) {
    let own = |origin: Option<NodeId>| {
        origin.is_some_and(|node| context.settings.own_type(node).is_some())
    };
    let ItemKind::Struct(body) = &context.items[item].kind else {
        return;
    };
    let Some(at) = body.fields.iter().position(|field| field.wire == member) else {
        return;
    };
    if own(body.fields[at].origin) {
        return;
    }
    if let ItemKind::Struct(body) = &mut context.items[item].kind {
        body.fields.remove(at);
        body.constants.push(Constant {
            wire: member.to_owned(),
            value: tag.to_owned(),
        });
    }
}
