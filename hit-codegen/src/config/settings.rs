//! The configuration, resolved per subschema.

use hit_runtime::check::NodeId;
use hit_schema::{Compiled, Diagnostic, NodeInfo};

use super::data::{Config, Extras, IntegerType, NumberType, Place};
use super::matcher::Matcher;
use super::presets;
use crate::codes;
use crate::config::rust;
use crate::model::Repr;

const BTREE_MAP: &str = "std::collections::BTreeMap";

/// What was decided for each subschema.
#[derive(Debug, Default)]
pub struct Settings {
    /// Generate even where a conjunction accepts no value at all.
    pub allow_contradictions: bool,
    /// Derives for every type.
    pub derive: Vec<String>,
    /// Attributes for every type.
    pub attributes: Vec<String>,
    map_type: Option<String>,
    extras: Extras,
    integer: IntegerType,
    number: NumberType,
    places: Vec<Decided>,
}

#[derive(Clone, Debug, Default)]
struct Decided {
    place: Place,
    rust_name: Option<String>,
    own_type: Option<String>,
}

impl Settings {
    /// Resolves a configuration against the schemas.
    ///
    /// # Errors
    /// Places that match nothing, with the nearest that exists; unknown presets; what is not Rust.
    pub fn resolve(config: &Config, compiled: &Compiled) -> Result<Self, Vec<Diagnostic>> {
        let mut errors: Vec<Diagnostic> = unknown_presets(config);
        let mut places: Vec<Decided> = compiled
            .info
            .iter()
            .map(|info| from_schema(config, info))
            .collect();
        for place in &config.places {
            if !decide(place, compiled, &mut places) {
                errors.push(unmatched(place, compiled));
            }
        }
        errors.extend(rust::errors(config, compiled, &|node| {
            let decided = places.get(node as usize)?;
            let of_place = decided.place.own_type.as_deref();
            of_place.or(decided.own_type.as_deref())
        }));
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(Self {
            allow_contradictions: config.allow_contradictions,
            derive: config.derive.clone(),
            attributes: config.attributes.clone(),
            map_type: config.map_type.clone(),
            extras: config.extras.unwrap_or_default(),
            integer: config.integer.unwrap_or_default(),
            number: config.number.unwrap_or_default(),
            places,
        })
    }

    fn at(&self, node: NodeId) -> Option<&Decided> {
        self.places.get(node as usize)
    }

    /// The name that the configuration or `x-rust-name` gives.
    pub fn name(&self, node: NodeId) -> Option<&str> {
        let decided = self.at(node)?;
        decided
            .place
            .name
            .as_deref()
            .or(decided.rust_name.as_deref())
    }

    /// The user's own type, if there is one.
    pub fn own_type(&self, node: NodeId) -> Option<&str> {
        let decided = self.at(node)?;
        decided
            .place
            .own_type
            .as_deref()
            .or(decided.own_type.as_deref())
    }

    /// Derives of this place alone.
    pub fn derives(&self, node: NodeId) -> &[String] {
        self.at(node).map_or(&[], |decided| &decided.place.derive)
    }

    /// Attributes of this place alone.
    pub fn attributes(&self, node: NodeId) -> &[String] {
        self.at(node)
            .map_or(&[], |decided| &decided.place.attributes)
    }

    /// The map type.
    pub fn map(&self, node: NodeId) -> &str {
        let own = self
            .at(node)
            .and_then(|decided| decided.place.map_type.as_deref());
        own.or(self.map_type.as_deref()).unwrap_or(BTREE_MAP)
    }

    /// Whether unknown members are kept.
    pub fn keeps_extras(&self, node: NodeId) -> bool {
        let own = self.at(node).and_then(|decided| decided.place.extras);
        own.unwrap_or(self.extras) == Extras::Keep
    }

    /// The type of an unbounded integer.
    pub fn integer(&self, node: NodeId) -> Repr {
        let own = self.at(node).and_then(|decided| decided.place.integer);
        match own.unwrap_or(self.integer) {
            IntegerType::Integer => Repr::Any,
            IntegerType::I64 => Repr::Signed(64),
        }
    }

    /// The type of a number that `f64` might not hold.
    pub fn number(&self, node: NodeId) -> NumberType {
        let own = self.at(node).and_then(|decided| decided.place.number);
        own.unwrap_or(self.number)
    }
}

fn from_schema(config: &Config, info: &NodeInfo) -> Decided {
    let text = |name: &str| {
        let found = info.extensions.iter().find(|(known, _, _)| known == name)?;
        found.1.as_str().map(str::to_owned)
    };
    let of_format = info.format.as_ref().and_then(|format| {
        let named = config.types.get(format).map(String::as_str);
        let preset = || {
            config
                .presets
                .iter()
                .find_map(|preset| presets::own_type(preset, format))
        };
        named.or_else(preset).map(str::to_owned)
    });
    Decided {
        place: Place::default(),
        rust_name: text("x-rust-name"),
        own_type: text("x-rust-type").or(of_format),
    }
}

fn unknown_presets(config: &Config) -> Vec<Diagnostic> {
    let unknown = config
        .presets
        .iter()
        .filter(|preset| !presets::NAMES.contains(&preset.as_str()));
    let error = |preset: &String| {
        Diagnostic::error(codes::UNKNOWN_PRESET, format!("unknown preset `{preset}`"))
            .help(format!("known presets: {}", presets::NAMES.join(", ")))
    };
    unknown.map(error).collect()
}

/// Applies a place's decisions; whether it matched anything.
fn decide(place: &Place, compiled: &Compiled, places: &mut [Decided]) -> bool {
    let matcher = Matcher::new(&place.at);
    let mut matched = false;
    for (node, decided) in compiled.program.nodes.iter().zip(places) {
        let document = compiled.program.sources.get(node.source as usize);
        if document.is_some_and(|document| matcher.matches(document, &node.pointer)) {
            matched = true;
            merge(&mut decided.place, place);
        }
    }
    matched
}

fn merge(old: &mut Place, new: &Place) {
    old.name = new.name.clone().or(old.name.take());
    old.own_type = new.own_type.clone().or(old.own_type.take());
    old.map_type = new.map_type.clone().or(old.map_type.take());
    old.extras = new.extras.or(old.extras);
    old.integer = new.integer.or(old.integer);
    old.number = new.number.or(old.number);
    old.derive.extend(new.derive.iter().cloned());
    old.attributes.extend(new.attributes.iter().cloned());
}

fn unmatched(place: &Place, compiled: &Compiled) -> Diagnostic {
    let message = format!(
        "the configuration's place `{}` matches no subschema",
        place.at
    );
    let diagnostic = Diagnostic::error(codes::UNKNOWN_PLACE, message);
    let wanted = place
        .at
        .split_once('#')
        .map_or(place.at.as_str(), |(_, pointer)| pointer);
    let pointers = compiled
        .program
        .nodes
        .iter()
        .map(|node| node.pointer.as_str());
    let nearest = pointers
        .map(|pointer| (distance(wanted, tail(pointer, wanted)), pointer))
        .min_by_key(|(distance, pointer)| (*distance, pointer.len()));
    match nearest {
        Some((distance, pointer)) if distance <= wanted.len() / 2 + 1 => {
            diagnostic.help(format!("did you mean `#{pointer}`?"))
        }
        _ => diagnostic.help("a place is `[DOCUMENT]#POINTER`, or the end of a pointer"),
    }
}

/// The end of a pointer with as many tokens as `wanted` has.
fn tail<'a>(pointer: &'a str, wanted: &str) -> &'a str {
    let tokens = wanted.matches('/').count() + usize::from(!wanted.starts_with('/'));
    let starts: Vec<usize> = pointer.match_indices('/').map(|(at, _)| at).collect();
    let from = starts.len().saturating_sub(tokens);
    let start = starts.get(from).copied().unwrap_or(0);
    let end = &pointer[start..];
    if wanted.starts_with('/') {
        end
    } else {
        end.trim_start_matches('/')
    }
}

/// Edit distance (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
