//! Closed sets of scalars.

/// A closed set of strings.
#[macro_export]
#[doc(hidden)]
macro_rules! words {
    ($name:ident: $node:literal $($judged:ident)*; $($text:literal => $variant:ident,)*) => {
        $crate::__model!($name, $node, [$($judged)*], $crate::decode::words(
            &[$($text),*],
            |found| match found { $($text => Some(Self::$variant),)* _ => None },
        ));

        impl $name {
            /// Every value, in the order of the schema.
            #[allow(dead_code)]
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The value as it stands in JSON.
            #[allow(dead_code)]
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

/// A closed set of scalars of several types.
#[macro_export]
#[doc(hidden)]
macro_rules! scalars {
    ($name:ident: $node:literal $($judged:ident)*; $($value:expr => $variant:ident,)*) => {
        $crate::__model!($name, $node, [$($judged)*], $crate::decode::scalars(|found| {
            $(
                if $crate::decode::Scalar::is($value, found) {
                    return Some(Self::$variant);
                }
            )*
            None
        }));

        impl $name {
            /// Every value, in the order of the schema.
            #[allow(dead_code)]
            pub const ALL: &[Self] = &[$(Self::$variant),*];
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant => $crate::serde::Serialize::serialize(&$value, serializer),)*
                }
            }
        }
    };
}

/// A closed set of values of which some are arrays or objects.
#[macro_export]
#[doc(hidden)]
macro_rules! constants {
    ($name:ident: $node:literal $($judged:ident)?; $($text:literal => $variant:ident,)*) => {
        $crate::__model!($name, $node, [$($judged)?], $crate::decode::constants(Self::values(), Self::ALL));

        impl $name {
            /// Every value, in the order of the schema.
            #[allow(dead_code)]
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            fn values() -> &'static $crate::decode::LazyValues {
                static VALUES: $crate::decode::LazyValues = $crate::decode::LazyValues::new(&[$($text),*]);
                &VALUES
            }

            /// The value as it stands in JSON.
            #[allow(dead_code)]
            #[must_use]
            pub fn value(self) -> &'static $crate::Value {
                Self::values().of(Self::ALL, &self)
            }
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                $crate::serde::Serialize::serialize(self.value(), serializer)
            }
        }
    };
}
