//! `uniqueItems` without comparing every pair.

use std::collections::HashMap;
use std::hash::RandomState;

use serde_json::Value;

use super::equal::json_eq;
use super::hash::hash;

/// Up to here comparing every pair is faster than hashing.
const PAIRWISE: usize = 12;

/// The indexes of the first item that equals an earlier one, earlier first.
///
/// ```
/// use hit_runtime::number::first_duplicate;
/// use serde_json::json;
///
/// assert_eq!(first_duplicate(&[json!(1), json!(2), json!(1.0)]), Some((0, 2)));
/// ```
pub fn first_duplicate(items: &[Value]) -> Option<(usize, usize)> {
    if items.len() <= PAIRWISE {
        pairwise(items)
    } else {
        hashed(items)
    }
}

fn pairwise(items: &[Value]) -> Option<(usize, usize)> {
    items.iter().enumerate().find_map(|(later, item)| {
        let earlier = items
            .iter()
            .take(later)
            .position(|other| json_eq(other, item))?;
        Some((earlier, later))
    })
}

fn hashed(items: &[Value]) -> Option<(usize, usize)> {
    let state = RandomState::new();
    let mut seen: HashMap<u64, Vec<usize>> = HashMap::with_capacity(items.len());
    for (later, item) in items.iter().enumerate() {
        let bucket = seen.entry(hash(&state, item)).or_default();
        let equal = |&earlier: &usize| items.get(earlier).is_some_and(|other| json_eq(other, item));
        if let Some(&earlier) = bucket.iter().find(|earlier| equal(earlier)) {
            return Some((earlier, later));
        }
        bucket.push(later);
    }
    None
}
