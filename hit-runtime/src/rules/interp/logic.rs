//! `&&`, `||`, `?:`: an error on one side is absorbed when the other decides.

use crate::rules::interp::context::Interp;
use crate::rules::typed::Typed;
use crate::rules::value::{Fault, Outcome, Value};

impl<'a> Interp<'_, 'a> {
    /// `&&` when `decisive` is false, `||` when it is true.
    pub fn logic(&mut self, operands: &'a [Typed], decisive: bool) -> Outcome<'a> {
        let mut failed: Option<Fault> = None;
        for operand in operands {
            match self.truth(operand) {
                Ok(value) if value == decisive => return Ok(Value::Bool(decisive)),
                Ok(_) => {}
                Err(fault) if fault.is_final() => return Err(fault),
                Err(fault) => {
                    failed = Some(match failed {
                        Some(first) => first.or_stronger(fault),
                        None => fault,
                    });
                }
            }
        }
        failed.map_or(Ok(Value::Bool(!decisive)), Err)
    }

    /// The truth value of an expression.
    pub fn truth(&mut self, typed: &'a Typed) -> Result<bool, Fault> {
        match self.expression(typed)? {
            Value::Bool(value) => Ok(value),
            _ => Err(Fault::no_such_overload()),
        }
    }

    /// `condition ? then : otherwise`
    pub fn conditional(&mut self, parts: &'a [Typed; 3]) -> Outcome<'a> {
        let [condition, then, otherwise] = parts;
        if self.truth(condition)? {
            self.expression(then)
        } else {
            self.expression(otherwise)
        }
    }

    /// `value.or(other)`, `value.orValue(other)`
    pub fn or_else(&mut self, value: &'a Typed, other: &'a Typed, unwrap: bool) -> Outcome<'a> {
        match self.expression(value)? {
            Value::Optional(Some(inner)) if unwrap => Ok((*inner).clone()),
            Value::Optional(Some(inner)) => Ok(Value::Optional(Some(inner))),
            Value::Optional(None) => self.expression(other),
            _ => Err(Fault::no_such_overload()),
        }
    }
}
