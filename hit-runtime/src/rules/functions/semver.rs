//! `semver(text)`, `isSemver(text)` and the order of versions.

use std::cmp::Ordering;

use crate::rules::functions::call::{Call, Overload};
use crate::rules::semver::Semver;
use crate::rules::value::{Fault, OpaqueValue, Outcome, Value};

pub const OVERLOADS: &[Overload] = &[
    Overload::new("semver", "(string) -> semver", semver),
    Overload::new("semver", "(string, bool) -> semver", semver),
    Overload::total("isSemver", "(string) -> bool", is_semver),
    Overload::total("isSemver", "(string, bool) -> bool", is_semver),
    Overload::total("major", "semver.() -> int", major),
    Overload::total("minor", "semver.() -> int", minor),
    Overload::total("patch", "semver.() -> int", patch),
    Overload::total("isLessThan", "semver.(semver) -> bool", is_less),
    Overload::total("isGreaterThan", "semver.(semver) -> bool", is_greater),
    Overload::total("compareTo", "semver.(semver) -> int", compare_to),
];

fn parse(call: &mut Call<'_, '_>) -> Result<Option<Semver>, Fault> {
    let normalize = match call.args.get(1) {
        None => false,
        Some(Value::Bool(normalize)) => *normalize,
        Some(_) => return Err(Fault::no_such_overload()),
    };
    Ok(Semver::parse(call.text(0)?, normalize))
}

fn semver<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let version = parse(call)?.ok_or_else(|| Fault::other("the text is no semantic version"))?;
    Ok(Value::opaque(OpaqueValue::Semver(version)))
}

fn is_semver<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Bool(parse(call)?.is_some()))
}

fn version<'c>(call: &Call<'c, '_>, index: usize) -> Result<&'c Semver, Fault> {
    match call.opaque(index)? {
        OpaqueValue::Semver(version) => Ok(version),
        _ => Err(Fault::no_such_overload()),
    }
}

fn part<'a>(call: &Call<'_, 'a>, of: fn([u64; 3]) -> u64) -> Outcome<'a> {
    Ok(Value::Int(
        i64::try_from(of(version(call, 0)?.core)).unwrap_or(i64::MAX),
    ))
}

fn major<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    part(call, |[major, _, _]| major)
}

fn minor<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    part(call, |[_, minor, _]| minor)
}

fn patch<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    part(call, |[_, _, patch]| patch)
}

fn order(call: &Call<'_, '_>) -> Result<Ordering, Fault> {
    Ok(version(call, 0)?.compare(version(call, 1)?))
}

fn is_less<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Bool(order(call)?.is_lt()))
}

fn is_greater<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Bool(order(call)?.is_gt()))
}

fn compare_to<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Int(order(call)? as i64))
}
