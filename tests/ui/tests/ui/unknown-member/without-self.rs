#[derive(hit_runtime::Validate)]
#[rule(id = "short", expr(duration <= 10.0))]
#[rule(id = "old", expr(self.duration >= old_self.duration))]
#[rule(id = "slip", expr(self.tags.all(tag, size(tga) > 0)))]
struct Play {
    duration: f64,
    tags: Vec<String>,
}

fn main() {}
