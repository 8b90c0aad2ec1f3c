//! See `hit_prove::entries::pattern`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hit_prove::entries::pattern(bytes));
