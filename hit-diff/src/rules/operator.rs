//! The operators that compare.

/// An operator that compares.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Operator {
    Less,
    AtMost,
    Greater,
    AtLeast,
    Equal,
    Other,
}

/// The operator of a function's name.
pub(super) fn operator(name: &str) -> Option<Operator> {
    Some(match name {
        "_<_" => Operator::Less,
        "_<=_" => Operator::AtMost,
        "_>_" => Operator::Greater,
        "_>=_" => Operator::AtLeast,
        "_==_" => Operator::Equal,
        "_!=_" => Operator::Other,
        _ => return None,
    })
}

impl Operator {
    /// With its operands exchanged.
    pub(super) fn flipped(self) -> Self {
        match self {
            Self::Less => Self::Greater,
            Self::AtMost => Self::AtLeast,
            Self::Greater => Self::Less,
            Self::AtLeast => Self::AtMost,
            same => same,
        }
    }

    /// What holds where it does not.
    pub(super) fn negated(self) -> Self {
        match self {
            Self::Less => Self::AtLeast,
            Self::AtMost => Self::Greater,
            Self::Greater => Self::AtMost,
            Self::AtLeast => Self::Less,
            Self::Equal => Self::Other,
            Self::Other => Self::Equal,
        }
    }

    /// As a bound: whether a lower one, and whether it is itself out.
    pub(super) fn bound(self) -> Option<(bool, bool)> {
        match self {
            Self::Less => Some((false, true)),
            Self::AtMost => Some((false, false)),
            Self::Greater => Some((true, true)),
            Self::AtLeast => Some((true, false)),
            Self::Equal | Self::Other => None,
        }
    }
}
