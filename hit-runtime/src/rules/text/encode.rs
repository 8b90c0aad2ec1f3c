//! Rules to text.

use serde_json::{Value as Json, json};

use crate::check::NodeId;
use crate::report::Severity;
use crate::rules::document::{Input, PlacedRule, Rules};
use crate::rules::entries::{Entry, Message};
use crate::rules::text::{expression, kubernetes, types};

/// The rules as text, a line a rule.
pub fn to_text(rules: &Rules) -> String {
    let header = json!({
        "hitRules": 1,
        "types": types::table_to_json(&rules.types),
        "context": rules.context.as_ref().map(types::to_json),
    });
    let mut text = format!("{header}\n");
    for (node, placed) in &rules.at {
        for rule in placed {
            text.push_str(&format!("{}\n", placed_to_json(*node, rule)));
        }
    }
    for (root, (node, table)) in &rules.kubernetes {
        let line = json!({
            "root": root,
            "types": types::table_to_json(table),
            "schema": kubernetes::to_json(node),
        });
        text.push_str(&format!("{line}\n"));
    }
    text
}

fn placed_to_json(node: NodeId, rule: &PlacedRule) -> Json {
    let input = |input: &Input| json!([input.chain, input.whole]);
    json!({
        "node": node,
        "self": types::to_json(&rule.ty),
        "open": rule.open,
        "old": types::to_json(&rule.old),
        "schema": rule.schema,
        "inputs": rule.inputs.iter().map(input).collect::<Vec<_>>(),
        "entry": entry_to_json(&rule.entry),
    })
}

fn entry_to_json(entry: &Entry) -> Json {
    let message = match &entry.message {
        Message::Default => Json::Null,
        Message::Template(parts) => {
            let part = |part: &Result<String, _>| match part {
                Ok(text) => json!(text),
                Err((text, typed)) => json!([text, expression::to_json(typed)]),
            };
            json!({ "template": parts.iter().map(part).collect::<Vec<_>>() })
        }
        Message::Expression(typed) => json!({ "expression": expression::to_json(typed) }),
    };
    json!({
        "id": entry.id,
        "text": entry.text,
        "rule": entry.rule.as_ref().map(expression::to_json),
        "when": entry.when.as_ref().map(expression::to_json),
        "message": message,
        "path": entry.path,
        "warning": entry.severity == Severity::Warning,
        "optionalOldSelf": entry.optional_old_self,
        "transition": entry.transition,
        "outside": entry.outside,
    })
}
