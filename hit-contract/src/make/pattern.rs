//! Texts that a pattern accepts: each alternative, each count.

use hit_runtime::regex::CompiledPattern;
use regex_syntax::hir::{Class, Hir, HirKind};

/// Texts that are tried for one pattern.
const TRIES: usize = 24;
/// How long a text may become.
const LENGTH: usize = 4_096;

/// Texts that a pattern accepts, the shortest kind first; empty where none was
/// found. They are verified by the engine's own matcher.
pub fn examples(pattern: &str, rng: &mut fastrand::Rng) -> Vec<String> {
    let Ok(compiled) = CompiledPattern::new(pattern) else {
        return Vec::new();
    };
    let mut parser = regex_syntax::ParserBuilder::new().utf8(true).build();
    let Ok(hir) = parser.parse(pattern) else {
        return Vec::new();
    };
    let mut found: Vec<String> = Vec::new();
    for attempt in 0..TRIES {
        let mut maker = Maker {
            attempt,
            turn: 0,
            rng,
            out: String::new(),
        };
        maker.walk(&hir);
        let text = maker.out;
        if !found.contains(&text) && compiled.is_match(&text) {
            found.push(text);
        }
    }
    found
}

struct Maker<'r> {
    attempt: usize,
    turn: usize,
    rng: &'r mut fastrand::Rng,
    out: String,
}

impl Maker<'_> {
    /// Picks one of several: the first at the first attempt, others later.
    fn pick(&mut self, count: usize) -> usize {
        self.turn += 1;
        match self.attempt {
            0 => 0,
            attempt if attempt < count && self.turn == 1 => attempt,
            _ => self.rng.usize(..count.max(1)),
        }
    }

    fn walk(&mut self, hir: &Hir) {
        if self.out.len() > LENGTH {
            return;
        }
        match hir.kind() {
            HirKind::Empty | HirKind::Look(_) => {}
            HirKind::Literal(literal) => self.out.push_str(&String::from_utf8_lossy(&literal.0)),
            HirKind::Class(class) => self.class(class),
            HirKind::Capture(capture) => self.walk(&capture.sub),
            HirKind::Concat(parts) => parts.iter().for_each(|part| self.walk(part)),
            HirKind::Alternation(arms) => {
                let arm = self.pick(arms.len());
                if let Some(arm) = arms.get(arm) {
                    self.walk(arm);
                }
            }
            HirKind::Repetition(repetition) => {
                let least = repetition.min;
                let most = repetition
                    .max
                    .unwrap_or(least.saturating_add(3))
                    .min(LENGTH as u32);
                let count = match self.attempt {
                    0 => least,
                    1 => most.min(least.saturating_add(64)),
                    _ => self.rng.u32(least..=most.max(least)),
                };
                (0..count).for_each(|_| self.walk(&repetition.sub));
            }
        }
    }

    fn class(&mut self, class: &Class) {
        let ranges: Vec<(char, char)> = match class {
            Class::Unicode(class) => class
                .ranges()
                .iter()
                .map(|it| (it.start(), it.end()))
                .collect(),
            Class::Bytes(class) => {
                let ranges = class.ranges().iter();
                ranges
                    .map(|it| (char::from(it.start()), char::from(it.end())))
                    .collect()
            }
        };
        // What a person would type, where there is some.
        let typed = |(start, end): &(char, char)| *end >= ' ' && *start <= '~';
        let mut preferred: Vec<(char, char)> = ranges
            .iter()
            .filter(|range| typed(range))
            .copied()
            .collect();
        if preferred.is_empty() {
            preferred = ranges;
        }
        let at = self.pick(preferred.len());
        let Some((start, end)) = preferred.get(at).copied() else {
            return;
        };
        let (start, end) = (start.max(' ').min(end), end.min('~').max(start));
        let c = match self.attempt {
            0 => start,
            1 => end,
            _ => self.rng.char(start..=end.max(start)),
        };
        self.out.push(c);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn examples_match_and_cover_alternatives() {
        let mut rng = fastrand::Rng::with_seed(1);
        for pattern in ["^[a-z]{2,4}$", "^(?:a|b|c)$", r"^\d{3}-x?$", "b+", "^$"] {
            let found = super::examples(pattern, &mut rng);
            assert!(!found.is_empty(), "{pattern}");
        }
        let found = super::examples("^(?:a|b|c)$", &mut rng);
        assert_eq!(found.len(), 3);
    }
}
