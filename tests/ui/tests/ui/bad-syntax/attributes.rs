#[derive(hit_runtime::Validate)]
#[rule(expr(self.start <= self.end))]
#[rule(id = "nothing")]
#[rule(id = 3, expr(self.start <= self.end))]
#[rule(id = "path", path = "end", expr(self.start <= self.end))]
#[rule(id = "severity", severity = "fatal", expr(self.start <= self.end))]
#[rule(id = "both", expr(self.start <= self.end), check = |_, _| true)]
#[rule(id = "empty", expr())]
#[rule]
struct Range {
    start: f64,
    end: f64,
}

fn main() {}
