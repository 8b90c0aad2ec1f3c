//! What is measured. Every way reads the whole text and gives the result back
//! to the allocator; the answer is whether the text was accepted.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::documents::Document;
use crate::{plain, practice};

/// A way to read a document.
pub type Read = fn(&Document) -> bool;

/// All ways by name.
pub const ITEMS: [(&str, Read); 8] = [
    ("value", |document| parses::<Value>(document)),
    ("hit_from_slice", |document| hit_model::Hit::from_slice(&document.text).is_ok()),
    ("hit", |document| parses::<hit_model::Hit>(document)),
    ("hit_known", |document| match document.kind.as_str() {
        "CONNECTION" => parses::<hit_model::Connection>(document),
        "DOWNLOAD" => parses::<hit_model::Download>(document),
        "PLAY" => parses::<hit_model::Play>(document),
        "SEARCH" => parses::<hit_model::Search>(document),
        "UPLOAD" => parses::<hit_model::Upload>(document),
        _ => parses::<hit_model::View>(document),
    }),
    ("serde_derive", |document| parses::<plain::Hit>(document)),
    ("serde_derive_known", |document| {
        match document.kind.as_str() {
            "CONNECTION" => parses::<plain::Connection>(document),
            "DOWNLOAD" => parses::<plain::Download>(document),
            "PLAY" => parses::<plain::Play>(document),
            "SEARCH" => parses::<plain::Search>(document),
            "UPLOAD" => parses::<plain::Upload>(document),
            _ => parses::<plain::View>(document),
        }
    }),
    ("value_jsonschema", |document| {
        practised(document, practice::run_time)
    }),
    ("value_jsonschema_macro", |document| {
        practised(document, practice::compile_time)
    }),
];

fn parses<T: DeserializeOwned>(document: &Document) -> bool {
    std::hint::black_box(serde_json::from_slice::<T>(&document.text)).is_ok()
}

fn practised(document: &Document, valid: fn(&Value) -> bool) -> bool {
    let Ok(value) = serde_json::from_slice::<Value>(&document.text) else {
        return false;
    };
    valid(&value) && std::hint::black_box(serde_json::from_value::<plain::Hit>(value)).is_ok()
}
