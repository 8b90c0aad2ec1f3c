//! Constraints of members.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::{BTreeSet, HashSet, VecDeque};
use std::rc::Rc;
use std::sync::Arc;

use super::number::{AsNumber, Limit, Number};
#[cfg(feature = "patterns")]
use super::pattern::EcmaPattern;
#[cfg(feature = "formats")]
use crate::format;
use crate::place::Place;
use crate::report::{Report, Severity, Violation};

/// What is constrained: as JSON has it, or nothing when it is absent.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` has no such constraint: the schema would not say it either",
    label = "cannot be constrained like this",
    note = "lengths are of texts and lists, ranges of numbers, patterns and formats of texts; write a `#[rule(…)]` for other types"
)]
pub trait Constrained<Kind> {
    /// What is compared.
    type Measure<'a>
    where
        Self: 'a;

    /// What is compared.
    fn measure(&self) -> Option<Self::Measure<'_>>;
}

/// Constraints of lengths.
#[derive(Debug)]
pub struct OfLength;
/// Constraints of numbers.
#[derive(Debug)]
pub struct OfNumber;
/// Constraints of texts.
#[derive(Debug)]
pub struct OfText;

/// A length, and of what.
#[derive(Clone, Copy, Debug)]
pub struct Length {
    count: usize,
    is_text: bool,
}

macro_rules! through {
    ($($pointer:ty),*) => {
        $(impl<K, T: Constrained<K> + ?Sized> Constrained<K> for $pointer {
            type Measure<'a> = T::Measure<'a> where Self: 'a;

            #[inline]
            fn measure(&self) -> Option<T::Measure<'_>> {
                (**self).measure()
            }
        })*
    };
}

through!(Box<T>, Rc<T>, Arc<T>, &T);

impl<K, T: Constrained<K>> Constrained<K> for Option<T> {
    type Measure<'a>
        = T::Measure<'a>
    where
        Self: 'a;

    #[inline]
    fn measure(&self) -> Option<T::Measure<'_>> {
        self.as_ref()?.measure()
    }
}

macro_rules! texts {
    ($($ty:ty),*) => {
        $(
            impl Constrained<OfText> for $ty {
                type Measure<'a> = &'a str where Self: 'a;

                #[inline]
                fn measure(&self) -> Option<&str> {
                    Some(self)
                }
            }

            impl Constrained<OfLength> for $ty {
                type Measure<'a> = Length where Self: 'a;

                #[inline]
                fn measure(&self) -> Option<Length> {
                    Some(Length { count: self.chars().count(), is_text: true })
                }
            }
        )*
    };
}

texts!(str, String, Cow<'_, str>);

macro_rules! lists {
    ($([$($generics:tt)*] $ty:ty;)*) => {
        $(impl<T, $($generics)*> Constrained<OfLength> for $ty {
            type Measure<'a> = Length where Self: 'a;

            #[inline]
            fn measure(&self) -> Option<Length> {
                Some(Length { count: self.len(), is_text: false })
            }
        })*
    };
}

lists! {
    [] [T];
    [] Vec<T>;
    [const N: usize] [T; N];
    [] VecDeque<T>;
    [] BTreeSet<T>;
    [S] HashSet<T, S>;
}

macro_rules! numbers {
    ($($ty:ty)*) => {
        $(impl Constrained<OfNumber> for $ty {
            type Measure<'a> = Number;

            #[inline]
            fn measure(&self) -> Option<Number> {
                Some(self.as_number())
            }
        })*
    };
}

numbers!(i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64);

#[cold]
fn violated(report: &mut Report, code: &str, at: &Place<'_>, schema: &str, message: String) {
    report.violations.push(Violation {
        code: code.to_owned(),
        severity: Severity::Error,
        instance: at.pointer(),
        schema: format!("{schema}/{code}"),
        message,
        span: None,
    });
}

/// `length(…)`: code points of a text, elements of a list.
#[inline]
pub fn check_length<'v, T>(
    value: &'v T,
    min: Option<usize>,
    max: Option<usize>,
    at: &Place<'_>,
    schema: &str,
    report: &mut Report,
) where
    T: Constrained<OfLength, Measure<'v> = Length> + ?Sized,
{
    let Some(length) = value.measure() else {
        return;
    };
    let (least, most, unit) = match length.is_text {
        true => ("minLength", "maxLength", "characters"),
        false => ("minItems", "maxItems", "items"),
    };
    let count = length.count;
    if let Some(min) = min.filter(|min| count < *min) {
        let message = format!("expected at least {min} {unit}, found {count}");
        violated(report, least, at, schema, message);
    }
    if let Some(max) = max.filter(|max| count > *max) {
        let message = format!("expected at most {max} {unit}, found {count}");
        violated(report, most, at, schema, message);
    }
}

/// `range(…)`
#[inline]
pub fn check_range<'v, T>(
    value: &'v T,
    limits: &[Limit],
    at: &Place<'_>,
    schema: &str,
    report: &mut Report,
) where
    T: Constrained<OfNumber, Measure<'v> = Number> + ?Sized,
{
    let Some(value) = value.measure() else { return };
    for limit in limits {
        let (limit, code, wanted, fits) = match *limit {
            Limit::AtLeast(limit) => (
                limit,
                "minimum",
                "at least",
                [Ordering::Greater, Ordering::Equal],
            ),
            Limit::AtMost(limit) => (
                limit,
                "maximum",
                "at most",
                [Ordering::Less, Ordering::Equal],
            ),
            Limit::MoreThan(limit) => (
                limit,
                "exclusiveMinimum",
                "more than",
                [Ordering::Greater; 2],
            ),
            Limit::LessThan(limit) => (limit, "exclusiveMaximum", "less than", [Ordering::Less; 2]),
        };
        if !value
            .order(limit)
            .is_some_and(|order| fits.contains(&order))
        {
            let message = format!("expected {wanted} {limit}, found {value}");
            violated(report, code, at, schema, message);
        }
    }
}

/// `regex(…)`, `pattern(…)`
#[cfg(feature = "patterns")]
#[inline]
pub fn check_pattern<'v, T>(
    value: &'v T,
    pattern: &EcmaPattern,
    at: &Place<'_>,
    schema: &str,
    report: &mut Report,
) where
    T: Constrained<OfText, Measure<'v> = &'v str> + ?Sized,
{
    let Some(text) = value.measure() else { return };
    let message = match pattern.is_match(text) {
        (_, Some(true)) => return,
        (pattern, Some(false)) => format!("expected text matching `{pattern}`, found {text:?}"),
        (pattern, None) => format!("`{pattern}` is no regular expression of JSON Schema"),
    };
    violated(report, "pattern", at, schema, message);
}

/// `contains(…)`
#[inline]
pub fn check_contains<'v, T>(
    value: &'v T,
    part: &str,
    at: &Place<'_>,
    schema: &str,
    report: &mut Report,
) where
    T: Constrained<OfText, Measure<'v> = &'v str> + ?Sized,
{
    let Some(text) = value.measure() else { return };
    if !text.contains(part) {
        let message = format!("expected text with {part:?} in it, found {text:?}");
        violated(report, "pattern", at, schema, message);
    }
}

/// `email`, `url`, `ip`, `ipv4`, `ipv6`
#[cfg(feature = "formats")]
#[inline]
pub fn check_format<'v, T>(
    value: &'v T,
    name: &str,
    at: &Place<'_>,
    schema: &str,
    report: &mut Report,
) where
    T: Constrained<OfText, Measure<'v> = &'v str> + ?Sized,
{
    let Some(text) = value.measure() else { return };
    let holds = match name {
        "ip" => format::is_ipv4(text) || format::is_ipv6(text),
        name => format::lookup(name).is_some_and(|holds| holds(text)),
    };
    if !holds {
        violated(
            report,
            "format",
            at,
            schema,
            format!("expected format `{name}`, found {text:?}"),
        );
    }
}

/// `required`
#[inline]
pub fn check_required<T>(
    value: &Option<T>,
    name: &str,
    at: &Place<'_>,
    schema: &str,
    report: &mut Report,
) {
    if value.is_none() {
        let schema = schema.split("/properties/").next().unwrap_or(schema);
        violated(
            report,
            "required",
            at,
            schema,
            format!("missing member {name:?}"),
        );
    }
}
