//! Hand-written types by serde's derive, without any check.

use serde::Deserialize;

/// A hit, told apart by an internal tag.
#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "UPPERCASE")]
#[allow(dead_code)]
pub enum Hit {
    /// A user connects.
    Connection(Connection),
    /// Media are downloaded.
    Download(Download),
    /// A video is played.
    Play(Play),
    /// A search.
    Search(Search),
    /// Media are uploaded.
    Upload(Upload),
    /// Media are looked at.
    View(View),
}

macro_rules! hits {
    ($( $(#[$doc:meta])* $name:ident { $($field:ident: $ty:ty,)* } )*) => { $(
        $(#[$doc])*
        #[derive(Debug, Deserialize)]
        #[serde(rename_all = "camelCase")]
        #[allow(dead_code, missing_docs)]
        pub struct $name {
            pub date: String,
            pub origin: Option<i32>,
            pub session_id: String,
            pub ip: String,
            pub referrer: Option<String>,
            pub users: Vec<User>,
            $(pub $field: $ty,)*
        }
    )* };
}

hits! {
    /// A user connects.
    Connection { connection: ConnectionDetails, }
    /// Media are downloaded.
    Download { medias: Vec<String>, download: DownloadDetails, }
    /// A video is played.
    Play { medias: Vec<String>, play: PlayDetails, }
    /// A search.
    Search { folders: Option<Vec<String>>, search: SearchDetails, }
    /// Media are uploaded.
    Upload { medias: Vec<String>, upload: UploadDetails, }
    /// Media are looked at.
    View { medias: Vec<String>, }
}

macro_rules! details {
    ($( $(#[$doc:meta])* $name:ident { $($field:ident: $ty:ty,)* } )*) => { $(
        $(#[$doc])*
        #[derive(Debug, Deserialize)]
        #[serde(rename_all = "camelCase")]
        #[allow(dead_code, missing_docs)]
        pub struct $name { $(pub $field: $ty,)* }
    )* };
}

details! {
    /// Who did it.
    User {
        user_id: Option<String>,
        first_name: Option<String>,
        last_name: Option<String>,
        email: Option<String>,
    }
    /// How the user connected.
    ConnectionDetails { mode: Mode, success: bool, }
    /// What was downloaded.
    DownloadDetails { usage: Option<String>, format_ids: Option<Vec<String>>, }
    /// How much was played.
    PlayDetails { social_network: Option<String>, duration: f64, ranges: Vec<Range>, }
    /// A range of the video.
    Range { start: f64, end: f64, }
    /// What was found.
    SearchDetails { result_count: u32, search_type: SearchType, }
    /// Where to.
    UploadDetails { contribution_space_type: Space, contribution_space_id: Option<String>, }
}

macro_rules! words {
    ($( $(#[$doc:meta])* $name:ident { $($word:ident,)* } )*) => { $(
        $(#[$doc])*
        #[derive(Debug, Deserialize)]
        #[serde(rename_all = "UPPERCASE")]
        #[allow(missing_docs)]
        pub enum $name { $($word,)* }
    )* };
}

words! {
    /// How a user connects.
    Mode { Classic, Sso, Anonymous, }
    /// What kind of search.
    SearchType { Text, Folder, Advanced, }
    /// What kind of space.
    Space { Folder, Wall, Basket, }
}
