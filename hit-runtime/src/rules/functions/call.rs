//! How a function is declared and what it is given.

use std::net::IpAddr;

use crate::rules::net::Cidr;
use crate::rules::quantity::Quantity;
use crate::rules::re2::Regex;
use crate::rules::time::{Duration, Timestamp};
use crate::rules::value::{Fault, List, Meter, OpaqueValue, Outcome, Value};

/// One overload of a function.
pub struct Overload {
    /// The function's name.
    pub name: &'static str,
    /// Its [signature](crate::rules::types::signature()).
    pub signature: &'static str,
    /// What it does.
    pub run: Run,
    /// Whether it gives a value whatever values of its types it is given.
    pub total: bool,
}

/// What an overload does.
pub type Run = for<'c, 'a> fn(&mut Call<'c, 'a>) -> Outcome<'a>;

/// Whose rules are read, where the two differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// The CEL specification.
    #[default]
    Standard,
    /// Kubernetes' `x-kubernetes-validations`: literals hold elements of one
    /// type, and `'%e'` writes its exponent as `×10⁰⁰`.
    Kubernetes,
}

/// A call: its arguments, the receiver first.
pub struct Call<'c, 'a> {
    /// The arguments.
    pub args: &'c [Value<'a>],
    /// The pattern, compiled when the rule was checked.
    pub regex: Option<&'c Regex>,
    /// The step budget.
    pub meter: &'c mut Meter,
    /// Whose rules are read.
    pub dialect: Dialect,
}

impl Overload {
    /// An overload that can fail.
    pub const fn new(name: &'static str, signature: &'static str, run: Run) -> Self {
        Self {
            name,
            signature,
            run,
            total: false,
        }
    }

    /// An overload that always gives a value.
    pub const fn total(name: &'static str, signature: &'static str, run: Run) -> Self {
        Self {
            name,
            signature,
            run,
            total: true,
        }
    }
}

impl<'c, 'a> Call<'c, 'a> {
    /// An argument.
    pub fn arg(&self, index: usize) -> Result<&'c Value<'a>, Fault> {
        self.args.get(index).ok_or_else(Fault::no_such_overload)
    }

    /// A text argument; its length is charged.
    pub fn text(&mut self, index: usize) -> Result<&'c str, Fault> {
        match self.arg(index)? {
            Value::String(text) => {
                self.meter.charge_bytes(text.as_str().len())?;
                Ok(text.as_str())
            }
            _ => Err(Fault::no_such_overload()),
        }
    }

    /// Text made by the call; its length is charged.
    pub fn made(&mut self, text: String) -> Outcome<'a> {
        self.meter.charge_bytes(text.len())?;
        Ok(Value::string(text))
    }

    /// A list made by the call; its length is charged.
    pub fn made_list(&mut self, items: Vec<Value<'a>>) -> Outcome<'a> {
        self.meter.charge(items.len() as u64)?;
        Ok(Value::list(items))
    }

    /// An integer argument.
    pub fn int(&self, index: usize) -> Result<i64, Fault> {
        match self.arg(index)? {
            Value::Int(value) => Ok(*value),
            _ => Err(Fault::no_such_overload()),
        }
    }

    /// A double argument.
    pub fn double(&self, index: usize) -> Result<f64, Fault> {
        match self.arg(index)? {
            Value::Double(value) => Ok(*value),
            _ => Err(Fault::no_such_overload()),
        }
    }

    /// A list argument; its length is charged.
    pub fn list(&mut self, index: usize) -> Result<&'c List<'a>, Fault> {
        match self.arg(index)? {
            Value::List(list) => {
                self.meter.charge(list.len() as u64)?;
                Ok(list)
            }
            _ => Err(Fault::no_such_overload()),
        }
    }

    /// The elements of a list argument; their number is charged.
    pub fn items(&mut self, index: usize) -> Result<Vec<Value<'a>>, Fault> {
        self.list(index)?.to_vec()
    }

    /// A timestamp argument.
    pub fn timestamp(&self, index: usize) -> Result<Timestamp, Fault> {
        match self.arg(index)? {
            Value::Timestamp(value) => Ok(*value),
            _ => Err(Fault::no_such_overload()),
        }
    }

    /// A duration argument.
    pub fn duration(&self, index: usize) -> Result<Duration, Fault> {
        match self.arg(index)? {
            Value::Duration(value) => Ok(*value),
            _ => Err(Fault::no_such_overload()),
        }
    }

    /// An opaque argument.
    pub fn opaque(&self, index: usize) -> Result<&'c OpaqueValue, Fault> {
        match self.arg(index)? {
            Value::Opaque(value) => Ok(value),
            _ => Err(Fault::no_such_overload()),
        }
    }

    /// An IP address argument.
    pub fn ip(&self, index: usize) -> Result<IpAddr, Fault> {
        match self.opaque(index)? {
            OpaqueValue::Ip(address) => Ok(*address),
            _ => Err(Fault::no_such_overload()),
        }
    }

    /// An IP network argument.
    pub fn cidr(&self, index: usize) -> Result<Cidr, Fault> {
        match self.opaque(index)? {
            OpaqueValue::Cidr(cidr) => Ok(*cidr),
            _ => Err(Fault::no_such_overload()),
        }
    }

    /// A quantity argument.
    pub fn quantity(&self, index: usize) -> Result<Quantity, Fault> {
        match self.opaque(index)? {
            OpaqueValue::Quantity(quantity) => Ok(*quantity),
            _ => Err(Fault::no_such_overload()),
        }
    }
}
