//! What every generated type has.

/// Ties a generated type to its codec, to serde and to its schema.
#[macro_export]
#[doc(hidden)]
macro_rules! __model {
    ($name:ident, $node:literal, [$($judged:ident)*], $codec:expr) => {
        impl<'de> $crate::decode::Decode<'de> for $name {
            fn decode<D: $crate::serde::Deserializer<'de>>(
                deserializer: D,
                ctx: $crate::decode::Ctx,
            ) -> ::std::result::Result<Self, D::Error> {
                let codec = $crate::__judge!($node, [$($judged)*], $codec);
                $crate::decode::Codec::read(codec, deserializer, ctx)
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::decode::Decode::decode(deserializer, $crate::decode::Ctx::ROOT)
            }
        }

        $crate::__rules!($name, $node, [$($judged)*]);
    };
}

/// The codec, behind the engine where the type is `checked` as a whole value.
#[macro_export]
#[doc(hidden)]
macro_rules! __judge {
    ($node:literal, [checked], $codec:expr) => {
        $crate::decode::checked(&CHECKS, $node, $codec)
    };
    ($node:literal, [checked ruled], $codec:expr) => {
        $crate::decode::ruled($crate::decode::checked(&CHECKS, $node, $codec))
    };
    ($node:literal, [ruled], $codec:expr) => {
        $crate::decode::ruled($codec)
    };
    ($node:literal, [], $codec:expr) => {
        $codec
    };
}

/// What a type knows of its schema, and how it is validated: with its rules where it is
/// `ruled`.
#[macro_export]
#[doc(hidden)]
macro_rules! __rules {
    ($name:ident, $node:literal, [checked ruled]) => {
        $crate::__rules!($name, $node, [ruled]);
    };
    ($name:ident, $node:literal, [ruled]) => {
        impl $crate::Model for $name {
            const CHECKS: &'static $crate::check::LazyChecker = &CHECKS;
            const NODE: $crate::check::NodeId = $node;

            fn rules() -> ::std::option::Option<&'static dyn $crate::RuleBook> {
                Some(&RULES)
            }
        }

        impl $crate::Validate for $name {
            type Context = <$name as $crate::Ruled>::Context;

            fn validate_at(
                &self,
                old: ::std::option::Option<&Self>,
                ctx: &Self::Context,
                at: &$crate::Place<'_>,
                report: &mut $crate::Report,
            ) {
                $crate::validate_ruled(self, old, ctx, at, report);
            }
        }
    };
    ($name:ident, $node:literal, [$($judged:ident)*]) => {
        impl $crate::Model for $name {
            const CHECKS: &'static $crate::check::LazyChecker = &CHECKS;
            const NODE: $crate::check::NodeId = $node;
        }

        impl $crate::Validate for $name {
            type Context = $crate::NoContext;

            fn validate_at(
                &self,
                _old: ::std::option::Option<&Self>,
                _ctx: &$crate::NoContext,
                at: &$crate::Place<'_>,
                report: &mut $crate::Report,
            ) {
                $crate::check_model(self, at, report);
            }
        }
    };
}
