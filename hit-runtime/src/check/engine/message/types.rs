//! Names of types.

use crate::check::TypeSet;

/// `a string, null or an array`.
pub(in crate::check::engine) fn type_names(types: TypeSet) -> String {
    let integer = if types.contains(TypeSet::NUMBER) {
        TypeSet::default()
    } else {
        TypeSet::INTEGER
    };
    let names: Vec<&str> = [
        (TypeSet::OBJECT, "an object"),
        (TypeSet::ARRAY, "an array"),
        (TypeSet::STRING, "a string"),
        (TypeSet::NUMBER, "a number"),
        (integer, "an integer"),
        (TypeSet::BOOLEAN, "a boolean"),
        (TypeSet::NULL, "null"),
    ]
    .into_iter()
    .filter(|(set, _)| *set != TypeSet::default() && types.contains(*set))
    .map(|(_, name)| name)
    .collect();
    match names.as_slice() {
        [] => "nothing".to_owned(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} or {last}", most.join(", ")),
    }
}
