//! Arrays whose places differ.

/// A tuple: how each place is read.
#[macro_export]
#[doc(hidden)]
macro_rules! tuple {
    (
        $name:ident: $node:literal $($judged:ident)*;
        $(at $at:tt $place:ident: $presence:ident $codec:expr;)*
        $(rest $rest_at:tt: $rest:expr;)?
        $(count $count:expr;)?
    ) => {
        $crate::__model!($name, $node, [$($judged)*], $crate::decode::places::<Self>());

        impl<'de> $crate::decode::Elements<'de> for $name {
            #[allow(unused_mut, unused_variables)]
            fn elements<A: $crate::serde::de::SeqAccess<'de>>(
                mut items: A,
                ctx: $crate::decode::Ctx,
            ) -> ::std::result::Result<Self, A::Error> {
                let mut items_read = 0;
                $(
                    let $place = $crate::decode::next(&mut items, $codec, ctx)?;
                    items_read += usize::from($place.is_some());
                    let $place = $crate::__field!($presence $place "item");
                )*
                $(let rest = $crate::decode::remaining(&mut items, &mut items_read, $rest, ctx)?;)?
                $crate::decode::no_more(&mut items, ctx)?;
                $($crate::decode::hold($count(items_read))?;)?
                Ok($crate::__tuple_value!([$($place)*], [$($rest_at rest)?]))
            }
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                let mut items = $crate::decode::Writer::new(serializer)?;
                $(items.$presence(&self.$at)?;)*
                $(for item in &self.$rest_at { items.required(item)?; })?
                items.end()
            }
        }
    };
}

/// The tuple itself.
#[macro_export]
#[doc(hidden)]
macro_rules! __tuple_value {
    ([$($place:ident)*], [$at:tt $rest:ident]) => {
        Self($($place,)* $rest)
    };
    ([$($place:ident)*], []) => {
        Self($($place,)*)
    };
}
