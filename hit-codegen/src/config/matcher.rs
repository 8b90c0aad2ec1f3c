//! One language for places: which subschemas a decision is about.

/// Matches places of subschemas.
///
/// `[DOCUMENT]#POINTER`, where DOCUMENT is the end of a document's name (left
/// out: every document) and POINTER a JSON Pointer in which `*` is any one
/// token and `**` any number of tokens. Without `#` the text is the end of a
/// pointer: `properties/date` is `#/**/properties/date`.
///
/// ```
/// use hit_codegen::Matcher;
/// let matcher = Matcher::new("play.schema.json#/$defs/*");
/// assert!(matcher.matches("schemas/play.schema.json", "/$defs/Range"));
/// assert!(!matcher.matches("schemas/view.schema.json", "/$defs/Range"));
/// assert!(Matcher::new("ranges/items").matches("a.json", "/properties/ranges/items"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matcher {
    document: String,
    tokens: Vec<String>,
}

impl Matcher {
    /// Reads a matcher; every text is one.
    pub fn new(text: &str) -> Self {
        let split = |pointer: &str| -> Vec<String> {
            pointer
                .split('/')
                .filter(|token| !token.is_empty())
                .map(str::to_owned)
                .collect()
        };
        match text.split_once('#') {
            Some((document, pointer)) => Self {
                document: document.to_owned(),
                tokens: split(pointer),
            },
            None => {
                let mut tokens = vec!["**".to_owned()];
                tokens.extend(split(text));
                Self {
                    document: String::new(),
                    tokens,
                }
            }
        }
    }

    /// Whether it is about the subschema at `pointer` (escaped) of `document`.
    pub fn matches(&self, document: &str, pointer: &str) -> bool {
        let found: Vec<&str> = pointer.split('/').skip(1).collect();
        self.is_document(document) && matches(&self.tokens, &found)
    }

    fn is_document(&self, document: &str) -> bool {
        let Some(before) = document.strip_suffix(self.document.as_str()) else {
            return false;
        };
        self.document.is_empty() || before.is_empty() || before.ends_with('/')
    }
}

fn matches(wanted: &[String], found: &[&str]) -> bool {
    match (wanted.split_first(), found.split_first()) {
        (None, None) => true,
        (Some((any, rest)), _) if any == "**" => {
            matches(rest, found)
                || found
                    .split_first()
                    .is_some_and(|(_, found)| matches(wanted, found))
        }
        (Some((want, wanted)), Some((token, found))) => {
            (want == "*" || want == token) && matches(wanted, found)
        }
        _ => false,
    }
}
