//! `#[rules(…)]`.

use proc_macro2::{Span, TokenStream};
use syn::Attribute;

use crate::attr::item::{Item, Value, items};
use crate::errors::Errors;

/// `#[rules(…)]` of a struct or an enum.
#[derive(Default)]
pub struct ContainerRules {
    /// `context = Type`
    pub context: Option<syn::Type>,
    /// `crate = path`
    pub runtime: Option<TokenStream>,
}

/// `#[rules(…)]` of a field.
#[derive(Default)]
pub struct FieldRules {
    /// `skip`: nothing in it is checked or read.
    pub skip: Option<Span>,
}

const CONTAINER: &[&str] = &["context", "crate"];
const FIELD: &[&str] = &["skip"];

/// Reads the attributes of a struct or an enum.
pub fn container_rules(attrs: &[Attribute], errors: &mut Errors) -> ContainerRules {
    let mut rules = ContainerRules::default();
    for item in rules_items(attrs, errors) {
        match (item.name.to_string().as_str(), &item.value) {
            ("context", Value::Equals(ty)) if rules.context.is_some() => {
                errors.on(ty, "the context is said twice; a type has one context");
            }
            ("context", Value::Equals(ty)) => match syn::parse2(ty.clone()) {
                Ok(ty) => rules.context = Some(ty),
                Err(_) => errors.on(
                    ty,
                    "expected the type of the values from outside: `context = PlayContext`",
                ),
            },
            ("context", _) => errors.at(
                item.place(),
                "`context` takes a type: `#[rules(context = PlayContext)]`",
            ),
            ("crate", Value::Equals(path)) => rules.runtime = Some(path.clone()),
            _ => unknown(&item, "a type", CONTAINER, errors),
        }
    }
    rules
}

/// Reads the attributes of a field.
pub fn field_rules(attrs: &[Attribute], errors: &mut Errors) -> FieldRules {
    let mut rules = FieldRules::default();
    for item in rules_items(attrs, errors) {
        if item.is("skip") {
            if item.flag(errors) {
                rules.skip = Some(item.name.span());
            }
        } else {
            unknown(&item, "a field", FIELD, errors);
        }
    }
    rules
}

fn rules_items(attrs: &[Attribute], errors: &mut Errors) -> Vec<Item> {
    let mut found = Vec::new();
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("rules")) {
        match attr.meta.require_list() {
            Ok(list) => found.extend(items(list.tokens.clone(), errors)),
            Err(_) => errors.on(attr, "expected `#[rules(context = …)]`"),
        }
    }
    found
}

/// The message about a name that means nothing.
pub(super) fn unknown(item: &Item, of: &str, known: &[&str], errors: &mut Errors) {
    let name = item.name.to_string();
    let near = hit_cel::closest(&name, known.iter().copied());
    let hint = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    errors.at(
        item.name.span(),
        format!(
            "unknown `{name}` of {of} (known: {}){hint}",
            known.join(", ")
        ),
    );
}
