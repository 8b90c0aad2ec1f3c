//! Sets of JSON types.

use hit_runtime::check::TypeSet;
use hit_schema::shape::{Key, Shape, Shaper};

/// How deep unions within unions are looked into.
const DEPTH: usize = 8;

/// JSON types that Rust tells apart, in the order in which arms are listed.
const CLASSES: [TypeSet; 6] = [
    TypeSet::NULL,
    TypeSet::BOOLEAN,
    TypeSet::NUMBER,
    TypeSet::STRING,
    TypeSet::ARRAY,
    TypeSet::OBJECT,
];

/// The classes that a set has something of.
pub(super) fn classes(kinds: TypeSet) -> Vec<TypeSet> {
    CLASSES
        .into_iter()
        .filter(|class| has(kinds, *class))
        .collect()
}

/// Whether two sets have something in common.
pub(super) fn has(kinds: TypeSet, class: TypeSet) -> bool {
    kinds.0 & class.0 & TypeSet::ANY.0 != 0
}

/// Whether a set has no JSON type.
pub(super) fn is_none(kinds: TypeSet) -> bool {
    !has(kinds, TypeSet::ANY)
}

/// What two sets have in common. The modifier of drafts 3 and 4 stays.
pub(super) fn within(kinds: TypeSet, mask: TypeSet) -> TypeSet {
    let common = kinds.0 & mask.0 & TypeSet::ANY.0;
    TypeSet(common | ((kinds.0 | mask.0) & TypeSet::LITERAL_INTEGER.0))
}

/// A set less another.
pub(super) fn without(kinds: TypeSet, less: TypeSet) -> TypeSet {
    TypeSet(kinds.0 & !less.0)
}

/// The JSON types of a shape, unions taken into account.
pub(super) fn narrow(shaper: &Shaper<'_>, shape: &Shape) -> TypeSet {
    narrow_to(shaper, shape, DEPTH)
}

fn narrow_to(shaper: &Shaper<'_>, shape: &Shape, depth: usize) -> TypeSet {
    let Some(depth) = depth.checked_sub(1) else {
        return shape.kinds;
    };
    let mut kinds = shape.kinds;
    for union in &shape.unions {
        // Each arm alone: together with all other unions they would multiply.
        let arms = union.arms.iter().map(|arm| Key::of([*arm]));
        let arms = arms.map(|key| of_key(shaper, &key, depth));
        let any = arms.fold(TypeSet::default(), TypeSet::with);
        kinds = within(kinds, any);
    }
    kinds
}

/// The JSON types of a key.
pub(super) fn of(shaper: &Shaper<'_>, key: &Key) -> TypeSet {
    of_key(shaper, key, DEPTH)
}

fn of_key(shaper: &Shaper<'_>, key: &Key, depth: usize) -> TypeSet {
    let shape = shaper.shape(key);
    narrow_to(shaper, &shape, depth)
}

/// The word for a class, as a name of a union's arm.
pub(super) fn word(class: TypeSet, kinds: TypeSet) -> &'static str {
    match class {
        TypeSet::NULL => "Null",
        TypeSet::BOOLEAN => "Boolean",
        TypeSet::NUMBER if kinds.contains(TypeSet::NUMBER) => "Number",
        TypeSet::NUMBER => "Integer",
        TypeSet::STRING => "String",
        TypeSet::ARRAY => "Array",
        _ => "Object",
    }
}
