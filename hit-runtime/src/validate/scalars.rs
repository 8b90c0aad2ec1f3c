//! Values with nothing inside, and sets.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet, VecDeque};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::num;

use crate::place::Place;
use crate::report::Report;
use crate::validate::context::NoContext;
use crate::validate::traits::Validate;

macro_rules! scalars {
    ($($ty:ty)*) => {
        $(impl Validate for $ty {
            type Context = NoContext;

            #[inline]
            fn validate_at(&self, _: Option<&Self>, _: &NoContext, _: &Place<'_>, _: &mut Report) {}
        })*
    };
}

scalars! {
    () bool char str String Cow<'_, str>
    i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64
    num::NonZeroU8 num::NonZeroU16 num::NonZeroU32 num::NonZeroU64 num::NonZeroUsize
    num::NonZeroI8 num::NonZeroI16 num::NonZeroI32 num::NonZeroI64 num::NonZeroIsize
    IpAddr Ipv4Addr Ipv6Addr std::path::PathBuf std::time::Duration std::time::SystemTime
}

#[cfg(feature = "model")]
scalars! {
    serde_json::Value crate::types::Integer crate::types::Number
}

macro_rules! lists {
    ($([$($generics:tt)*] $list:ty;)*) => {
        $(impl<T: Validate, $($generics)*> Validate for $list {
            type Context = T::Context;

            fn validate_at(
                &self,
                _old: Option<&Self>,
                ctx: &Self::Context,
                at: &Place<'_>,
                report: &mut Report,
            ) {
                for (index, item) in self.iter().enumerate() {
                    item.validate_at(None, ctx, &at.index(index), report);
                }
            }
        })*
    };
}

lists! {
    [] VecDeque<T>;
    [] BTreeSet<T>;
    [S] HashSet<T, S>;
}
