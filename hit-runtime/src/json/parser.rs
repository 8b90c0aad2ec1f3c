//! The parser: a loop over an explicit stack.

use std::collections::HashMap;

use super::error::{SyntaxError, SyntaxErrorKind};
use super::hint;
use super::locate::Locator;
use super::node::{Json, Member, Node};
use super::number;
use super::string;
use crate::{Pointer, Span};

/// An array or object that is not closed yet.
enum Open {
    Array {
        span: Span,
        items: Vec<Node>,
    },
    Object {
        span: Span,
        members: Vec<Member>,
        /// The name of the member that is being read.
        name: Option<String>,
        name_span: Span,
    },
}

pub(super) struct Parser<'a> {
    text: &'a str,
    at: usize,
    locator: Locator<'a>,
    depth: usize,
    open: Vec<Open>,
    errors: Vec<SyntaxError>,
}

type Step<T> = Result<T, SyntaxError>;

impl<'a> Parser<'a> {
    pub(super) fn new(text: &'a str, depth: usize) -> Self {
        Self {
            text,
            at: 0,
            locator: Locator::new(text.as_bytes()),
            depth,
            open: Vec::new(),
            errors: Vec::new(),
        }
    }

    /// Reads the whole text: its value, or what ended the reading; and what
    /// did not end it.
    pub(super) fn run(mut self) -> (Result<Node, SyntaxError>, Vec<SyntaxError>) {
        let found = self.document();
        (found, self.errors)
    }

    fn document(&mut self) -> Step<Node> {
        loop {
            let mut done = self.value()?;
            // `None` as long as a container was opened and awaits a value.
            while let Some(node) = done {
                match self.attach(node)? {
                    After::Root(node) => return self.end(node),
                    After::Closed(node) => done = Some(node),
                    After::Next => done = None,
                }
            }
        }
    }

    fn end(&mut self, node: Node) -> Step<Node> {
        self.skip_space();
        if self.at == self.text.len() {
            Ok(node)
        } else {
            Err(self.unexpected("expected the end of the text"))
        }
    }

    /// Reads a scalar or an empty container, or opens a container.
    fn value(&mut self) -> Step<Option<Node>> {
        self.skip_space();
        let start = self.at;
        match self.peek() {
            Some(b'{') => self.open_object(),
            Some(b'[') => self.open_array(),
            Some(b'"') => {
                let (value, span) = self.string()?;
                Ok(Some(Node {
                    span,
                    value: Json::String(value),
                }))
            }
            Some(b'-' | b'0'..=b'9') => self.number().map(Some),
            _ => match self.literal() {
                Some(value) => {
                    let span = self.locator.span(start, self.at);
                    Ok(Some(Node { span, value }))
                }
                None => Err(self.unexpected("expected a value")),
            },
        }
    }

    fn literal(&mut self) -> Option<Json> {
        let rest = self.rest();
        let (word, value) = [
            ("true", Json::Bool(true)),
            ("false", Json::Bool(false)),
            ("null", Json::Null),
        ]
        .into_iter()
        .find(|(word, _)| rest.starts_with(word))?;
        let follows = rest.as_bytes().get(word.len());
        if follows.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_') {
            return None;
        }
        self.at += word.len();
        Some(value)
    }

    fn open_array(&mut self) -> Step<Option<Node>> {
        let span = self.enter()?;
        self.skip_space();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Some(self.closed(span, Json::Array(Vec::new()))));
        }
        self.open.push(Open::Array {
            span,
            items: Vec::new(),
        });
        Ok(None)
    }

    fn open_object(&mut self) -> Step<Option<Node>> {
        let span = self.enter()?;
        self.skip_space();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Some(self.closed(span, Json::Object(Vec::new()))));
        }
        let (name, name_span) = self.name()?;
        self.open.push(Open::Object {
            span,
            members: Vec::new(),
            name: Some(name),
            name_span,
        });
        Ok(None)
    }

    /// Steps over an opening bracket.
    fn enter(&mut self) -> Step<Span> {
        let span = self.locator.span(self.at, self.at + 1);
        if self.open.len() >= self.depth {
            let message = format!("nested deeper than {} levels", self.depth);
            return Err(self.error(SyntaxErrorKind::TooDeep, message, None, span));
        }
        self.at += 1;
        Ok(span)
    }

    fn closed(&self, span: Span, value: Json) -> Node {
        Node {
            span: Span {
                end: self.at,
                ..span
            },
            value,
        }
    }

    /// A member name and its colon.
    fn name(&mut self) -> Step<(String, Span)> {
        self.skip_space();
        if self.peek() != Some(b'"') {
            return Err(self.unexpected("expected a member name in double quotes"));
        }
        let named = self.string()?;
        self.skip_space();
        if self.peek() != Some(b':') {
            return Err(self.unexpected("expected `:` after the member name"));
        }
        self.at += 1;
        Ok(named)
    }

    /// Puts a finished value into the container it belongs to.
    fn attach(&mut self, node: Node) -> Step<After> {
        match self.open.last_mut() {
            None => return Ok(After::Root(node)),
            Some(Open::Array { items, .. }) => items.push(node),
            Some(Open::Object {
                members,
                name,
                name_span,
                ..
            }) => {
                let name = name.take().unwrap_or_default();
                members.push(Member {
                    name,
                    name_span: *name_span,
                    value: node,
                });
            }
        }
        self.skip_space();
        match (self.peek(), self.open.last_mut()) {
            (Some(b','), Some(_)) => self.next(),
            (Some(b']'), Some(Open::Array { .. })) | (Some(b'}'), Some(Open::Object { .. })) => {
                self.at += 1;
                self.close()
            }
            (_, Some(Open::Array { .. })) => Err(self.unexpected("expected `,` or `]`")),
            _ => Err(self.unexpected("expected `,` or `}`")),
        }
    }

    /// Steps over a comma.
    fn next(&mut self) -> Step<After> {
        let comma = self.locator.span(self.at, self.at + 1);
        self.at += 1;
        self.skip_space();
        if matches!(self.peek(), Some(b']' | b'}')) {
            let message = "a comma after the last element".to_owned();
            let hint = Some("remove the comma".to_owned());
            return Err(self.error(SyntaxErrorKind::Syntax, message, hint, comma));
        }
        if matches!(self.open.last(), Some(Open::Object { .. })) {
            let next = self.name()?;
            if let Some(Open::Object {
                name, name_span, ..
            }) = self.open.last_mut()
            {
                (*name, *name_span) = (Some(next.0), next.1);
            }
        }
        Ok(After::Next)
    }

    fn close(&mut self) -> Step<After> {
        let node = match self.open.pop() {
            Some(Open::Array { span, items }) => self.closed(span, Json::Array(items)),
            Some(Open::Object { span, members, .. }) => {
                self.check_names(&members);
                self.closed(span, Json::Object(members))
            }
            None => return Err(self.unexpected("expected a value")),
        };
        Ok(After::Closed(node))
    }

    /// Reports names that an object has twice.
    fn check_names(&mut self, members: &[Member]) {
        if members.len() < 2 {
            return;
        }
        let mut seen = HashMap::with_capacity(members.len());
        for member in members {
            let first = *seen.entry(member.name.as_str()).or_insert(member.name_span);
            if first == member.name_span {
                continue;
            }
            let message = format!(
                "duplicate member name {:?}, first on line {}",
                member.name, first.line
            );
            let mut error = self.error(
                SyntaxErrorKind::DuplicateMember,
                message,
                None,
                member.name_span,
            );
            error.pointer.push(&member.name);
            self.errors.push(error);
        }
    }

    fn string(&mut self) -> Step<(String, Span)> {
        let start = self.at;
        let span = self.locator.span(start, start + 1);
        match string::read(self.text, start) {
            Ok((value, end)) => {
                self.at = end;
                Ok((value, Span { end, ..span }))
            }
            Err(bad) => {
                let kind = match bad.encoding {
                    true => SyntaxErrorKind::Encoding,
                    false => SyntaxErrorKind::Syntax,
                };
                let span = self.locator.span(bad.at, bad.at + 1);
                Err(self.error(kind, bad.message.to_owned(), None, span))
            }
        }
    }

    fn number(&mut self) -> Step<Node> {
        let start = self.at;
        let rest = self.rest();
        let length = match number::scan(rest.as_bytes()) {
            Ok(length) => length,
            Err((offset, message)) => {
                let hint = hint::hint(rest).map(str::to_owned);
                let span = self.locator.span(start, start + offset.max(1));
                return Err(self.error(SyntaxErrorKind::Syntax, message.to_owned(), hint, span));
            }
        };
        self.at += length;
        let span = self.locator.span(start, self.at);
        let value = number::value(rest.get(..length).unwrap_or_default());
        let value = value.unwrap_or_else(|| {
            let message = "this number is beyond the range of 64-bit floats".to_owned();
            let error = self.error(SyntaxErrorKind::NumberOutOfRange, message, None, span);
            self.errors.push(error);
            0.into()
        });
        Ok(Node {
            span,
            value: Json::Number(value),
        })
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// The error for what stands at the present place.
    fn unexpected(&mut self, expected: &str) -> SyntaxError {
        let rest = self.rest();
        let message = format!("{expected}, found {}", hint::found(rest));
        let hint = hint::hint(rest).map(str::to_owned);
        let end = self.at + rest.chars().next().map_or(0, char::len_utf8);
        let span = self.locator.span(self.at, end);
        self.error(SyntaxErrorKind::Syntax, message, hint, span)
    }

    fn error(
        &self,
        kind: SyntaxErrorKind,
        message: String,
        hint: Option<String>,
        span: Span,
    ) -> SyntaxError {
        SyntaxError {
            kind,
            message,
            hint,
            span,
            pointer: self.pointer(),
        }
    }

    /// Where the value that is being read stands.
    fn pointer(&self) -> Pointer {
        let mut pointer = Pointer::root();
        for open in &self.open {
            match open {
                Open::Array { items, .. } => pointer.push_index(items.len()),
                Open::Object { name, .. } => name.iter().for_each(|name| pointer.push(name)),
            }
        }
        pointer
    }
}

/// What follows a finished value.
enum After {
    /// It was the outermost one.
    Root(Node),
    /// It was the last of its container, which is this.
    Closed(Node),
    /// Another value of the same container.
    Next,
}
