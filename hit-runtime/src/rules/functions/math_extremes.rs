//! `math.greatest` and `math.least` of one to five numbers, or of a list.

use std::cmp::Ordering;

use crate::rules::functions::call::{Call, Overload};
use crate::rules::value::{Fault, Outcome, Value, compare_numbers};

macro_rules! extremes {
    ($($name:literal $run:ident;)*) => {
        &[$(
            Overload::total($name, "(int) -> int", $run),
            Overload::total($name, "(uint) -> uint", $run),
            Overload::total($name, "(double) -> double", $run),
            Overload::new($name, "(list(int)) -> int", $run),
            Overload::new($name, "(list(uint)) -> uint", $run),
            Overload::new($name, "(list(double)) -> double", $run),
            Overload::total($name, "(int, int) -> int", $run),
            Overload::total($name, "(uint, uint) -> uint", $run),
            Overload::total($name, "(double, double) -> double", $run),
            Overload::total($name, "(int, uint) -> dyn", $run),
            Overload::total($name, "(int, double) -> dyn", $run),
            Overload::total($name, "(uint, int) -> dyn", $run),
            Overload::total($name, "(uint, double) -> dyn", $run),
            Overload::total($name, "(double, int) -> dyn", $run),
            Overload::total($name, "(double, uint) -> dyn", $run),
            Overload::new($name, "(dyn, dyn, dyn) -> dyn", $run),
            Overload::new($name, "(dyn, dyn, dyn, dyn) -> dyn", $run),
            Overload::new($name, "(dyn, dyn, dyn, dyn, dyn) -> dyn", $run),
        )*]
    };
}

pub const OVERLOADS: &[Overload] = extremes! {
    "math.greatest" greatest;
    "math.least" least;
};

fn greatest<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    extreme(call, Ordering::Greater)
}

fn least<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    extreme(call, Ordering::Less)
}

fn extreme<'a>(call: &mut Call<'_, 'a>, wanted: Ordering) -> Outcome<'a> {
    let items = match call.args {
        [Value::List(_)] => call.items(0)?,
        numbers => numbers.to_vec(),
    };
    let mut best: Option<Value<'a>> = None;
    for item in items {
        if !matches!(item, Value::Int(_) | Value::UInt(_) | Value::Double(_)) {
            return Err(Fault::no_such_overload());
        }
        let better = best
            .as_ref()
            .is_none_or(|best| compare_numbers(&item, best) == Some(wanted));
        if better {
            best = Some(item);
        }
    }
    best.ok_or_else(|| Fault::other("the list is empty"))
}
