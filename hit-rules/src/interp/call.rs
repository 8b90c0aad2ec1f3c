//! Calls.

use crate::functions::{Call, accepts};
use crate::interp::context::Interp;
use crate::typed::TypedCall;
use crate::value::{Fault, Outcome};

impl<'a> Interp<'_, 'a> {
    /// A function or an operator.
    pub fn call(&mut self, call: &'a TypedCall) -> Outcome<'a> {
        let mut args = Vec::with_capacity(call.args.len());
        for arg in &call.args {
            args.push(self.expression(arg)?);
        }
        let overload = match call.overloads.as_slice() {
            [one] => one,
            several => several
                .iter()
                .find(|declared| {
                    declared
                        .signature
                        .params
                        .iter()
                        .zip(&args)
                        .all(|(param, arg)| accepts(param, arg))
                })
                .ok_or_else(Fault::no_such_overload)?,
        };
        let regex = call.regex.as_ref();
        (overload.overload.run)(&mut Call {
            args: &args,
            regex,
            meter: self.meter,
            dialect: self.dialect,
        })
    }
}
