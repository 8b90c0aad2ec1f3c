//! The schemas that are shipped inside `hit-model`.

use hit_schema::{
    Entry, Options, bundle, compile,
    load::{MapLoader, ProjectLoader},
};

use crate::support::{differs, root};

#[test]
fn shipped_schemas_are_those_of_the_folder() {
    let mut stale = Vec::new();
    for (name, _) in hit_model::SCHEMAS {
        let name = name.to_lowercase();
        let path = format!("schemas/{name}.schema.json");
        let entry = Entry::file(path.clone(), root().join(&path));
        let loader = ProjectLoader::new(root(), MapLoader::new());
        let compiled = compile(&[entry], &loader, &Options::default()).expect("good schemas");
        let bundled = bundle(&compiled, 0).expect("a root");
        let shipped = root().join(format!("hit-model/schemas/{name}.json"));
        stale.extend(differs(&shipped, &bundled));
    }
    let advice = "run `UPDATE=1 cargo test -p hit-tests bundles` and commit what it writes";
    assert!(stale.is_empty(), "{}\n{advice}", stale.join("\n"));
}

#[test]
fn shipped_schemas_refer_to_nothing_outside() {
    for (name, text) in hit_model::SCHEMAS {
        let compiled = crate::support::compiled(text);
        assert!(
            compiled.is_ok(),
            "{name}: {}",
            compiled.expect_err("refused")
        );
        let schema = serde_json::from_str(text).expect("JSON");
        assert!(jsonschema::validator_for(&schema).is_ok(), "{name}");
    }
}
