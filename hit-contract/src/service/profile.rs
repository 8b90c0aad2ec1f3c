//! What a service decides for itself.

use std::time::Duration;

use super::statuses::Statuses;
use crate::case::Class;
use crate::make::Strictness;
use crate::schema::Formats;

/// What a service decides for itself, so that a compatible but different one is not wrong.
#[derive(Clone, Debug)]
pub struct Profile {
    /// `strict`, `hit`, `lenient`, or what a configuration calls it.
    pub name: String,
    /// The status of what is accepted.
    pub accepted: Statuses,
    /// The status of what the schema or a rule refuses.
    pub invalid: Statuses,
    /// The status of what is not JSON.
    pub malformed: Statuses,
    /// The status of what is not announced as JSON.
    pub media_type: Statuses,
    /// The status of what is too large.
    pub too_large: Statuses,
    /// The status of what is not there.
    pub not_found: Statuses,
    /// The status of a method that is not allowed.
    pub method: Statuses,
    /// What is left open below JSON.
    pub strictness: Strictness,
    /// Whether formats are asserted.
    pub formats: Formats,
    /// Whether refusals are problem documents (RFC 9457).
    pub problems: bool,
    /// Whether their `errors` name the place and the keyword.
    pub pointers: bool,
    /// Whether 405 comes with `Allow`, as RFC 9110, section 15.5.6, demands.
    pub allow: bool,
    /// Whether schemas come with an `ETag`.
    pub etag: bool,
    /// Whether a repeated `Idempotency-Key` stores once.
    pub idempotency: bool,
    /// Members whose values are never said again, as pointers with `*`.
    pub personal: Vec<String>,
    /// How long a reply may take.
    pub reply: Duration,
}

impl Profile {
    /// The profile of a name.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "strict" => Self::strict(),
            "hit" | "reference" => Self::hit(),
            "lenient" => Self::lenient(),
            _ => return None,
        })
    }

    /// All that the specifications of HTTP, JSON and problem documents ask for.
    pub fn strict() -> Self {
        Self {
            name: "strict".to_owned(),
            accepted: Statuses::hundred(2),
            invalid: Statuses::only(&[400, 422]),
            malformed: Statuses::only(&[400]),
            media_type: Statuses::only(&[415]),
            too_large: Statuses::only(&[413]),
            not_found: Statuses::only(&[404]),
            method: Statuses::only(&[405]),
            strictness: Strictness {
                syntax: true,
                media_type: true,
                body: None,
            },
            formats: Formats::Dialect,
            problems: true,
            pointers: false,
            allow: true,
            etag: true,
            idempotency: false,
            personal: Vec::new(),
            reply: Duration::from_secs(5),
        }
    }

    /// The reference collector of statistic hits.
    pub fn hit() -> Self {
        let personal = [
            "/ip",
            "/sessionId",
            "/referrer",
            "/users/*/email",
            "/users/*/firstName",
            "/users/*/lastName",
        ];
        let strict = Self::strict();
        Self {
            name: "hit".to_owned(),
            accepted: Statuses::only(&[200]),
            invalid: Statuses::only(&[422]),
            strictness: Strictness {
                body: Some(2 << 20),
                ..strict.strictness
            },
            pointers: true,
            idempotency: true,
            personal: personal.map(str::to_owned).into(),
            ..strict
        }
    }

    /// What every service has to do: accept what is valid, refuse what is not, not fail.
    pub fn lenient() -> Self {
        Self {
            name: "lenient".to_owned(),
            accepted: Statuses::hundred(2),
            invalid: Statuses::hundred(4),
            malformed: Statuses::hundred(4),
            media_type: Statuses::hundred(4),
            too_large: Statuses::hundred(4),
            not_found: Statuses::hundred(4),
            method: Statuses::hundred(4),
            strictness: Strictness {
                syntax: false,
                media_type: false,
                body: None,
            },
            formats: Formats::Open,
            problems: false,
            allow: false,
            etag: false,
            ..Self::strict()
        }
    }

    /// The statuses of a class; `None` where the service may decide.
    pub fn statuses(&self, class: Class) -> Option<&Statuses> {
        Some(match class {
            Class::Accepted => &self.accepted,
            Class::Invalid => &self.invalid,
            Class::Malformed => &self.malformed,
            Class::MediaType => &self.media_type,
            Class::TooLarge => &self.too_large,
            Class::Open | Class::EqualOrRefused => return None,
        })
    }
}
