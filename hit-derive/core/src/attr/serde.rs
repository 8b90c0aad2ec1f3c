//! What serde's attributes say about JSON names and places.

use proc_macro2::Span;
use syn::Attribute;

use crate::attr::case::Case;
use crate::attr::item::{Item, items};
use crate::errors::Errors;

/// What serde knows of a struct or an enum.
#[derive(Clone, Default)]
pub struct ContainerNames {
    /// `rename_all`
    pub rename_all: Case,
    /// `rename_all_fields`
    pub rename_all_fields: Case,
    /// How variants are told apart.
    pub tagging: Tagging,
    /// `transparent`
    pub transparent: bool,
    /// `into`, `from`, `try_from`, `remote`: JSON is that of another type.
    pub foreign: Option<(String, Span)>,
}

/// How the variants of an enum are told apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Tagging {
    /// `{"Variant": …}`
    #[default]
    External,
    /// `{"tag": "Variant", …}`
    Internal(String),
    /// `{"tag": "Variant", "content": …}`
    Adjacent(String, String),
    /// By trial.
    Untagged,
}

/// What serde knows of a field.
#[derive(Clone, Default)]
pub struct FieldNames {
    /// `rename`
    pub rename: Option<String>,
    /// `flatten`
    pub flatten: bool,
    /// Whether it is neither read nor written.
    pub skip: bool,
}

/// What serde knows of a variant.
#[derive(Clone, Default)]
pub struct VariantNames {
    /// `rename`
    pub rename: Option<String>,
    /// `rename_all`: the names of its fields.
    pub rename_all: Option<Case>,
    /// Whether it is neither read nor written.
    pub skip: bool,
    /// `untagged`
    pub untagged: bool,
}

/// The attributes of a struct or an enum.
pub fn container(attrs: &[Attribute], errors: &mut Errors) -> ContainerNames {
    let mut names = ContainerNames::default();
    let (mut tag, mut content, mut untagged) = (None, None, false);
    for item in serde_items(attrs, errors) {
        match item.name.to_string().as_str() {
            "rename_all" => names.rename_all = case(&item, errors),
            "rename_all_fields" => names.rename_all_fields = case(&item, errors),
            "tag" => tag = text(&item),
            "content" => content = text(&item),
            "untagged" => untagged = true,
            "transparent" => names.transparent = true,
            "into" | "from" | "try_from" | "remote" => {
                names.foreign = Some((item.name.to_string(), item.name.span()));
            }
            _ => {}
        }
    }
    names.tagging = match (tag, content) {
        _ if untagged => Tagging::Untagged,
        (Some(tag), None) => Tagging::Internal(tag),
        (Some(tag), Some(content)) => Tagging::Adjacent(tag, content),
        (None, _) => Tagging::External,
    };
    names
}

/// The attributes of a field.
pub fn field(attrs: &[Attribute], errors: &mut Errors) -> FieldNames {
    let mut names = FieldNames::default();
    let (mut reads, mut writes) = (true, true);
    for item in serde_items(attrs, errors) {
        match item.name.to_string().as_str() {
            "rename" => names.rename = renamed(&item, errors),
            "flatten" => names.flatten = true,
            "skip" => (reads, writes) = (false, false),
            "skip_deserializing" => reads = false,
            "skip_serializing" => writes = false,
            _ => {}
        }
    }
    names.skip = !reads && !writes;
    names
}

/// The attributes of a variant.
pub fn variant(attrs: &[Attribute], errors: &mut Errors) -> VariantNames {
    let mut names = VariantNames::default();
    for item in serde_items(attrs, errors) {
        match item.name.to_string().as_str() {
            "rename" => names.rename = renamed(&item, errors),
            "rename_all" => names.rename_all = Some(case(&item, errors)),
            "skip" => names.skip = true,
            "untagged" => names.untagged = true,
            _ => {}
        }
    }
    names
}

fn serde_items(attrs: &[Attribute], errors: &mut Errors) -> Vec<Item> {
    let lists = attrs.iter().filter(|attr| attr.path().is_ident("serde"));
    let lists: Vec<_> = lists
        .filter_map(|attr| attr.meta.require_list().ok())
        .collect();
    lists
        .into_iter()
        .flat_map(|list| items(list.tokens.clone(), errors))
        .collect()
}

fn text(item: &Item) -> Option<String> {
    item.text_if_any().map(|text| text.value())
}

/// `rename = "a"`, or `rename(deserialize = "a", …)`: the name that is read.
fn renamed(item: &Item, errors: &mut Errors) -> Option<String> {
    match item.list() {
        None => text(item),
        Some(group) => {
            let inner = items(group.stream(), errors);
            let read = inner.iter().find(|inner| inner.is("deserialize"));
            read.and_then(text)
        }
    }
}

fn case(item: &Item, errors: &mut Errors) -> Case {
    renamed(item, errors)
        .and_then(|name| Case::of(&name))
        .unwrap_or_default()
}
