//! The builder as users call it, for the tests that compare the three mouths, and that take
//! schemas from types.

use hit_codegen::{Config, Schemars};

fn main() -> Result<(), hit_codegen::Failure> {
    let mouths = Config::new().schema("schemas/mouths.json").out("mouths.rs");
    hit_codegen::build(mouths)?;
    let exported = Config::new()
        .schema("schemas/ruled.json")
        .out("exported.rs")
        .schemars(Schemars::Always(true));
    hit_codegen::build(exported)
}
