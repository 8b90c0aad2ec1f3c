//! Labels of IDNA 2008 (RFC 5890 to 5893).
//!
//! UTS 46 processing (the `idna` crate) checks Punycode, normal form, joiners
//! and the Bidi rule; it allows more characters than IDNA 2008 and does not know
//! its contextual rules, so both are added here.

use std::sync::LazyLock;

use idna::AsciiDenyList;
use idna::uts46::{DnsLength, Hyphens, Uts46};
use regex::Regex;

/// Whether a label that begins with `xn--` is an A-label: it decodes to a
/// U-label whose encoding it is.
pub(super) fn is_a_label(label: &str) -> bool {
    let lower = label.to_ascii_lowercase();
    let (decoded, result) =
        Uts46::new().to_unicode(lower.as_bytes(), AsciiDenyList::STD3, Hyphens::Allow);
    result.is_ok()
        && !decoded.is_ascii()
        && is_u_label(&decoded)
        && to_ascii(&decoded).as_deref() == Some(&lower)
}

/// Whether a label beyond ASCII is a U-label.
pub(super) fn is_u_label(label: &str) -> bool {
    !label.is_ascii()
        && characters_hold(label)
        && context_holds(label)
        && to_ascii(label).is_some_and(|ascii| {
            // Mapping would have changed what is not in normal form or folded.
            let (decoded, result) =
                Uts46::new().to_unicode(ascii.as_bytes(), AsciiDenyList::STD3, Hyphens::Check);
            result.is_ok() && decoded == label
        })
}

/// The A-label of a label.
fn to_ascii(label: &str) -> Option<String> {
    let ascii = Uts46::new().to_ascii(
        label.as_bytes(),
        AsciiDenyList::STD3,
        Hyphens::Check,
        DnsLength::Verify,
    );
    ascii.ok().map(|ascii| ascii.into_owned())
}

/// Bytes of a label as an A-label; `None` where it has none.
pub(super) fn to_ascii_length(label: &str) -> Option<usize> {
    if label.is_ascii() {
        Some(label.len())
    } else {
        to_ascii(label).map(|ascii| ascii.len())
    }
}

/// The Bidi rule (RFC 5893, section 2), which binds all labels of a name where
/// one has right-to-left characters.
pub(super) fn is_bidi_name(labels: &[&str]) -> bool {
    let name = labels.join(".");
    let ascii = Uts46::new().to_ascii(
        name.as_bytes(),
        AsciiDenyList::STD3,
        Hyphens::Allow,
        DnsLength::Ignore,
    );
    ascii.is_ok()
}

/// The contextual rules of RFC 5892, appendix A.3 to A.9; those for joiners are
/// checked by UTS 46 processing.
fn context_holds(label: &str) -> bool {
    let chars: Vec<char> = label.chars().collect();
    let at = |index: Option<usize>| index.and_then(|index| chars.get(index)).copied();
    let script = |regex: &Class, c: Option<char>| c.is_some_and(|c| regex.holds(c));
    let digits = |first: u32| {
        chars
            .iter()
            .any(|c| (first..first + 10).contains(&u32::from(*c)))
    };
    let rules = chars.iter().enumerate().all(|(index, c)| {
        let (before, after) = (at(index.checked_sub(1)), at(Some(index + 1)));
        match c {
            '\u{B7}' => before == Some('l') && after == Some('l'),
            '\u{375}' => script(&GREEK, after),
            '\u{5F3}' | '\u{5F4}' => script(&HEBREW, before),
            '\u{30FB}' => chars.iter().any(|c| JAPANESE.holds(*c)),
            _ => true,
        }
    });
    rules && !(digits(0x660) && digits(0x6F0))
}

/// Whether the characters of a label are `PVALID`, `CONTEXTJ` or `CONTEXTO`
/// (RFC 5892, section 3), the first is no combining mark, and no `--` stands in
/// third and fourth place (RFC 5891, section 4.2.3).
fn characters_hold(label: &str) -> bool {
    let hyphens = label.chars().skip(2).take(2).eq(['-', '-']);
    !hyphens && !label.starts_with(|c| MARK.holds(c)) && label.chars().all(|c| ALLOWED.holds(c))
}

/// A set of characters in the syntax of the `regex` crate, which has the tables.
struct Class(LazyLock<Option<Regex>>);

impl Class {
    fn holds(&self, c: char) -> bool {
        self.0
            .as_ref()
            .is_some_and(|regex| regex.is_match(c.encode_utf8(&mut [0; 4])))
    }
}

static MARK: Class = Class(LazyLock::new(|| Regex::new(r"\A\p{M}\z").ok()));
static GREEK: Class = Class(LazyLock::new(|| Regex::new(r"\A\p{Greek}\z").ok()));
static HEBREW: Class = Class(LazyLock::new(|| Regex::new(r"\A\p{Hebrew}\z").ok()));
static JAPANESE: Class = Class(LazyLock::new(|| {
    Regex::new(r"\A[\p{Hiragana}\p{Katakana}\p{Han}]\z").ok()
}));

/// In the order of RFC 5892: letters and digits, without what is
/// ignorable, an old Hangul jamo or an exception; then exceptions, joiners and
/// LDH. What is unstable does not survive the mapping of UTS 46.
static ALLOWED: Class = Class(LazyLock::new(|| {
    Regex::new(
        r"(?x)\A[
            [[\p{Ll}\p{Lu}\p{Lo}\p{Nd}\p{Lm}\p{Mn}\p{Mc}]--[
                \p{Default_Ignorable_Code_Point}\p{White_Space}\p{Noncharacter_Code_Point}
                \x{20D0}-\x{20FF}\x{1D100}-\x{1D24F}
                \x{1100}-\x{11FF}\x{A960}-\x{A97C}\x{D7B0}-\x{D7FB}
                \x{640}\x{7FA}\x{302E}\x{302F}\x{3031}-\x{3035}\x{303B}
            ]]
            \x{DF}\x{3C2}\x{6FD}\x{6FE}\x{F0B}\x{3007}
            \x{B7}\x{375}\x{5F3}\x{5F4}\x{30FB}
            \x{200C}\x{200D}
            \-0-9a-z
        ]\z",
    )
    .ok()
}));
