//! Types of objects, by hand.

use hit_rules::types::{Field, ObjectRef, Type, TypeTable};

/// Adds a member that is not null.
pub fn add_member(table: &mut TypeTable, object: &ObjectRef, name: &str, ty: Type, required: bool) {
    let field = Field {
        member: name.to_string(),
        ty,
        required,
        nullable: false,
    };
    table.add_field(object, name, field);
}
