//! All functions by name.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use crate::rules::functions::call::Overload;
use crate::rules::functions::{
    arithmetic, cidr, comparison, conversion, encoders, format_string, formats, ip, list_order,
    lists, math, math_bits, math_extremes, optionals, quantity, regexes, semver, sets, size,
    string_search, strings, time, types, url,
};
use crate::rules::types::{Signature, Type, signature};
use crate::rules::value::Value;

/// An overload with its signature read.
pub struct Declared {
    /// The overload.
    pub overload: &'static Overload,
    /// Its signature.
    pub signature: Signature,
}

impl fmt::Debug for Declared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.overload.name, self.overload.signature)
    }
}

static FAMILIES: &[&[Overload]] = &[
    arithmetic::OVERLOADS,
    comparison::OVERLOADS,
    conversion::OVERLOADS,
    types::OVERLOADS,
    size::OVERLOADS,
    string_search::OVERLOADS,
    strings::OVERLOADS,
    format_string::OVERLOADS,
    regexes::OVERLOADS,
    lists::OVERLOADS,
    list_order::OVERLOADS,
    sets::OVERLOADS,
    math::OVERLOADS,
    math_bits::OVERLOADS,
    math_extremes::OVERLOADS,
    optionals::OVERLOADS,
    encoders::OVERLOADS,
    time::OVERLOADS,
    url::OVERLOADS,
    ip::OVERLOADS,
    cidr::OVERLOADS,
    quantity::OVERLOADS,
    formats::OVERLOADS,
    semver::OVERLOADS,
];

static FUNCTIONS: LazyLock<BTreeMap<&'static str, Vec<Declared>>> = LazyLock::new(|| {
    let mut functions: BTreeMap<&'static str, Vec<Declared>> = BTreeMap::new();
    for overload in FAMILIES.iter().copied().flatten() {
        let signature =
            signature(overload.signature).expect("the signatures of this crate are well-formed");
        functions.entry(overload.name).or_default().push(Declared {
            overload,
            signature,
        });
    }
    functions
});

/// The overloads of a function; `None` when there is no such function.
pub fn function(name: &str) -> Option<&'static [Declared]> {
    FUNCTIONS.get(name).map(Vec::as_slice)
}

/// The names of all functions, in order.
pub fn names() -> impl Iterator<Item = &'static str> {
    FUNCTIONS.keys().copied()
}

/// Whether functions have a name that starts with this one and a dot.
pub fn is_namespace(name: &str) -> bool {
    names().any(|function| {
        function
            .strip_prefix(name)
            .is_some_and(|rest| rest.starts_with('.'))
    })
}

/// Whether a value can stand where a type is wanted, as far as its outermost type says.
pub fn accepts(ty: &Type, value: &Value<'_>) -> bool {
    match (ty, value) {
        (Type::Dyn | Type::Var(_), _) => true,
        (Type::Null, Value::Null)
        | (Type::Bool, Value::Bool(_))
        | (Type::Int, Value::Int(_))
        | (Type::UInt, Value::UInt(_))
        | (Type::Double, Value::Double(_))
        | (Type::String, Value::String(_))
        | (Type::Bytes, Value::Bytes(_))
        | (Type::Timestamp, Value::Timestamp(_))
        | (Type::Duration, Value::Duration(_))
        | (Type::List(_), Value::List(_))
        | (Type::Map(_), Value::Map(_))
        | (Type::Type(_), Value::Type(_)) => true,
        (Type::Optional(_), Value::Optional(None)) => true,
        (Type::Optional(inner), Value::Optional(Some(value))) => accepts(inner, value),
        (Type::Opaque(kind), Value::Opaque(value)) => value.kind() == *kind,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{FAMILIES, names, signature};

    #[test]
    fn all_signatures_are_well_formed() {
        for overload in FAMILIES.iter().copied().flatten() {
            assert!(
                signature(overload.signature).is_some(),
                "{}: {}",
                overload.name,
                overload.signature
            );
        }
        assert!(names().count() > 100);
    }
}
