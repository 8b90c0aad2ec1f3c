//! `#[derive(Validate)]`: rules across members and constraints of members, on
//! hand-written structs and enums.
//!
//! Use it as `hit_runtime::Validate`, with the feature `derive` of
//! `hit-runtime`, whose documentation says what the attributes mean. A crate
//! that is to build faster depends on this crate itself, beside `hit-runtime` with
//! the feature `derived`: then neither waits for the other.

/// Rules and constraints of a struct or an enum; see the crate `hit-runtime`.
#[proc_macro_derive(Validate, attributes(rules, rule, serde, schemars, validate, garde))]
pub fn derive_validate(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    hit_derive_core::expand(input.into()).into()
}
