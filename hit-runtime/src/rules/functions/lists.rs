//! Lists: positions, parts, flattening.

use crate::rules::functions::call::{Call, Overload};
use crate::rules::value::{Fault, Meter, Outcome, Value, equal};

pub const OVERLOADS: &[Overload] = &[
    Overload::total("indexOf", "list(A).(A) -> int", index_of),
    Overload::total("lastIndexOf", "list(A).(A) -> int", last_index_of),
    Overload::total("reverse", "list(A).() -> list(A)", reverse),
    Overload::new("slice", "list(A).(int, int) -> list(A)", slice),
    Overload::total("flatten", "list(list(A)).() -> list(A)", flatten),
    Overload::new("flatten", "list(dyn).(int) -> list(dyn)", flatten),
    Overload::total("distinct", "list(A).() -> list(A)", distinct),
    Overload::new("lists.range", "(int) -> list(int)", range),
    Overload::total("first", "list(A).() -> optional(A)", first),
    Overload::total("last", "list(A).() -> optional(A)", last),
];

fn int(index: usize) -> Value<'static> {
    Value::Int(i64::try_from(index).unwrap_or(i64::MAX))
}

fn index_of<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let (items, wanted) = (call.items(0)?, call.arg(1)?);
    for (index, item) in items.iter().enumerate() {
        if equal(item, wanted, call.meter)? {
            return Ok(int(index));
        }
    }
    Ok(Value::Int(-1))
}

fn last_index_of<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let (items, wanted) = (call.items(0)?, call.arg(1)?);
    for (index, item) in items.iter().enumerate().rev() {
        if equal(item, wanted, call.meter)? {
            return Ok(int(index));
        }
    }
    Ok(Value::Int(-1))
}

fn reverse<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let mut items = call.items(0)?;
    items.reverse();
    Ok(Value::list(items))
}

fn slice<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let items = call.items(0)?;
    let (start, end) = (call.int(1)?, call.int(2)?);
    let wrong = |why: String| Fault::other(format!("cannot slice({start}, {end}), {why}"));
    let (Ok(from), Ok(to)) = (usize::try_from(start), usize::try_from(end)) else {
        return Err(wrong("negative indexes not supported".to_string()));
    };
    if from > to {
        return Err(wrong(
            "start index must be less than or equal to end index".to_string(),
        ));
    }
    match items.get(from..to) {
        Some(part) => Ok(Value::list(part.to_vec())),
        None => Err(wrong(format!("list is length {}", items.len()))),
    }
}

fn flatten<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let items = call.items(0)?;
    let levels = if call.args.len() > 1 { call.int(1)? } else { 1 };
    if levels < 0 {
        return Err(Fault::other("level must be non-negative"));
    }
    let mut flat = Vec::new();
    flatten_into(&mut flat, items, levels, call.meter)?;
    Ok(Value::list(flat))
}

fn flatten_into<'a>(
    flat: &mut Vec<Value<'a>>,
    items: Vec<Value<'a>>,
    levels: i64,
    meter: &mut Meter,
) -> Result<(), Fault> {
    for item in items {
        meter.charge(1)?;
        match item {
            Value::List(inner) if levels > 0 => {
                flatten_into(flat, inner.to_vec()?, levels - 1, meter)?
            }
            other => flat.push(other),
        }
    }
    Ok(())
}

fn distinct<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let mut kept: Vec<Value<'a>> = Vec::new();
    'items: for item in call.items(0)? {
        for other in &kept {
            if equal(other, &item, call.meter)? {
                continue 'items;
            }
        }
        kept.push(item);
    }
    Ok(Value::list(kept))
}

fn range<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let end = call.int(0)?;
    call.meter.charge(u64::try_from(end).unwrap_or(0))?;
    Ok(Value::list((0..end).map(Value::Int).collect()))
}

fn first<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let found = call.list(0)?.get(0);
    found.map_or(Ok(Value::Optional(None)), |found| found.map(Value::some))
}

fn last<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let list = call.list(0)?;
    let found = list.len().checked_sub(1).and_then(|index| list.get(index));
    found.map_or(Ok(Value::Optional(None)), |found| found.map(Value::some))
}
