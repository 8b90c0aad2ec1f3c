//! Vocabularies (JSON Schema 2020-12 core, section 8.1).

/// A group of keywords that a meta-schema switches on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vocabulary {
    /// `$id`, `$ref`, …: always on.
    Core,
    /// `properties`, `allOf`, …
    Applicator,
    /// `unevaluatedItems`, `unevaluatedProperties`.
    Unevaluated,
    /// `type`, `minimum`, …
    Validation,
    /// `title`, `default`, …
    MetaData,
    /// `format`.
    Format,
    /// `contentEncoding`, …
    Content,
}

impl Vocabulary {
    /// What a vocabulary URI switches on, and whether it makes `format` an
    /// assertion. In 2019-09 `Unevaluated` is part of `Applicator`, and
    /// whether formats are asserted depends on the vocabulary being required.
    pub fn from_uri(uri: &str, required: bool) -> Option<(Vec<Self>, bool)> {
        let (_, rest) = uri.split_once("json-schema.org/draft/")?;
        let on = match rest {
            "2019-09/vocab/core" | "2020-12/vocab/core" => vec![Self::Core],
            "2019-09/vocab/applicator" => vec![Self::Applicator, Self::Unevaluated],
            "2020-12/vocab/applicator" => vec![Self::Applicator],
            "2020-12/vocab/unevaluated" => vec![Self::Unevaluated],
            "2019-09/vocab/validation" | "2020-12/vocab/validation" => vec![Self::Validation],
            "2019-09/vocab/meta-data" | "2020-12/vocab/meta-data" => vec![Self::MetaData],
            "2019-09/vocab/content" | "2020-12/vocab/content" => vec![Self::Content],
            "2019-09/vocab/format" => return Some((vec![Self::Format], required)),
            "2020-12/vocab/format-annotation" => vec![Self::Format],
            "2020-12/vocab/format-assertion" => return Some((vec![Self::Format], true)),
            _ => return None,
        };
        Some((on, false))
    }
}

/// A set of vocabularies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vocabularies(u8);

impl Vocabularies {
    /// All of them.
    pub const ALL: Self = Self(u8::MAX);
    /// Only the one that cannot be switched off.
    pub const CORE: Self = Self(1);

    /// The same set with one more.
    #[must_use]
    pub const fn with(self, vocabulary: Vocabulary) -> Self {
        Self(self.0 | 1 << vocabulary as u8)
    }

    /// Whether one is in the set.
    pub const fn contains(self, vocabulary: Vocabulary) -> bool {
        self.0 & (1 << vocabulary as u8) != 0
    }
}
