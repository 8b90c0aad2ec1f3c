//! Today's practice: a value, a validator, then the type.

use std::sync::LazyLock;

use serde_json::Value;

macro_rules! schemas {
    ($($name:literal),*) => { [$((
        concat!("https://schemas.hit-rs.dev/stat/", $name, ".schema.json"),
        include_str!(concat!("../../../../schemas/", $name, ".schema.json")),
    )),*] };
}

const MAIN: &str = include_str!("../../../../schemas/hit.schema.json");
const PARTS: [(&str, &str); 7] = schemas![
    "common",
    "connection",
    "download",
    "play",
    "search",
    "upload",
    "view"
];

/// Built once.
static VALIDATOR: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
    let parse = |text| serde_json::from_str::<Value>(text).expect("schemas are JSON");
    let mut registry = jsonschema::Registry::new();
    for (uri, text) in PARTS {
        registry = registry.add(uri, parse(text)).expect("the URI is one");
    }
    let registry = registry
        .prepare()
        .expect("schemas refer to one another only");
    jsonschema::options()
        .with_registry(&registry)
        .build(&parse(MAIN))
        .expect("schemas are schemas")
});

/// By the validator built at run time.
pub fn run_time(value: &Value) -> bool {
    VALIDATOR.is_valid(value)
}

#[jsonschema::validator(
    path = "../../../schemas/hit.schema.json",
    resources = {
        "https://schemas.hit-rs.dev/stat/common.schema.json" => { path = "../../../schemas/common.schema.json" },
        "https://schemas.hit-rs.dev/stat/connection.schema.json" => { path = "../../../schemas/connection.schema.json" },
        "https://schemas.hit-rs.dev/stat/download.schema.json" => { path = "../../../schemas/download.schema.json" },
        "https://schemas.hit-rs.dev/stat/play.schema.json" => { path = "../../../schemas/play.schema.json" },
        "https://schemas.hit-rs.dev/stat/search.schema.json" => { path = "../../../schemas/search.schema.json" },
        "https://schemas.hit-rs.dev/stat/upload.schema.json" => { path = "../../../schemas/upload.schema.json" },
        "https://schemas.hit-rs.dev/stat/view.schema.json" => { path = "../../../schemas/view.schema.json" },
    },
    methods = { is_valid = true, validate = false, iter_errors = false }
)]
struct CompileTime;

/// By the validator that a macro made at compile time.
pub fn compile_time(value: &Value) -> bool {
    CompileTime::is_valid(value)
}
