//! The same value in other bytes: a service that treats them differently reads
//! bytes where it should read JSON.

use hit_runtime::Pointer;
use hit_runtime::json::{Json, Node};

use super::bases::Base;
use super::sink::{Document, Sink};
use super::source::Source;
use crate::case::Axis;
use crate::text::{Edit, Text, quote, quote_escaped};

/// Numbers that are spelled otherwise, in one document.
const NUMBERS: usize = 8;

/// Other spellings of valid documents.
pub fn spellings(source: &Source<'_>, bases: &[Base], sink: &mut Sink) {
    for base in bases.iter().take(3) {
        for (text, recipe) in whole(&base.text) {
            add(source, sink, text, recipe);
        }
        let mut numbers = Vec::new();
        numbers_of(&base.text.tree, &Pointer::root(), &mut numbers);
        for (at, raw) in numbers.into_iter().take(NUMBERS) {
            for (raw, what) in of_number(&raw) {
                let edit = Edit::Replace {
                    at: at.clone(),
                    raw,
                };
                if let Some(text) = base.text.edited(&edit) {
                    add(source, sink, text, &format!("spelling: {what}"));
                }
            }
        }
    }
}

fn add(source: &Source<'_>, sink: &mut Sink, text: String, recipe: &str) {
    let document = Document {
        axis: Axis::Spelling,
        text,
        headers: Vec::new(),
        recipe: recipe.to_owned(),
    };
    sink.judged(source, document);
}

fn whole(text: &Text) -> Vec<(String, &'static str)> {
    let tree = &text.tree;
    let plain = Style {
        names: quote,
        texts: quote,
        gap: "",
        reversed: false,
    };
    let spelled = |style: Style| style.write(tree);
    vec![
        (spelled(plain), "spelling: no white space"),
        (
            spelled(Style {
                names: quote_escaped,
                ..plain
            }),
            "spelling: names escaped",
        ),
        (
            spelled(Style {
                texts: quote_escaped,
                ..plain
            }),
            "spelling: texts escaped",
        ),
        (
            spelled(Style {
                texts: upper_escaped,
                ..plain
            }),
            "spelling: texts escaped in upper case",
        ),
        (
            spelled(Style {
                texts: slashed,
                ..plain
            }),
            "spelling: slashes escaped",
        ),
        (
            spelled(Style {
                reversed: true,
                ..plain
            }),
            "spelling: members in reverse",
        ),
        (
            spelled(Style {
                gap: " \t\r\n",
                ..plain
            }),
            "spelling: white space everywhere",
        ),
        (spelled(Style { gap: "\n", ..plain }), "spelling: lines"),
        (
            format!("\n\n {}", text.text),
            "spelling: white space before",
        ),
        (
            format!("{}\r\n\t ", text.text),
            "spelling: white space after",
        ),
    ]
}

#[derive(Clone, Copy)]
struct Style {
    names: fn(&str) -> String,
    texts: fn(&str) -> String,
    gap: &'static str,
    reversed: bool,
}

impl Style {
    fn write(&self, node: &Node) -> String {
        let gap = self.gap;
        match &node.value {
            Json::String(text) => (self.texts)(text),
            Json::Array(items) => {
                let items: Vec<String> = items.iter().map(|item| self.write(item)).collect();
                format!("[{gap}{}{gap}]", items.join(&format!("{gap},{gap}")))
            }
            Json::Object(members) => {
                let mut members: Vec<String> = members
                    .iter()
                    .map(|member| {
                        let name = (self.names)(&member.name);
                        format!("{name}{gap}:{gap}{}", self.write(&member.value))
                    })
                    .collect();
                if self.reversed {
                    members.reverse();
                }
                format!("{{{gap}{}{gap}}}", members.join(&format!("{gap},{gap}")))
            }
            _ => node.to_value().to_string(),
        }
    }
}

fn upper_escaped(text: &str) -> String {
    let units = text.encode_utf16().map(|unit| format!("\\u{unit:04X}"));
    format!("\"{}\"", units.collect::<String>())
}

fn slashed(text: &str) -> String {
    quote(text).replace('/', "\\/")
}

fn numbers_of(node: &Node, at: &Pointer, out: &mut Vec<(Pointer, String)>) {
    match &node.value {
        Json::Number(number) => out.push((at.clone(), number.to_string())),
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                numbers_of(item, &at.join(&index.to_string()), out);
            }
        }
        Json::Object(members) => {
            for member in members {
                numbers_of(&member.value, &at.join(&member.name), out);
            }
        }
        _ => {}
    }
}

/// A number in other digits. Whether an integer may be spelled with a fraction
/// depends on the draft: the judges know.
fn of_number(raw: &str) -> Vec<(String, &'static str)> {
    if raw.contains(['.', 'e', 'E']) {
        return match raw.contains(['e', 'E']) {
            true => Vec::new(),
            false => vec![
                (format!("{raw}0"), "a number with a zero more"),
                (format!("{raw}e0"), "a number with an exponent of zero"),
                (format!("{raw}E+00"), "a number with a padded exponent"),
            ],
        };
    }
    vec![
        (format!("{raw}.0"), "an integer with a fraction of zero"),
        (format!("{raw}e0"), "an integer with an exponent of zero"),
        (format!("{raw}E+0"), "an integer with a signed exponent"),
        (format!("{raw}0e-1"), "an integer with a negative exponent"),
        (
            format!("{raw}.000000000000000000"),
            "an integer with many zeros",
        ),
    ]
}
