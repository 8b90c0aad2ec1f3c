//! serde's `rename_all`.

/// How names are changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Case {
    /// Not at all.
    #[default]
    None,
    /// `lowercase`
    Lower,
    /// `UPPERCASE`
    Upper,
    /// `PascalCase`
    Pascal,
    /// `camelCase`
    Camel,
    /// `snake_case`
    Snake,
    /// `SCREAMING_SNAKE_CASE`
    ScreamingSnake,
    /// `kebab-case`
    Kebab,
    /// `SCREAMING-KEBAB-CASE`
    ScreamingKebab,
}

impl Case {
    /// The case of a name; serde tells of unknown ones.
    pub fn of(name: &str) -> Option<Self> {
        Some(match name {
            "lowercase" => Self::Lower,
            "UPPERCASE" => Self::Upper,
            "PascalCase" => Self::Pascal,
            "camelCase" => Self::Camel,
            "snake_case" => Self::Snake,
            "SCREAMING_SNAKE_CASE" => Self::ScreamingSnake,
            "kebab-case" => Self::Kebab,
            "SCREAMING-KEBAB-CASE" => Self::ScreamingKebab,
            _ => return None,
        })
    }

    /// A variant's name, which Rust writes in `PascalCase`.
    pub fn variant(self, name: &str) -> String {
        match self {
            Self::None | Self::Pascal => name.to_owned(),
            Self::Lower => name.to_ascii_lowercase(),
            Self::Upper => name.to_ascii_uppercase(),
            Self::Camel => lower_first(name),
            Self::Snake => snake(name),
            Self::ScreamingSnake => snake(name).to_ascii_uppercase(),
            Self::Kebab => snake(name).replace('_', "-"),
            Self::ScreamingKebab => snake(name).to_ascii_uppercase().replace('_', "-"),
        }
    }

    /// A field's name, which Rust writes in `snake_case`.
    pub fn field(self, name: &str) -> String {
        match self {
            Self::None | Self::Lower | Self::Snake => name.to_owned(),
            Self::Upper | Self::ScreamingSnake => name.to_ascii_uppercase(),
            Self::Pascal => pascal(name),
            Self::Camel => lower_first(&pascal(name)),
            Self::Kebab => name.replace('_', "-"),
            Self::ScreamingKebab => name.to_ascii_uppercase().replace('_', "-"),
        }
    }
}

fn lower_first(name: &str) -> String {
    let mut chars = name.chars();
    let first = chars.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(chars).collect()
}

fn snake(name: &str) -> String {
    let mut snake = String::with_capacity(name.len() + 4);
    for (index, c) in name.char_indices() {
        if index > 0 && c.is_uppercase() {
            snake.push('_');
        }
        snake.push(c.to_ascii_lowercase());
    }
    snake
}

fn pascal(name: &str) -> String {
    let mut pascal = String::with_capacity(name.len());
    let mut upper = true;
    for c in name.chars() {
        if c == '_' {
            upper = true;
        } else if upper {
            pascal.push(c.to_ascii_uppercase());
            upper = false;
        } else {
            pascal.push(c);
        }
    }
    pascal
}

#[cfg(test)]
mod tests {
    use super::Case;

    #[test]
    fn serde_names() {
        let rows = [
            ("lowercase", "outcome", "very_tasty", "verytasty"),
            ("UPPERCASE", "OUTCOME", "VERY_TASTY", "VERYTASTY"),
            ("PascalCase", "Outcome", "VeryTasty", "VeryTasty"),
            ("camelCase", "outcome", "veryTasty", "veryTasty"),
            ("snake_case", "outcome", "very_tasty", "very_tasty"),
            (
                "SCREAMING_SNAKE_CASE",
                "OUTCOME",
                "VERY_TASTY",
                "VERY_TASTY",
            ),
            ("kebab-case", "outcome", "very-tasty", "very-tasty"),
            (
                "SCREAMING-KEBAB-CASE",
                "OUTCOME",
                "VERY-TASTY",
                "VERY-TASTY",
            ),
        ];
        for (name, outcome, tasty, variant) in rows {
            let case = Case::of(name).expect(name);
            assert_eq!(case.field("outcome"), outcome);
            assert_eq!(case.field("very_tasty"), tasty);
            assert_eq!(case.variant("VeryTasty"), variant);
        }
    }
}
