struct Foreign;

#[derive(hit_runtime::Validate)]
#[rule(id = "read", expr(self.foreign == 1))]
struct Outer {
    foreign: Foreign,
}

#[derive(hit_runtime::Validate)]
struct Skipped {
    #[rules(skip)]
    foreign: Foreign,
}

fn main() {}
