//! Structs.

/// A struct: its members in JSON and how each is read.
#[macro_export]
#[doc(hidden)]
macro_rules! object {
    (
        $name:ident: $node:literal $($judged:ident)?;
        $(const $constant:ident: $constant_wire:literal = $constant_value:literal;)*
        $(deny $denied:literal;)*
        $($wire:literal => $field:ident: $presence:ident $codec:expr;)*
        $(match $pattern:literal => $matched:ident: $matched_codec:expr;)*
        $(rest $extra:ident: $extra_codec:expr;)?
        $(drop $dropped:expr;)?
        $(names $names:expr;)?
        $(count $count:expr;)?
        $(needs $one:ident $other:ident $other_wire:literal;)*
    ) => {
        $crate::__model!($name, $node, [$($judged)?], $crate::decode::fields::<Self>());

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
                            $(
                                if at == arm {
                                    $crate::decode::put(&mut $field, $wire, &mut access, $codec, ctx)?;
                                    continue;
                                }
                                arm += 1;
                            )*
                            $(
                                if at == arm {
                                    const VALUE: &[&str; 1] = &[$constant_value];
                                    $crate::decode::constant(&mut $constant, $constant_wire, &mut access, VALUE, ctx)?;
                                    continue;
                                }
                                arm += 1;
                            )*
                            return $crate::decode::unknown(NAMES[at], NAMES);
                        }
                        $crate::decode::Key::Other(name) => {
                            $($crate::decode::hold($names(name.as_str()))?;)?
                            $(
                                if $crate::decode::matches(&name, $crate::regex!($pattern)) {
                                    $crate::decode::keep(&mut $matched, name, &mut access, $matched_codec, ctx)?;
                                    continue;
                                }
                            )*
                            $(
                                $crate::decode::keep(&mut $extra, name, &mut access, $extra_codec, ctx)?;
                                continue;
                            )?
                            $(
                                $crate::decode::keep(&mut unkept, name, &mut access, $crate::decode::discard($dropped), ctx)?;
                                continue;
                            )?
                            #[allow(unreachable_code)]
                            return $crate::decode::unknown(&name, NAMES);
                        }
                    }
                }
                $($crate::decode::hold($count(members))?;)?
                $($crate::decode::hold($crate::decode::dependent($one.is_some(), $other.is_some(), $other_wire))?;)*
                $($crate::decode::presence::required::<(), _>($constant, $constant_wire)?;)*
                Ok(Self {
                    $($field: $crate::decode::presence::$presence($field, $wire)?,)*
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
                use $crate::serde::ser::SerializeMap as _;
                let mut map = serializer.serialize_map(None)?;
                $(map.serialize_entry($constant_wire, $constant_value)?;)*
                $($crate::encode::$presence(&mut map, $wire, &self.$field)?;)*
                $(for (name, value) in &self.$matched { map.serialize_entry(name, value)?; })*
                $(for (name, value) in &self.$extra { map.serialize_entry(name, value)?; })?
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
