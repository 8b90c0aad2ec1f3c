#[derive(hit_runtime::Validate)]
#[rule(id = "play.short", expr(self.duration < 10.0))]
#[rule(id = "play.short", expr(self.duration > 0.0))]
struct Play {
    duration: f64,
}

fn main() {}
