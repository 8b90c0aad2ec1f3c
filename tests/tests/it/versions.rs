//! Every published version of the hit schemas is kept, and what it accepts is
//! accepted still.

use hit_diff::assert_compatible;

/// A test a type, so that all that break are told.
macro_rules! kept {
    ($($name:ident),*) => {$(
        #[test]
        fn $name() {
            let name = stringify!($name);
            let text = hit_model::schema(&name.to_uppercase()).expect("a hit type");
            let path = format!("../schemas/versions/*/{name}.schema.json");
            assert_compatible!(path, text);
        }
    )*};
}

kept!(connection, download, play, search, upload, view);

#[test]
fn every_version_has_all_types() {
    let folder = crate::support::root().join("schemas/versions");
    let mut versions = 0;
    for version in std::fs::read_dir(folder).expect("versions are kept") {
        let version = version.expect("readable").path();
        if !version.is_dir() {
            continue;
        }
        versions += 1;
        for (name, _) in hit_model::SCHEMAS.iter().filter(|(name, _)| *name != "HIT") {
            let file = version.join(format!("{}.schema.json", name.to_lowercase()));
            assert!(file.is_file(), "{} is missing", file.display());
        }
    }
    assert!(versions > 0, "no version is kept");
}
