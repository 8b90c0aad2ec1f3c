//! Types that nothing mentions are dropped.

use crate::model::{ItemId, Model, each_mention};

/// Drops the items that no root leads to and renumbers the rest in order.
pub(super) fn drop(model: &mut Model) {
    let mut mentions: Vec<Vec<ItemId>> = Vec::new();
    for item in &mut model.items {
        let mut found = Vec::new();
        each_mention(item, &mut |item| found.push(*item));
        mentions.push(found);
    }
    let mut kept = vec![false; model.items.len()];
    let mut stack: Vec<ItemId> = model.roots.iter().map(|root| root.item).collect();
    while let Some(item) = stack.pop() {
        if !std::mem::replace(&mut kept[item], true) {
            stack.extend(&mentions[item]);
        }
    }
    let mut next = 0;
    let mut new = Vec::with_capacity(kept.len());
    for keep in &kept {
        new.push(next);
        next += usize::from(*keep);
    }
    let mut keep = kept.iter();
    model
        .items
        .retain(|_| keep.next().copied().unwrap_or(false));
    for item in &mut model.items {
        each_mention(item, &mut |item| *item = new[*item]);
    }
    for root in &mut model.roots {
        root.item = new[root.item];
    }
}
