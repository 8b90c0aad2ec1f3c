//! Prints the code for schema files.
fn main() {
    let mut config = hit_codegen::Config::new().out("x.rs");
    for path in std::env::args().skip(1) {
        config = config.schema(path);
    }
    match hit_codegen::generate(&config, std::path::Path::new(".")) {
        Ok((generated, _)) => {
            println!("{}", generated.text);
            for p in generated.plain {
                eprintln!("{}: {}", p.place, p.reason);
            }
        }
        Err(e) => {
            eprintln!("{}", hit_codegen::Failure::from(e));
            std::process::exit(2)
        }
    }
}
