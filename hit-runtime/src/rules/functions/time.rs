//! Parts of timestamps and durations.

use crate::rules::functions::call::{Call, Overload};
use crate::rules::time::{Civil, offset_seconds};
use crate::rules::value::{Fault, Outcome, Value};

macro_rules! parts {
    ($($name:literal $run:ident;)*) => {
        &[
            $(
                Overload::total($name, "timestamp.() -> int", $run),
                Overload::new($name, "timestamp.(string) -> int", $run),
            )*
            Overload::total("getHours", "duration.() -> int", hours),
            Overload::total("getMinutes", "duration.() -> int", minutes),
            Overload::total("getSeconds", "duration.() -> int", seconds),
            Overload::total("getMilliseconds", "duration.() -> int", milliseconds),
        ]
    };
}

pub const OVERLOADS: &[Overload] = parts! {
    "getFullYear" year;
    "getMonth" month;
    "getDate" date;
    "getDayOfMonth" day_of_month;
    "getDayOfWeek" day_of_week;
    "getDayOfYear" day_of_year;
    "getHours" hours;
    "getMinutes" minutes;
    "getSeconds" seconds;
    "getMilliseconds" milliseconds;
};

fn civil(call: &mut Call<'_, '_>) -> Result<Civil, Fault> {
    let at = call.timestamp(0)?;
    let offset = if call.args.len() > 1 {
        let zone = call.text(1)?;
        offset_seconds(zone, at).ok_or_else(|| Fault::other(format!("unknown time zone {zone}")))?
    } else {
        0
    };
    Ok(Civil::from_seconds(at.seconds() + offset))
}

fn year<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Int(civil(call)?.year))
}

fn month<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Int(civil(call)?.month - 1))
}

fn date<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Int(civil(call)?.day))
}

fn day_of_month<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Int(civil(call)?.day - 1))
}

fn day_of_week<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Int(civil(call)?.weekday))
}

fn day_of_year<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Int(civil(call)?.year_day))
}

/// The part of a timestamp, or the whole of a duration in a unit of so many nanoseconds.
fn part<'a>(call: &mut Call<'_, 'a>, unit: i64, of: fn(Civil) -> i64) -> Outcome<'a> {
    match call.arg(0)? {
        Value::Duration(duration) => Ok(Value::Int(duration.nanoseconds / unit)),
        _ => Ok(Value::Int(of(civil(call)?))),
    }
}

fn hours<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    part(call, 3_600_000_000_000, |at| at.hour)
}

fn minutes<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    part(call, 60_000_000_000, |at| at.minute)
}

fn seconds<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    part(call, 1_000_000_000, |at| at.second)
}

fn milliseconds<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    if let Value::Timestamp(at) = call.arg(0)? {
        civil(call)?;
        return Ok(Value::Int(i64::from(at.nanos() / 1_000_000)));
    }
    part(call, 1_000_000, |at| at.second)
}
