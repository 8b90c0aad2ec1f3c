//! Room for deep recursion.

/// Bytes of stack a proof may use; pages are taken as they are touched.
const STACK: usize = 512 << 20;

/// Runs work on a thread with a large stack. `None` where there can be none.
pub(crate) fn with_stack<T: Send>(work: impl FnOnce() -> T + Send) -> Option<T> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new()
            .name("hit-diff".to_owned())
            .stack_size(STACK)
            .spawn_scoped(scope, work)
            .ok()?;
        thread.join().ok()
    })
}
