//! Several ways in turn.

use std::hint::black_box;
use std::time::Instant;

/// How often a way runs in a round, and what it does: whether the rules hold.
pub type Item<'i> = (u32, Box<dyn Fn() -> bool + 'i>);

/// The least nanoseconds of each, of so many rounds.
pub fn least(repeat: usize, items: &mut [Item<'_>]) -> Result<Vec<f64>, String> {
    let mut least = vec![f64::INFINITY; items.len()];
    for _ in 0..repeat {
        for (slot, (times, run)) in least.iter_mut().zip(items.iter_mut()) {
            let start = Instant::now();
            let all = (0..*times).fold(true, |all, _| black_box(run()) && all);
            let nanoseconds = start.elapsed().as_secs_f64() * 1e9 / f64::from(*times);
            if !all {
                return Err("a rule does not hold".to_owned());
            }
            *slot = slot.min(nanoseconds);
        }
    }
    Ok(least)
}
