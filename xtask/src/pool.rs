//! Work on all processors.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// The stack of a worker: that of a main thread on most systems.
const STACK: usize = 8 << 20;

/// Applies a function to all items; results in the order of the items.
pub(crate) fn map<'t, T: Sync, R: Send>(
    label: &str,
    items: &'t [T],
    work: impl Fn(&'t T) -> R + Sync,
) -> Vec<R> {
    let workers = thread::available_parallelism().map_or(1, usize::from);
    map_on(workers, label, items, work)
}

/// The same on so many threads.
pub(crate) fn map_on<'t, T: Sync, R: Send>(
    workers: usize,
    label: &str,
    items: &'t [T],
    work: impl Fn(&'t T) -> R + Sync,
) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    let mut results: Vec<Option<R>> = items.iter().map(|_| None).collect();
    thread::scope(|scope| {
        for _ in 0..workers.min(items.len()) {
            let (sender, next, work) = (sender.clone(), &next, &work);
            let repeat = move || {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(at) else { return };
                    if sender.send((at, work(item))).is_err() {
                        return;
                    }
                }
            };
            let worker = thread::Builder::new().stack_size(STACK);
            worker
                .spawn_scoped(scope, repeat)
                .expect("the system gives a thread");
        }
        drop(sender);
        for (done, (at, result)) in (1..).zip(receiver) {
            if done % 25 == 0 || done == items.len() {
                eprintln!("{label}: {done} of {}", items.len());
            }
            results[at] = Some(result);
        }
    });
    results.into_iter().flatten().collect()
}
