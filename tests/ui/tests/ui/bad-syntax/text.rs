#[derive(hit_runtime::Validate)]
#[rule(id = "open", expr = "self.start <= (self.end")]
#[rule(id = "quote", expr = "self.name == 'a")]
#[rule(id = "message", expr = "self.start <= self.end", message = "start {self.start is late")]
struct Range {
    start: f64,
    end: f64,
    name: String,
}

fn main() {}
