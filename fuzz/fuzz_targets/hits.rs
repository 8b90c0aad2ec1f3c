//! See `hit_prove::entries::hits`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hit_prove::entries::hits(bytes));
