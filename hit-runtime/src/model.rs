//! What a generated type knows of its schema.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::check::{LazyChecker, NodeId};
use crate::decode::{Ctx, Decode};
use crate::place::Place;
use crate::report::{Report, Severity, Violation};
use crate::rule_book::RuleBook;

/// A type that stands for a schema. Generated types implement this.
pub trait Model: Serialize {
    /// The schema's checks.
    const CHECKS: &'static LazyChecker;
    /// Where in the checks this type's schema is.
    const NODE: NodeId;

    /// The schema's rules, where it has some.
    fn rules() -> Option<&'static dyn RuleBook> {
        None
    }
}

/// Appends what the schema, rules apart, says of a value as it is now.
#[doc(hidden)]
pub fn check_model<T: Model>(value: &T, at: &Place<'_>, report: &mut Report) {
    let found = match serde_json::to_value(value) {
        Ok(value) => T::CHECKS.get().check(T::NODE, &value),
        Err(error) => failure(format!("the value cannot be written as JSON: {error}")),
    };
    if found.violations.is_empty() {
        return;
    }
    let base = at.pointer();
    let moved = found.violations.into_iter().map(|found| Violation {
        instance: base.then(&found.instance),
        ..found
    });
    report.violations.extend(moved);
}

/// A value as JSON; `None` where JSON cannot say it.
#[doc(hidden)]
pub fn to_value<T: Serialize>(value: &T) -> Option<Value> {
    serde_json::to_value(value).ok()
}

/// A document that cannot be judged at all.
fn failure(message: String) -> Report {
    let violation = Violation {
        code: "json".to_owned(),
        severity: Severity::Error,
        instance: crate::Pointer::root(),
        schema: String::new(),
        message,
        span: None,
    };
    vec![violation].into()
}

/// Reads JSON text, or says everything that is wrong with it.
///
/// The happy road is one pass; only a refused text is read a second time, for
/// the complete report.
///
/// # Errors
/// All violations, with line and column.
pub fn from_slice<T: Model + DeserializeOwned>(text: &[u8]) -> Result<T, Report> {
    let value = utf8(text).and_then(|text| serde_json::from_str(text).map_err(|it| it.to_string()));
    value.map_err(|message| whole(explain_text::<T>(text), message))
}

/// The text, of which no string has to be looked at again.
fn utf8(text: &[u8]) -> Result<&str, String> {
    std::str::from_utf8(text).map_err(|error| error.to_string())
}

/// A report of everything, or else what is known.
fn whole(report: Report, message: String) -> Report {
    match report.is_ok() {
        true => failure(message),
        false => report,
    }
}

/// Reads JSON text by what its schema says, rules aside: for values that were stored when there were
/// other rules. [`Validate`](crate::Validate) says what the rules find; a value before
/// ([`validate_update`](crate::Validate::validate_update)) may break those of today.
///
/// # Errors
/// All violations of the schema, with line and column.
pub fn from_slice_by_schema<T: Model + for<'de> Decode<'de>>(text: &[u8]) -> Result<T, Report> {
    let value = utf8(text).and_then(|text| {
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let value = T::decode(&mut deserializer, Ctx::BY_SCHEMA);
        let read = value.and_then(|value| deserializer.end().map(|()| value));
        read.map_err(|error| error.to_string())
    });
    value.map_err(|message| {
        let report = crate::explain::explain(T::CHECKS.get(), T::NODE, text);
        whole(report, message)
    })
}

/// Everything that is wrong with a JSON text, with line and column. Rules that need something
/// from outside are not among it; the others are, as far as what they read is valid.
pub fn explain_text<T: Model>(text: &[u8]) -> Report {
    crate::explain::explain_with(T::CHECKS.get(), T::NODE, T::rules(), text)
}
