//! What the configuration and the schemas say in Rust has to be Rust.

use std::collections::BTreeSet;

use hit_runtime::check::NodeId;
use hit_schema::{Compiled, Diagnostic};

use crate::codes;
use crate::config::data::Config;

/// Own types, map types and derives that do not parse, each text once; and derives of what is there.
pub(super) fn errors<'t>(
    config: &'t Config,
    compiled: &Compiled,
    own_type: &dyn Fn(NodeId) -> Option<&'t str>,
) -> Vec<Diagnostic> {
    let mut errors = Vec::new();
    let mut seen = BTreeSet::new();
    for (node, info) in (0..).zip(&compiled.info) {
        if let Some(text) = own_type(node)
            && syn::parse_str::<syn::Type>(text).is_err()
            && seen.insert(text.to_owned())
        {
            errors.push(wrong(text, "a type").at(info.origin.clone()));
        }
    }
    if let Some(map) = &config.map_type
        && syn::parse_str::<syn::Path>(map).is_err()
    {
        errors.push(wrong(map, "a type without its parameters"));
    }
    let places = config.places.iter().flat_map(|place| &place.derive);
    for derive in config.derive.iter().chain(places) {
        if syn::parse_str::<syn::Path>(derive).is_err() && seen.insert(derive.clone()) {
            errors.push(wrong(derive, "a path"));
        }
        if ["hit_runtime::Validate", "hit_derive::Validate"]
            .contains(&derive.trim_start_matches("::"))
            && seen.insert(derive.clone())
        {
            errors.push(implemented(derive));
        }
    }
    errors
}

fn implemented(derive: &str) -> Diagnostic {
    let message = format!("`{derive}` cannot be derived: every generated type implements it");
    Diagnostic::error(codes::BAD_RUST, message)
        .help("leave it out; rules of your own stand in the schema as `x-rules`, or in a type of yours around it")
}

fn wrong(text: &str, wanted: &str) -> Diagnostic {
    Diagnostic::error(codes::BAD_RUST, format!("`{text}` is not {wanted} of Rust"))
        .help("write it as it would stand in code, with its path: `uuid::Uuid`")
}
