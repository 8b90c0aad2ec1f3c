//! Types as messages name them.

use std::fmt;

use crate::rules::types::ty::{Opaque, Type};

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Type::List(list) => write!(f, "list({})", list.element),
            Type::Map(map) => write!(f, "map({}, {})", map.0, map.1),
            Type::Object(object) => f.write_str(&object.name),
            Type::Optional(inner) => write!(f, "optional_type({inner})"),
            Type::Type(inner) => write!(f, "type({inner})"),
            Type::Union(members) => {
                let names: Vec<String> = members.iter().map(ToString::to_string).collect();
                f.write_str(&names.join(" | "))
            }
            other => f.write_str(other.simple_name()),
        }
    }
}

impl Type {
    /// The name of the type without its parameters, as `type(x)` gives it.
    pub fn simple_name(&self) -> &str {
        match self {
            Type::Null => "null_type",
            Type::Bool => "bool",
            Type::Int => "int",
            Type::UInt => "uint",
            Type::Double => "double",
            Type::String | Type::Enum(_) => "string",
            Type::Bytes => "bytes",
            Type::Timestamp => "google.protobuf.Timestamp",
            Type::Duration => "google.protobuf.Duration",
            Type::List(_) => "list",
            Type::Map(_) => "map",
            Type::Object(object) => &object.name,
            Type::Optional(_) => "optional_type",
            Type::Type(_) => "type",
            Type::Opaque(opaque) => opaque.name(),
            Type::Union(_) | Type::IntOrString | Type::Dyn | Type::Var(_) => "dyn",
            Type::Error => "error",
        }
    }
}

impl Opaque {
    /// The name that a rule may compare `type(x)` with.
    pub fn name(self) -> &'static str {
        match self {
            Opaque::Url => "kubernetes.URL",
            Opaque::Ip => "net.IP",
            Opaque::Cidr => "net.CIDR",
            Opaque::Quantity => "kubernetes.Quantity",
            Opaque::Format => "kubernetes.NamedFormat",
            Opaque::Semver => "kubernetes.Semver",
        }
    }
}
