//! Several ways in turn.

use std::hint::black_box;
use std::time::Instant;

/// How often a way runs in a round, and what runs it so often: whether the rules hold each time.
pub type Item<'i> = (u32, Box<dyn Fn(u32) -> bool + 'i>);

/// A way that says itself whether the rules hold.
pub fn item<'i>(times: u32, run: impl Fn() -> bool + 'i) -> Item<'i> {
    // The loop stands here, so that what is called in it is known, as in a program that uses it.
    (times, Box::new(move |times| (0..times).fold(true, |all, _| black_box(run()) && all)))
}

/// The least nanoseconds of each, of so many rounds.
pub fn least(repeat: usize, items: &mut [Item<'_>]) -> Result<Vec<f64>, String> {
    let mut least = vec![f64::INFINITY; items.len()];
    for _ in 0..repeat {
        for (slot, (times, run)) in least.iter_mut().zip(items.iter_mut()) {
            let start = Instant::now();
            let all = run(*times);
            let nanoseconds = start.elapsed().as_secs_f64() * 1e9 / f64::from(*times);
            if !all {
                return Err("a rule does not hold".to_owned());
            }
            *slot = slot.min(nanoseconds);
        }
    }
    Ok(least)
}
