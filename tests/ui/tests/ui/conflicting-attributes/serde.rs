#[derive(Clone)]
struct Other;

#[derive(hit_runtime::Validate)]
#[serde(from = "Other")]
struct Foreign {
    member: u8,
}

#[derive(hit_runtime::Validate)]
#[rule(id = "tuple", expr(self[0] < self[1]))]
struct Pair(u8, u8);

#[derive(hit_runtime::Validate)]
union Bits {
    a: u8,
    b: i8,
}

fn main() {}
