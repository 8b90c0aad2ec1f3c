//! Random programs and values: both roads agree, nothing panics, all ends.

use serde_json::{Map, Value, json};

use crate::check::{Check, Kind, Node, NodeId, Pattern, Program, Resource, TypeSet};

/// A small generator of numbers (xorshift), so that runs repeat.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }

    fn pick<T: Clone>(&mut self, list: &[T]) -> T {
        let index = self.roll(list.len() as u64);
        list[usize::try_from(index).unwrap()].clone()
    }

    fn list<T>(&mut self, most: u64, mut item: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.roll(most + 1)).map(|_| item(self)).collect()
    }

    fn name(&mut self) -> String {
        self.pick(&["a", "b", "c", "x-a"]).to_owned()
    }

    fn value(&mut self, depth: u64) -> Value {
        match self.roll(if depth == 0 { 5 } else { 9 }) {
            0 => Value::Null,
            1 => json!(true),
            2 => self.pick(&[json!(0), json!(1), json!(1.0), json!(2.5), json!(7)]),
            3 => self.pick(&[json!(""), json!("a"), json!("abc")]),
            4 => self.pick(&[json!([]), json!({})]),
            5 | 6 => Value::Array(self.list(3, |dice| dice.value(depth - 1))),
            _ => {
                let members = self.list(4, |dice| (dice.name(), dice.value(depth - 1)));
                Value::Object(members.into_iter().collect::<Map<_, _>>())
            }
        }
    }

    fn kind(&mut self, nodes: u64) -> Kind {
        let node = |dice: &mut Self| NodeId::try_from(dice.roll(nodes)).unwrap();
        match self.roll(30) {
            0 => Kind::Never,
            1 | 2 => Kind::Type(TypeSet(u8::try_from(self.roll(255)).unwrap() | 32)),
            3 => Kind::Enum(self.list(3, |dice| dice.value(1))),
            4 => Kind::Minimum(1.into()),
            5 => Kind::MaxLength(self.roll(3)),
            6 => Kind::Pattern(Pattern("a".into())),
            7 => Kind::UniqueItems,
            8 => Kind::PrefixItems(self.list(2, node)),
            9 | 10 => Kind::Items {
                from: usize::try_from(self.roll(3)).unwrap(),
                node: node(self),
            },
            11 => {
                let (node, min) = (node(self), self.roll(2));
                Kind::Contains {
                    node,
                    min,
                    max: self.pick(&[None, Some(1)]),
                    evaluates: self.roll(2) == 0,
                }
            }
            12 => Kind::Required(vec![self.name()]),
            13..=15 => Kind::Properties(self.list(3, |dice| (dice.name(), node(dice)))),
            16 => Kind::PatternProperties(vec![(Pattern("^x".into()), node(self))]),
            17 => {
                let names = self.list(2, Self::name);
                Kind::AdditionalProperties {
                    names,
                    patterns: vec![Pattern("^x".into())],
                    node: node(self),
                }
            }
            18 => Kind::PropertyNames(node(self)),
            19 => Kind::DependentSchemas(vec![(self.name(), node(self))]),
            20 => Kind::DependentRequired(vec![(self.name(), vec![self.name()])]),
            21 => Kind::Ref(node(self)),
            22 => Kind::DynamicRef {
                anchor: "n".into(),
                fallback: node(self),
            },
            23 => Kind::AllOf(self.list(2, node)),
            24 | 25 => Kind::AnyOf(vec![node(self), node(self)]),
            26 => Kind::OneOf(vec![node(self), node(self)]),
            27 => Kind::Not(node(self)),
            28 => Kind::If {
                test: node(self),
                then: Some(node(self)),
                otherwise: None,
            },
            _ => Kind::MinProperties(1),
        }
    }

    fn node(&mut self, index: u64, nodes: u64) -> Node {
        let mut kinds = self.list(3, |dice| dice.kind(nodes));
        let target = NodeId::try_from(self.roll(nodes)).unwrap();
        match self.roll(6) {
            0 => kinds.push(Kind::UnevaluatedProperties(target)),
            1 => kinds.push(Kind::UnevaluatedItems(target)),
            _ => {}
        }
        let check = |kind| Check {
            keyword: "keyword".into(),
            kind,
        };
        let checks = kinds.into_iter().map(check).collect();
        let resource = u32::try_from(self.roll(2)).unwrap();
        Node {
            source: 0,
            pointer: format!("/{index}"),
            resource,
            checks,
        }
    }

    fn program(&mut self) -> Program {
        let count = 3 + self.roll(9);
        let nodes = (0..count).map(|index| self.node(index, count)).collect();
        let anchor = |node: u32| Resource {
            dynamic_anchors: vec![("n".into(), node)],
        };
        Program {
            nodes,
            resources: vec![anchor(0), anchor(1)],
            sources: vec!["random".into()],
        }
    }
}

#[test]
fn both_roads_agree() {
    let mut dice = Dice(0x1234_5678_9ABC_DEF1);
    let mut accepted = 0;
    for _ in 0..1_500 {
        let program = dice.program();
        let text = program.to_text();
        assert_eq!(Program::from_text(&text).unwrap(), program);
        let checker = program.prepare().unwrap();
        for _ in 0..6 {
            let value = dice.value(3);
            let valid = checker.is_valid(0, &value);
            accepted += usize::from(valid);
            let report = checker.check(0, &value);
            assert_eq!(valid, report.is_ok(), "{value}\n{text}{report:?}");
            let fallback = report
                .violations
                .iter()
                .any(|violation| violation.code == "invalid");
            assert!(!fallback, "{value}\n{text}");
        }
    }
    assert!(
        (1_000..8_000).contains(&accepted),
        "{accepted} of 9000 accepted"
    );
}
