//! Generates all corpus schemas.
use hit_schema::{
    Entry,
    load::{Load, LoadError, Loaded, MapLoader},
};
struct L(std::path::PathBuf);
impl Load for L {
    fn load(&self, uri: &str) -> Result<Option<Loaded>, LoadError> {
        for p in [
            "https://json.schemastore.org/",
            "http://json.schemastore.org/",
            "https://www.schemastore.org/",
            "http://www.schemastore.org/",
        ] {
            if let Some(r) = uri.strip_prefix(p) {
                let n = r.trim_end_matches(".json");
                let m = MapLoader::new().file(uri, self.0.join(n).join("schema.json"));
                if self.0.join(n).join("schema.json").exists() {
                    return m.load(uri);
                }
            }
        }
        Ok(None)
    }
}
fn main() {
    let base = std::path::PathBuf::from("../shared/data/schemastore");
    let out = std::path::PathBuf::from(std::env::args().nth(1).unwrap());
    let only = std::env::args().nth(2);
    std::fs::create_dir_all(&out).unwrap();
    let mut names: Vec<_> = std::fs::read_dir(&base)
        .unwrap()
        .filter_map(|e| {
            let e = e.unwrap();
            e.path()
                .is_dir()
                .then(|| e.file_name().into_string().unwrap())
        })
        .collect();
    names.sort();
    let (mut ok, mut plain, mut lines) = (0, 0, 0);
    for n in &names {
        if only.as_ref().is_some_and(|o| o != n) {
            continue;
        }
        let text = std::fs::read(base.join(n).join("schema.json")).unwrap();
        let e = Entry::text(format!("https://json.schemastore.org/{n}.json"), text);
        let t = std::time::Instant::now();
        let r = hit_codegen::generate_text(
            &[e],
            &L(base.clone()),
            &hit_codegen::Config::new().formats(hit_codegen::Formats::Assert),
        );
        let d = t.elapsed();
        if d.as_millis() > 700 {
            eprintln!("SLOW {n} {d:?}");
        }
        match r {
            Ok(g) => {
                ok += 1;
                plain += g.plain.len();
                lines += g.text.lines().count();
                std::fs::write(
                    out.join(format!("{}.rs", n.replace(['-', '.'], "_").to_lowercase())),
                    format!("// root {}\n{}", g.roots[0], g.text),
                )
                .unwrap();
                if only.is_some() {
                    for p in g.plain {
                        println!("{} {}", p.place, p.reason);
                    }
                }
            }
            Err(e) => {
                println!(
                    "FAIL {n}: {}",
                    hit_codegen::Failure::from(e)
                        .to_string()
                        .lines()
                        .take(if only.is_some() { 50 } else { 3 })
                        .collect::<Vec<_>>()
                        .join(" | ")
                );
            }
        }
    }
    println!(
        "{ok} of {} generated, {plain} plain, {lines} lines",
        names.len()
    );
}
