//! A filter, as data.

/// One `fq`: a member, and what is asked of it. A hit is found when all filters hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    /// Names of members from the hit down; through lists without more ado.
    pub path: Vec<String>,
    /// What is asked.
    pub test: Test,
}

/// What is asked of a member.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// That it is there.
    Exists,
    /// That it is this value.
    Equals(String),
    /// That it lies between these, both included; `None` is open.
    Between(Option<String>, Option<String>),
}
