//! Which parts of one value have been evaluated.

/// Members or items of one object or array, by their place in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    all: bool,
    low: u64,
    high: Vec<u64>,
}

impl Seen {
    pub(super) fn mark(&mut self, index: usize) {
        let bit = 1_u64 << (index % 64);
        let Some(word) = (index / 64).checked_sub(1) else {
            self.low |= bit;
            return;
        };
        if self.high.len() <= word {
            self.high.resize(word + 1, 0);
        }
        if let Some(word) = self.high.get_mut(word) {
            *word |= bit;
        }
    }

    pub(super) fn mark_all(&mut self) {
        self.all = true;
    }

    pub(super) fn has(&self, index: usize) -> bool {
        let word = match (index / 64).checked_sub(1) {
            None => self.low,
            Some(word) => self.high.get(word).copied().unwrap_or(0),
        };
        self.all || word >> (index % 64) & 1 == 1
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.all |= other.all;
        self.low |= other.low;
        if self.high.len() < other.high.len() {
            self.high.resize(other.high.len(), 0);
        }
        self.high
            .iter_mut()
            .zip(&other.high)
            .for_each(|(word, other)| *word |= other);
    }
}
