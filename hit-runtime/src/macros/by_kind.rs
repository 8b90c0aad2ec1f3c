//! Unions that the JSON type decides.

/// A union that the JSON type of the value decides, and among objects a tag.
#[macro_export]
#[doc(hidden)]
macro_rules! by_kind {
    (
        $name:ident: $node:literal $($judged:ident)*;
        $($arm:ident($($kind:ident)*): $codec:expr;)*
        $([tag $tag:literal]; $($($value:literal)|+ => $tagged:ident: $tagged_codec:expr;)*)?
    ) => {
        $crate::__model!($name, $node, [$($judged)*], $crate::decode::by_kind::<Self>());

        impl<'de> $crate::decode::ByKind<'de> for $name {
            const EXPECTED: &'static str =
                concat!("one of:", $($(" ", stringify!($kind),)*)* $(" object with ", $tag)?);
            $($($crate::__kind!($kind $arm $codec);)*)*
            $($crate::__object_by_tag!($tag);)?
        }

        $($crate::__tagged!($name; $tag; $($($value)|+ => $tagged: $tagged_codec;)*);)?
        $crate::__union_writes!($name; $($arm)* $($($tagged)*)?);
    };
}

/// How one JSON type is read.
#[macro_export]
#[doc(hidden)]
macro_rules! __kind {
    (null $arm:ident $codec:expr) => {
        fn null<E: $crate::serde::de::Error>(
            ctx: $crate::decode::Ctx,
        ) -> ::std::result::Result<Self, E> {
            $crate::decode::read_null($codec, ctx).map(Self::$arm)
        }
    };
    (boolean $arm:ident $codec:expr) => {
        fn boolean<E: $crate::serde::de::Error>(
            value: bool,
            ctx: $crate::decode::Ctx,
        ) -> ::std::result::Result<Self, E> {
            $crate::decode::read_boolean($codec, value, ctx).map(Self::$arm)
        }
    };
    ($kind:ident $arm:ident $codec:expr) => {
        fn $kind<D: $crate::serde::Deserializer<'de>>(
            deserializer: D,
            ctx: $crate::decode::Ctx,
        ) -> ::std::result::Result<Self, D::Error> {
            $crate::decode::Codec::read($codec, deserializer, ctx).map(Self::$arm)
        }
    };
}

/// How objects are read that a tag tells apart.
#[macro_export]
#[doc(hidden)]
macro_rules! __object_by_tag {
    ($tag:literal) => {
        fn object<D: $crate::serde::Deserializer<'de>>(
            deserializer: D,
            ctx: $crate::decode::Ctx,
        ) -> ::std::result::Result<Self, D::Error> {
            $crate::decode::Codec::read($crate::decode::by_tag::<Self>(), deserializer, ctx)
        }
    };
}
