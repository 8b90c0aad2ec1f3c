struct PlayContext {
    video_length: f64,
}

#[derive(hit_runtime::Validate)]
#[rules(context = PlayContext)]
#[rule(id = "within", expr(self.duration <= ctx.video_length))]
struct Play {
    duration: f64,
}

struct HitContext;

#[derive(hit_runtime::Validate)]
#[rules(context = HitContext)]
struct Hit {
    play: Play,
}

fn main() {}
