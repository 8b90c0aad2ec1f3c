//! Builder, macro and command line give the same code.

use std::path::Path;
use std::process::ExitCode;

use quote::ToTokens;

use crate::support::{folder, root};

mod built {
    #![allow(missing_docs)]
    include!(concat!(env!("OUT_DIR"), "/mouths.rs"));
}

mod expanded {
    #![allow(missing_docs)]
    hit_macro::include_schema!("schemas/mouths.json");
}

const BUILT: &str = include_str!(concat!(env!("OUT_DIR"), "/mouths.rs"));
const EXPANDED: &str = hit_macro::include_schema_text!("schemas/mouths.json");

/// The code without the lines that make cargo watch files.
fn without_watches(code: &str) -> (String, usize) {
    let mut file = syn::parse_file(code).expect("Rust");
    let before = file.items.len();
    file.items
        .retain(|item| !matches!(item, syn::Item::Const(item) if item.ident == "_"));
    // Spacing between tokens is not part of the code.
    let code = file.to_token_stream().to_string();
    (
        code.replace(char::is_whitespace, ""),
        before - file.items.len(),
    )
}

#[test]
fn all_three_give_the_same_code() {
    let out = folder("mouths").join("mouths.rs");
    let config = out.with_file_name("hit.toml");
    // Schemas are named as the others name them: from the folder of the package.
    let schema = root().join("tests/schemas");
    copy(&schema, out.parent().expect("a folder"));
    std::fs::write(
        &config,
        "[[generate]]\nschemas = [\"schemas/mouths.json\"]\nout = \"mouths.rs\"\n",
    )
    .expect("a file");
    let config = config.to_str().expect("UTF-8");
    let code = hit_tool::run(["hit", "generate", "--config", config]);
    assert_eq!(code, ExitCode::SUCCESS);
    let by_tool = std::fs::read_to_string(&out).expect("written");
    assert_eq!(by_tool, BUILT, "the command line and the builder");

    let (macro_code, watched) = without_watches(EXPANDED);
    let built_code = without_watches(BUILT).0;
    assert_eq!(macro_code, built_code, "the macro and the builder");
    assert_eq!(watched, 2, "the macro watches both files");
}

fn copy(schemas: &Path, project: &Path) {
    let to = project.join("schemas");
    std::fs::create_dir_all(&to).expect("a folder");
    for name in ["mouths.json", "mouths-common.json"] {
        std::fs::copy(schemas.join(name), to.join(name)).expect("a copy");
    }
}

#[test]
fn their_types_work() {
    let text = r#"{"id":"AB-1","state":"paid","lines":[{"article":"x","count":2,"parts":[]}],"type":"order","later":[1]}"#;
    let built: built::Mouths = serde_json::from_str(text).expect("good");
    let expanded: expanded::Mouths = serde_json::from_str(text).expect("good");
    assert_eq!(format!("{built:?}"), format!("{expanded:?}"));
    assert!(serde_json::from_str::<expanded::Mouths>(&text.replace("AB-1", "AB")).is_err());
}

#[test]
fn a_faulty_schema_is_an_error_with_a_place() {
    let failure = hit_codegen::expand("schemas/absent.json", Path::new(env!("CARGO_MANIFEST_DIR")));
    let message = failure.expect_err("there is no such schema").to_string();
    assert!(message.contains("schemas/absent.json"), "{message}");
}
