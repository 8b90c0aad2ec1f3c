//! Patterns that are used over and over: one table look-up a byte.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::util::primitives::StateID;
use regex_automata::util::start;
use regex_automata::{Anchored, util::syntax};

/// Uses after which a pattern is worth a table.
const HOT: u32 = 32;
/// Bytes a table may take.
const TABLE_LIMIT: usize = 512 << 10;
/// Bytes making it may take.
const WORK_LIMIT: usize = 4 << 20;

/// Counts the uses of a pattern and makes its table when it is worth it.
#[derive(Debug, Default)]
pub(super) struct Hot {
    uses: AtomicU32,
    table: OnceLock<Option<Table>>,
}

#[derive(Debug)]
struct Table {
    dfa: dense::DFA<Vec<u32>>,
    start: StateID,
}

impl Hot {
    /// Whether the expression matches somewhere in the text, if there is a
    /// table to tell.
    pub(super) fn is_match(&self, expression: &str, text: &str) -> Option<bool> {
        if let Some(table) = self.table.get() {
            return table.as_ref().map(|table| table.is_match(text));
        }
        if self.uses.fetch_add(1, Ordering::Relaxed) >= HOT {
            self.table.get_or_init(|| Table::new(expression));
        }
        None
    }
}

impl Table {
    /// `None` where the table would be too large.
    fn new(expression: &str) -> Option<Self> {
        let config = dense::Config::new()
            .start_kind(StartKind::Unanchored)
            .dfa_size_limit(Some(TABLE_LIMIT))
            .determinize_size_limit(Some(WORK_LIMIT));
        let syntax = syntax::Config::new().nest_limit(2000);
        let built = dense::Builder::new().configure(config).syntax(syntax).build(expression);
        let dfa = built.ok()?;
        let start = dfa.start_state(&start::Config::new().anchored(Anchored::No)).ok()?;
        Some(Self { dfa, start })
    }

    fn is_match(&self, text: &str) -> bool {
        let mut state = self.start;
        for byte in text.bytes() {
            state = self.dfa.next_state(state, byte);
            if self.dfa.is_special_state(state) {
                if self.dfa.is_match_state(state) {
                    return true;
                }
                if self.dfa.is_dead_state(state) {
                    return false;
                }
            }
        }
        self.dfa.is_match_state(self.dfa.next_eoi_state(state))
    }
}
