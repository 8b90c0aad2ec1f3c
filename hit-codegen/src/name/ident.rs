//! From any text to a Rust identifier.

/// `PascalCase` as the name of a type; empty when the text has no letter or digit.
pub fn type_ident(text: &str) -> String {
    let name = variant_ident(text);
    if is_reserved_type(&name) {
        format!("{name}Value")
    } else {
        name
    }
}

/// `PascalCase` as the name of a variant, which stands behind its enum's.
pub fn variant_ident(text: &str) -> String {
    let pascal = pascal(text);
    match pascal.chars().next() {
        Some(first) if !starts(first) => format!("N{pascal}"),
        _ if pascal == "Self" => "SelfValue".to_owned(),
        _ => pascal,
    }
}

/// The words of a text, each with a capital letter: a part of a name.
pub fn pascal(text: &str) -> String {
    words(text).iter().map(|word| capitalized(word)).collect()
}

/// The words of a text as a part of a name; every character spelled where there
/// are no words, and nothing of nothing.
pub fn part(text: &str) -> String {
    let words = pascal(text);
    if words.is_empty() && !text.is_empty() {
        pascal(&spelled(text))
    } else {
        words
    }
}

/// `snake_case`, as a raw identifier where it is a keyword; empty when the
/// text has no letter or digit.
pub fn field_ident(text: &str) -> String {
    let snake = words(text).join("_");
    match snake.as_str() {
        "self" | "super" | "crate" | "Self" => format!("{snake}_"),
        word if is_keyword(word) => format!("r#{word}"),
        word if word.starts_with(|first| !starts(first)) => format!("n{word}"),
        _ => snake,
    }
}

/// Whether a configured name is a plain type name.
pub fn is_type_name(text: &str) -> bool {
    syn::parse_str::<syn::Ident>(text).is_ok()
}

/// The text with every character spelled, so that different texts differ.
pub fn spelled(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            'a'..='z' => out.push(c),
            'A'..='Z' => {
                out.push_str("_upper_");
                out.push(c.to_ascii_lowercase());
            }
            '0'..='9' => out.push(c),
            c => {
                out.push('_');
                out.push_str(&character(c));
                out.push('_');
            }
        }
    }
    if out.is_empty() {
        "empty".to_owned()
    } else {
        out
    }
}

/// A character by name.
fn character(c: char) -> String {
    let name = match c {
        '+' => "plus",
        '-' => "dash",
        '_' => "underscore",
        '.' => "dot",
        '*' => "star",
        '/' => "slash",
        ' ' => "space",
        '$' => "dollar",
        '@' => "at",
        '#' => "hash",
        '%' => "percent",
        '&' => "and",
        '=' => "equal",
        '<' => "less",
        '>' => "greater",
        '!' => "bang",
        '?' => "question",
        ':' => "colon",
        ';' => "semicolon",
        ',' => "comma",
        '"' => "quote",
        '\'' => "apostrophe",
        '(' => "open",
        ')' => "close",
        '[' => "open_bracket",
        ']' => "close_bracket",
        '{' => "open_brace",
        '}' => "close_brace",
        '|' => "bar",
        '\\' => "backslash",
        '^' => "caret",
        '~' => "tilde",
        '`' => "backtick",
        '\n' => "newline",
        '\t' => "tab",
        c => return format!("u{:x}", u32::from(c)),
    };
    name.to_owned()
}

/// Lower-case words of a text: split at what is no letter or digit, and at
/// changes of case (`socialNetwork`, `HTTPServer`).
fn words(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut words = Vec::new();
    let mut word = String::new();
    for (at, &c) in chars.iter().enumerate() {
        if !is_word(c) {
            words.extend(take(&mut word));
            continue;
        }
        let before = at.checked_sub(1).and_then(|at| chars.get(at));
        let after = chars.get(at + 1);
        let starts = c.is_uppercase()
            && before.is_some_and(|before| {
                before.is_lowercase()
                    || before.is_numeric()
                    || before.is_uppercase() && after.is_some_and(|after| after.is_lowercase())
            });
        if starts {
            words.extend(take(&mut word));
        }
        word.extend(c.to_lowercase().filter(|c| is_word(*c)));
    }
    words.extend(take(&mut word));
    words
}

/// Characters that may stand in an identifier everywhere but, for digits, at
/// its start: ASCII and Latin letters. Other scripts are spelled, as letters
/// that look alike make the compiler warn.
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '\u{c0}'..='\u{24f}') && c.is_alphabetic()
}

/// Characters that an identifier may start with: no digit, no mark.
fn starts(c: char) -> bool {
    let mut text = [0; 4];
    syn::parse_str::<syn::Ident>(c.encode_utf8(&mut text)).is_ok()
}

fn take(word: &mut String) -> Option<String> {
    (!word.is_empty()).then(|| std::mem::take(word))
}

fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

fn is_keyword(word: &str) -> bool {
    // `gen` is a keyword from edition 2024 on, which `syn` does not know.
    let known = word == "gen" || syn::parse_str::<syn::Ident>(word).is_err();
    !word.is_empty()
        && word.is_ascii()
        && known
        && syn::parse_str::<syn::Ident>(&format!("r#{word}")).is_ok()
}

/// Names that generated code, or every Rust program, already uses.
fn is_reserved_type(name: &str) -> bool {
    matches!(
        name,
        "Self"
            | "Option"
            | "Some"
            | "None"
            | "Result"
            | "Ok"
            | "Err"
            | "Vec"
            | "String"
            | "Box"
            | "Default"
            | "Clone"
            | "Copy"
            | "Debug"
            | "Eq"
            | "PartialEq"
            | "Hash"
            | "Ord"
            | "PartialOrd"
            | "From"
            | "Into"
            | "Iterator"
            | "Drop"
            | "Send"
            | "Sync"
            | "Sized"
            | "Fn"
            | "FnMut"
            | "FnOnce"
            | "ToOwned"
            | "ToString"
            | "TryFrom"
            | "TryInto"
            | "AsRef"
            | "AsMut"
            | "Extend"
            | "IntoIterator"
            | "Value"
            | "Maybe"
            | "Integer"
            | "Number"
            | "Never"
            | "Serialize"
            | "Deserialize"
            | "Serializer"
            | "Deserializer"
            | "BTreeMap"
    )
}
