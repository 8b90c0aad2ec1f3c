#[derive(hit_runtime::Validate)]
struct Constrained {
    #[schemars(length(min = 1))]
    #[validate(length(max = 3))]
    twice: String,
    #[schemars(regex(pattern = "a"), contains(pattern = "b"))]
    patterns: String,
    #[schemars(range(min = 2, equal = 3))]
    limits: u8,
    #[schemars(range(min = 3, max = 2))]
    never: u8,
    #[schemars(range(minimum = 3))]
    unknown: u8,
    #[schemars(length)]
    nothing: String,
    #[serde(skip)]
    #[schemars(length(min = 1))]
    hidden: String,
}

fn main() {}
