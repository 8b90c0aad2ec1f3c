//! Unions.

use hit_runtime::check::TypeSet;

use super::{codec, literal};
use crate::model::{Arm, Dispatch, Item, ItemId, Model, Ty, Union};

/// The macro for a union and the lines of its table.
pub(super) fn lines(model: &Model, union: &Union) -> (&'static str, Vec<String>) {
    let arms = union.arms.iter();
    let by_tag = |arm: &Arm| tag_line(model, arm);
    let by_kind = |arm: &Arm| {
        let codec = codec::codec(model, &arm.ty);
        format!("{}({}): {codec};", arm.ident, kinds(arm.kinds))
    };
    match &union.dispatch {
        Dispatch::Tag(tag) => {
            let tag = format!("tag {};", literal::text(tag));
            let lines = std::iter::once(tag).chain(arms.map(by_tag));
            ("by_tag", lines.collect())
        }
        Dispatch::Kind => ("by_kind", arms.map(by_kind).collect()),
        Dispatch::KindThenTag(tag) => {
            let (tagged, others): (Vec<&Arm>, Vec<&Arm>) =
                arms.partition(|arm| !arm.tags.is_empty());
            let mut lines: Vec<String> = others.into_iter().map(by_kind).collect();
            lines.push(format!("[tag {}];", literal::text(tag)));
            lines.extend(tagged.into_iter().map(by_tag));
            ("by_kind", lines)
        }
        Dispatch::First => {
            let arm = |arm: &Arm| {
                let codec = codec::codec(model, &arm.ty);
                format!("{} = {}: {codec};", arm.ident, arm.node)
            };
            ("first_match", arms.map(arm).collect())
        }
    }
}

/// The line of an arm that tags lead to, or all that have no arm of their own.
fn tag_line(model: &Model, arm: &Arm) -> String {
    let tags: Vec<String> = arm.tags.iter().map(|tag| literal::text(tag)).collect();
    let tags = match tags.is_empty() {
        true => "other".to_owned(),
        false => tags.join(" | "),
    };
    format!("{tags} => {}: {};", arm.ident, codec::codec(model, &arm.ty))
}

fn kinds(kinds: TypeSet) -> String {
    let all = [
        (TypeSet::NULL, "null"),
        (TypeSet::BOOLEAN, "boolean"),
        (TypeSet::NUMBER, "number"),
        (TypeSet::STRING, "string"),
        (TypeSet::ARRAY, "array"),
        (TypeSet::OBJECT, "object"),
    ];
    let held = all.into_iter().filter(|(class, _)| kinds.0 & class.0 != 0);
    held.map(|(_, word)| word).collect::<Vec<_>>().join(" ")
}

/// `From` for every generated type that only one arm holds.
pub(super) fn conversions(model: &Model, item: &Item, union: &Union) -> Option<String> {
    let named = |arm: &Arm| match arm.ty {
        Ty::Named(item) => Some(item),
        _ => None,
    };
    let held: Vec<ItemId> = union.arms.iter().filter_map(named).collect();
    let alone = |item: ItemId| held.iter().filter(|other| **other == item).count() == 1;
    let arms = union.arms.iter().filter_map(|arm| {
        let held = named(arm).filter(|item| alone(*item))?;
        Some(format!("    {}: {},\n", arm.ident, model.items[held].name))
    });
    let arms: String = arms.collect();
    (!arms.is_empty()).then(|| format!("rt::from_arms! {{\n    {};\n{arms}}}\n", item.name))
}
