use std::cmp::Ordering;

use serde_json::{Value, json};

use super::{
    cmp_numbers, first_duplicate, is_integer, is_literal_integer, is_multiple_of, json_eq,
};

fn compare(left: &Value, right: &Value) -> Ordering {
    cmp_numbers(left.as_number().unwrap(), right.as_number().unwrap())
}

fn multiple(left: &Value, right: &Value) -> bool {
    is_multiple_of(left.as_number().unwrap(), right.as_number().unwrap())
}

#[test]
fn orders_by_exact_value() {
    for (left, right, order) in [
        (json!(1), json!(1.0), Ordering::Equal),
        (
            json!(9_007_199_254_740_993_u64),
            json!(9_007_199_254_740_992.0),
            Ordering::Greater,
        ),
        (
            json!(u64::MAX),
            json!(18_446_744_073_709_551_616.0),
            Ordering::Less,
        ),
        (
            json!(i64::MIN),
            json!(-9_223_372_036_854_775_808.0),
            Ordering::Equal,
        ),
        (json!(-1), json!(-1.5), Ordering::Greater),
        (json!(-2), json!(-1.5), Ordering::Less),
        (json!(5), json!(1e300), Ordering::Less),
        (json!(5), json!(-1e300), Ordering::Greater),
        (json!(0), json!(-0.0), Ordering::Equal),
        (json!(0.1), json!(0.2), Ordering::Less),
    ] {
        assert_eq!(compare(&left, &right), order, "{left} {right}");
        assert_eq!(compare(&right, &left), order.reverse(), "{right} {left}");
    }
}

#[test]
fn knows_integers() {
    for (number, whole) in [
        (json!(1), true),
        (json!(1.0), true),
        (json!(1e300), true),
        (json!(1.5), false),
    ] {
        assert_eq!(is_integer(number.as_number().unwrap()), whole, "{number}");
    }
}

#[test]
fn knows_integers_by_how_they_are_written() {
    for (number, whole) in [
        (json!(3), true),
        (json!(3.0), false),
        (json!(0.0), false),
        (json!(-0.0), true),
        (json!(u64::MAX), true),
        (json!(1e19), false),
        (json!(1e20), true),
        (json!(-1e19), true),
        (json!(0.5), false),
    ] {
        assert_eq!(
            is_literal_integer(number.as_number().unwrap()),
            whole,
            "{number}"
        );
    }
}

#[test]
fn multiples_are_exact() {
    for (value, divisor, expected) in [
        (json!(10), json!(2), true),
        (json!(7), json!(2), false),
        (json!(0), json!(0.01), true),
        (json!(4.5), json!(1.5), true),
        (json!(35), json!(1.5), false),
        (json!(0.0075), json!(0.0001), true),
        (json!(0.007_51), json!(0.0001), false),
        (json!(1e308), json!(0.5), true),
        (json!(1e308), json!(0.123_456_789), false),
        (json!(12_391_239_123_i64), json!(1e-8), true),
        (json!(5e-324), json!(1e308), false),
        (json!(1e308), json!(5e-324), true),
        (json!(u64::MAX), json!(5), true),
        (json!(u64::MAX), json!(0.7), false),
        (json!(0.3), json!(0.1), true),
        (json!(-0.3), json!(0.1), true),
        (json!(19.99), json!(0.01), true),
        (json!(1.1e-7), json!(1e-7), false),
        (json!(3), json!(0), false),
    ] {
        assert_eq!(multiple(&value, &divisor), expected, "{value} {divisor}");
    }
}

#[test]
fn equality_is_mathematical_and_deep() {
    assert!(json_eq(
        &json!({"a": [1, 2.0], "b": null}),
        &json!({"b": null, "a": [1.0, 2]})
    ));
    for (left, right) in [
        (json!(1), json!(true)),
        (json!([1]), json!([1, 1])),
        (json!({"a": 1}), json!({"b": 1})),
        (json!({"a": 1}), json!({"a": 1, "b": 1})),
        (
            json!(9_007_199_254_740_993_u64),
            json!(9_007_199_254_740_992.0),
        ),
        (json!("1"), json!(1)),
    ] {
        assert!(!json_eq(&left, &right), "{left} {right}");
        assert!(!json_eq(&right, &left), "{right} {left}");
    }
}

#[test]
fn deep_values_compare_without_overflow() {
    let deep = |core: Value| (0..20_000).fold(core, |inner, _| Value::Array(vec![inner]));
    let (one, float, two) = (deep(json!(1)), deep(json!(1.0)), deep(json!(2)));
    assert!(json_eq(&one, &float));
    assert!(!json_eq(&one, &two));
    let mut many = vec![Value::Null; 1];
    many.extend((0..20).map(|n| json!(n)));
    many.extend([one, two, float]);
    assert_eq!(first_duplicate(&many), Some((21, 23)));
    many.into_iter().for_each(dismantle);
}

/// Drops a deep value level by level: dropping it at once would recurse.
fn dismantle(mut value: Value) {
    while let Value::Array(items) = &mut value {
        let Some(inner) = items.pop() else { break };
        value = inner;
    }
}

#[test]
fn finds_duplicates_in_small_and_large_arrays() {
    assert_eq!(
        first_duplicate(&[json!(1), json!(true), json!(0), json!(false)]),
        None
    );
    assert_eq!(
        first_duplicate(&[json!({"a": 1, "b": 2}), json!({"b": 2.0, "a": 1.0})]),
        Some((0, 1))
    );
    let mut many: Vec<Value> = (0..100_000).map(|n| json!({ "n": n })).collect();
    assert_eq!(first_duplicate(&many), None);
    many.push(json!({"n": 70_000.0}));
    assert_eq!(first_duplicate(&many), Some((70_000, 100_000)));
    let mut floats: Vec<Value> = (0..50)
        .map(|n| json!(1e300 + f64::from(n) * 1e290))
        .collect();
    floats.push(json!(-0.0));
    floats.push(json!(0));
    assert_eq!(first_duplicate(&floats), Some((50, 51)));
}
