#[derive(hit_runtime::Validate)]
#[rule(id = "slip", expr(self.name.startWith("a")))]
#[rule(id = "other", expr(self.name.soundex() == "A000"))]
#[rule(id = "form", expr(startsWith(self.name, "a")))]
#[rule(id = "map", expr({"a": 1}["a"] == 1))]
struct Named {
    name: String,
}

fn main() {}
