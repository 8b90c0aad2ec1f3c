#[derive(hit_runtime::Validate)]
#[rule(id = "null", expr(self.name == null))]
#[rule(id = "optional", expr(self.name.orValue("a") == "a"))]
struct Named {
    name: Option<String>,
}

fn main() {}
