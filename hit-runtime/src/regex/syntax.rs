//! The tree of a pattern.

/// A parsed pattern.
#[derive(Debug)]
pub(super) struct Syntax {
    /// The tree.
    pub(super) root: Ast,
    /// Number of capturing groups.
    pub(super) groups: usize,
}

/// One construct. Flags are resolved: no node depends on what surrounds it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Ast {
    /// Matches everywhere.
    Empty,
    /// One character of a set.
    Set(Set),
    /// `^`.
    Start {
        /// Also after a line terminator.
        multiline: bool,
    },
    /// `$`.
    End {
        /// Also before a line terminator.
        multiline: bool,
    },
    /// `\b` or `\B`.
    Boundary {
        /// `\B`.
        negated: bool,
    },
    /// A capturing group, numbered from 1.
    Group(usize, Box<Ast>),
    /// Text equal to what a group holds.
    BackReference {
        /// The group's number.
        group: usize,
        /// Compare without regard to case.
        ignore_case: bool,
    },
    /// `(?=…)`, `(?!…)`, `(?<=…)`, `(?<!…)`.
    Look {
        /// Looks at what comes before.
        behind: bool,
        /// Must not match.
        negated: bool,
        /// What is looked for.
        inner: Box<Ast>,
    },
    /// A quantifier. Greed does not change whether a text matches, except
    /// through back-references.
    Repeat {
        /// What is repeated.
        inner: Box<Ast>,
        /// At least.
        min: u32,
        /// At most.
        max: Option<u32>,
        /// Prefers more.
        greedy: bool,
    },
    /// One after the other.
    Concat(Vec<Ast>),
    /// One of them.
    Alternate(Vec<Ast>),
}

/// A set of characters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Set {
    /// All others.
    pub(super) negated: bool,
    /// Without regard to case.
    pub(super) ignore_case: bool,
    /// The union of these.
    pub(super) items: Vec<Item>,
}

/// A part of a set.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Item {
    /// Code points from first to last, surrogates possible.
    Range(u32, u32),
    /// `\d`, `\w`, `\s` or their opposites.
    Named {
        /// Which.
        name: Named,
        /// The opposite.
        negated: bool,
    },
    /// `\p{…}`.
    Property {
        /// What stands between the braces, checked.
        name: String,
        /// `\P{…}`.
        negated: bool,
    },
}

/// The sets that have a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Named {
    /// ASCII digits.
    Digit,
    /// ASCII letters, digits and `_`.
    Word,
    /// White space and line terminators of ECMA-262.
    Space,
}

impl Named {
    /// The ranges of the set, in order.
    pub(super) fn ranges(self) -> &'static [(u32, u32)] {
        match self {
            Self::Digit => &[(0x30, 0x39)],
            Self::Word => &[(0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)],
            Self::Space => &[
                (0x09, 0x0D),
                (0x20, 0x20),
                (0xA0, 0xA0),
                (0x1680, 0x1680),
                (0x2000, 0x200A),
                (0x2028, 0x2029),
                (0x202F, 0x202F),
                (0x205F, 0x205F),
                (0x3000, 0x3000),
                (0xFEFF, 0xFEFF),
            ],
        }
    }
}

impl Set {
    /// One character.
    pub(super) fn one(code: u32, ignore_case: bool) -> Self {
        Self {
            negated: false,
            ignore_case,
            items: vec![Item::Range(code, code)],
        }
    }

    /// Everything.
    pub(super) fn all() -> Self {
        Self {
            negated: true,
            ..Self::default()
        }
    }

    /// `.`: everything but line terminators.
    pub(super) fn dot() -> Self {
        let items = [(0x0A, 0x0A), (0x0D, 0x0D), (0x2028, 0x2029)];
        let items = items.map(|(first, last)| Item::Range(first, last)).to_vec();
        Self {
            negated: true,
            ignore_case: false,
            items,
        }
    }
}

/// Which matcher a pattern needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Needs {
    /// The `regex` crate.
    Regular,
    /// Look-around, or `\B`, which the `regex` crate lacks for ASCII words.
    Look,
    /// Back-references.
    BackReference,
}

impl Ast {
    /// Which matcher this needs.
    pub(super) fn needs(&self) -> Needs {
        match self {
            Self::BackReference { .. } => Needs::BackReference,
            Self::Look { inner, .. } => inner.needs().max(Needs::Look),
            Self::Boundary { negated: true } => Needs::Look,
            Self::Start { multiline: true } | Self::End { multiline: true } => Needs::Look,
            Self::Group(_, inner) | Self::Repeat { inner, .. } => inner.needs(),
            Self::Concat(parts) | Self::Alternate(parts) => parts
                .iter()
                .map(Self::needs)
                // Not `max().unwrap_or(…)`: rustc 1.95 compiles that wrongly in one codegen unit.
                .fold(Needs::Regular, Needs::max),
            _ => Needs::Regular,
        }
    }
}
