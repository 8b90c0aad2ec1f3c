//! The rules of derived types in the schemas that schemars makes.

use ::schemars::generate::SchemaSettings;
use ::schemars::{JsonSchema, Schema};
use serde_json::{Map, Value};

use crate::derived::{RuleText, Rules};
use crate::validate::Validate;

/// Writes the rules of a type into its schema, as `x-rules`: a transform for schemars.
///
/// A check in Rust becomes an opaque entry, so that a reader of the schema knows that something is missing.
///
/// ```
/// # use schemars::JsonSchema;
/// # use hit_runtime::Validate;
/// #[derive(JsonSchema, Validate)]
/// #[schemars(transform = hit_runtime::x_rules::<Self>)]
/// #[rule(id = "order", expr(self.start <= self.end), path = "/end")]
/// #[rule(id = "even", check = |range, _| range.end % 2 == 0, message = "the end is odd")]
/// struct Range {
///     start: u32,
///     end: u32,
/// }
///
/// let schema = serde_json::to_value(schemars::schema_for!(Range))?;
/// assert_eq!(schema["x-rules"], serde_json::json!([
///     { "id": "order", "rule": "self.start <= self.end", "path": "/end" },
///     { "id": "even", "opaque": true, "message": "the end is odd" },
/// ]));
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn x_rules<T: Rules>(schema: &mut Schema) {
    if !T::RULES.is_empty() {
        let entries = T::RULES.iter().map(entry).collect();
        schema.insert("x-rules".to_owned(), Value::Array(entries));
    }
}

/// As [`x_rules`], with the schema of the context as `x-rules-context`.
///
/// ```
/// # use schemars::JsonSchema;
/// # use hit_runtime::Validate;
/// #[derive(JsonSchema, Validate)]
/// #[serde(rename_all = "camelCase")]
/// struct PlayContext {
///     video_length: Option<f64>,
/// }
///
/// #[derive(JsonSchema, Validate)]
/// #[schemars(transform = hit_runtime::x_rules_and_context::<Self>)]
/// #[rules(context = PlayContext)]
/// #[rule(id = "within", expr(self.duration <= ctx.videoLength))]
/// struct Play {
///     duration: f64,
/// }
///
/// let schema = serde_json::to_value(schemars::schema_for!(Play))?;
/// assert!(schema["x-rules-context"]["properties"].get("videoLength").is_some());
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn x_rules_and_context<T: Rules + Validate>(schema: &mut Schema)
where
    T::Context: JsonSchema + Sized,
{
    x_rules::<T>(schema);
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.inline_subschemas = true;
        settings.meta_schema = None;
    });
    let context = settings
        .into_generator()
        .into_root_schema_for::<T::Context>();
    schema.insert("x-rules-context".to_owned(), context.into());
}

fn entry(rule: &RuleText) -> Value {
    let mut entry = Map::new();
    let mut text = |name: &str, text: Option<&str>| {
        if let Some(text) = text {
            entry.insert(name.to_owned(), text.into());
        }
    };
    text("id", Some(rule.id));
    text("rule", rule.rule);
    text("when", rule.when);
    text("path", rule.path);
    text("message", rule.message);
    text("severity", rule.is_warning.then_some("warning"));
    let mut flag = |name: &str, holds: bool| {
        if holds {
            entry.insert(name.to_owned(), Value::Bool(true));
        }
    };
    flag("opaque", rule.rule.is_none());
    flag("optionalOldSelf", rule.optional_old_self);
    Value::Object(entry)
}
