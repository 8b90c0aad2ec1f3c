//! Dialects and their keywords.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::draft::Draft;
use super::keyword::Keyword;
use super::table::TABLE;
use super::vocabulary::Vocabularies;

/// A draft and what a meta-schema made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// The draft.
    pub draft: Draft,
    /// The vocabularies that are on.
    pub vocabularies: Vocabularies,
    /// Whether a vocabulary makes `format` an assertion.
    pub asserts_formats: bool,
}

impl Dialect {
    /// The dialect of a draft's own meta-schema.
    pub fn of(draft: Draft) -> Self {
        let asserts_formats = draft == Draft::V1;
        Self {
            draft,
            vocabularies: Vocabularies::ALL,
            asserts_formats,
        }
    }

    /// The keyword of this name, where this dialect has it.
    pub fn keyword(&self, name: &str) -> Option<&'static Keyword> {
        keyword(self.draft, name).filter(|found| self.vocabularies.contains(found.vocabulary))
    }
}

type ByName = HashMap<&'static str, &'static Keyword>;

static BY_DRAFT: LazyLock<Vec<ByName>> = LazyLock::new(|| {
    let of = |draft| TABLE.iter().filter(move |row| row.drafts.contains(draft));
    Draft::ALL
        .map(|draft| of(draft).map(|row| (row.name, row)).collect())
        .into()
});

/// The keyword of this name in a draft.
pub fn keyword(draft: Draft, name: &str) -> Option<&'static Keyword> {
    BY_DRAFT.get(draft as usize)?.get(name).copied()
}

/// All names of a draft, in the order of the table.
pub fn names(draft: Draft) -> impl Iterator<Item = &'static str> {
    TABLE
        .iter()
        .filter(move |row| row.drafts.contains(draft))
        .map(|row| row.name)
}

/// The forms a name has in all drafts.
pub fn drafts_of(name: &str) -> impl Iterator<Item = &'static Keyword> + '_ {
    TABLE.iter().filter(move |row| row.name == name)
}

#[cfg(test)]
mod tests {
    use super::{Draft, TABLE};

    #[test]
    fn a_name_means_one_thing_in_a_draft() {
        for draft in Draft::ALL {
            let mut names: Vec<_> = super::names(draft).collect();
            names.sort_unstable();
            let all = names.len();
            names.dedup();
            assert_eq!(names.len(), all, "{draft}");
        }
        assert!(TABLE.len() > 60);
    }
}
