//! Names with what belongs to them, found by binary search.

/// A map that is built once.
#[derive(Debug, Default)]
pub(super) struct Names<T> {
    entries: Vec<(String, T)>,
}

impl<T> Names<T> {
    /// Of equal names the first counts.
    pub(super) fn new(mut entries: Vec<(String, T)>) -> Self {
        entries.sort_by(|a, b| a.0.cmp(&b.0));
        entries.dedup_by(|later, earlier| later.0 == earlier.0);
        Self { entries }
    }

    pub(super) fn get(&self, name: &str) -> Option<&T> {
        let index = self
            .entries
            .binary_search_by(|entry| entry.0.as_str().cmp(name))
            .ok()?;
        self.entries.get(index).map(|entry| &entry.1)
    }

    pub(super) fn contains(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.entries
            .iter()
            .map(|(name, value)| (name.as_str(), value))
    }
}
