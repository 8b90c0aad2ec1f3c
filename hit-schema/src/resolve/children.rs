//! Where a schema has subschemas.

use hit_runtime::Pointer;
use hit_runtime::json::{Json, Node};

use crate::dialect::{Children, Dialect, Keyword, Meaning};

/// A subschema of a schema.
#[derive(Clone, Debug)]
pub struct Child<'n> {
    /// The keyword it belongs to.
    pub keyword: &'static Keyword,
    /// Where it stands below the schema.
    pub pointer: Pointer,
    /// The same as positions among members and items.
    pub path: Vec<u32>,
    /// Its text tree.
    pub node: &'n Node,
}

/// All subschemas right below a schema, in the order of the text. Values that
/// cannot be schemas are left out.
pub fn children<'n>(dialect: &Dialect, node: &'n Node) -> Vec<Child<'n>> {
    let Some(members) = node.as_object() else {
        return Vec::new();
    };
    let lone_ref = dialect.draft.ref_overrides() && node.get("$ref").is_some();
    let mut found = Vec::new();
    for (position, member) in (0u32..).zip(members) {
        let Some(keyword) = dialect.keyword(&member.name) else {
            continue;
        };
        // Beside an overriding `$ref` only definitions are of use: as targets.
        if lone_ref && keyword.meaning != Meaning::Definitions {
            continue;
        }
        let here = Child {
            keyword,
            pointer: Pointer::root().join(keyword.name),
            path: vec![position],
            node: &member.value,
        };
        below(here, &mut found);
    }
    found
}

fn below<'n>(here: Child<'n>, found: &mut Vec<Child<'n>>) {
    let with_bool = here.keyword.children == Children::SchemaOrBool;
    match here.keyword.children {
        Children::None => {}
        Children::Schema | Children::SchemaOrBool => {
            if is_schema(here.node) || with_bool && here.node.as_bool().is_some() {
                found.push(here);
            }
        }
        Children::Array => items(&here, is_schema, found),
        Children::SchemaOrArray => match here.node.value {
            Json::Array(_) => items(&here, is_schema, found),
            _ if is_schema(here.node) => found.push(here),
            _ => {}
        },
        Children::Types => items(&here, |node| node.as_object().is_some(), found),
        Children::Map | Children::Dependencies => {
            for (position, member) in (0u32..).zip(here.node.as_object().unwrap_or_default()) {
                if is_schema(&member.value) {
                    let pointer = here.pointer.join(&member.name);
                    let path = here.path.iter().copied().chain([position]).collect();
                    found.push(Child {
                        pointer,
                        path,
                        node: &member.value,
                        ..here
                    });
                }
            }
        }
    }
}

fn items<'n>(here: &Child<'n>, takes: fn(&Node) -> bool, found: &mut Vec<Child<'n>>) {
    let items = here.node.as_array().unwrap_or_default();
    for (index, (position, node)) in (0u32..).zip(items).enumerate() {
        if takes(node) {
            let mut pointer = here.pointer.clone();
            pointer.push_index(index);
            let path = here.path.iter().copied().chain([position]).collect();
            found.push(Child {
                keyword: here.keyword,
                pointer,
                path,
                node,
            });
        }
    }
}

fn is_schema(node: &Node) -> bool {
    matches!(node.value, Json::Object(_) | Json::Bool(_))
}
