struct PlayContext {
    video_length: f64,
}

#[derive(hit_runtime::Validate)]
#[rules(context = PlayContext)]
#[rule(id = "within", expr(self.duration <= ctx.video_size))]
struct Play {
    duration: f64,
}

fn main() {}
