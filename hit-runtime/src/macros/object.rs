//! Structs.

/// A struct: its members in JSON and how each is read.
#[macro_export]
#[doc(hidden)]
macro_rules! object {
    (
        $name:ident: $node:literal $($judged:ident)*;
        $(const $constant:ident: $constant_wire:literal = $constant_value:literal;)*
        $(deny $denied:literal;)*
        $($wire:literal => $field:ident: $presence:ident $codec:expr;)*
        $(match $pattern:literal => $matched:ident: $matched_codec:expr;)*
        $(rest $extra:ident: $extra_codec:expr;)?
        $(drop $dropped:expr;)?
        $(names $names:expr;)?
        $(count $count:expr;)?
        $(needs $one:ident $other:ident $other_wire:literal;)*
        $(default $defaulted:ident $method:ident: $default_ty:ty = $default:expr;)*
    ) => {
        $crate::__defaults!($name; $($defaulted $method: $default_ty = $default;)*);
        $crate::__model!($name, $node, [$($judged)*], $crate::decode::fields::<Self>());

        impl<'de> $crate::decode::Object<'de> for $name {
            #[allow(unused_mut, unused_variables, unused_assignments)]
            fn members<A: $crate::serde::de::MapAccess<'de>>(
                mut access: A,
                ctx: $crate::decode::Ctx,
            ) -> ::std::result::Result<Self, A::Error> {
                const NAMES: &[&str] = &[$($wire,)* $($constant_wire,)* $($denied,)*];
                $(let mut $field = None;)*
                $(let mut $constant = None;)*
                $(let mut $matched = ::std::default::Default::default();)*
                $(let mut $extra = ::std::default::Default::default();)?
                let mut unkept = $crate::types::Dropped::default();
                let mut members = 0;
                let mut hint = 0;
                while let Some(key) = $crate::decode::key(&mut access, NAMES, hint)? {
                    members += 1;
                    match key {
                        $crate::decode::Key::At(at) => {
                            hint = at + 1;
                            let mut arm = 0;
                            'arm: {
                                $(
                                    if at == arm {
                                        break 'arm $crate::decode::put(&mut $field, $wire, &mut access, $codec, ctx);
                                    }
                                    arm += 1;
                                )*
                                $(
                                    if at == arm {
                                        const VALUE: &[&str; 1] = &[$constant_value];
                                        break 'arm $crate::decode::constant(&mut $constant, $constant_wire, &mut access, VALUE, ctx);
                                    }
                                    arm += 1;
                                )*
                                $crate::decode::unknown(NAMES[at], NAMES)
                            }
                        }
                        $crate::decode::Key::Other(name) => 'other: {
                            $($crate::decode::hold($names(name.as_str()))?;)?
                            $(
                                if $crate::decode::matches(&name, $crate::regex!($pattern)) {
                                    break 'other $crate::decode::keep(&mut $matched, name, &mut access, $matched_codec, ctx);
                                }
                            )*
                            $(
                                break 'other $crate::decode::keep(&mut $extra, name, &mut access, $extra_codec, ctx);
                            )?
                            $(
                                break 'other $crate::decode::keep(&mut unkept, name, &mut access, $crate::decode::discard($dropped), ctx);
                            )?
                            #[allow(unreachable_code)]
                            $crate::decode::unknown(&name, NAMES)
                        }
                    }?
                }
                $($crate::decode::hold($count(members))?;)?
                $($crate::decode::hold($crate::decode::dependent($one.is_some(), $other.is_some(), $other_wire))?;)*
                $($crate::__field!(required $constant $constant_wire);)*
                Ok(Self {
                    $($field: $crate::__field!($presence $field $wire),)*
                    $($matched,)*
                    $($extra,)?
                })
            }
        }

        impl $crate::serde::Serialize for $name {
            #[allow(unused_mut)]
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                let mut map = $crate::encode::Members::new(serializer);
                $(map.required($constant_wire, $constant_value);)*
                $(map.$presence($wire, &self.$field);)*
                $(map.all(&self.$matched);)*
                $(map.all(&self.$extra);)?
                map.end()
            }
        }
    };
}

/// A pattern compiled on first use.
#[macro_export]
#[doc(hidden)]
macro_rules! regex {
    ($pattern:literal) => {{
        static PATTERN: $crate::decode::LazyPattern = $crate::decode::LazyPattern::new($pattern);
        &PATTERN
    }};
}

/// A format looked up on first use.
#[macro_export]
#[doc(hidden)]
macro_rules! known_format {
    ($name:literal) => {{
        static FORMAT: $crate::decode::LazyFormat = $crate::decode::LazyFormat::new($name);
        &FORMAT
    }};
}

/// The value of a field, by how the member may be absent.
#[macro_export]
#[doc(hidden)]
macro_rules! __field {
    (required $slot:ident $wire:literal) => {
        match $slot {
            Some(value) => value,
            None => return $crate::decode::missing($wire),
        }
    };
    (optional $slot:ident $wire:literal) => {
        $slot
    };
    (maybe $slot:ident $wire:literal) => {
        $slot.unwrap_or_default()
    };
}

/// Accessors that fill in the default of the schema.
#[macro_export]
#[doc(hidden)]
macro_rules! __defaults {
    ($name:ident;) => {};
    ($name:ident; $($field:ident $method:ident: $ty:ty = $default:expr;)+) => {
        impl $name {
            $(
                /// The member, or its default where it is absent.
                #[allow(dead_code)]
                #[must_use]
                pub fn $method(&self) -> $ty {
                    $crate::decode::or_default(&self.$field, $default)
                }
            )+
        }
    };
}
