fn main() {
    let mut args = std::env::args().skip(1);
    let out = args.next().unwrap();
    let mut config = hit_codegen::Config::new().out(&out);
    for path in args {
        config = config.schema(path);
    }
    match hit_codegen::generate(&config, std::path::Path::new(".")) {
        Ok((_, output)) => {
            output.write().unwrap();
        }
        Err(e) => {
            eprintln!("{}", hit_codegen::Failure::from(e));
            std::process::exit(2)
        }
    }
}
