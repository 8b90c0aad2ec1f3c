//! The document.

use serde_json::{Value, json};

use super::components::components;
use super::operations::paths;
use crate::settings::Limits;

/// The public service as an OpenAPI 3.1 document.
pub fn document(limits: &Limits) -> Value {
    json!({
        "openapi": "3.1.1",
        "info": {
            "title": "Statistic hits",
            "summary": "What users do with media, recorded.",
            "description": "A hit is answered with 200 once it is stored for good. What refuses a request is said in a problem document (RFC 9457).",
            "version": env!("CARGO_PKG_VERSION"),
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "paths": paths(limits),
        "components": components(limits),
        "tags": [
            { "name": "stat", "description": "Statistic hits" },
            { "name": "dam", "description": "What hits refer to" },
        ],
    })
}
