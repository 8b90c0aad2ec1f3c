//! Numbers: an interval, divisors, and values left out.

use serde_json::Value;

use crate::graph::{Exact, Head, Kind};

use super::branch::Branch;
use super::outcome::{Gap, Outcome};
use super::prover::Prover;

/// Numbers tried one by one, at most.
const TRIES: i128 = 20_000;

/// A limit and whether it is itself out.
type Limit = Option<(Exact, bool)>;

#[derive(Debug, Default)]
struct Range {
    low: Limit,
    high: Limit,
    divisors: Vec<Exact>,
    others: Vec<Exact>,
    excluded: usize,
}

impl Prover {
    /// Settles a branch about numbers.
    pub(super) fn numbers(&mut self, branch: &Branch) -> Outcome {
        let range = self.range(branch);
        if range.is_empty() {
            return Outcome::Empty;
        }
        if branch.kind == Kind::Fraction && range.divisors.is_empty() {
            return self.dense(branch, &range);
        }
        self.lattice(branch, &range)
            .unwrap_or(Outcome::Open(Gap::Numbers))
    }

    fn range(&self, branch: &Branch) -> Range {
        let mut range = Range::default();
        for (atom, positive) in &branch.atoms {
            match &self.graph.atom(*atom).head {
                Head::Bound {
                    lower,
                    limit,
                    exclusive,
                } => {
                    // What is not at least a limit is below it.
                    let lower = *lower == *positive;
                    let exclusive = *exclusive == *positive;
                    range.bound(lower, (*limit, exclusive));
                }
                Head::Multiple(divisor) if *positive => range.divisors.push(*divisor),
                Head::Multiple(divisor) => range.others.push(*divisor),
                Head::Values(values) if !positive => range.excluded += values.len(),
                _ => {}
            }
        }
        range
    }

    /// Fractions without divisor: in an interval there are always more.
    fn dense(&mut self, branch: &Branch, range: &Range) -> Outcome {
        let mut candidates = Vec::new();
        let near = |limit: &Limit| limit.map(|(limit, _)| limit);
        let (low, high) = (near(&range.low), near(&range.high));
        if let (Some(low), Some(high)) = (low, high)
            && low == high
        {
            let only: Vec<Value> = low.to_json(false).into_iter().map(Value::Number).collect();
            let complete = !only.is_empty();
            return match self.first_of(only, |prover, value| prover.fits(branch, value)) {
                Outcome::Empty if !complete => Outcome::Open(Gap::Numbers),
                outcome => outcome,
            };
        }
        for base in [low, high, Some(Exact::ZERO)].into_iter().flatten() {
            for (digits, exponent) in [(5, -1), (1, -1), (25, -2), (7, -2), (123, -3), (1, -6)] {
                for sign in [1, -1] {
                    candidates.extend(add(base, Exact::new(sign * digits, exponent)));
                }
            }
            candidates.push(base);
        }
        if let (Some(low), Some(high)) = (low, high) {
            candidates.extend(between(low, high));
        }
        let values = candidates
            .into_iter()
            .filter_map(|exact| exact.to_json(false));
        let values = values.map(Value::Number).collect();
        match self.first_of(values, |prover, value| prover.fits(branch, value)) {
            Outcome::Empty => Outcome::Open(Gap::Numbers),
            outcome => outcome,
        }
    }

    fn fits(&mut self, branch: &Branch, value: &Value) -> Option<bool> {
        if !self.is_of(branch.kind, value) {
            return Some(false);
        }
        self.meets_atoms(branch, value)
    }

    /// Multiples of a common divisor; `None` beyond 128 bits.
    fn lattice(&mut self, branch: &Branch, range: &Range) -> Option<Outcome> {
        let limits = [range.low, range.high].into_iter().flatten();
        let numbers = limits
            .map(|(limit, _)| limit)
            .chain(range.divisors.iter().copied())
            .chain(range.others.iter().copied());
        let scale = numbers
            .map(|number| -number.exponent)
            .max()
            .unwrap_or(0)
            .max(0);
        let one = Exact::new(1, 0).scaled(scale)?;
        let fraction = branch.kind == Kind::Fraction;
        let mut step = if fraction { 1 } else { one };
        for divisor in &range.divisors {
            step = lcm(step, divisor.scaled(scale)?)?;
        }
        // After one period everything repeats but the values left out.
        let mut period = step;
        for other in &range.others {
            period = lcm(period, other.scaled(scale)?)?;
        }
        if fraction {
            period = lcm(period, one)?;
        }
        let excluded = i128::try_from(range.excluded).ok()?.checked_add(1)?;
        let round = (period / step).checked_mul(excluded)?.checked_add(1)?;
        let first = match range.low {
            Some((limit, exclusive)) => {
                let limit = limit.scaled(scale)?;
                let at = limit.div_euclid(step) + i128::from(limit.rem_euclid(step) != 0);
                Some(at + i128::from(exclusive && at * step == limit))
            }
            None => None,
        };
        let last = match range.high {
            Some((limit, exclusive)) => {
                let limit = limit.scaled(scale)?;
                let at = limit.div_euclid(step);
                Some(at - i128::from(exclusive && at * step == limit))
            }
            None => None,
        };
        if let (Some(first), Some(last)) = (first, last)
            && first > last
        {
            return Some(Outcome::Empty);
        }
        // Start where numbers are small.
        let zero_fits = first.is_none_or(|first| first <= 0) && last.is_none_or(|last| last >= 0);
        let (start, direction) = match (first, last) {
            _ if zero_fits && last.is_none() => (0, 1),
            _ if zero_fits && first.is_none() => (0, -1),
            (Some(first), Some(last)) if zero_fits && last - first > 2 * TRIES => {
                (0, if last >= -first { 1 } else { -1 })
            }
            (Some(first), _) => (first, 1),
            (None, Some(last)) => (last, -1),
            (None, None) => (0, 1),
        };
        let available = match direction {
            1 => last.map(|last| last - start + 1),
            _ => first.map(|first| start - first + 1),
        };
        let all = match (first, last) {
            (Some(first), Some(last)) => Some(last - first + 1),
            _ => None,
        };
        let tries = available.unwrap_or(i128::MAX).min(round).min(TRIES);
        for at in 0..tries {
            if !self.meter.step() {
                return Some(Outcome::Open(Gap::Budget));
            }
            let number = (start + direction * at).checked_mul(step)?;
            let exact = Exact::new(number, -scale);
            let Some(number) = exact.to_json(branch.kind == Kind::Whole) else {
                return Some(self.rounded(branch));
            };
            let value = Value::Number(number);
            match self.fits(branch, &value) {
                Some(true) => return Some(Outcome::Found(value)),
                Some(false) => {}
                None => return Some(Outcome::Open(Gap::Numbers)),
            }
        }
        let exhausted = tries >= round || all.is_some_and(|all| tries >= all);
        Some(match exhausted {
            true => Outcome::Empty,
            false => Outcome::Open(Gap::Numbers),
        })
    }
}

impl Prover {
    /// Where numbers are too large to be told apart: round ones are tried.
    fn rounded(&mut self, branch: &Branch) -> Outcome {
        let powers = (18..38).flat_map(|power| [1, -1, 2, -2, 5, -5].map(|digits| (digits, power)));
        let round = powers.filter_map(|(digits, power)| {
            let exact = Exact::new(digits, power);
            exact.to_json(branch.kind == Kind::Whole).map(Value::Number)
        });
        match self.first_of(round.collect(), |prover, value| prover.fits(branch, value)) {
            found @ Outcome::Found(_) => found,
            _ => Outcome::Open(Gap::Numbers),
        }
    }
}

impl Range {
    fn bound(&mut self, lower: bool, (limit, exclusive): (Exact, bool)) {
        let slot = if lower { &mut self.low } else { &mut self.high };
        let tighter = slot.is_none_or(|(known, open)| match limit.cmp(&known) {
            std::cmp::Ordering::Equal => exclusive && !open,
            order => order.is_gt() == lower,
        });
        if tighter {
            *slot = Some((limit, exclusive));
        }
    }

    fn is_empty(&self) -> bool {
        let (Some((low, open_low)), Some((high, open_high))) = (self.low, self.high) else {
            return false;
        };
        low > high || low == high && (open_low || open_high)
    }
}

fn add(one: Exact, other: Exact) -> Option<Exact> {
    let scale = (-one.exponent.min(other.exponent)).max(0);
    let sum = one.scaled(scale)?.checked_add(other.scaled(scale)?)?;
    Some(Exact::new(sum, -scale))
}

/// Some numbers between two.
fn between(low: Exact, high: Exact) -> Vec<Exact> {
    let scale = (-low.exponent.min(high.exponent)).max(0) + 3;
    let (Some(from), Some(to)) = (low.scaled(scale), high.scaled(scale)) else {
        return Vec::new();
    };
    let Some(width) = to.checked_sub(from) else {
        return Vec::new();
    };
    let parts = [(1, 2), (1, 3), (1, 7), (3, 7), (997, 1000), (1, 1000)];
    let inner = parts.into_iter().filter_map(|(part, whole)| {
        let offset = (width / whole).checked_mul(part)?;
        Some(Exact::new(from.checked_add(offset)?, -scale))
    });
    inner.collect()
}

fn lcm(one: i128, other: i128) -> Option<i128> {
    if one == 0 || other == 0 {
        return None;
    }
    (one / gcd(one, other)).checked_mul(other)
}

fn gcd(one: i128, other: i128) -> i128 {
    let (mut one, mut other) = (one.abs(), other.abs());
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}
