//! See `hit_prove::entries::explain`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hit_prove::entries::explain(bytes));
