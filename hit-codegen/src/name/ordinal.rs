//! Places in words, for what has no name of its own.

const ONES: [&str; 20] = [
    "",
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
    "Nine",
    "Ten",
    "Eleven",
    "Twelve",
    "Thirteen",
    "Fourteen",
    "Fifteen",
    "Sixteen",
    "Seventeen",
    "Eighteen",
    "Nineteen",
];
const TENS: [&str; 10] = [
    "", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety",
];
const FIRST: [&str; 12] = [
    "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth",
    "Eleventh", "Twelfth",
];

/// The place `at` (from 0) as a word: `First`, `Second`, …, `PlaceTwentyThree`.
pub fn ordinal(at: usize) -> String {
    match FIRST.get(at) {
        Some(word) => (*word).to_owned(),
        None => format!("Place{}", cardinal(at + 1)),
    }
}

fn cardinal(number: usize) -> String {
    let rest = |number: usize| {
        if number == 0 {
            String::new()
        } else {
            cardinal(number)
        }
    };
    match number {
        0 => "Zero".to_owned(),
        1..20 => ONES[number].to_owned(),
        20..100 => format!("{}{}", TENS[number / 10], ONES[number % 10]),
        100..1000 => format!("{}Hundred{}", ONES[number / 100], rest(number % 100)),
        _ => format!("{}Thousand{}", cardinal(number / 1000), rest(number % 1000)),
    }
}
