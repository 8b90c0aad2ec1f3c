//! `if` / `then` / `else` that one member decides: a tagged enum.

use std::collections::BTreeSet;

use hit_runtime::check::{Kind, NodeId, TypeSet};
use hit_schema::shape::{Key, Member, Shape};
use serde_json::Value;

use super::conditions::{Condition, conditions};
use super::context::{Context, Hint};
use super::decide::{Facts, decide};
use super::kinds;
use crate::model::{Arm, Constant, Dispatch, ItemKind, Ty, Union};

/// Most values of a member that are looked at.
const MAX_TAGS: usize = 512;
/// Most arms of an enum.
const MAX_ARMS: usize = 64;
/// Most tags that together name an arm.
const MAX_NAMED: usize = 3;

/// Values of the deciding member that have the same outcome.
struct Group {
    answers: Vec<bool>,
    tags: Vec<String>,
    /// Whether everything that is no tag belongs here.
    others: bool,
}

/// How one member decides.
struct Plan {
    member: String,
    conditions: Vec<Condition>,
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
    let conditions = conditions(&context.shaper, key, shape);
    if conditions.is_empty() || kinds::classes(shape.kinds) != [TypeSet::OBJECT] {
        return None;
    }
    let facts = Facts::of(&context.shaper, shape, mask);
    let members = shape.objects.members.iter().filter(|it| it.required);
    let plans = members.filter_map(|member| plan(context, member, &conditions, &facts));
    let most = |plan: &Plan| plan.conditions.len();
    let plan = plans.reduce(|best, plan| if most(&plan) > most(&best) { plan } else { best })?;
    let keys: Vec<Key> = plan.groups.iter().map(|group| plan.key(key, group)).collect();
    fits(context, &keys).then(|| tagged(context, (key, mask, origin), &plan, keys))
}

impl Plan {
    /// What is demanded where a group's values stand.
    fn key(&self, key: &Key, group: &Group) -> Key {
        let answers = self.conditions.iter().zip(&group.answers);
        answers.fold(key.clone(), |key, (condition, answer)| {
            condition.settled(&key, *answer)
        })
    }

    /// The branches that a group takes and not all groups do.
    fn branches(&self, group: &Group) -> Vec<NodeId> {
        let mut found = Vec::new();
        for (at, condition) in self.conditions.iter().enumerate() {
            let differs = self.groups.iter().any(|it| it.answers[at] != group.answers[at]);
            found.extend(condition.branch(group.answers[at]).filter(|_| differs));
        }
        found
    }
}

fn plan(
    context: &Context<'_>,
    member: &Member,
    conditions: &[Condition],
    facts: &Facts,
) -> Option<Plan> {
    let listed = context.shaper.shape(&member.key).values.clone();
    let asked = |condition: &&Condition| asked(context, condition.test, &member.name).is_some();
    let (tags, open): (Vec<String>, bool) = match listed {
        Some(values) => {
            let texts = values.iter().map(|value| value.as_str().map(str::to_owned));
            (texts.collect::<Option<_>>()?, false)
        }
        None => {
            let asking = conditions.iter().filter(asked);
            let tags = asking.flat_map(|it| asked_of(context, it.test, &member.name));
            let mut seen = BTreeSet::new();
            (tags.filter(|tag| seen.insert(tag.clone())).collect(), true)
        }
    };
    if tags.is_empty() || tags.len() > MAX_TAGS {
        return None;
    }
    let other = open.then(|| other_than(&tags));
    let answer = |condition: &Condition, tag: &str| {
        let facts = facts.with(&member.name, Value::String(tag.to_owned()));
        decide(
            &context.compiled.program,
            context.checker,
            condition.test,
            &facts,
        )
    };
    let decided = |condition: &&Condition| {
        let mut all = tags.iter().chain(&other);
        (!open || asked(condition)) && all.all(|tag| answer(condition, tag).is_some())
    };
    let conditions: Vec<Condition> = conditions.iter().filter(decided).copied().collect();
    let answers = |tag: &String| -> Vec<bool> {
        let answers = conditions.iter().map(|it| answer(it, tag) == Some(true));
        answers.collect()
    };
    let mut groups = group(&tags, answers);
    if let Some(other) = &other {
        add_others(&mut groups, answers(other));
    }
    (groups.len() > 1).then(|| Plan {
        member: member.name.clone(),
        conditions,
        groups,
    })
}

fn group(tags: &[String], answers: impl Fn(&String) -> Vec<bool>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for tag in tags {
        let answers = answers(tag);
        match groups.iter_mut().find(|group| group.answers == answers) {
            Some(group) => group.tags.push(tag.clone()),
            None => groups.push(Group {
                answers,
                tags: vec![tag.clone()],
                others: false,
            }),
        }
    }
    groups
}

/// All values that are no tag: with the tags of the same outcome they come last.
fn add_others(groups: &mut Vec<Group>, answers: Vec<bool>) {
    groups.retain(|group| group.answers != answers);
    groups.push(Group {
        answers,
        tags: Vec::new(),
        others: true,
    });
}

/// A string that is none of the tags.
fn other_than(tags: &[String]) -> String {
    let longest = tags.iter().max_by_key(|tag| tag.len());
    format!("{}\u{1}", longest.map_or("", String::as_str))
}

/// The strings that a test lists for a member; nothing where it asks the member
/// for anything else.
fn asked(context: &Context<'_>, test: NodeId, member: &str) -> Option<Vec<String>> {
    let mut found = Vec::new();
    for (_, _, check) in context.shaper.checks(&Key::of([test])) {
        let named: &[(String, NodeId)] = match &check.kind {
            Kind::Properties(named) => named,
            Kind::Not(inner) => {
                found.extend(asked(context, *inner, member)?);
                continue;
            }
            _ => continue,
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

fn asked_of(context: &Context<'_>, test: NodeId, member: &str) -> Vec<String> {
    asked(context, test, member).unwrap_or_default()
}

/// Whether the arms do not repeat shared members beyond measure.
fn fits(context: &Context<'_>, keys: &[Key]) -> bool {
    keys.len() <= MAX_ARMS && super::size::fits(&context.shaper, keys)
}

/// Where an enum is lowered: its key, the JSON types looked at, its origin.
type Place<'k> = (&'k Key, TypeSet, NodeId);

fn tagged(
    context: &mut Context<'_>,
    (key, mask, origin): Place<'_>,
    plan: &Plan,
    keys: Vec<Key>,
) -> Ty {
    let item = context.item_for(key, mask, origin, "");
    let mut arms = Vec::new();
    for (group, key) in plan.groups.iter().zip(keys) {
        let branches = plan.branches(group);
        let documented = branches.iter().find_map(|node| context.described(*node));
        let names = names(context, group, &branches);
        let suffix = names.first().cloned().unwrap_or_default();
        context.hint(&key, Hint { suffix, documented });
        let ty = context.lower_alternative(&key, mask, origin);
        if ty == Ty::Never {
            continue;
        }
        if let ([tag], Ty::Named(item)) = (group.tags.as_slice(), &ty) {
            fix(context, *item, &plan.member, tag);
        }
        arms.push(Arm {
            ident: String::new(),
            names,
            node: context.nodes.of(&key, origin),
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

/// Names of an arm, best first.
fn names(context: &Context<'_>, group: &Group, branches: &[NodeId]) -> Vec<String> {
    let mut names = Vec::new();
    if let [tag] = group.tags.as_slice() {
        names.push(tag.clone());
    }
    if group.others || branches.is_empty() {
        names.push("Other".to_owned());
    }
    if let [branch] = branches {
        names.extend(super::union::own_names(context, *branch));
    }
    if group.tags.len() <= MAX_NAMED {
        names.push(group.tags.join(" or "));
    } else {
        names.extend(group.tags.first().map(|tag| format!("{tag} or alike")));
    }
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
