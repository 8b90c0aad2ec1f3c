#[derive(hit_runtime::Validate)]
#[serde(rename_all = "camelCase")]
#[rule(id = "short", expr(self.video_length <= 10))]
struct Play {
    video_length: u32,
}

fn main() {}
