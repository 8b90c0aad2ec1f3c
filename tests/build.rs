//! The builder as users call it, for the test that compares the three mouths.

fn main() -> Result<(), hit_codegen::Failure> {
    let config = hit_codegen::Config::new()
        .schema("schemas/mouths.json")
        .out("mouths.rs");
    hit_codegen::build(config)
}
