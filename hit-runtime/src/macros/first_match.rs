//! Unions that only the engine can decide.

/// A union whose first accepting arm holds the value.
#[macro_export]
#[doc(hidden)]
macro_rules! first_match {
    (
        $name:ident: $node:literal $($judged:ident)*;
        $($arm:ident = $arm_node:literal: $codec:expr;)*
    ) => {
        $crate::__model!($name, $node, [$($judged)*], $crate::decode::first_match::<Self>(&CHECKS, $node));

        impl $crate::decode::Ordered for $name {
            const ARMS: &'static [$crate::check::NodeId] = &[$($arm_node),*];

            #[allow(unused_assignments)]
            fn arm(
                at: usize,
                value: $crate::Value,
                ctx: $crate::decode::Ctx,
            ) -> ::std::result::Result<Self, $crate::decode::JsonError> {
                let mut place = 0;
                $(
                    if at == place {
                        return $crate::decode::Codec::read($codec, value, ctx).map(Self::$arm);
                    }
                    place += 1;
                )*
                $crate::decode::no_arm()
            }
        }

        $crate::__union_writes!($name; $($arm)*);
    };
}
