//! The types of a schema's values.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use hit_runtime::check::{NodeId, TypeSet};
use hit_schema::Compiled;
use hit_schema::shape::{Key, Shape, Shaper};
use serde_json::Value;

use crate::schema::shapes::{allows, is_open, leaves};
use crate::types::{Field, ObjectRef, Type, TypeTable};
use hit_cel::escape;

/// How many object types are made of one schema.
const MOST_OBJECTS: usize = 20_000;
/// How many values of one schema are looked at.
const MOST_STEPS: usize = 200_000;
/// How deep types nest before the rest is taken for anything.
const DEEPEST: usize = 128;

/// Makes types of conjunctions of subschemas.
///
/// Alternatives of a union become one type: its objects have the members of
/// all alternatives, and those are required that all of them require. A schema
/// that says nothing about the type but names members is about objects.
/// Strings stay strings whatever their `format`: a rule says `timestamp(…)`.
pub(super) struct Types<'c> {
    compiled: &'c Compiled,
    shaper: Shaper<'c>,
    table: TypeTable,
    known: BTreeMap<Vec<Key>, ObjectRef>,
    names: BTreeSet<String>,
    /// The keys whose type is being made.
    active: Vec<Vec<Key>>,
    steps: usize,
}

/// The type of a value, and whether `null` may stand in for it.
#[derive(Clone)]
pub(super) struct Typing {
    pub(super) ty: Type,
    pub(super) nullable: bool,
    /// Whether the schema does not say the JSON type: the type is that of the
    /// values that its keywords are about.
    pub(super) open: bool,
}

impl Typing {
    fn any() -> Self {
        Self {
            ty: Type::Dyn,
            nullable: true,
            open: true,
        }
    }

    /// The type with `null` as one of its values.
    pub(super) fn with_null(self) -> Type {
        match self.ty {
            Type::Dyn => Type::Dyn,
            ty if self.nullable => Type::Union(Arc::new([Type::Null, ty])),
            ty => ty,
        }
    }
}

impl<'c> Types<'c> {
    pub(super) fn new(compiled: &'c Compiled, shaper: Shaper<'c>, table: TypeTable) -> Self {
        Self {
            compiled,
            shaper,
            table,
            known: BTreeMap::new(),
            names: BTreeSet::new(),
            active: Vec::new(),
            steps: 0,
        }
    }

    /// Goes on with another schema and the same table.
    pub(super) fn then<'d>(self, compiled: &'d Compiled, shaper: Shaper<'d>) -> Types<'d> {
        Types {
            names: self.names,
            ..Types::new(compiled, shaper, self.table)
        }
    }

    pub(super) fn finish(self) -> TypeTable {
        self.table
    }

    /// The type of the values that all of these subschemas accept.
    pub(super) fn of_all(&mut self, nodes: &[NodeId]) -> Typing {
        self.of(&[Key::of(nodes.iter().copied())])
    }

    /// The type of the values that a subschema judges.
    pub(super) fn of_node(&mut self, node: NodeId) -> Typing {
        self.of(&[Key::of([node])])
    }

    /// The type of values that one of these keys accepts.
    fn of(&mut self, keys: &[Key]) -> Typing {
        self.steps += 1;
        if self.active.len() > DEEPEST || self.steps > MOST_STEPS {
            return Typing::any();
        }
        let keys = self.canonical(keys);
        let shapes = match leaves(&self.shaper, &keys) {
            Some(shapes) if !keys.is_empty() => shapes,
            _ => return Typing::any(),
        };
        // An object may contain itself by its name; a list or a map has none.
        let named = self.known.contains_key(&keys) && !has_list(&shapes);
        if self.active.contains(&keys) && !named {
            return Typing::any();
        }
        self.active.push(keys.clone());
        let typing = self.of_shapes(&keys, &shapes);
        self.active.pop();
        typing
    }

    fn canonical(&self, keys: &[Key]) -> Vec<Key> {
        let mut keys: Vec<Key> = keys.iter().map(|key| self.shaper.canonical(key)).collect();
        keys.sort_unstable();
        keys.dedup();
        if keys.iter().any(Key::is_any) {
            keys.clear();
        }
        keys
    }

    fn of_shapes(&mut self, keys: &[Key], shapes: &[Rc<Shape>]) -> Typing {
        // A schema without `type` that names members speaks about objects.
        if shapes.iter().all(|it| is_open(it)) {
            if shapes.iter().any(|it| !it.objects.members.is_empty()) {
                let ty = self.object(keys, shapes);
                return Typing {
                    ty,
                    ..Typing::any()
                };
            }
            return Typing::any();
        }
        let any = |kind: TypeSet| shapes.iter().any(|shape| allows(shape, kind));
        let mut types = Vec::new();
        if any(TypeSet::BOOLEAN) {
            types.push(Type::Bool);
        }
        types.extend(number(shapes));
        types.extend(string(shapes));
        if any(TypeSet::ARRAY) {
            types.push(self.list(shapes));
        }
        if any(TypeSet::OBJECT) {
            types.push(self.object(keys, shapes));
        }
        let nullable = any(TypeSet::NULL);
        let ty = match types.len() {
            0 if nullable => Type::Null,
            0 => Type::Dyn,
            1 => types.swap_remove(0),
            _ => Type::Union(types.into()),
        };
        Typing {
            ty,
            nullable,
            open: false,
        }
    }

    fn list(&mut self, shapes: &[Rc<Shape>]) -> Type {
        let mut keys = Vec::new();
        for shape in shapes.iter().filter(|it| allows(it, TypeSet::ARRAY)) {
            keys.extend(shape.arrays.prefix.iter().cloned());
            // A tuple that is closed has no further items.
            if shape.arrays.prefix.is_empty() || !self.is_never(&shape.arrays.rest) {
                keys.push(shape.arrays.rest.clone());
            }
        }
        Type::list(self.of(&keys).with_null())
    }

    fn is_never(&self, key: &Key) -> bool {
        self.shaper.shape(key).kinds.0 & TypeSet::ANY.0 == 0
    }

    fn object(&mut self, keys: &[Key], shapes: &[Rc<Shape>]) -> Type {
        let objects: Vec<&Shape> = shapes
            .iter()
            .map(Rc::as_ref)
            .filter(|it| allows(it, TypeSet::OBJECT))
            .collect();
        if objects.iter().all(|it| it.objects.members.is_empty()) {
            return self.map(&objects);
        }
        if let Some(known) = self.known.get(keys) {
            return Type::Object(known.clone());
        }
        if self.known.len() >= MOST_OBJECTS {
            return Type::Dyn;
        }
        let name = self.name(keys);
        let object = self.table.reserve(name);
        self.known.insert(keys.to_vec(), object.clone());
        let mut members: Vec<&str> = Vec::new();
        let mut seen = BTreeSet::new();
        for shape in &objects {
            let names = shape.objects.members.iter().map(|it| it.name.as_str());
            members.extend(names.filter(|name| seen.insert(*name)));
        }
        for member in members {
            self.field(&object, &objects, member);
        }
        Type::Object(object)
    }

    fn field(&mut self, object: &ObjectRef, objects: &[&Shape], member: &str) {
        let Some(field) = escape(member) else { return };
        let named = |shape: &&Shape| {
            let mut members = shape.objects.members.iter();
            members.find(|it| it.name == member).cloned()
        };
        let named: Vec<_> = objects.iter().map(named).collect();
        let required = named
            .iter()
            .all(|it| it.as_ref().is_some_and(|it| it.required));
        let keys: Vec<Key> = named.into_iter().flatten().map(|it| it.key).collect();
        let Typing { ty, nullable, .. } = self.of(&keys);
        let field_type = Field {
            member: member.to_owned(),
            ty,
            required,
            nullable,
        };
        self.table.add_field(object, field, field_type);
    }

    fn map(&mut self, objects: &[&Shape]) -> Type {
        let mut keys: Vec<Key> = Vec::new();
        for shape in objects {
            let patterns = shape.objects.patterns.iter().map(|(_, key)| key.clone());
            keys.extend(patterns);
            if !self.is_never(&shape.objects.additional) {
                keys.push(shape.objects.additional.clone());
            }
        }
        Type::map(Type::String, self.of(&keys).with_null())
    }

    /// A name for messages. Types of one name are one type to `type()`, so each has its own.
    fn name(&mut self, keys: &[Key]) -> String {
        let nodes = keys.iter().flat_map(|key| self.shaper.nodes(key));
        let mut infos = nodes.filter_map(|node| self.compiled.info.get(node as usize));
        let first = infos.next();
        let plain = first.and_then(|info| info.definition_name.clone().or(info.title.clone()));
        let place = first.map_or_else(String::new, |info| {
            let source = self.compiled.sources.name(info.origin.source);
            format!("{source}#{}", info.origin.pointer)
        });
        let candidates = [plain.unwrap_or_else(|| place.clone()), place];
        for name in candidates {
            if self.names.insert(name.clone()) {
                return name;
            }
        }
        let name = format!("object {}", self.known.len());
        self.names.insert(name.clone());
        name
    }
}

fn has_list(shapes: &[Rc<Shape>]) -> bool {
    !shapes.iter().all(|it| is_open(it)) && shapes.iter().any(|it| allows(it, TypeSet::ARRAY))
}

fn number(shapes: &[Rc<Shape>]) -> Option<Type> {
    let mut found = None;
    for shape in shapes.iter().filter(|it| allows(it, TypeSet::NUMBER)) {
        let listed = |values: &Vec<Value>| {
            let mut numbers = values.iter().filter(|value| value.is_number());
            numbers.all(|value| value.is_i64() || value.is_u64())
        };
        let whole =
            !shape.kinds.contains(TypeSet::NUMBER) || shape.values.as_ref().is_some_and(listed);
        found = match (found, whole) {
            (None | Some(Type::Int), true) => Some(Type::Int),
            _ => Some(Type::Double),
        };
    }
    found
}

fn string(shapes: &[Rc<Shape>]) -> Option<Type> {
    let strings: Vec<&Shape> = shapes
        .iter()
        .map(Rc::as_ref)
        .filter(|it| allows(it, TypeSet::STRING))
        .collect();
    if strings.is_empty() {
        return None;
    }
    let mut listed: Vec<String> = Vec::new();
    for shape in strings {
        let Some(values) = &shape.values else {
            return Some(Type::String);
        };
        let texts = values.iter().filter_map(Value::as_str);
        for text in texts {
            if !listed.iter().any(|known| known == text) {
                listed.push(text.to_owned());
            }
        }
    }
    Some(Type::Enum(listed.into()))
}
