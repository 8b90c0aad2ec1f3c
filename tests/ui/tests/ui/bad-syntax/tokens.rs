#[derive(hit_runtime::Validate)]
#[rule(id = "open", expr(self.start <=))]
#[rule(id = "assign", expr(self.start = self.end))]
#[rule(id = "closure", expr(self.ends.all(|e| e > 0)))]
#[rule(id = "has", expr(has(self)))]
struct Range {
    start: f64,
    end: f64,
    ends: Vec<i64>,
}

fn main() {}
