//! Text to rules.

use std::sync::Arc;

use serde_json::Value as Json;

use crate::check::NodeId;
use crate::report::Severity;
use crate::rules::document::{Input, PlacedRule, Rules};
use crate::rules::entries::{Entry, Message};
use crate::rules::text::error::RulesTextError;
use crate::rules::text::expression::Expressions;
use crate::rules::text::reader::{Read, flag, item, list, maybe, member, number, text, wrong};
use crate::rules::text::{kubernetes, types};

/// Reads what [`to_text`](super::to_text) wrote.
///
/// # Errors
/// What in the text is something else.
pub fn from_text(source: &str) -> Result<Rules, RulesTextError> {
    let mut lines = source.lines().map(|line| {
        serde_json::from_str::<Json>(line).map_err(|error| RulesTextError(error.to_string()))
    });
    let header = lines.next().unwrap_or(Ok(Json::Null))?;
    if member(&header, "hitRules").as_u64() != Some(1) {
        return wrong("the first line of rules", &header);
    }
    let (table, names) = types::table_of_json(member(&header, "types"))?;
    let context = maybe(member(&header, "context"), |ty| types::of_json(ty, &names))?;
    let mut rules = Rules::about(Arc::new(table), context);
    let expressions = Expressions { names: &names };
    for line in lines {
        let line = line?;
        if line.get("root").is_some() {
            let (table, names) = types::table_of_json(member(&line, "types"))?;
            let expressions = Expressions { names: &names };
            let schema = kubernetes::of_json(member(&line, "schema"), &expressions)?;
            let root = node_id(member(&line, "root"))?;
            rules.kubernetes.insert(root, (schema, Arc::new(table)));
        } else {
            let node = node_id(member(&line, "node"))?;
            let rule = placed(&line, &expressions)?;
            rules.at.entry(node).or_default().push(rule);
        }
    }
    Ok(rules)
}

fn node_id(json: &Json) -> Read<NodeId> {
    NodeId::try_from(number(json)?).or_else(|_| wrong("a node", json))
}

fn placed(json: &Json, expressions: &Expressions<'_>) -> Read<PlacedRule> {
    let ty = |name: &str| types::of_json(member(json, name), expressions.names);
    Ok(PlacedRule {
        entry: entry(member(json, "entry"), expressions)?,
        ty: ty("self")?,
        open: flag(member(json, "open")),
        old: ty("old")?,
        schema: text(member(json, "schema"))?.to_owned(),
        inputs: list(member(json, "inputs"), |input| {
            let step = |step: &Json| maybe(step, |name| text(name).map(str::to_owned));
            Ok(Input {
                chain: list(item(input, 0), step)?,
                whole: flag(item(input, 1)),
            })
        })?,
    })
}

fn entry(json: &Json, expressions: &Expressions<'_>) -> Read<Entry> {
    let expression = |name: &str| maybe(member(json, name), |it| expressions.of_json(it));
    Ok(Entry {
        id: text(member(json, "id"))?.to_owned(),
        text: text(member(json, "text"))?.to_owned(),
        rule: expression("rule")?,
        when: expression("when")?,
        message: message(member(json, "message"), expressions)?,
        path: list(member(json, "path"), |name| text(name).map(str::to_owned))?,
        severity: match flag(member(json, "warning")) {
            true => Severity::Warning,
            false => Severity::Error,
        },
        optional_old_self: flag(member(json, "optionalOldSelf")),
        transition: flag(member(json, "transition")),
        outside: flag(member(json, "outside")),
    })
}

fn message(json: &Json, expressions: &Expressions<'_>) -> Read<Message> {
    if let Some(expression) = json.get("expression") {
        return Ok(Message::Expression(Box::new(
            expressions.of_json(expression)?,
        )));
    }
    let Some(parts) = json.get("template") else {
        return Ok(Message::Default);
    };
    let part = |part: &Json| {
        Ok(match part.as_str() {
            Some(plain) => Ok(plain.to_owned()),
            None => Err((
                text(item(part, 0))?.to_owned(),
                expressions.of_json(item(part, 1))?,
            )),
        })
    };
    list(parts, part).map(Message::Template)
}
