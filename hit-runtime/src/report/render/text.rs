//! Text as it stands in a terminal: width of characters, nothing that moves the cursor.

/// Columns of a tab, wherever it stands: a fixed width keeps carets simple.
const TAB: usize = 4;

/// One character as it is shown.
pub(super) struct Cell {
    /// What is printed.
    pub(super) text: String,
    /// How many columns it takes.
    pub(super) width: usize,
}

/// How a character is shown: tabs as spaces, what is invisible or steers a terminal as `\u{…}`.
pub(super) fn cell(c: char) -> Cell {
    if c == '\t' {
        return Cell {
            text: " ".repeat(TAB),
            width: TAB,
        };
    }
    if is_unsafe(c) {
        let text = c.escape_unicode().to_string();
        return Cell {
            width: text.len(),
            text,
        };
    }
    Cell {
        text: c.to_string(),
        width: width(c),
    }
}

/// A text on one line, safe to print: control characters, line feeds included, are escaped.
pub(super) fn printable(text: &str) -> String {
    text.chars().map(|c| cell(c).text).collect()
}

/// Control characters, and those that change the direction of text or are not seen.
fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// Columns of a printable character: 0 for combining marks, 2 for wide ones.
fn width(c: char) -> usize {
    if in_table(ZERO, c) {
        0
    } else if in_table(WIDE, c) {
        2
    } else {
        1
    }
}

fn in_table(table: &[(char, char)], c: char) -> bool {
    table
        .binary_search_by(|&(first, last)| {
            if last < c {
                std::cmp::Ordering::Less
            } else if first > c {
                std::cmp::Ordering::Greater
            } else {
                std::cmp::Ordering::Equal
            }
        })
        .is_ok()
}

/// The blocks of combining marks and the selectors of variants.
const ZERO: &[(char, char)] = &[
    ('\u{0300}', '\u{036F}'),
    ('\u{0483}', '\u{0489}'),
    ('\u{0591}', '\u{05BD}'),
    ('\u{0610}', '\u{061A}'),
    ('\u{064B}', '\u{065F}'),
    ('\u{1AB0}', '\u{1AFF}'),
    ('\u{1DC0}', '\u{1DFF}'),
    ('\u{20D0}', '\u{20FF}'),
    ('\u{302A}', '\u{302D}'),
    ('\u{3099}', '\u{309A}'),
    ('\u{FE00}', '\u{FE0F}'),
    ('\u{FE20}', '\u{FE2F}'),
    ('\u{1F3FB}', '\u{1F3FF}'),
    ('\u{E0100}', '\u{E01EF}'),
];

/// The blocks that terminals show two columns wide (Unicode TR 11: W and F, and pictographs).
const WIDE: &[(char, char)] = &[
    ('\u{1100}', '\u{115F}'),
    ('\u{231A}', '\u{231B}'),
    ('\u{23E9}', '\u{23EC}'),
    ('\u{2614}', '\u{2615}'),
    ('\u{2648}', '\u{2653}'),
    ('\u{26BD}', '\u{26BE}'),
    ('\u{2705}', '\u{2705}'),
    ('\u{2728}', '\u{2728}'),
    ('\u{274C}', '\u{274C}'),
    ('\u{2753}', '\u{2755}'),
    ('\u{2757}', '\u{2757}'),
    ('\u{2795}', '\u{2797}'),
    ('\u{2B1B}', '\u{2B1C}'),
    ('\u{2B50}', '\u{2B50}'),
    ('\u{2E80}', '\u{3029}'),
    ('\u{302E}', '\u{303E}'),
    ('\u{3041}', '\u{3098}'),
    ('\u{309B}', '\u{33FF}'),
    ('\u{3400}', '\u{4DBF}'),
    ('\u{4E00}', '\u{A4CF}'),
    ('\u{A960}', '\u{A97F}'),
    ('\u{AC00}', '\u{D7A3}'),
    ('\u{F900}', '\u{FAFF}'),
    ('\u{FE30}', '\u{FE6F}'),
    ('\u{FF01}', '\u{FF60}'),
    ('\u{FFE0}', '\u{FFE6}'),
    ('\u{1F18E}', '\u{1F18E}'),
    ('\u{1F191}', '\u{1F19A}'),
    ('\u{1F200}', '\u{1F320}'),
    ('\u{1F32D}', '\u{1F3FA}'),
    ('\u{1F400}', '\u{1F64F}'),
    ('\u{1F680}', '\u{1F6FF}'),
    ('\u{1F900}', '\u{1F9FF}'),
    ('\u{1FA70}', '\u{1FAFF}'),
    ('\u{20000}', '\u{3FFFD}'),
];

#[cfg(test)]
mod tests {
    use super::{WIDE, ZERO, cell, printable};

    #[test]
    fn tables_are_sorted_and_do_not_overlap() {
        for table in [ZERO, WIDE] {
            assert!(table.iter().all(|(first, last)| first <= last));
            assert!(table.windows(2).all(|pair| pair[0].1 < pair[1].0));
        }
    }

    #[test]
    fn widths() {
        for (c, width) in [
            ('a', 1),
            ('é', 1),
            ('\u{301}', 0),
            ('漢', 2),
            ('😀', 2),
            ('\t', 4),
            ('\u{1b}', 6),
        ] {
            assert_eq!(cell(c).width, width, "{c:?}");
        }
    }

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(
            printable("a\u{1b}[31m\n\u{202e}b"),
            r"a\u{1b}[31m\u{a}\u{202e}b"
        );
    }
}
