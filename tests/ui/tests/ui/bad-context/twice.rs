struct A;
struct B;

#[derive(hit_runtime::Validate)]
#[rules(context = A)]
#[rules(context = B)]
struct Play {
    duration: f64,
}

#[derive(hit_runtime::Validate)]
#[rules(context)]
struct Hit {
    duration: f64,
}

fn main() {}
