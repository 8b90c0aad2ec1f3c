#[derive(hit_runtime::Validate)]
#[rule(id = "look", expr(self.name.matches("(?=a)")))]
#[rule(id = "open", expr(self.name.matches("[a-z")))]
#[rule(id = "made", expr(self.name.matches(self.other)))]
struct Named {
    name: String,
    other: String,
}

fn main() {}
