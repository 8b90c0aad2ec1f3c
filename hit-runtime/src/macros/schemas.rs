//! `schemars::JsonSchema` of generated types.

/// Each type with its document, the URI of that, and the place of the type.
#[macro_export]
#[doc(hidden)]
macro_rules! json_schemas {
    ($($name:ident: $document:ident $base:literal $place:literal;)*) => {
        $(impl $crate::schemars::JsonSchema for $name {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                ::std::borrow::Cow::Borrowed(stringify!($name))
            }

            fn schema_id() -> ::std::borrow::Cow<'static, str> {
                ::std::borrow::Cow::Borrowed(concat!(module_path!(), "::", stringify!($name)))
            }

            fn json_schema(_: &mut $crate::schemars::SchemaGenerator) -> $crate::schemars::Schema {
                $crate::schema_of($document, $base, $place)
            }
        })*
    };
}
