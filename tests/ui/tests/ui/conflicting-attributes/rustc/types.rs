#[derive(hit_runtime::Validate)]
struct Constrained {
    #[schemars(length(min = 1))]
    length_of_a_number: u8,
    #[schemars(range(min = 1))]
    range_of_a_text: String,
    #[schemars(email)]
    format_of_a_list: Vec<String>,
    #[schemars(inner(length(min = 1)))]
    inner_of_a_text: String,
}

fn main() {}
