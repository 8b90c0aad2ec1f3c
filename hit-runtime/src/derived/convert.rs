//! Conversions: `string(…)`, `int(…)`, `timestamp(…)`, …

use super::network::Ip;
use super::text::Text;
use crate::rules::{self, Cidr, Duration, Timestamp, Tried};

macro_rules! conversions {
    ($($trait:ident $function:ident $out:ty, $what:literal: $([] $from:ty => |$value:ident| $made:expr;)*)*) => {
        $(
            #[doc = concat!("What can be made ", $what, ".")]
            #[diagnostic::on_unimplemented(
                message = "rules cannot convert a `{Self}` to this",
                label = "cannot be converted"
            )]
            pub trait $trait<'o> {
                /// Converts.
                ///
                /// # Errors
                /// When the value has no counterpart.
                fn convert(self) -> Tried<$out>;
            }

            #[doc = concat!("The value made ", $what, ".")]
            ///
            /// # Errors
            /// When it has no counterpart.
            pub fn $function<'o, V: $trait<'o>>(value: V) -> Tried<$out> {
                value.convert()
            }

            $(impl<'o> $trait<'o> for $from {
                #[inline]
                fn convert(self) -> Tried<$out> {
                    let $value = self;
                    $made
                }
            })*
        )*
    };
}

conversions! {
    ToText to_text Text<'o>, "a text":
        [] Text<'o> => |it| Ok(it);
        [] bool => |it| Ok(it.to_string().into());
        [] i64 => |it| Ok(it.to_string().into());
        [] u64 => |it| Ok(it.to_string().into());
        [] f64 => |it| Ok(rules::double_text(it).into());
        [] Timestamp => |it| Ok(it.to_string().into());
        [] Duration => |it| Ok(it.to_string().into());
        [] Ip => |it| Ok(it.0.to_string().into());
        [] Cidr => |it| Ok(it.to_string().into());
    ToInt to_int i64, "an integer":
        [] i64 => |it| Ok(it);
        [] u64 => |it| rules::int_of_uint(it);
        [] f64 => |it| rules::int_of_double(it);
        [] Text<'o> => |it| rules::int_of_text(&it);
    ToDouble to_double f64, "a double":
        [] f64 => |it| Ok(it);
        [] i64 => |it| Ok(it as f64);
        [] u64 => |it| Ok(it as f64);
        [] Text<'o> => |it| rules::double_of_text(&it);
    ToTimestamp to_timestamp Timestamp, "a timestamp":
        [] Timestamp => |it| Ok(it);
        [] Text<'o> => |it| rules::timestamp(&it);
    ToDuration to_duration Duration, "a duration":
        [] Duration => |it| Ok(it);
        [] Text<'o> => |it| rules::duration(&it);
}
