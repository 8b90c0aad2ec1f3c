//! A hash that agrees with [`super::json_eq`].

use std::hash::{BuildHasher, Hash, Hasher, RandomState};

use serde_json::Value;

use super::real::Real;

/// Below this depth values do not enter the hash; equality still sees them.
const DEPTH: u32 = 32;

/// Hash of a value; equal values have equal hashes.
pub(super) fn hash(state: &RandomState, value: &Value) -> u64 {
    hash_at(state, value, DEPTH)
}

fn hash_at(state: &RandomState, value: &Value, depth: u32) -> u64 {
    let mut hasher = state.build_hasher();
    match value {
        Value::Null => hasher.write_u8(0),
        Value::Bool(value) => (1_u8, value).hash(&mut hasher),
        Value::Number(number) => match Real::canonical(number) {
            Real::Int(int) => (2_u8, int).hash(&mut hasher),
            Real::Float(float) => (3_u8, float.to_bits()).hash(&mut hasher),
        },
        Value::String(text) => (4_u8, text).hash(&mut hasher),
        Value::Array(items) => {
            (5_u8, items.len()).hash(&mut hasher);
            if let Some(depth) = depth.checked_sub(1) {
                for item in items {
                    hasher.write_u64(hash_at(state, item, depth));
                }
            }
        }
        Value::Object(members) => {
            (6_u8, members.len()).hash(&mut hasher);
            if let Some(depth) = depth.checked_sub(1) {
                // A sum, since the order of members carries no meaning.
                let sum = members.iter().fold(0_u64, |sum, (name, value)| {
                    sum.wrapping_add(state.hash_one((name, hash_at(state, value, depth))))
                });
                hasher.write_u64(sum);
            }
        }
    }
    hasher.finish()
}
