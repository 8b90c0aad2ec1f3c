#[derive(hit_runtime::Validate)]
#[rules(contxt = u8)]
#[rule(id = "a", expresion(self.member > 0))]
#[rule(id = "b", expr(self.member > 0), sevrity = "warning")]
#[rule(id = "c", id = "d", expr(self.member > 0))]
struct Slips {
    #[rules(skipp)]
    member: u8,
    #[rule(id = "field", expr(self > 0))]
    other: u8,
}

fn main() {}
