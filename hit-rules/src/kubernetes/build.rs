//! A structural schema to types, and to nodes that know where rules stand.

use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

use serde_json::{Map, Value as Json};

use crate::kubernetes::node::{Node, Written};
use crate::kubernetes::resource::resource_properties;
use crate::types::{Field, ListKind, ListType, Type, TypeTable};
use hit_cel::escape;

/// How deeply a schema may nest.
const MAX_DEPTH: usize = 200;

/// Schemas that speak about one value: the structural one and its `allOf`s.
#[derive(Clone, Default)]
struct About<'s> {
    structural: Option<(&'s Json, String)>,
    others: Vec<(&'s Json, String)>,
}

/// The node of a schema. With `is_resource`, its root is a whole resource.
pub fn build(schema: &Json, is_resource: bool, types: &mut TypeTable) -> Node {
    let about = About {
        structural: Some((schema, String::new())),
        others: Vec::new(),
    };
    Builder { types }.node(about, "self", is_resource, 0)
}

struct Builder<'t> {
    types: &'t mut TypeTable,
}

impl Builder<'_> {
    fn node(&mut self, mut about: About<'_>, name: &str, is_resource: bool, depth: usize) -> Node {
        if depth > MAX_DEPTH {
            return Node::default();
        }
        about.spread();
        let structural = about
            .structural
            .as_ref()
            .map_or(&Json::Null, |(schema, _)| *schema);
        let mut node = Node {
            written: about.written(),
            ..Node::default()
        };
        let resource = is_resource || flag(structural, "x-kubernetes-embedded-resource");
        match structural.get("type").and_then(Json::as_str) {
            Some("object") => self.object(&mut node, &about, structural, name, resource, depth),
            Some("array") => self.array(&mut node, &about, structural, name, depth),
            _ => {}
        }
        if flag(structural, "x-kubernetes-int-or-string") {
            node.ty = Some(Type::IntOrString);
        } else if node.ty.is_none() {
            node.ty = scalar(structural);
        }
        node
    }

    fn object(
        &mut self,
        node: &mut Node,
        about: &About<'_>,
        structural: &Json,
        name: &str,
        resource: bool,
        depth: usize,
    ) {
        if structural
            .get("additionalProperties")
            .is_some_and(Json::is_object)
        {
            let child = self.node(
                about.child("additionalProperties", None),
                &format!("{name}.@key"),
                false,
                depth + 1,
            );
            node.ty = child.ty.clone().map(|ty| {
                Type::map(
                    Type::String,
                    nullable(structural, "additionalProperties", ty),
                )
            });
            node.additional = Some(Box::new(child));
            return;
        }
        let written = structural.get("properties").and_then(Json::as_object);
        let properties = match resource {
            true => Cow::Owned(resource_properties(written)),
            false => Cow::Borrowed(written.unwrap_or(&EMPTY)),
        };
        let object = self.types.reserve(name);
        for (property, schema) in &*properties {
            let mut below = about.child("properties", Some(property));
            if below.structural.is_none() || resource {
                let pointer = below
                    .structural
                    .map_or(String::new(), |(_, pointer)| pointer);
                below.structural = Some((schema, pointer));
            }
            let child = self.node(below, &format!("{name}.{property}"), false, depth + 1);
            if let (Some(ty), Some(field)) = (&child.ty, escape(property)) {
                let required = is_required(structural, property) || schema.get("default").is_some();
                let nullable = flag(schema, "nullable");
                self.types.add_field(
                    &object,
                    field,
                    Field {
                        member: property.clone(),
                        ty: ty.clone(),
                        required,
                        nullable,
                    },
                );
            }
            node.properties.insert(property.clone(), child);
        }
        node.ty = Some(Type::Object(object));
    }

    fn array(
        &mut self,
        node: &mut Node,
        about: &About<'_>,
        structural: &Json,
        name: &str,
        depth: usize,
    ) {
        let child = self.node(
            about.child("items", None),
            &format!("{name}.@idx"),
            false,
            depth + 1,
        );
        let kind = list_kind(structural);
        if let ListKind::Map(keys) = &kind {
            node.list_keys = Some(keys.clone());
        }
        node.ty = child.ty.clone().map(|ty| {
            let element = nullable(structural, "items", ty);
            Type::List(Arc::new(ListType { element, kind }))
        });
        node.items = Some(Box::new(child));
    }
}

static EMPTY: LazyLock<Map<String, Json>> = LazyLock::new(Map::new);

impl<'s> About<'s> {
    /// Adds the `allOf`s of all schemas, and theirs.
    fn spread(&mut self) {
        let start: Vec<(&'s Json, String)> = self
            .structural
            .iter()
            .chain(&self.others)
            .cloned()
            .collect();
        self.others.clear();
        for (index, (schema, pointer)) in start.into_iter().enumerate() {
            if index > 0 || self.structural.is_none() {
                self.others.push((schema, pointer.clone()));
            }
            self.add_all_of(schema, &pointer, 0);
        }
    }

    fn add_all_of(&mut self, schema: &'s Json, pointer: &str, depth: usize) {
        let parts = schema
            .get("allOf")
            .and_then(Json::as_array)
            .filter(|_| depth < MAX_DEPTH);
        for (index, part) in parts.into_iter().flatten().enumerate() {
            let pointer = format!("{pointer}/allOf/{index}");
            self.others.push((part, pointer.clone()));
            self.add_all_of(part, &pointer, depth + 1);
        }
    }

    /// The schemas about the elements, the map values or one property.
    fn child(&self, keyword: &str, property: Option<&str>) -> About<'s> {
        let step = |(schema, pointer): &(&'s Json, String)| {
            let below = schema.get(keyword)?;
            let pointer = format!("{pointer}/{keyword}");
            match property {
                None => Some((below, pointer)),
                Some(name) => {
                    let escaped = name.replace('~', "~0").replace('/', "~1");
                    below
                        .get(name)
                        .map(|below| (below, format!("{pointer}/{escaped}")))
                }
            }
        };
        About {
            structural: self.structural.as_ref().and_then(step),
            others: self.others.iter().filter_map(step).collect(),
        }
    }

    fn written(&self) -> Vec<Written> {
        let all = self.structural.iter().chain(&self.others);
        all.map(|(schema, pointer)| {
            let rules = schema.get("x-kubernetes-validations");
            let rules = rules.and_then(Json::as_array).cloned();
            Written {
                rules: rules.unwrap_or_default(),
                pointer: pointer.clone(),
            }
        })
        .collect()
    }
}

fn flag(schema: &Json, keyword: &str) -> bool {
    schema.get(keyword).and_then(Json::as_bool).unwrap_or(false)
}

fn is_required(schema: &Json, property: &str) -> bool {
    let required = schema.get("required").and_then(Json::as_array);
    required.is_some_and(|names| names.iter().any(|name| name == property))
}

/// The type of the elements or values under a keyword, `null` included where allowed.
fn nullable(schema: &Json, keyword: &str, ty: Type) -> Type {
    let allowed = schema
        .get(keyword)
        .is_some_and(|below| flag(below, "nullable"));
    if allowed {
        Type::Union(Arc::new([Type::Null, ty]))
    } else {
        ty
    }
}

fn list_kind(schema: &Json) -> ListKind {
    match schema.get("x-kubernetes-list-type").and_then(Json::as_str) {
        Some("set") => ListKind::Set,
        Some("map") => {
            let keys = schema
                .get("x-kubernetes-list-map-keys")
                .and_then(Json::as_array);
            ListKind::Map(
                keys.into_iter()
                    .flatten()
                    .filter_map(Json::as_str)
                    .map(str::to_string)
                    .collect(),
            )
        }
        _ => ListKind::Atomic,
    }
}

fn scalar(schema: &Json) -> Option<Type> {
    let format = schema.get("format").and_then(Json::as_str);
    Some(match schema.get("type")?.as_str()? {
        "boolean" => Type::Bool,
        "integer" => Type::Int,
        "number" => Type::Double,
        "string" => match format {
            Some("byte") => Type::Bytes,
            Some("duration") => Type::Duration,
            Some("date" | "date-time") => Type::Timestamp,
            _ => enumeration(schema).unwrap_or(Type::String),
        },
        _ => return None,
    })
}

fn enumeration(schema: &Json) -> Option<Type> {
    let values = schema.get("enum")?.as_array()?;
    let names: Option<Vec<String>> = values
        .iter()
        .map(|value| value.as_str().map(str::to_string))
        .collect();
    Some(Type::Enum(names?.into()))
}
