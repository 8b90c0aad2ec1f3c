//! `&&`, `||`, `?:`. An optional member that an operand asks for is bound to a
//! name for the operands after it, so that reading it cannot fail.

use crate::facts::field_path;
use crate::rust::code::{Code, Lowered, NotLowered, Shape};
use crate::rust::lowerer::Lowerer;
use crate::typed::{Typed, TypedKind};

/// What an operand asks about an optional member.
struct Guard {
    /// An expression of `Option<&T>`.
    option: Code,
    /// The name of the value where it is present.
    name: String,
}

impl Lowerer<'_> {
    /// `a && b && …`
    pub fn and(&mut self, operands: &[Typed]) -> Lowered {
        self.chain(operands, true)
    }

    /// `a || b || …`
    pub fn or(&mut self, operands: &[Typed]) -> Lowered {
        self.chain(operands, false)
    }

    fn chain(&mut self, operands: &[Typed], conjunction: bool) -> Lowered {
        let Some((first, rest)) = operands.split_first() else {
            return Ok(Code::tight(conjunction.to_string(), Shape::Scalar, false));
        };
        if rest.is_empty() {
            return self.scalar(first);
        }
        let asks = if conjunction {
            Some(first)
        } else {
            negated(first)
        };
        if let Some(guard) = asks.map_or(Ok(None), |asked| self.guard(asked))? {
            let rest = self.chain(rest, conjunction)?;
            self.guards.pop();
            return Ok(guarded(&guard, &rest, conjunction));
        }
        let (first, rest) = (self.scalar(first)?, self.chain(rest, conjunction)?);
        let (operator, function) = if conjunction {
            ("&&", "and")
        } else {
            ("||", "or")
        };
        if first.fallible {
            let text = format!(
                "{}(|| {}, || {})?",
                self.support(function),
                first.tried(),
                rest.tried()
            );
            return Ok(Code::tight(text, Shape::Scalar, true));
        }
        let text = format!(
            "{} {operator} {}",
            first.operand(),
            rest_operand(&rest, operator)
        );
        Ok(Code::loose(text, Shape::Scalar, rest.fallible))
    }

    /// If the expression is `has(…)` of an optional member, binds it. The
    /// caller takes the guard away again.
    fn guard(&mut self, typed: &Typed) -> Result<Option<Guard>, NotLowered> {
        let TypedKind::Has { operand, field } = &typed.kind else {
            return Ok(None);
        };
        let Some(path) = field_path(operand, field) else {
            return Ok(None);
        };
        let Some(option) = self.optional_member(operand, field)? else {
            return Ok(None);
        };
        let name = self.fresh(field);
        self.guards.push((
            path,
            Code::tight(name.clone(), Shape::Ref, false).known_as(option.spot),
        ));
        Ok(Some(Guard { option, name }))
    }

    /// `condition ? then : otherwise`
    pub fn conditional(&mut self, parts: &[Typed; 3]) -> Lowered {
        let [condition, then, otherwise] = parts;
        let (asked, turned) = match negated(condition) {
            Some(asked) => (asked, true),
            None => (condition, false),
        };
        if let Some(guard) = self.guard(asked)? {
            let (present, absent) = if turned {
                (otherwise, then)
            } else {
                (then, otherwise)
            };
            let present = self.lasting(present)?;
            self.guards.pop();
            let absent = self.lasting(absent)?;
            let fallible = guard.option.fallible || present.fallible || absent.fallible;
            let name = used_name(&guard.name, &present.text);
            let text = format!(
                "match {} {{ Some({name}) => {}, None => {} }}",
                guard.option.text, present.text, absent.text
            );
            return Ok(Code::loose(text, Shape::Scalar, fallible));
        }
        let condition = self.scalar(condition)?;
        let (then, otherwise) = (self.lasting(then)?, self.lasting(otherwise)?);
        let fallible = condition.fallible || then.fallible || otherwise.fallible;
        let text = format!(
            "if {} {{ {} }} else {{ {} }}",
            condition.text, then.text, otherwise.text
        );
        Ok(Code::loose(text, Shape::Scalar, fallible))
    }
}

/// The operand of `!`.
fn negated(typed: &Typed) -> Option<&Typed> {
    match &typed.kind {
        TypedKind::Call(call) if call.name == "!_" => call.args.first(),
        _ => None,
    }
}

fn guarded(guard: &Guard, rest: &Code, conjunction: bool) -> Code {
    let (option, name) = (guard.option.operand(), &guard.name);
    let fallible = guard.option.fallible || rest.fallible;
    if used_name(name, &rest.text) == "_" {
        let asked = if conjunction {
            "is_some() &&"
        } else {
            "is_none() ||"
        };
        let operator = if conjunction { "&&" } else { "||" };
        let text = format!("{option}.{asked} {}", rest_operand(rest, operator));
        return Code::loose(text, Shape::Scalar, fallible);
    }
    if rest.fallible {
        let text = format!(
            "match {option} {{ Some({name}) => {}, None => {} }}",
            rest.text, !conjunction
        );
        return Code::loose(text, Shape::Scalar, true);
    }
    let method = if conjunction {
        "is_some_and"
    } else {
        "is_none_or"
    };
    Code::tight(
        format!("{option}.{method}(|{name}| {})", rest.text),
        Shape::Scalar,
        fallible,
    )
}

/// The name, or `_` when the text does not use it.
fn used_name<'t>(name: &'t str, text: &str) -> &'t str {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let used = text.match_indices(name).any(|(at, _)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text
            .get(at + name.len()..)
            .and_then(|text| text.chars().next());
        !before.is_some_and(part) && !after.is_some_and(part)
    });
    if used { name } else { "_" }
}

/// The rest of a chain needs no parentheses when it goes on with the same operator.
fn rest_operand(rest: &Code, operator: &str) -> String {
    let mixed = if operator == "&&" { "||" } else { "&&" };
    let simple = !rest.text.contains(mixed)
        && !rest.text.starts_with("if ")
        && !rest.text.starts_with("match ");
    if rest.tight || simple {
        rest.text.clone()
    } else {
        format!("({})", rest.text)
    }
}
