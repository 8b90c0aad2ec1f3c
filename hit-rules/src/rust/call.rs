//! Calls.

use crate::ast::Literal;
use crate::rust::code::{Code, Lowered, NotLowered, Shape};
use crate::rust::lowerer::Lowerer;
use crate::rust::template::{TEMPLATES, Template};
use crate::typed::{Typed, TypedCall, TypedKind};
use crate::types::Type;
use hit_runtime::rules::time::{Duration, Timestamp};

impl Lowerer<'_> {
    /// A function or an operator.
    pub fn call(&mut self, typed: &Typed, call: &TypedCall) -> Lowered {
        match (call.name, call.args.as_slice()) {
            ("_==_", [a, b]) => self.equality(typed, a, b, true),
            ("_!=_", [a, b]) => self.equality(typed, a, b, false),
            ("_<_", [a, b]) => self.order(typed, a, b, "<"),
            ("_<=_", [a, b]) => self.order(typed, a, b, "<="),
            ("_>_", [a, b]) => self.order(typed, a, b, ">"),
            ("_>=_", [a, b]) => self.order(typed, a, b, ">="),
            ("_+_" | "_-_" | "_*_" | "_/_" | "_%_", [a, b]) => {
                self.arithmetic(typed, call.name, a, b)
            }
            ("!_", [a]) => {
                let code = self.scalar(a)?;
                Ok(Code::tight(
                    format!("!{}", code.operand()),
                    Shape::Scalar,
                    code.fallible,
                ))
            }
            ("-_", [a]) => self.negation(typed, a),
            ("@in", [a, b]) => self.membership(typed, a, b),
            ("_[_]", [a, b]) => self.index(typed, a, b),
            ("_[?_]", [a, b]) => self.index_if_any(typed, a, b),
            ("size", [a]) => self.size(a),
            ("hasValue", [a]) => match named_format(a) {
                Some((name, text)) => {
                    let text = self.scalar(text)?;
                    let text = self.whole(text);
                    let call = format!("!{}({name:?}, {})", self.support("has_format"), text.text);
                    Ok(Code::tight(call, Shape::Scalar, text.fallible))
                }
                None => self.has_value(a),
            },
            ("value", [a]) if matches!(a.ty, Type::Optional(_)) => self.value(a),
            ("matches" | "find" | "findAll", [text, _]) => self.pattern(typed, call, text),
            ("string" | "int" | "uint" | "double" | "bool", [a]) if a.ty.widened() == typed.ty => {
                self.expression(a)
            }
            ("string", [a]) if a.ty == Type::Bytes => self.bytes_text(typed, a),
            ("timestamp" | "duration", [a]) => self.time(typed, call.name, a),
            (name, args) => match self.over_scalars(typed, name, args) {
                Some(lowered) => lowered,
                None => self.templated(typed, call),
            },
        }
    }

    fn bytes_text(&mut self, typed: &Typed, of: &Typed) -> Lowered {
        let place = self.place(of)?;
        let text = self.naming.bytes_text(&place.reference());
        let text = text.ok_or_else(|| NotLowered::at(typed, "the text of bytes"))?;
        Ok(Code::tight(text, Shape::Text, true))
    }

    fn size(&mut self, of: &Typed) -> Lowered {
        let text = match of.ty {
            Type::String | Type::Enum(_) => {
                let text = self.scalar(of)?;
                let text = self.whole(text);
                return Ok(Code::tight(
                    format!("{}({})", self.support("code_points"), text.text),
                    Shape::Scalar,
                    text.fallible,
                ));
            }
            Type::List(_) | Type::Map(_) => self.place(of)?,
            _ => {
                return Err(NotLowered::at(
                    of,
                    format!("the size of a value of type {}", of.ty),
                ));
            }
        };
        let call = format!("{}({}.len())", self.support("length"), text.operand());
        Ok(Code::tight(call, Shape::Scalar, text.fallible))
    }

    fn pattern(&mut self, typed: &Typed, call: &TypedCall, text: &Typed) -> Lowered {
        let pattern = call.args.get(1).map(|pattern| &pattern.kind);
        let Some(TypedKind::Constant(Literal::String(pattern))) = pattern else {
            return Err(NotLowered::at(typed, "a pattern that is not a literal"));
        };
        let text = self.scalar(text)?;
        let text = self.whole(text);
        let support = self.naming.support();
        let compiled = format!(
            "{{ static PATTERN: ::std::sync::LazyLock<{support}::Regex> = ::std::sync::LazyLock::new(|| {support}::pattern({pattern:?})); &PATTERN }}"
        );
        let (function, shape) = match call.name {
            "matches" => ("is_match", Shape::Scalar),
            "find" => ("find", Shape::Scalar),
            _ => ("find_all", Shape::Place),
        };
        let used = format!("{support}::{function}({compiled}, {})", text.text);
        Ok(Code::tight(used, shape, text.fallible))
    }

    fn time(&mut self, typed: &Typed, name: &str, of: &Typed) -> Lowered {
        let support = self.naming.support();
        match &of.kind {
            TypedKind::Constant(Literal::String(text)) if name == "duration" => {
                let duration = Duration::parse(text);
                let duration =
                    duration.ok_or_else(|| NotLowered::at(of, "a duration that is none"))?;
                let text = format!("{support}::duration_constant({})", duration.nanoseconds);
                Ok(Code::tight(text, Shape::Scalar, false))
            }
            TypedKind::Constant(Literal::String(text)) => {
                let at = Timestamp::parse(text);
                let at = at.ok_or_else(|| NotLowered::at(of, "a timestamp that is none"))?;
                let text = format!(
                    "{support}::timestamp_constant({}, {})",
                    at.seconds(),
                    at.nanos()
                );
                Ok(Code::tight(text, Shape::Scalar, false))
            }
            _ if of.ty.widened() == Type::String => {
                let text = self.scalar(of)?;
                let text = self.whole(text);
                Ok(Code::tight(
                    format!("{support}::{name}({})?", text.text),
                    Shape::Scalar,
                    true,
                ))
            }
            _ if of.ty == typed.ty => self.expression(of),
            _ => Err(NotLowered::at(
                typed,
                format!("{name} of a value of type {}", of.ty),
            )),
        }
    }

    fn templated(&mut self, typed: &Typed, call: &TypedCall) -> Lowered {
        let unknown = || NotLowered::at(typed, format!("the function {}", call.name));
        let [overload] = call.overloads.as_slice() else {
            return Err(unknown());
        };
        let signature = overload.overload.signature;
        let fits =
            |template: &&Template| template.name == call.name && template.signature == signature;
        let template = TEMPLATES.iter().find(fits).ok_or_else(unknown)?;
        let mut text = template.text.replace("$s", self.naming.support());
        let mut fallible = template.text.ends_with('?');
        // Where a text begins or ends does not depend on how long it is.
        let whole = !matches!(call.name, "startsWith" | "endsWith");
        for (index, arg) in call.args.iter().enumerate() {
            let code = match &arg.ty {
                Type::List(_) | Type::Map(_) if !self.locals.is_empty() => {
                    return Err(NotLowered::at(arg, "a whole list in a loop"));
                }
                Type::List(_) | Type::Map(_) => self.place(arg)?,
                ty if whole && ty.widened() == Type::String => {
                    let text = self.scalar(arg)?;
                    self.whole(text)
                }
                _ => self.scalar(arg)?,
            };
            fallible |= code.fallible;
            text = text.replace(&format!("${index}"), &code.operand());
        }
        Ok(Code::tight(text, template.shape, fallible))
    }
}

/// The name of the format and the text of `format.x().validate(text)`.
fn named_format(typed: &Typed) -> Option<(&str, &Typed)> {
    let TypedKind::Call(call) = &typed.kind else {
        return None;
    };
    let ("validate", [format, text]) = (call.name, call.args.as_slice()) else {
        return None;
    };
    let TypedKind::Call(format) = &format.kind else {
        return None;
    };
    format
        .name
        .strip_prefix("format.")
        .filter(|name| *name != "named")
        .map(|name| (name, text))
}
