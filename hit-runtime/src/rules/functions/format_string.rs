//! `'%s is %d'.format([…])`.

use crate::rules::functions::call::{Call, Dialect, Overload};
use crate::rules::functions::format_number::{fixed, in_base, scientific, special};
use crate::rules::value::{Fault, Meter, Outcome, Value};

pub const OVERLOADS: &[Overload] = &[Overload::new(
    "format",
    "string.(list(dyn)) -> string",
    format,
)];

/// More decimals than any double has.
const MOST_DECIMALS: usize = 1000;

fn format<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let (text, args) = (call.text(0)?, call.items(1)?);
    let dialect = call.dialect;
    let mut args = args.iter().enumerate();
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        out.push_str(rest.get(..at).unwrap_or(""));
        let clause = Clause::read(rest.get(at + 1..).unwrap_or(""))?;
        rest = clause.rest;
        if clause.letter == '%' {
            out.push('%');
            continue;
        }
        let Some((_, value)) = args.next() else {
            return Err(Fault::other("error during formatting: index out of range"));
        };
        let piece = clause.write(value, dialect, call.meter)?;
        call.meter.charge_bytes(piece.len())?;
        out.push_str(&piece);
    }
    out.push_str(rest);
    call.made(out)
}

struct Clause<'t> {
    letter: char,
    decimals: Option<usize>,
    rest: &'t str,
}

impl<'t> Clause<'t> {
    fn read(text: &'t str) -> Result<Self, Fault> {
        let wrong = |what: &str| Fault::other(format!("could not parse formatting clause: {what}"));
        let mut rest = text;
        let mut decimals = None;
        if let Some(tail) = rest.strip_prefix('.') {
            let len = tail
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(tail.len());
            let number = tail
                .get(..len)
                .unwrap_or("")
                .parse()
                .ok()
                .filter(|number| *number <= MOST_DECIMALS);
            decimals =
                Some(number.ok_or_else(|| wrong("unable to convert precision to an integer"))?);
            rest = tail.get(len..).unwrap_or("");
        }
        let letter = rest
            .chars()
            .next()
            .ok_or_else(|| wrong("unexpected end of string"))?;
        Ok(Self {
            letter,
            decimals,
            rest: rest.get(letter.len_utf8()..).unwrap_or(""),
        })
    }

    fn write(
        &self,
        value: &Value<'_>,
        dialect: Dialect,
        meter: &mut Meter,
    ) -> Result<String, Fault> {
        let wrong = |what: &str| {
            Fault::other(format!(
                "error during formatting: {what}, was given {}",
                value.type_name()
            ))
        };
        match self.letter {
            's' => text(value, meter),
            'd' => match value {
                Value::Double(value) => special(*value),
                other => integer(other).map(|value| value.to_string()),
            }
            .ok_or_else(|| wrong("decimal clause can only be used on integers")),
            'f' => number(value)
                .map(|value| fixed(value, self.decimals.unwrap_or(6)))
                .ok_or_else(|| wrong("fixed-point clause can only be used on doubles")),
            'e' => number(value)
                .map(|value| scientific(value, self.decimals.unwrap_or(6), dialect))
                .ok_or_else(|| wrong("scientific clause can only be used on doubles")),
            'b' => match value {
                Value::Bool(value) => Some(u8::from(*value).to_string()),
                other => integer(other).map(|value| in_base(value, 2)),
            }
            .ok_or_else(|| wrong("only integers and bools can be formatted as binary")),
            'o' => integer(value)
                .map(|value| in_base(value, 8))
                .ok_or_else(|| wrong("octal clause can only be used on integers")),
            'x' | 'X' => {
                let hex = hex(value).ok_or_else(|| {
                    wrong("only integers, byte buffers, and strings can be formatted as hex")
                })?;
                Ok(if self.letter == 'X' {
                    hex.to_ascii_uppercase()
                } else {
                    hex
                })
            }
            other => Err(Fault::other(format!(
                "could not parse formatting clause: unrecognized formatting clause {other:?}"
            ))),
        }
    }
}

fn integer(value: &Value<'_>) -> Option<i128> {
    match value {
        Value::Int(value) => Some(i128::from(*value)),
        Value::UInt(value) => Some(i128::from(*value)),
        _ => None,
    }
}

fn number(value: &Value<'_>) -> Option<f64> {
    match value {
        Value::Double(value) => Some(*value),
        other => integer(other).map(|value| value as f64),
    }
}

fn hex(value: &Value<'_>) -> Option<String> {
    let bytes = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    match value {
        Value::String(text) => Some(bytes(text.as_str().as_bytes())),
        Value::Bytes(value) => Some(bytes(value)),
        other => integer(other).map(|value| in_base(value, 16)),
    }
}

/// Any value as text, as `%s` writes it.
///
/// # Errors
/// Values that have no text, or the budget.
pub fn text(value: &Value<'_>, meter: &mut Meter) -> Result<String, Fault> {
    meter.charge(1)?;
    Ok(match value {
        Value::Null => "null".to_string(),
        Value::Bool(value) => value.to_string(),
        Value::Double(value) => special(*value).unwrap_or_else(|| value.to_string()),
        Value::String(text) => text.as_str().to_string(),
        Value::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        Value::Timestamp(value) => value.to_string(),
        Value::Duration(value) => value.to_string(),
        Value::Type(name) => name.to_string(),
        Value::List(list) => {
            let mut parts = Vec::with_capacity(list.len());
            for item in list.iter() {
                parts.push(text(&item?, meter)?);
            }
            format!("[{}]", parts.join(", "))
        }
        Value::Map(map) => {
            let mut parts = Vec::with_capacity(map.len());
            for key in map.keys() {
                let found = crate::rules::value::Key::from_value(&key)?;
                if let Some(value) = map.get(&found) {
                    parts.push((text(&key, meter)?, text(&value?, meter)?));
                }
            }
            parts.sort();
            let parts: Vec<String> = parts
                .into_iter()
                .map(|(key, value)| format!("{key}: {value}"))
                .collect();
            format!("{{{}}}", parts.join(", "))
        }
        other => match integer(other) {
            Some(value) => value.to_string(),
            None => {
                let what = "string clause can only be used on strings, bools, bytes, ints, doubles, maps, lists, types, durations, and timestamps";
                return Err(Fault::other(format!(
                    "error during formatting: {what}, was given {}",
                    other.type_name()
                )));
            }
        },
    })
}
