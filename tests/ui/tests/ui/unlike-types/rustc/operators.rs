#[derive(hit_runtime::Validate)]
#[rule(id = "equal", expr(self.name == 1))]
#[rule(id = "mixed", expr(self.ratio + 1 > 2.0))]
#[rule(id = "order", expr(self.name < self.flag))]
#[rule(id = "bool", expr(self.count))]
#[rule(id = "and", expr(self.flag && self.count))]
#[rule(id = "in", expr(1 in self.tags))]
#[rule(id = "size", expr(size(self.count) > 1))]
#[rule(id = "text", expr(self.count.startsWith("a")))]
#[rule(id = "all", expr(self.count.all(c, c > 0)))]
struct Many {
    name: String,
    ratio: f64,
    flag: bool,
    count: i64,
    tags: Vec<String>,
}

fn main() {}
