//! Reading what stands in Rust's memory as a value of rules.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::rc::Rc;
use std::sync::Arc;

use super::network::Ip;
use super::text::{Text, text};
use crate::rules::{Cidr, Duration, Fault, Timestamp, Tried};
#[cfg(feature = "model")]
use crate::types::Maybe;

/// Why there is no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Nothing is there, or null.
    Absent,
    /// Something that rules cannot compute with.
    Fault(Fault),
}

/// What rules can read.
#[diagnostic::on_unimplemented(
    message = "rules cannot read a `{Self}`",
    label = "rules cannot read a `{Self}`",
    note = "derive `hit_runtime::Validate` for the type, or check it in Rust: `check = |value, ctx| …`"
)]
pub trait Read<'a> {
    /// The value of rules that it is.
    type As;

    /// Reads it.
    ///
    /// # Errors
    /// Nothing is there, or it is out of the range of rules.
    fn read(&'a self) -> Result<Self::As, Lack>;
}

/// An enum whose variants are texts in JSON.
pub trait Word {
    /// The text.
    fn word(&self) -> &str;
}

/// The value of a member, which must be there.
///
/// # Errors
/// When it is absent.
#[inline]
pub fn read<'a, T: Read<'a> + ?Sized>(place: &'a T, name: &str) -> Tried<T::As> {
    place.read().map_err(|lack| match lack {
        Lack::Absent => Fault::made(format!("no such key: {name}")),
        Lack::Fault(fault) => fault,
    })
}

/// The value from outside, which must be known. `path` names it: `ctx.videoLength`.
///
/// # Errors
/// When it is not known.
#[inline]
pub fn known<'a, T: Read<'a> + ?Sized>(place: &'a T, path: &'static str) -> Tried<T::As> {
    place.read().map_err(|lack| match lack {
        Lack::Absent => Fault::unknown(path),
        Lack::Fault(fault) => fault,
    })
}

macro_rules! by_value {
    ($($ty:ty => $as:ty: |$value:ident| $read:expr;)*) => {
        $(impl<'a> Read<'a> for $ty {
            type As = $as;

            #[inline]
            fn read(&'a self) -> Result<$as, Lack> {
                let $value = self;
                $read
            }
        })*
    };
}

const RANGE: Lack = Lack::Fault(Fault::fixed("invalid data, expected a 64-bit integer"));

by_value! {
    bool => bool: |it| Ok(*it);
    i8 => i64: |it| Ok(i64::from(*it));
    i16 => i64: |it| Ok(i64::from(*it));
    i32 => i64: |it| Ok(i64::from(*it));
    i64 => i64: |it| Ok(*it);
    i128 => i64: |it| i64::try_from(*it).map_err(|_| RANGE);
    isize => i64: |it| i64::try_from(*it).map_err(|_| RANGE);
    u8 => i64: |it| Ok(i64::from(*it));
    u16 => i64: |it| Ok(i64::from(*it));
    u32 => i64: |it| Ok(i64::from(*it));
    u64 => i64: |it| i64::try_from(*it).map_err(|_| RANGE);
    u128 => i64: |it| i64::try_from(*it).map_err(|_| RANGE);
    usize => i64: |it| i64::try_from(*it).map_err(|_| RANGE);
    f32 => f64: |it| Ok(f64::from(*it));
    f64 => f64: |it| Ok(*it);
    char => Text<'a>: |it| Ok(it.to_string().into());
    str => Text<'a>: |it| Ok(text(it));
    String => Text<'a>: |it| Ok(text(it));
    Cow<'_, str> => Text<'a>: |it| Ok(text(it));
    Text<'_> => Text<'a>: |it| Ok(text(it));
    IpAddr => Text<'a>: |it| Ok(it.to_string().into());
    Ipv4Addr => Text<'a>: |it| Ok(it.to_string().into());
    Ipv6Addr => Text<'a>: |it| Ok(it.to_string().into());
    Ip => Ip: |it| Ok(*it);
    Cidr => Cidr: |it| Ok(*it);
    Timestamp => Timestamp: |it| Ok(*it);
    Duration => Duration: |it| Ok(*it);
}

macro_rules! containers {
    ($([$($generics:tt)*] $ty:ty => $as:ty: |$value:ident| $read:expr;)*) => {
        $(impl<'a, $($generics)*> Read<'a> for $ty {
            type As = $as;

            #[inline]
            fn read(&'a self) -> Result<Self::As, Lack> {
                let $value = self;
                $read
            }
        })*
    };
}

containers! {
    [T: 'a] [T] => &'a [T]: |it| Ok(it);
    [T: 'a] Vec<T> => &'a [T]: |it| Ok(it);
    [T: 'a, const N: usize] [T; N] => &'a [T]: |it| Ok(it);
    [T: 'a] VecDeque<T> => &'a Self: |it| Ok(it);
    [T: 'a] BTreeSet<T> => &'a Self: |it| Ok(it);
    [T: 'a, S: 'a] HashSet<T, S> => &'a Self: |it| Ok(it);
    [K: 'a, V: 'a] BTreeMap<K, V> => &'a Self: |it| Ok(it);
    [K: 'a, V: 'a, S: 'a] HashMap<K, V, S> => &'a Self: |it| Ok(it);
    [T: Read<'a>] Option<T> => T::As: |it| it.as_ref().ok_or(Lack::Absent)?.read();
    [T: Read<'a> + ?Sized] Box<T> => T::As: |it| (**it).read();
    [T: Read<'a> + ?Sized] Rc<T> => T::As: |it| (**it).read();
    [T: Read<'a> + ?Sized] Arc<T> => T::As: |it| (**it).read();
    ['x, T: Read<'x> + ?Sized] &'x T => T::As: |it| (**it).read();
}

#[cfg(feature = "model")]
containers! {
    [T: Read<'a>] Maybe<T> => T::As: |it| it.as_value().ok_or(Lack::Absent)?.read();
}
