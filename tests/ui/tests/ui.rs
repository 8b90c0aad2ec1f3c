//! Mistakes in attributes are told at the token, and teach.

use std::process::Command;

/// The compiler whose own words are recorded in `tests/ui/*/rustc`; others say the same in other words.
const RECORDED: &str = "rustc 1.95.";

#[test]
fn mistakes_are_told_at_the_token() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/ui/*/*.rs");
    let version = Command::new("rustc").arg("--version").output();
    let version = version.map(|found| String::from_utf8_lossy(&found.stdout).into_owned());
    if version.is_ok_and(|version| version.starts_with(RECORDED)) {
        cases.compile_fail("tests/ui/*/rustc/*.rs");
    } else {
        eprintln!("the words of rustc are compared with {RECORDED}x only");
    }
}
