#[derive(hit_runtime::Validate)]
#[serde(rename_all = "camelCase")]
struct Range {
    start_at: f64,
    end_at: f64,
}

#[derive(hit_runtime::Validate)]
#[rule(id = "order", expr(self.ranges.all(r, r.startAt <= r.endsAt)))]
struct Play {
    ranges: Vec<Range>,
}

fn main() {}
