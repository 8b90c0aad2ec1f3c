//! The data of a catalogue.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

/// A user interface: what `origin` and the header `X-KPK-CLIENT-ID` name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UserInterface {
    /// Its identifier.
    pub id: i64,
    /// Its client id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    /// What people call it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// A user of the system.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct User {
    /// The identifier, as `users[].userId` has it.
    pub id: String,
}

/// A medium.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Media {
    /// The identifier, as `medias` has it.
    pub id: String,
    /// The length of a video in seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration_in_seconds: Option<f64>,
}

/// What the system knows. What is `None` is not known, and rules that need it are not evaluated.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Catalogue {
    /// The user interfaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_interfaces: Option<Vec<UserInterface>>,
    /// All users.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub users: Option<Vec<User>>,
    /// Medias. One that is not listed is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub medias: Option<Vec<Media>>,
    #[serde(skip)]
    user_ids: BTreeSet<String>,
    #[serde(skip)]
    lengths: BTreeMap<String, f64>,
}

impl Catalogue {
    /// A catalogue of these, ready to be asked.
    pub fn new(
        user_interfaces: Option<Vec<UserInterface>>,
        users: Option<Vec<User>>,
        medias: Option<Vec<Media>>,
    ) -> Self {
        let catalogue = Self {
            user_interfaces,
            users,
            medias,
            ..Self::default()
        };
        catalogue.indexed()
    }

    /// The same, ready to be asked.
    pub(super) fn indexed(mut self) -> Self {
        let users = self.users.iter().flatten();
        self.user_ids = users.map(|user| user.id.clone()).collect();
        let medias = self.medias.iter().flatten();
        self.lengths = medias
            .filter_map(|media| Some((media.id.clone(), media.duration_in_seconds?)))
            .collect();
        self
    }

    /// The length of a video in seconds, where it is known.
    pub fn length(&self, media: &str) -> Option<f64> {
        self.lengths.get(media).copied()
    }

    /// Whether `id` is a user's, where the users are known.
    pub fn is_user(&self, id: &str) -> Option<bool> {
        self.users.as_ref().map(|_| self.user_ids.contains(id))
    }

    /// The identifiers of all users, where they are known.
    pub fn user_ids(&self) -> Option<&BTreeSet<String>> {
        self.users.as_ref().map(|_| &self.user_ids)
    }
}
