//! Arrays.

use std::fmt;

use serde::de::{Deserializer, SeqAccess, Visitor};

use super::codec::{Codec, Ctx, Seed};
use super::fault::{Fault, Limit, Outcome, fail};

/// See [`seq`].
#[derive(Clone, Copy)]
pub struct Seq<C, F> {
    item: C,
    check: F,
}

/// Reads an array whose items `item` reads and whose length passes `check`.
pub fn seq<C, F: Fn(usize) -> Outcome + Copy>(item: C, check: F) -> Seq<C, F> {
    Seq { item, check }
}

impl<'de, C: Codec<'de>, F: Fn(usize) -> Outcome + Copy> Codec<'de> for Seq<C, F> {
    type Out = Vec<C::Out>;

    fn read<D: Deserializer<'de>>(self, deserializer: D, ctx: Ctx) -> Result<Self::Out, D::Error> {
        deserializer.deserialize_any(SeqVisitor(self, ctx))
    }
}

struct SeqVisitor<C, F>(Seq<C, F>, Ctx);

impl<'de, C: Codec<'de>, F: Fn(usize) -> Outcome> Visitor<'de> for SeqVisitor<C, F> {
    type Value = Vec<C::Out>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let ctx = self.1.deeper()?;
        let mut items = Vec::new();
        while let Some(item) = access.next_element_seed(Seed(self.0.item, ctx))? {
            items.push(item);
        }
        (self.0.check)(items.len()).map_err(fail)?;
        Ok(items)
    }
}

/// See [`unique_seq`].
#[derive(Clone, Copy)]
pub struct UniqueSeq<C>(C);

/// Reads with `inner` an array in which no two items are equal. For items
/// whose Rust order is JSON equality: strings, integers, closed sets.
pub fn unique_seq<C>(inner: C) -> UniqueSeq<C> {
    UniqueSeq(inner)
}

impl<'de, T: Ord, C: Codec<'de, Out = Vec<T>>> Codec<'de> for UniqueSeq<C> {
    type Out = Vec<T>;

    fn read<D: Deserializer<'de>>(self, deserializer: D, ctx: Ctx) -> Result<Vec<T>, D::Error> {
        let items = self.0.read(deserializer, ctx)?;
        if has_twins(&items) {
            return Err(fail(Fault::new("uniqueItems", Limit::Text("true"))));
        }
        Ok(items)
    }
}

fn has_twins<T: Ord>(items: &[T]) -> bool {
    let mut sorted: Vec<&T> = items.iter().collect();
    sorted.sort_unstable();
    sorted.windows(2).any(|pair| pair[0] == pair[1])
}

/// Reads an array of any length.
pub fn list<C>(item: C) -> Seq<C, fn(usize) -> Outcome> {
    Seq {
        item,
        check: |_| Ok(()),
    }
}
