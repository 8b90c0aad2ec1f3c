#[derive(hit_runtime::Validate)]
#[serde(tag = "type", rename_all = "UPPERCASE")]
#[rule(id = "known", expr(self.typ == "PLAY"))]
#[rule(id = "length", expr(!has(self.duration) || self.duration < 10.0))]
enum Hit {
    Play { duration: f64 },
    View { pages: u32 },
}

#[derive(hit_runtime::Validate)]
enum Words {
    A,
    #[rule(id = "variant", expr(true))]
    B,
}

fn main() {}
