//! The state of an evaluation.

use std::collections::BTreeMap;

use crate::rules::functions::Dialect;
use crate::rules::value::{Meter, Value};

/// The state of an evaluation. The files beside this one add its methods.
pub struct Interp<'b, 'a> {
    /// The values of the environment's variables.
    pub variables: &'b BTreeMap<&'b str, Value<'a>>,
    /// The values of the variables of the macros around.
    pub locals: Vec<Value<'a>>,
    /// The step budget.
    pub meter: &'b mut Meter,
    /// Whose rules are read.
    pub dialect: Dialect,
}
