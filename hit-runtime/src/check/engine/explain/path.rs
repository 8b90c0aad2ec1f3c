//! Where in the document.

use crate::Pointer;

/// The way to a value, as a list on the stack: it costs nothing until a
/// violation needs it as a pointer.
#[derive(Clone, Copy)]
pub(super) struct Path<'p> {
    parent: Option<&'p Path<'p>>,
    token: Token<'p>,
}

#[derive(Clone, Copy)]
enum Token<'p> {
    Root,
    Name(&'p str),
    Index(usize),
}

impl<'p> Path<'p> {
    pub(super) const ROOT: Path<'static> = Path {
        parent: None,
        token: Token::Root,
    };

    pub(super) fn name(&'p self, name: &'p str) -> Self {
        Self {
            parent: Some(self),
            token: Token::Name(name),
        }
    }

    pub(super) fn index(&'p self, index: usize) -> Self {
        Self {
            parent: Some(self),
            token: Token::Index(index),
        }
    }

    pub(super) fn pointer(&self) -> Pointer {
        let mut tokens = Vec::new();
        let mut path = Some(self);
        while let Some(step) = path {
            tokens.push(step.token);
            path = step.parent;
        }
        let mut pointer = Pointer::root();
        for token in tokens.iter().rev() {
            match token {
                Token::Root => {}
                Token::Name(name) => pointer.push(name),
                Token::Index(index) => pointer.push_index(*index),
            }
        }
        pointer
    }

    /// Steps from the root.
    pub(super) fn depth(&self) -> usize {
        let mut depth = 0;
        let mut path = self.parent;
        while let Some(step) = path {
            depth += 1;
            path = step.parent;
        }
        depth
    }
}
