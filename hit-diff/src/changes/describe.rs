//! Changes in words.

use hit_runtime::Pointer;
use hit_runtime::check::NodeId;
use hit_schema::SourceId;

use crate::check::Place;
use crate::schema::Schema;

/// Characters of a value that a message shows.
const SHOWN: usize = 60;

/// The place of something below a node.
pub(super) fn place(schema: &Schema, node: NodeId, below: &str) -> Place {
    let program = &schema.compiled.program;
    let (source, pointer) = program
        .nodes
        .get(node as usize)
        .map_or((0, ""), |node| (node.source, node.pointer.as_str()));
    let full = format!("{pointer}{below}");
    let tree = schema.compiled.sources.tree(SourceId(source));
    let spot = |pointer: &str| tree?.pointer(&Pointer::from_escaped(pointer));
    let line = spot(&full)
        .or_else(|| spot(pointer))
        .map(|spot| (spot.span.line as usize, spot.span.column as usize));
    Place {
        document: schema.compiled.sources.name(SourceId(source)).to_owned(),
        pointer: full,
        line,
    }
}

/// The place of something in a text.
pub(super) fn origin(schema: &Schema, origin: &hit_schema::Origin) -> Place {
    Place {
        document: schema.compiled.sources.name(origin.source).to_owned(),
        pointer: origin.pointer.as_str().to_owned(),
        line: Some((origin.span.line as usize, origin.span.column as usize)),
    }
}

/// One sentence about a change.
pub(super) fn describe(
    schemas: [&Schema; 2],
    subject: &str,
    verb: &str,
    name: &str,
    places: [&Option<Place>; 2],
) -> String {
    let member = name.split_once(' ').map_or("", |(_, member)| member);
    let [before, after] = [0, 1].map(|side| {
        let place = places[side].as_ref()?;
        text_at(schemas[side], place)
    });
    let what = match (subject, member) {
        ("property", member) => format!("member `{member}`"),
        ("pattern-property", member) => format!("members that match `{member}`"),
        ("required", member) => {
            return match verb {
                "added" => format!("member `{member}` is now required"),
                _ => format!("member `{member}` is no longer required"),
            };
        }
        (subject, "") => format!("`{}`", camel(subject)),
        (subject, member) => format!("`{}` of `{member}`", camel(subject)),
    };
    match (verb, before, after) {
        ("added", _, Some(after)) => format!("{what} was added: {after}"),
        ("removed", Some(before), _) => format!("{what} was removed: {before}"),
        ("changed", Some(before), Some(after)) => {
            format!("{what} changed from {before} to {after}")
        }
        _ => format!("{what} was {verb}"),
    }
}

fn text_at(schema: &Schema, place: &Place) -> Option<String> {
    let sources = schema.compiled.sources.iter();
    let (_, source) = sources
        .into_iter()
        .find(|(_, source)| source.name == place.document)?;
    let tree = source.tree.as_ref()?;
    let value = tree.pointer(&Pointer::from_escaped(place.pointer.as_str()))?;
    let text = value.to_value().to_string();
    Some(match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", text.get(..at)?),
        None => text,
    })
}

fn camel(subject: &str) -> String {
    let mut out = String::new();
    let mut upper = false;
    for c in subject.chars() {
        match c {
            '-' => upper = true,
            c if std::mem::take(&mut upper) => out.extend(c.to_uppercase()),
            c => out.push(c),
        }
    }
    out
}

/// Twelve digits that stay the same while the change does: documents' names
/// and line numbers do not count.
pub(super) fn fingerprint(
    id: &str,
    old: Option<&Place>,
    new: Option<&Place>,
    message: &str,
) -> String {
    let pointer =
        |place: Option<&Place>| place.map_or("-", |place| place.pointer.as_str()).to_owned();
    let text = format!("{id}\n{}\n{}\n{message}", pointer(old), pointer(new));
    // FNV-1a, 64 bits.
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{:012x}", hash >> 16)
}
