//! `hit`: JSON Schemas as exact Rust types, from the command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    hit_tool::run(std::env::args_os())
}
