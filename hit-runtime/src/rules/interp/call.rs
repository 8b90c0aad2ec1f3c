//! Calls.

use crate::rules::functions::{Call, accepts};
use crate::rules::interp::context::Interp;
use crate::rules::typed::TypedCall;
use crate::rules::value::{Fault, FaultKind, Outcome};

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
        .map_err(|fault| of_context(call, fault))
    }
}

/// What has no entry in a map of the context is not known, rather than not there.
fn of_context(call: &TypedCall, fault: Fault) -> Fault {
    let path = match call.args.first() {
        Some(of) if call.name == "_[_]" && fault.kind == FaultKind::NoSuchKey => of.context_path(),
        _ => None,
    };
    match (path, fault.message.strip_prefix("no such key: ")) {
        (Some(path), Some(key)) => Fault::unknown(format!("{path}['{key}']")),
        _ => fault,
    }
}
