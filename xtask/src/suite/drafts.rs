//! The drafts and the parts of the suite.

use hit_schema::Draft;

/// A part of the tests of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Required,
    Optional,
    Formats,
}

impl Part {
    /// Its key in the figures.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Optional => "optional",
            Self::Formats => "formats",
        }
    }

    /// Its folders below that of the draft.
    pub(crate) fn folders(self) -> &'static [&'static str] {
        match self {
            Self::Required => &[""],
            Self::Optional => &["optional/"],
            Self::Formats => &["optional/format/", "format/"],
        }
    }
}

/// The folder of a draft in the suite.
pub(crate) fn folder(draft: Draft) -> &'static str {
    match draft {
        Draft::Draft3 => "draft3",
        Draft::Draft4 => "draft4",
        Draft::Draft6 => "draft6",
        Draft::Draft7 => "draft7",
        Draft::Draft201909 => "draft2019-09",
        Draft::Draft202012 => "draft2020-12",
        Draft::V1 => "v1",
    }
}

/// The drafts that were asked for; all where none was.
pub(crate) fn select(names: &[String]) -> Result<Vec<Draft>, String> {
    if names.is_empty() {
        return Ok(Draft::ALL.to_vec());
    }
    let find = |name: &String| {
        let plain = name.trim_start_matches("draft");
        let mut all = Draft::ALL.into_iter();
        all.find(|draft| folder(*draft).trim_start_matches("draft") == plain)
            .ok_or_else(|| {
                format!("unknown draft `{name}` (known: 3, 4, 6, 7, 2019-09, 2020-12, v1)")
            })
    };
    names.iter().map(find).collect()
}

/// The name of a draft in the generator's configuration.
pub(crate) fn configured(draft: Draft) -> Option<String> {
    let name = draft.to_string();
    name.strip_prefix("draft ").map(str::to_owned)
}
