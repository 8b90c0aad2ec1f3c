//! Text to program.

use serde_json::{Number, Value};

use crate::check::{Check, Format, Kind, Node, Pattern, Program, Resource, TypeSet};

use super::error::DecodeError;
use super::reader::{Reader, count, id, list, number, pair, text};
use super::spelling::{TYPES, usual_keyword};

impl Program {
    /// Reads what [`Program::to_text`] wrote.
    ///
    /// # Errors
    ///
    /// Where the text is no program of this version.
    pub fn from_text(text: &str) -> Result<Self, DecodeError> {
        from_text(text)
    }
}

/// See [`Program::from_text`].
pub(in crate::check) fn from_text(text: &str) -> Result<Program, DecodeError> {
    let mut program = Program::default();
    for (index, line) in text.lines().enumerate() {
        let at = |reason| DecodeError {
            line: index + 1,
            reason,
        };
        let value: Value = serde_json::from_str(line).map_err(|error| at(error.to_string()))?;
        if index == 0 {
            head(value, &mut program).map_err(at)?;
        } else {
            program.nodes.push(node(value).map_err(at)?);
        }
    }
    if text.is_empty() {
        return Err(DecodeError {
            line: 1,
            reason: "the text is empty".to_owned(),
        });
    }
    Ok(program)
}

fn head(value: Value, program: &mut Program) -> Result<(), String> {
    let mut reader = Reader::new(value)?;
    let version = reader.take("hit")?;
    if version != 1 {
        return Err(format!("this is version {version}, not 1"));
    }
    program.sources = list(reader.take("sources")?, text)?;
    program.resources = list(reader.take("resources")?, |resource| {
        Ok(Resource {
            dynamic_anchors: list(resource, |entry| pair(entry, id))?,
        })
    })?;
    reader.finish()
}

fn node(value: Value) -> Result<Node, String> {
    let mut reader = Reader::new(value)?;
    let at = text(reader.take("at")?)?;
    let (source, pointer) = at.split_once('#').ok_or("`at` has no `#`")?;
    let node = Node {
        source: source
            .parse()
            .map_err(|_| format!("`{source}` is no source"))?,
        pointer: pointer.to_owned(),
        resource: reader.take_if("in").map_or(Ok(0), id)?,
        checks: reader
            .take_if("is")
            .map_or(Ok(Vec::new()), |checks| list(checks, check))?,
    };
    reader.finish()?;
    Ok(node)
}

fn check(value: Value) -> Result<Check, String> {
    let mut reader = Reader::new(value)?;
    let keyword = reader.take_if("as").map(text).transpose()?;
    let name = kind_name(&reader)?.to_owned();
    let argument = reader.take(&name)?;
    let kind = kind(&name, argument, &mut reader)?;
    reader.finish()?;
    Ok(Check {
        keyword: keyword.unwrap_or_else(|| usual_keyword(&name).to_owned()),
        kind,
    })
}

/// The member that names the kind: the only one, or the one that has others.
fn kind_name(reader: &Reader) -> Result<&str, String> {
    const WITH_OTHERS: [&str; 6] = [
        "contentMediaType",
        "items",
        "contains",
        "additionalProperties",
        "$dynamicRef",
        "if",
    ];
    let mut names = reader.names();
    match (names.next(), names.next()) {
        (Some(name), None) => Ok(name),
        (None, _) => Err("a check without a kind".to_owned()),
        (Some(first), Some(_)) => WITH_OTHERS
            .into_iter()
            .find(|name| reader.has(name))
            .ok_or_else(|| format!("`{first}` does not go with other members")),
    }
}

fn kind(name: &str, argument: Value, reader: &mut Reader) -> Result<Kind, String> {
    if let Some(kind) = number_kind(name).map(|kind| number(argument.clone()).map(kind)) {
        return kind;
    }
    if let Some(kind) = count_kind(name).map(|kind| count(argument.clone()).map(kind)) {
        return kind;
    }
    if let Some(kind) = node_kind(name).map(|kind| id(argument.clone()).map(kind)) {
        return kind;
    }
    if let Some(kind) = nodes_kind(name).map(|kind| list(argument.clone(), id).map(kind)) {
        return kind;
    }
    Ok(match name {
        "false" => Kind::Never,
        "uniqueItems" => Kind::UniqueItems,
        "type" => Kind::Type(types(argument)?),
        "enum" => Kind::Enum(list(argument, Ok)?),
        "pattern" => Kind::Pattern(Pattern(text(argument)?)),
        "format" => Kind::Format(Format(text(argument)?)),
        "contentEncoding" => Kind::ContentEncoding(text(argument)?),
        "required" => Kind::Required(list(argument, text)?),
        "properties" => Kind::Properties(list(argument, |entry| pair(entry, id))?),
        "dependentSchemas" => Kind::DependentSchemas(list(argument, |entry| pair(entry, id))?),
        "patternProperties" => Kind::PatternProperties(list(argument, |entry| {
            pair(entry, id).map(|(pattern, node)| (Pattern(pattern), node))
        })?),
        "dependentRequired" => Kind::DependentRequired(list(argument, |entry| {
            pair(entry, |names| list(names, text))
        })?),
        name => return further(name, argument, reader),
    })
}

/// Kinds with more than one member.
fn further(name: &str, argument: Value, reader: &mut Reader) -> Result<Kind, String> {
    let texts = |list_: Option<Value>| list_.map_or(Ok(Vec::new()), |value| list(value, text));
    Ok(match name {
        "contentMediaType" => Kind::ContentMediaType {
            encoding: reader.take_if("encoding").map(text).transpose()?,
            media_type: text(argument)?,
        },
        "items" => {
            let from = reader.take_if("from").map_or(Ok(0), count)?;
            let from = usize::try_from(from).map_err(|error| error.to_string())?;
            Kind::Items {
                from,
                node: id(argument)?,
            }
        }
        "contains" => Kind::Contains {
            node: id(argument)?,
            min: count(reader.take("min")?)?,
            max: reader.take_if("max").map(count).transpose()?,
            evaluates: reader.take_if("evaluates").is_some(),
        },
        "additionalProperties" => Kind::AdditionalProperties {
            names: texts(reader.take_if("names"))?,
            patterns: texts(reader.take_if("patterns"))?
                .into_iter()
                .map(Pattern)
                .collect(),
            node: id(argument)?,
        },
        "$dynamicRef" => Kind::DynamicRef {
            anchor: text(argument)?,
            fallback: id(reader.take("fallback")?)?,
        },
        "if" => Kind::If {
            test: id(argument)?,
            then: reader.take_if("then").map(id).transpose()?,
            otherwise: reader.take_if("else").map(id).transpose()?,
        },
        name => return Err(format!("unknown kind `{name}`")),
    })
}

fn number_kind(name: &str) -> Option<fn(Number) -> Kind> {
    Some(match name {
        "minimum" => Kind::Minimum,
        "exclusiveMinimum" => Kind::ExclusiveMinimum,
        "maximum" => Kind::Maximum,
        "exclusiveMaximum" => Kind::ExclusiveMaximum,
        "multipleOf" => Kind::MultipleOf,
        _ => return None,
    })
}

fn count_kind(name: &str) -> Option<fn(u64) -> Kind> {
    Some(match name {
        "minLength" => Kind::MinLength,
        "maxLength" => Kind::MaxLength,
        "minItems" => Kind::MinItems,
        "maxItems" => Kind::MaxItems,
        "minProperties" => Kind::MinProperties,
        "maxProperties" => Kind::MaxProperties,
        _ => return None,
    })
}

fn node_kind(name: &str) -> Option<fn(u32) -> Kind> {
    Some(match name {
        "$ref" => Kind::Ref,
        "not" => Kind::Not,
        "propertyNames" => Kind::PropertyNames,
        "unevaluatedItems" => Kind::UnevaluatedItems,
        "unevaluatedProperties" => Kind::UnevaluatedProperties,
        _ => return None,
    })
}

fn nodes_kind(name: &str) -> Option<fn(Vec<u32>) -> Kind> {
    Some(match name {
        "allOf" => Kind::AllOf,
        "anyOf" => Kind::AnyOf,
        "oneOf" => Kind::OneOf,
        "prefixItems" => Kind::PrefixItems,
        _ => return None,
    })
}

fn types(value: Value) -> Result<TypeSet, String> {
    list(value, text)?
        .iter()
        .try_fold(TypeSet::default(), |all, name| {
            let found = TYPES.iter().find(|(other, _)| other == name);
            found
                .map(|(_, set)| all.with(*set))
                .ok_or_else(|| format!("unknown type `{name}`"))
        })
}
