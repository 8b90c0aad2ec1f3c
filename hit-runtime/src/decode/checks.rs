//! Keyword checks as functions, for the closures of codecs.

use std::sync::OnceLock;

use super::fault::{Fault, Limit, Outcome};
use crate::types::{Integer, Number};

pub(super) fn demand(holds: bool, keyword: &'static str, limit: Limit) -> Outcome {
    if holds {
        Ok(())
    } else {
        Err(Fault::new(keyword, limit))
    }
}

/// `minLength`, in code points.
///
/// # Errors
/// When the string is shorter.
#[inline]
pub fn min_length(value: &str, limit: usize) -> Outcome {
    // A string of n bytes has at least n / 4 code points and at most n.
    let holds = value.len() >= limit && (value.len() / 4 >= limit || count(value) >= limit);
    demand(holds, "minLength", Limit::Count(limit as u64))
}

/// `maxLength`, in code points.
///
/// # Errors
/// When the string is longer.
#[inline]
pub fn max_length(value: &str, limit: usize) -> Outcome {
    demand(
        value.len() <= limit || count(value) <= limit,
        "maxLength",
        Limit::Count(limit as u64),
    )
}

fn count(value: &str) -> usize {
    value.chars().count()
}

/// `format`.
///
/// # Errors
/// When the string is not of the format.
#[inline]
pub fn format(value: &str, format: &'static LazyFormat) -> Outcome {
    let holds = *format
        .found
        .get_or_init(|| crate::format::lookup(format.name));
    demand(
        holds.is_some_and(|holds| holds(value)),
        "format",
        Limit::Text(format.name),
    )
}

/// Whether a text has a format.
type Holds = fn(&str) -> bool;

/// A `format`, looked up on first use. An unknown one refuses every value;
/// generation makes sure that there is none.
pub struct LazyFormat {
    name: &'static str,
    found: OnceLock<Option<Holds>>,
}

impl LazyFormat {
    /// A format by name.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            found: OnceLock::new(),
        }
    }
}

/// `minItems`.
///
/// # Errors
/// When there are fewer.
#[inline]
pub fn min_items(len: usize, limit: usize) -> Outcome {
    demand(len >= limit, "minItems", Limit::Count(limit as u64))
}

/// `maxItems`.
///
/// # Errors
/// When there are more.
#[inline]
pub fn max_items(len: usize, limit: usize) -> Outcome {
    demand(len <= limit, "maxItems", Limit::Count(limit as u64))
}

/// `minProperties`.
///
/// # Errors
/// When there are fewer.
#[inline]
pub fn min_properties(len: usize, limit: usize) -> Outcome {
    demand(len >= limit, "minProperties", Limit::Count(limit as u64))
}

/// `maxProperties`.
///
/// # Errors
/// When there are more.
#[inline]
pub fn max_properties(len: usize, limit: usize) -> Outcome {
    demand(len <= limit, "maxProperties", Limit::Count(limit as u64))
}

/// `dependentRequired`: when a member is there, so is another.
///
/// # Errors
/// When it is not.
#[inline]
pub fn dependent(present: bool, needs: bool, name: &'static str) -> Outcome {
    demand(!present || needs, "dependentRequired", Limit::Text(name))
}

/// A number that bounds compare exactly.
pub trait Amount: Copy {
    /// The value with nothing lost.
    fn amount(self) -> Number;
}

macro_rules! amount {
    ($($ty:ty),*) => { $(
        impl Amount for $ty {
            #[inline]
            fn amount(self) -> Number {
                Number::from(self)
            }
        }
    )* };
}

amount!(i8, i16, i32, i64, u8, u16, u32, u64);

impl Amount for Number {
    fn amount(self) -> Number {
        self
    }
}

impl Amount for Integer {
    fn amount(self) -> Number {
        match (self.as_i64(), self.as_u64()) {
            (Some(value), _) => Number::from(value),
            (_, Some(value)) => Number::from(value),
            _ => Number::from_f64(self.as_f64()).unwrap_or(Number::from(0)),
        }
    }
}

/// A bound as generated code writes it: the kind of its literal.
pub trait Bound: Copy {
    /// For the message.
    fn limit(self) -> Limit;
    /// For the comparison.
    fn number(self) -> Number;
}

impl Bound for i64 {
    fn limit(self) -> Limit {
        Limit::Integer(self.into())
    }

    #[inline]
    fn number(self) -> Number {
        Number::from(self)
    }
}

impl Bound for u64 {
    fn limit(self) -> Limit {
        Limit::Integer(self.into())
    }

    #[inline]
    fn number(self) -> Number {
        Number::from(self)
    }
}

impl Bound for f64 {
    fn limit(self) -> Limit {
        Limit::Double(self)
    }

    #[inline]
    fn number(self) -> Number {
        Number::from_f64(self).unwrap_or(Number::from(0))
    }
}

impl Amount for f64 {
    #[inline]
    fn amount(self) -> Number {
        // Codecs refuse what is not finite before they check.
        Number::from_f64(self).unwrap_or(Number::from(0))
    }
}

/// `minimum`.
///
/// # Errors
/// When the number is less.
#[inline]
pub fn minimum(value: impl Amount, limit: impl Bound) -> Outcome {
    demand(value.amount() >= limit.number(), "minimum", limit.limit())
}

/// `exclusiveMinimum`.
///
/// # Errors
/// When the number is not greater.
#[inline]
pub fn exclusive_minimum(value: impl Amount, limit: impl Bound) -> Outcome {
    demand(
        value.amount() > limit.number(),
        "exclusiveMinimum",
        limit.limit(),
    )
}

/// `maximum`.
///
/// # Errors
/// When the number is greater.
#[inline]
pub fn maximum(value: impl Amount, limit: impl Bound) -> Outcome {
    demand(value.amount() <= limit.number(), "maximum", limit.limit())
}

/// `exclusiveMaximum`.
///
/// # Errors
/// When the number is not less.
#[inline]
pub fn exclusive_maximum(value: impl Amount, limit: impl Bound) -> Outcome {
    demand(
        value.amount() < limit.number(),
        "exclusiveMaximum",
        limit.limit(),
    )
}

/// `multipleOf`, on decimal values.
///
/// # Errors
/// When the number is not a whole multiple.
#[inline]
pub fn multiple_of(value: impl Amount, limit: impl Bound) -> Outcome {
    let holds = crate::number::is_multiple_of(&value.amount().to_json(), &limit.number().to_json());
    demand(holds, "multipleOf", limit.limit())
}
