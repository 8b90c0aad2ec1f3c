//! The drafts.

use std::fmt;

use crate::uri;

/// A published draft of JSON Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Draft {
    /// Draft 3 (`draft-zyp-json-schema-03`).
    Draft3,
    /// Draft 4 (`draft-zyp-json-schema-04`).
    Draft4,
    /// Draft 6 (`draft-wright-json-schema-01`).
    Draft6,
    /// Draft 7 (`draft-handrews-json-schema-01`).
    Draft7,
    /// Draft 2019-09 (`draft-handrews-json-schema-02`).
    Draft201909,
    /// Draft 2020-12 (`draft-bhutton-json-schema-01`).
    Draft202012,
    /// The release after 2020-12, as far as it is settled.
    V1,
}

impl Draft {
    /// All drafts, oldest first.
    pub const ALL: [Self; 7] = [
        Self::Draft3,
        Self::Draft4,
        Self::Draft6,
        Self::Draft7,
        Self::Draft201909,
        Self::Draft202012,
        Self::V1,
    ];

    /// The URI of its meta-schema, without an empty fragment.
    pub const fn uri(self) -> &'static str {
        match self {
            Self::Draft3 => "http://json-schema.org/draft-03/schema",
            Self::Draft4 => "http://json-schema.org/draft-04/schema",
            Self::Draft6 => "http://json-schema.org/draft-06/schema",
            Self::Draft7 => "http://json-schema.org/draft-07/schema",
            Self::Draft201909 => "https://json-schema.org/draft/2019-09/schema",
            Self::Draft202012 => "https://json-schema.org/draft/2020-12/schema",
            Self::V1 => "https://json-schema.org/v1",
        }
    }

    /// The value of `$schema` as the draft itself writes it.
    pub fn schema(self) -> String {
        let hash = if self <= Self::Draft7 { "#" } else { "" };
        format!("{}{hash}", self.uri())
    }

    /// The draft a `$schema` names: with or without a fragment, by
    /// `http` or `https`. The dialects of OpenAPI 3.1 and 3.2 count as 2020-12.
    pub fn from_uri(uri: &str) -> Option<Self> {
        let plain = |uri: &str| {
            let (uri, _) = uri::split_fragment(uri);
            let rest = uri
                .strip_prefix("https://")
                .or_else(|| uri.strip_prefix("http://"));
            rest.map(|rest| rest.trim_end_matches('/').to_owned())
        };
        let wanted = plain(uri)?;
        if wanted == "json-schema.org/v1/2026" {
            return Some(Self::V1);
        }
        if wanted.starts_with("spec.openapis.org/oas/3.") && wanted.contains("/dialect/") {
            return Some(Self::Draft202012);
        }
        Self::ALL
            .into_iter()
            .find(|draft| plain(draft.uri()).as_ref() == Some(&wanted))
    }

    /// The keyword that identifies a schema.
    pub const fn id_keyword(self) -> &'static str {
        match self {
            Self::Draft3 | Self::Draft4 => "id",
            _ => "$id",
        }
    }

    /// Whether keywords beside `$ref` count for nothing.
    pub fn ref_overrides(self) -> bool {
        self <= Self::Draft7
    }
}

impl fmt::Display for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Draft3 => "draft 3",
            Self::Draft4 => "draft 4",
            Self::Draft6 => "draft 6",
            Self::Draft7 => "draft 7",
            Self::Draft201909 => "draft 2019-09",
            Self::Draft202012 => "draft 2020-12",
            Self::V1 => "version 1",
        })
    }
}

/// A set of drafts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drafts(u8);

impl Drafts {
    /// From one draft to another, both included.
    pub const fn range(from: Draft, to: Draft) -> Self {
        let mut bits = 0;
        let mut at = from as u8;
        while at <= to as u8 {
            bits |= 1 << at;
            at += 1;
        }
        Self(bits)
    }

    /// Whether a draft is in the set.
    pub const fn contains(self, draft: Draft) -> bool {
        self.0 & (1 << draft as u8) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::Draft;

    #[test]
    fn recognizes_every_spelling() {
        for (uri, expected) in [
            (
                "http://json-schema.org/draft-07/schema#",
                Some(Draft::Draft7),
            ),
            (
                "https://json-schema.org/draft-07/schema",
                Some(Draft::Draft7),
            ),
            (
                "http://json-schema.org/draft/2020-12/schema#",
                Some(Draft::Draft202012),
            ),
            ("https://json-schema.org/v1", Some(Draft::V1)),
            (
                "http://json-schema.org/draft-04/schema#0 ",
                Some(Draft::Draft4),
            ),
            (
                "https://spec.openapis.org/oas/3.1/dialect/base",
                Some(Draft::Draft202012),
            ),
            ("https://json-schema.org/draft-05/schema", None),
            ("draft-07", None),
        ] {
            assert_eq!(Draft::from_uri(uri), expected, "{uri}");
        }
    }
}
