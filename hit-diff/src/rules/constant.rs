//! Constants of rules as values of JSON.

use hit_rules::ast::Literal as Constant;
use hit_rules::typed::{Typed, TypedKind};
use serde_json::{Number, Value};

/// Integers up to here are the same as integers and as floats.
const SAFE: i64 = 9_007_199_254_740_991;

/// The value of a constant that means the same here and there.
pub(super) fn constant(typed: &Typed) -> Option<Value> {
    let number = |value: i64| (-SAFE..=SAFE).contains(&value).then(|| Value::from(value));
    match &typed.kind {
        TypedKind::Constant(literal) => match literal {
            Constant::Bool(value) => Some(Value::Bool(*value)),
            Constant::Int(value) => number(*value),
            Constant::UInt(value) => number(i64::try_from(*value).ok()?),
            #[expect(clippy::cast_precision_loss, reason = "the limit is exact")]
            Constant::Double(value) if value.abs() <= SAFE as f64 => {
                Number::from_f64(*value).map(Value::Number)
            }
            Constant::String(text) => Some(Value::String(text.to_string())),
            _ => None,
        },
        TypedKind::Call(call) if call.name == "-_" => match call.args.as_slice() {
            [operand] => match constant(operand)? {
                Value::Number(value) => match value.as_i64() {
                    Some(value) => number(-value),
                    None => Number::from_f64(-value.as_f64()?).map(Value::Number),
                },
                _ => None,
            },
            _ => None,
        },
        _ => None,
    }
}

/// All constants of an expression.
pub(super) fn literals(typed: &Typed, out: &mut Vec<Value>) {
    out.extend(constant(typed).filter(|value| !value.is_boolean()));
    for child in typed.children() {
        literals(child, out);
    }
}
