#[derive(hit_runtime::Validate)]
#[rule(id = "within", expr(self.duration <= ctx.videoLength))]
struct Play {
    duration: f64,
}

fn main() {}
