//! Unions that one member decides.

/// A union that the string in one member decides.
#[macro_export]
#[doc(hidden)]
macro_rules! by_tag {
    (
        $name:ident: $node:literal $($judged:ident)*;
        tag $tag:literal;
        $($($value:literal)|+ => $arm:ident: $codec:expr;)*
        $(other => $other:ident: $other_codec:expr;)?
    ) => {
        $crate::__model!($name, $node, [$($judged)*], $crate::decode::by_tag::<Self>());

        $crate::__tagged!($name; $tag; $($($value)|+ => $arm: $codec;)* $(other => $other: $other_codec;)?);
        $crate::__union_writes!($name; $($arm)* $($other)?);
    };
}

/// How the arms of a union are chosen by their tags.
#[macro_export]
#[doc(hidden)]
macro_rules! __tagged {
    (
        $name:ident; $tag:literal;
        $($($value:literal)|+ => $arm:ident: $codec:expr;)*
        $(other => $other:ident: $other_codec:expr;)?
    ) => {
        impl<'de> $crate::decode::Tagged<'de> for $name {
            const TAG: &'static str = $tag;
            const KNOWN: &'static [&'static str] = &[$($($value,)+)*];
            const OTHERS: bool = {
                let others: &[&str] = &[$(stringify!($other))?];
                !others.is_empty()
            };

            #[allow(unreachable_patterns)]
            fn arm<D: $crate::serde::Deserializer<'de>>(
                tag: ::std::option::Option<&str>,
                deserializer: D,
                ctx: $crate::decode::Ctx,
            ) -> ::std::result::Result<Self, D::Error> {
                match tag {
                    $($(::std::option::Option::Some($value))|+ => {
                        $crate::decode::Codec::read($codec, deserializer, ctx).map(Self::$arm)
                    })*
                    $(_ => $crate::decode::Codec::read($other_codec, deserializer, ctx).map(Self::$other),)?
                    _ => $crate::decode::unknown_tag(tag, Self::KNOWN),
                }
            }
        }
    };
}

/// How a union is written: as its arm.
#[macro_export]
#[doc(hidden)]
macro_rules! __union_writes {
    ($name:ident; $($arm:ident)*) => {
        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                match self {
                    $(Self::$arm(value) => $crate::serde::Serialize::serialize(value, serializer),)*
                }
            }
        }
    };
}

/// Conversions from what only one arm of a union holds.
#[macro_export]
#[doc(hidden)]
macro_rules! from_arms {
    ($name:ident; $($arm:ident: $ty:ty,)*) => {
        $(
            impl ::std::convert::From<$ty> for $name {
                fn from(value: $ty) -> Self {
                    Self::$arm(value)
                }
            }
        )*
    };
}
