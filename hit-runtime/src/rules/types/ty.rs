//! The type of a value.

use std::sync::Arc;

/// The type of a value.
///
/// Object types stand in a [`TypeTable`](super::TypeTable) and are named by
/// [`ObjectRef`], so that a type may contain itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// `null`
    Null,
    /// `true`, `false`
    Bool,
    /// A signed 64-bit integer.
    Int,
    /// An unsigned 64-bit integer.
    UInt,
    /// A 64-bit floating-point number.
    Double,
    /// Unicode text.
    String,
    /// Text of which all values are known. Behaves as a string; comparing it
    /// with a value it cannot have is worth a warning.
    Enum(Arc<[String]>),
    /// Bytes.
    Bytes,
    /// A point in time, with nanoseconds.
    Timestamp,
    /// A length of time, with nanoseconds.
    Duration,
    /// A list.
    List(Arc<ListType>),
    /// A map from keys to values.
    Map(Arc<(Type, Type)>),
    /// An object with known fields.
    Object(ObjectRef),
    /// A value or nothing.
    Optional(Arc<Type>),
    /// One of several: an operation must suit at least one of them.
    Union(Arc<[Type]>),
    /// Kubernetes' integer or string; the checker treats it as anything.
    IntOrString,
    /// Any value; operations are chosen when it is known.
    Dyn,
    /// The type of a type: `int`, `type(x)`.
    Type(Arc<Type>),
    /// A value that only functions can look into.
    Opaque(Opaque),
    /// Not known yet: a type parameter.
    Var(u32),
    /// After an error that was reported: anything goes.
    Error,
}

/// The kinds of opaque values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Opaque {
    /// A parsed URL.
    Url,
    /// An IP address.
    Ip,
    /// An IP network.
    Cidr,
    /// A Kubernetes quantity: `200M`.
    Quantity,
    /// A named string format.
    Format,
    /// A semantic version.
    Semver,
}

/// The type of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListType {
    /// The type of its elements.
    pub element: Type,
    /// How two lists are compared.
    pub kind: ListKind,
}

/// How two lists are compared and added (Kubernetes' `x-kubernetes-list-type`).
#[derive(Clone, Debug, Default, PartialEq)]
pub enum ListKind {
    /// Element by element.
    #[default]
    Atomic,
    /// Whatever the order.
    Set,
    /// By the members that identify an element.
    Map(Vec<String>),
}

/// An object type of a [`TypeTable`](super::TypeTable).
#[derive(Clone, Debug, PartialEq)]
pub struct ObjectRef {
    /// Its index in the table.
    pub index: usize,
    /// Its name in messages.
    pub name: Arc<str>,
}

impl Type {
    /// A list compared element by element.
    pub fn list(element: Type) -> Self {
        Self::List(Arc::new(ListType {
            element,
            kind: ListKind::Atomic,
        }))
    }

    /// A map.
    pub fn map(key: Type, value: Type) -> Self {
        Self::Map(Arc::new((key, value)))
    }

    /// A value or nothing.
    pub fn optional(value: Type) -> Self {
        Self::Optional(Arc::new(value))
    }

    /// The type of a type.
    pub fn of_type(ty: Type) -> Self {
        Self::Type(Arc::new(ty))
    }

    /// Whether any operation is allowed because nothing is known.
    pub fn is_dyn(&self) -> bool {
        matches!(self, Self::Dyn | Self::Error | Self::IntOrString)
    }

    /// Whether a value has no parts and compares by itself: a truth value, a number, text, a time.
    pub fn is_scalar(&self) -> bool {
        matches!(
            self,
            Self::Bool
                | Self::Int
                | Self::UInt
                | Self::Double
                | Self::String
                | Self::Enum(_)
                | Self::Timestamp
                | Self::Duration
        )
    }

    /// The type without what only warnings look at.
    #[must_use]
    pub fn widened(&self) -> Type {
        match self {
            Self::Enum(_) => Self::String,
            other => other.clone(),
        }
    }

    /// The types this one is made of.
    pub fn parameters(&self) -> Vec<&Type> {
        match self {
            Self::List(list) => vec![&list.element],
            Self::Map(map) => vec![&map.0, &map.1],
            Self::Optional(inner) | Self::Type(inner) => vec![inner],
            Self::Union(members) => members.iter().collect(),
            _ => Vec::new(),
        }
    }

    /// The same type made of other types. `f` sees each parameter.
    #[must_use]
    pub fn map_parameters(&self, f: &mut impl FnMut(&Type) -> Type) -> Type {
        match self {
            Self::List(list) => Self::List(Arc::new(ListType {
                element: f(&list.element),
                kind: list.kind.clone(),
            })),
            Self::Map(map) => Self::map(f(&map.0), f(&map.1)),
            Self::Optional(inner) => Self::optional(f(inner)),
            Self::Type(inner) => Self::of_type(f(inner)),
            Self::Union(members) => Self::Union(members.iter().map(f).collect()),
            other => other.clone(),
        }
    }
}
