//! Rules at the end of reading a value.

use serde::de::{Deserializer, Error};

use super::codec::{Codec, Ctx};
use crate::validate::Ruled;

/// See [`ruled`].
#[derive(Clone, Copy)]
pub struct RuledCodec<C>(C);

/// Reads with `inner`, and refuses a value that one of its rules refuses.
pub fn ruled<C>(inner: C) -> RuledCodec<C> {
    RuledCodec(inner)
}

impl<'de, C: Codec<'de>> Codec<'de> for RuledCodec<C>
where
    C::Out: Ruled,
{
    type Out = C::Out;

    fn read<D: Deserializer<'de>>(self, deserializer: D, ctx: Ctx) -> Result<C::Out, D::Error> {
        let value = self.0.read(deserializer, ctx)?;
        match ctx.is_ruled().then(|| value.broken()).flatten() {
            None => Ok(value),
            Some(id) => Err(D::Error::custom(format_args!(
                "the rule `{id}` does not hold"
            ))),
        }
    }
}
