//! `color` of draft 3.

/// Keywords of CSS 2.1, sections 4.3.6 and 18.2, sorted.
const KEYWORDS: [&str; 45] = [
    "activeborder",
    "activecaption",
    "appworkspace",
    "aqua",
    "background",
    "black",
    "blue",
    "buttonface",
    "buttonhighlight",
    "buttonshadow",
    "buttontext",
    "captiontext",
    "fuchsia",
    "gray",
    "graytext",
    "green",
    "highlight",
    "highlighttext",
    "inactiveborder",
    "inactivecaption",
    "inactivecaptiontext",
    "infobackground",
    "infotext",
    "lime",
    "maroon",
    "menu",
    "menutext",
    "navy",
    "olive",
    "orange",
    "purple",
    "red",
    "scrollbar",
    "silver",
    "teal",
    "threeddarkshadow",
    "threedface",
    "threedhighlight",
    "threedlightshadow",
    "threedshadow",
    "white",
    "window",
    "windowframe",
    "windowtext",
    "yellow",
];

/// Whether a text is a color of CSS 2.1: a keyword, `#rgb`, `#rrggbb` or `rgb(…)`.
pub fn is_color(text: &str) -> bool {
    if let Some(digits) = text.strip_prefix('#') {
        return matches!(digits.len(), 3 | 6)
            && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    }
    let lower = text.to_ascii_lowercase();
    KEYWORDS.binary_search(&lower.as_str()).is_ok()
        || lower
            .strip_prefix("rgb(")
            .and_then(|rest| rest.strip_suffix(')'))
            .is_some_and(is_triple)
}

/// Three integers or three percentages.
fn is_triple(list: &str) -> bool {
    let parts: Vec<&str> = list
        .split(',')
        .map(|part| part.trim_matches([' ', '\t', '\n', '\r', '\u{C}']))
        .collect();
    let integers = || parts.iter().all(|part| is_number(part, false));
    let percentages = || {
        parts.iter().all(|part| {
            part.strip_suffix('%')
                .is_some_and(|number| is_number(number, true))
        })
    };
    parts.len() == 3 && (integers() || percentages())
}

fn is_number(text: &str, fraction: bool) -> bool {
    let text = text.strip_prefix(['+', '-']).unwrap_or(text);
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('.') {
        Some((whole, rest)) => fraction && digits(whole) && !rest.is_empty() && digits(rest),
        None => !text.is_empty() && digits(text),
    }
}
