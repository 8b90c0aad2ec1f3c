//! Texts of a length, a pattern and a format.

use hit_diff::SampleSettings;
use serde_json::json;

use super::formats;
use super::pattern::examples;
use super::want::Want;

/// A character beyond the Basic Multilingual Plane: one code point, two UTF-16 units.
pub const ASTRAL: char = '\u{1F600}';

/// A text of so many code points, all the same.
pub fn repeated(c: char, length: u64) -> String {
    let length = usize::try_from(length).unwrap_or(usize::MAX).min(LONGEST);
    std::iter::repeat_n(c, length).collect()
}

/// The longest text that is made.
const LONGEST: usize = 200_000;

/// A text that is wanted, most likely; the judges have the last word.
pub fn text(want: &Want, rng: &mut fastrand::Rng) -> String {
    if !want.patterns.is_empty() {
        return patterned(want, rng);
    }
    if let Some(format) = &want.format {
        let valid = formats::corners(format)
            .into_iter()
            .filter(|text| fits(want, text));
        if let Some(text) = valid
            .into_iter()
            .find(|text| formats::is_valid(format, text))
        {
            return text;
        }
    }
    let most = want.max_length.unwrap_or(u64::MAX);
    let length = want.min_length.max(rng.u64(6..=10).min(most));
    (0..length.min(LONGEST as u64))
        .map(|_| rng.alphanumeric())
        .collect()
}

fn fits(want: &Want, text: &str) -> bool {
    let length = text.chars().count() as u64;
    length >= want.min_length && want.max_length.is_none_or(|most| length <= most)
}

fn patterned(want: &Want, rng: &mut fastrand::Rng) -> String {
    let first = want
        .patterns
        .first()
        .map_or("", |pattern| pattern.0.as_str());
    let found = examples(first, rng)
        .into_iter()
        .filter(|text| fits(want, text));
    let others = want.patterns.get(1..).unwrap_or_default();
    let all = |text: &String| {
        others.iter().all(|pattern| {
            let compiled = hit_runtime::regex::CompiledPattern::new(&pattern.0);
            compiled.is_ok_and(|compiled| compiled.is_match(text))
        })
    };
    let found: Vec<String> = found.filter(all).collect();
    match found.is_empty() {
        false => found
            .get(rng.usize(..found.len()))
            .cloned()
            .unwrap_or_default(),
        true => searched(want).unwrap_or_default(),
    }
}

/// The search of the drift guard, which knows more about patterns.
fn searched(want: &Want) -> Option<String> {
    let patterns: Vec<_> = want
        .patterns
        .iter()
        .map(|it| json!({"pattern": it.0}))
        .collect();
    let mut schema = json!({"type": "string", "minLength": want.min_length, "allOf": patterns});
    if let Some(most) = want.max_length {
        schema["maxLength"] = json!(most);
    }
    let schema = hit_diff::Schema::from_text("text", &schema.to_string()).ok()?;
    let found = hit_diff::sample(&schema, SampleSettings::default()).ok()?;
    serde_json::from_str(&found.first()?.text).ok()
}
