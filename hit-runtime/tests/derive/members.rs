//! Members: JSON names, nested values, constraints.

use std::collections::BTreeMap;

use hit_runtime::{NoContext, Validate};

#[derive(Validate)]
#[serde(rename_all = "camelCase")]
#[rule(id = "video.length", expr(self.videoLength > 0 && self.type != "none"))]
struct Video {
    #[schemars(range(max = 100))]
    video_length: u64,
    #[serde(rename = "type")]
    kind: String,
    #[schemars(length(min = 2), inner(length(max = 3)))]
    tags: Vec<String>,
}

#[derive(Validate)]
#[rule(id = "library.first", expr(self.videos[0].videoLength < 50 || self.byName["x"].type == "y"))]
#[serde(rename_all = "camelCase")]
struct Library {
    videos: Vec<Video>,
    by_name: BTreeMap<String, Video>,
    pair: (u8, Box<Video>),
    best: Option<Video>,
}

fn video(length: u64) -> Video {
    Video {
        video_length: length,
        kind: "clip".to_owned(),
        tags: vec!["a".to_owned(), "b".to_owned()],
    }
}

#[test]
fn nested_values_are_told_at_their_places() {
    let library = Library {
        videos: vec![video(1), video(101)],
        by_name: BTreeMap::from([("a/b".to_owned(), video(0))]),
        pair: (1, Box::new(video(0))),
        best: Some(Video {
            tags: vec!["long".to_owned()],
            ..video(2)
        }),
    };
    let report = library.validate(&NoContext);
    let found: Vec<_> = report
        .violations
        .iter()
        .map(|it| (it.code.as_str(), it.instance.as_str(), it.message.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            (
                "maximum",
                "/videos/1/videoLength",
                "expected at most 100, found 101"
            ),
            (
                "video.length",
                "/byName/a~1b",
                "failed rule: self.videoLength > 0 && self.type != \"none\""
            ),
            (
                "video.length",
                "/pair/1",
                "failed rule: self.videoLength > 0 && self.type != \"none\""
            ),
            (
                "minItems",
                "/best/tags",
                "expected at least 2 items, found 1"
            ),
            (
                "maxLength",
                "/best/tags/0",
                "expected at most 3 characters, found 4"
            ),
        ]
    );
}
