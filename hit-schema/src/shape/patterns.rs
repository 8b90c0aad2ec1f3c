//! Patterns that are matched while shapes are made, each compiled once.

use std::cell::RefCell;
use std::collections::HashMap;

use hit_runtime::check::Pattern;
use hit_runtime::regex::CompiledPattern;

/// Patterns compiled so far; `None` for one that does not compile.
#[derive(Default)]
pub(super) struct Patterns(RefCell<HashMap<String, Option<CompiledPattern>>>);

impl Patterns {
    /// Whether a pattern that the front-end has found to compile matches.
    pub(super) fn matches(&self, pattern: &Pattern, text: &str) -> bool {
        let mut known = self.0.borrow_mut();
        if !known.contains_key(&pattern.0) {
            let compiled = CompiledPattern::new(&pattern.0).ok();
            known.insert(pattern.0.clone(), compiled);
        }
        let compiled = known.get(&pattern.0).and_then(Option::as_ref);
        compiled.is_some_and(|compiled| compiled.is_match(text))
    }
}
