//! One value with a name.

/// A named type around one value.
#[macro_export]
#[doc(hidden)]
macro_rules! newtype {
    ($name:ident: $node:literal $($judged:ident)*; $ty:ty => $codec:expr;) => {
        $crate::__model!($name, $node, [$($judged)*], $crate::decode::wrapped($codec, Self));

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                $crate::serde::Serialize::serialize(&self.0, serializer)
            }
        }

        impl ::std::convert::From<$ty> for $name {
            fn from(value: $ty) -> Self {
                Self(value)
            }
        }
    };
}
