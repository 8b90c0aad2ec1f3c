//! Object types.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::rules::types::ty::{ObjectRef, Type};

/// All object types that an environment knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TypeTable {
    objects: Vec<ObjectType>,
}

/// An object with known fields.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObjectType {
    /// Its name in messages; two types of one name are one type to `type()`.
    pub name: Arc<str>,
    /// Its fields by the name a rule uses.
    pub fields: BTreeMap<Arc<str>, Field>,
    /// The field that a member of the document is, where names differ.
    pub by_member: BTreeMap<String, Arc<str>>,
}

/// A field of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The member's name in the document.
    pub member: String,
    /// What it holds.
    pub ty: Type,
    /// Whether the schema requires it. A field that is not may be absent.
    pub required: bool,
    /// Whether it may hold `null`, which counts as absent.
    pub nullable: bool,
}

impl TypeTable {
    /// Adds an object type that is filled later, so that it may contain itself.
    pub fn reserve(&mut self, name: impl Into<Arc<str>>) -> ObjectRef {
        let name: Arc<str> = name.into();
        self.objects.push(ObjectType {
            name: name.clone(),
            ..ObjectType::default()
        });
        ObjectRef {
            index: self.objects.len() - 1,
            name,
        }
    }

    /// Adds a field under the name that rules use. A field added twice keeps its last type.
    pub fn add_field(&mut self, object: &ObjectRef, name: impl Into<Arc<str>>, field: Field) {
        if let Some(object) = self.objects.get_mut(object.index) {
            let name = name.into();
            object.by_member.insert(field.member.clone(), name.clone());
            object.fields.insert(name, field);
        }
    }

    /// All object types, in the order of their indexes.
    pub fn objects(&self) -> &[ObjectType] {
        &self.objects
    }

    /// The object type of a reference of this table.
    pub fn object(&self, object: &ObjectRef) -> Option<&ObjectType> {
        self.objects.get(object.index)
    }
}
