#[derive(hit_runtime::Validate)]
#[rule(id = "short", expr(self.durationn <= 10.0))]
#[rule(id = "text", expr = "self.ranges.size() > 0 &&\n self.lenght > 0")]
#[rule(id = "message", expr(self.duration > 0.0), message = "played {self.duratoin}")]
struct Play {
    duration: f64,
    ranges: Vec<f64>,
    length: i64,
}

fn main() {}
