//! `pattern`, for the closures of codecs.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::checks::demand;
use super::fault::{Limit, Outcome};
use crate::regex::CompiledPattern;

/// A `pattern`, compiled on first use.
pub struct LazyPattern {
    source: &'static str,
    compiled: OnceLock<Option<Arc<CompiledPattern>>>,
}

impl LazyPattern {
    /// A pattern in ECMA-262 syntax that generation has found to compile.
    pub const fn new(source: &'static str) -> Self {
        Self {
            source,
            compiled: OnceLock::new(),
        }
    }
}

/// What the patterns of the process were compiled to. A pattern often stands at many places, and one table stays in the
/// cache of the processor where many would not. There are as many as the code has.
static SHARED: Mutex<BTreeMap<&'static str, Arc<CompiledPattern>>> = Mutex::new(BTreeMap::new());

#[cold]
fn shared(source: &'static str) -> Option<Arc<CompiledPattern>> {
    // Nothing that can panic is done while it is locked but what leaves the map as it was.
    let mut all = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = all.get(source) {
        return Some(Arc::clone(known));
    }
    let compiled = Arc::new(CompiledPattern::new(source).ok()?);
    all.insert(source, Arc::clone(&compiled));
    Some(compiled)
}

/// `pattern`.
///
/// # Errors
/// When the expression does not match anywhere in the string.
#[inline]
pub fn pattern(value: &str, pattern: &'static LazyPattern) -> Outcome {
    let compiled = pattern.compiled.get_or_init(|| shared(pattern.source));
    let holds = compiled
        .as_ref()
        .is_some_and(|compiled| compiled.is_match(value));
    demand(holds, "pattern", Limit::Text(pattern.source))
}

/// Whether the expression matches somewhere in the string.
#[inline]
pub fn matches(value: &str, expression: &'static LazyPattern) -> bool {
    pattern(value, expression).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{LazyPattern, matches};

    #[test]
    fn places_with_the_same_pattern_share_what_it_was_compiled_to() {
        static ONE: LazyPattern = LazyPattern::new("^shared[0-9]$");
        static SAME: LazyPattern = LazyPattern::new("^shared[0-9]$");
        static OTHER: LazyPattern = LazyPattern::new("^other$");
        assert!(matches("shared1", &ONE) && matches("shared2", &SAME) && matches("other", &OTHER));
        assert!(!matches("shared1", &OTHER) && !matches("other", &SAME));
        let compiled = [&ONE, &SAME, &OTHER].map(|it| it.compiled.get().and_then(Option::as_ref));
        let [Some(one), Some(same), Some(other)] = compiled else {
            panic!("they compile");
        };
        assert!(std::ptr::eq(&raw const **one, &raw const **same));
        assert!(!std::ptr::eq(&raw const **one, &raw const **other));
    }
}
