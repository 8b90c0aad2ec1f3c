//! Sets of status codes.

use std::fmt;

use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// A set of status codes: `200`, `4xx`, `400-499`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statuses(Vec<(u16, u16)>);

impl Statuses {
    /// These codes alone.
    pub fn only(codes: &[u16]) -> Self {
        Self(codes.iter().map(|code| (*code, *code)).collect())
    }

    /// All that begin with a digit: 4 is 400 to 499.
    pub fn hundred(digit: u16) -> Self {
        Self(vec![(digit * 100, digit * 100 + 99)])
    }

    /// Whether a code is one of them.
    pub fn has(&self, code: u16) -> bool {
        self.0
            .iter()
            .any(|(low, high)| (*low..=*high).contains(&code))
    }

    /// Reads `200`, `4xx` or `400-499`.
    pub fn parse(text: &str) -> Option<Self> {
        let code = |text: &str| {
            let code: u16 = text.trim().parse().ok()?;
            (100..=599).contains(&code).then_some(code)
        };
        if let Some(digit) = text.strip_suffix("xx") {
            let digit: u16 = digit.parse().ok()?;
            return (1..=5).contains(&digit).then(|| Self::hundred(digit));
        }
        match text.split_once('-') {
            Some((low, high)) => Some(Self(vec![(code(low)?, code(high)?)])),
            None => Some(Self::only(&[code(text)?])),
        }
    }
}

impl fmt::Display for Statuses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (low, high)) in self.0.iter().enumerate() {
            let comma = if index == 0 { "" } else { ", " };
            match (low == high, low % 100 == 0 && *high == low + 99) {
                (true, _) => write!(f, "{comma}{low}")?,
                (_, true) => write!(f, "{comma}{}xx", low / 100)?,
                _ => write!(f, "{comma}{low}-{high}")?,
            }
        }
        Ok(())
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Code(u16),
    Text(String),
    List(Vec<Written>),
}

impl<'de> Deserialize<'de> for Statuses {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = Written::deserialize(deserializer)?;
        let mut all = Vec::new();
        collect(&written, &mut all).map_err(D::Error::custom)?;
        Ok(Self(all))
    }
}

fn collect(written: &Written, all: &mut Vec<(u16, u16)>) -> Result<(), String> {
    let text = match written {
        Written::List(items) => return items.iter().try_for_each(|item| collect(item, all)),
        Written::Code(code) => code.to_string(),
        Written::Text(text) => text.clone(),
    };
    let parsed = Statuses::parse(&text);
    let parsed = parsed
        .ok_or_else(|| format!("`{text}` is no status: write 200, \"4xx\" or \"400-499\""))?;
    all.extend(parsed.0);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Statuses;

    #[test]
    fn reads_what_it_writes() {
        for text in ["200", "4xx", "400-422"] {
            assert_eq!(
                Statuses::parse(text).map(|it| it.to_string()),
                Some(text.to_owned())
            );
        }
        for wrong in ["", "9xx", "99", "600", "a", "4-x"] {
            assert_eq!(Statuses::parse(wrong), None, "{wrong}");
        }
    }
}
