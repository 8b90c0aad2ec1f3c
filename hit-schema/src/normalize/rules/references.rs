//! `$ref`, `$dynamicRef`, `$recursiveRef`

use hit_runtime::check::{Kind, NodeId};

use crate::dialect::Draft;
use crate::normalize::context::Cx;
use crate::normalize::context::check;
use crate::normalize::site::Site;

use crate::resolve::{RefKind, SubId};
use crate::uri;

/// `$ref`
pub(in crate::normalize) fn plain(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    if cx.text(site).is_none() {
        return;
    }
    if let Some((_, node)) = target(cx, RefKind::Static) {
        cx.push(site, Kind::Ref(node));
    }
}

/// `$dynamicRef`: dynamic where it lands on a `$dynamicAnchor` by name
/// (2020-12 core, section 8.2.3.2), else a plain reference. From version 1 on
/// it is always dynamic and need not land anywhere.
pub(in crate::normalize) fn dynamic(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    let Some(text) = cx.text(site) else { return };
    let name = match cx.dialect.draft {
        Draft::V1 => Some(text.trim_start_matches('#')),
        _ => uri::split_fragment(text)
            .1
            .filter(|fragment| !fragment.starts_with('/')),
    };
    let anchor = name.and_then(uri::percent_decode);
    match (anchor, target(cx, RefKind::Dynamic)) {
        (Some(anchor), Some((landed, fallback)))
            if is_dynamic_anchor(cx, landed, &anchor) || cx.dialect.draft == Draft::V1 =>
        {
            cx.push(site, Kind::DynamicRef { anchor, fallback });
        }
        (Some(anchor), None) if cx.dialect.draft == Draft::V1 => {
            let fallback = cx.synthesize(site, vec![check("", Kind::Never)]);
            cx.push(site, Kind::DynamicRef { anchor, fallback });
        }
        (_, Some((_, node))) => cx.push(site, Kind::Ref(node)),
        (_, None) => {}
    }
}

/// `$recursiveRef`: dynamic where the root of the resource has
/// `$recursiveAnchor: true`.
pub(in crate::normalize) fn recursive(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    let Some(text) = cx.text(site) else { return };
    if text != "#" {
        cx.bad::<()>(
            site,
            format!("`$recursiveRef` must be \"#\", found {text:?}"),
        );
        return;
    }
    let Some((landed, node)) = target(cx, RefKind::Recursive) else {
        return;
    };
    let kind = match is_dynamic_anchor(cx, landed, "") {
        true => Kind::DynamicRef {
            anchor: String::new(),
            fallback: node,
        },
        false => Kind::Ref(node),
    };
    cx.push(site, kind);
}

fn is_dynamic_anchor(cx: &Cx<'_, '_>, landed: SubId, anchor: &str) -> bool {
    let anchors = &cx.build.graph.resource_of(landed).dynamic_anchors;
    anchors
        .iter()
        .any(|(name, id)| *id == landed && name == anchor)
}

fn target(cx: &Cx<'_, '_>, kind: RefKind) -> Option<(SubId, NodeId)> {
    let targets = &cx.build.graph.sub(cx.id).targets;
    let (_, landed) = targets.iter().find(|(found, _)| *found == kind)?;
    Some((*landed, cx.node(*landed)?))
}
