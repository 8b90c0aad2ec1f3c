// Written by the test `the_text_is_as_checked_in`.

use super::model::{Context, Play};
use hit_runtime::rules::Tried;

pub type Rule = fn(&Play, &Context) -> Tried<bool>;
pub type Each = fn(&Play) -> Tried<Vec<usize>>;

// self.duration <= ctx.videoLength
pub fn rule_0(this: &Play, ctx: &Context) -> Tried<bool> {
    Ok(this.duration <= ctx.video_length)
}

// self.ranges.all(r, r.start <= r.end) && self.duration <= ctx.videoLength
pub fn rule_1(this: &Play, ctx: &Context) -> Tried<bool> {
    Ok(this.ranges.iter().all(|r_1| r_1.start <= r_1.end) && this.duration <= ctx.video_length)
}

// !has(self.social) || self.social != ''
pub fn rule_2(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(this.social.as_ref().is_none_or(|social_1| !hit_runtime::rules::text(social_1).is_empty()))
}

// has(self.social) ? self.social.startsWith('@') : self.kind == 'VOD'
pub fn rule_3(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(match this.social.as_ref() { Some(social_1) => hit_runtime::rules::text(social_1).starts_with("@"), None => hit_runtime::rules::text(&this.kind) == "VOD" })
}

// has(self.origin) && has(self.origin.port) && self.origin.port > 1024
pub fn rule_4(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(this.origin.as_ref().is_some_and(|origin_1| origin_1.port.as_ref().is_some_and(|port_2| hit_runtime::rules::int(port_2) > 1024)))
}

// !has(self.origin) || !has(self.origin.port) || self.origin.port in [80, 443]
pub fn rule_5(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(this.origin.as_ref().is_none_or(|origin_1| origin_1.port.as_ref().is_none_or(|port_2| [80_i64, 443_i64].contains(&hit_runtime::rules::int(port_2)))))
}

// has(self.origin) || 'X-KPK-CLIENT-ID' in self.headers
pub fn rule_6(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(this.origin.as_ref().is_some() || this.headers.contains_key("X-KPK-CLIENT-ID"))
}

// self.limit >= self.count
pub fn rule_7(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(hit_runtime::rules::int(hit_runtime::rules::present(this.limit.as_ref(), "limit")?) >= this.count)
}

// has(self.limit) && self.limit >= self.count
pub fn rule_8(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(this.limit.as_ref().is_some_and(|limit_1| hit_runtime::rules::int(limit_1) >= this.count))
}

// self.count + 1 > 0
pub fn rule_9(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(hit_runtime::rules::add(this.count, 1)? > 0)
}

// self.count / self.limit == 2 || self.kind == 'LIVE'
pub fn rule_10(this: &Play, _ctx: &Context) -> Tried<bool> {
    hit_runtime::rules::or(|| Ok(hit_runtime::rules::divide(this.count, hit_runtime::rules::int(hit_runtime::rules::present(this.limit.as_ref(), "limit")?))? == 2), || Ok(hit_runtime::rules::text(&this.kind) == "LIVE"))
}

// self.origin.url == 'x' && self.kind == 'LIVE'
pub fn rule_11(this: &Play, _ctx: &Context) -> Tried<bool> {
    hit_runtime::rules::and(|| Ok(hit_runtime::rules::text(&hit_runtime::rules::present(this.origin.as_ref(), "origin")?.url) == "x"), || Ok(hit_runtime::rules::text(&this.kind) == "LIVE"))
}

// self.tags.exists(t, t.matches('^\\d+$'))
pub fn rule_12(this: &Play, _ctx: &Context) -> Tried<bool> {
    let steps = hit_runtime::rules::Steps::new();
    let outcome = (|| -> Tried<bool> { Ok(this.tags.iter().any(|t_1| hit_runtime::rules::is_match({ static PATTERN: ::std::sync::LazyLock<hit_runtime::rules::Regex> = ::std::sync::LazyLock::new(|| hit_runtime::rules::pattern("^\\d+$")); &PATTERN }, steps.text(hit_runtime::rules::text(t_1))))) })();
    steps.hold(outcome)
}

// self.tags.exists_one(t, t == 'a')
pub fn rule_13(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(this.tags.iter().filter(|&t_1| hit_runtime::rules::text(t_1) == "a").count() == 1)
}

// self.tags.filter(t, t.size() > 1).size() <= 1
pub fn rule_14(this: &Play, _ctx: &Context) -> Tried<bool> {
    let steps = hit_runtime::rules::Steps::new();
    let outcome = (|| -> Tried<bool> { Ok(hit_runtime::rules::length(hit_runtime::rules::keep(this.tags.iter(), |t_1| hit_runtime::rules::code_points(steps.text(hit_runtime::rules::text(t_1))) > 1).len()) <= 1) })();
    steps.hold(outcome)
}

// self.tags.map(t, t.upperAscii()).all(t, t != 'BAD')
pub fn rule_15(this: &Play, _ctx: &Context) -> Tried<bool> {
    let steps = hit_runtime::rules::Steps::new();
    let outcome = (|| -> Tried<bool> { Ok(this.tags.iter().map(|t_1| steps.text(hit_runtime::rules::text(t_1)).to_ascii_uppercase()).collect::<Vec<_>>().iter().all(|t_2| hit_runtime::rules::text(t_2) != "BAD")) })();
    steps.hold(outcome)
}

// self.tags.all(i, t, i < 2 || t != 'a')
pub fn rule_16(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(this.tags.iter().enumerate().all(|(i_1, t_2)| (hit_runtime::rules::length(i_1) < 2) || hit_runtime::rules::text(t_2) != "a"))
}

// 'a' in self.tags
pub fn rule_17(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(this.tags.iter().any(|item_1| hit_runtime::rules::text(item_1) == "a"))
}

// self.tags == ['a', 'b']
pub fn rule_18(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(this.tags.iter().map(|item_1| hit_runtime::rules::text(item_1)).eq(["a", "b"].iter().map(|item_2| hit_runtime::rules::text(item_2))))
}

// self.tags[0] == 'a' || self.tags.size() == 0
pub fn rule_19(this: &Play, _ctx: &Context) -> Tried<bool> {
    hit_runtime::rules::or(|| Ok(hit_runtime::rules::text(hit_runtime::rules::at(&this.tags, 0)?) == "a"), || Ok(hit_runtime::rules::length(this.tags.len()) == 0))
}

// self.headers.all(k, k.startsWith('X-'))
pub fn rule_20(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(this.headers.keys().all(|k_1| hit_runtime::rules::text(k_1).starts_with("X-")))
}

// self.headers.exists(k, v, v == 'secret' && k != 'X-Key')
pub fn rule_21(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(this.headers.iter().any(|(k_1, v_2)| (hit_runtime::rules::text(v_2) == "secret") && hit_runtime::rules::text(k_1) != "X-Key"))
}

// self.headers['X-Key'] == 'secret'
pub fn rule_22(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(hit_runtime::rules::text(hit_runtime::rules::entry(&this.headers, "X-Key")?) == "secret")
}

// self.?origin.?port.orValue(0) < 100
pub fn rule_23(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(this.origin.as_ref().and_then(|value_1| value_1.port.as_ref()).map_or(0, |value_2| hit_runtime::rules::int(value_2)) < 100)
}

// self.?origin.hasValue() == has(self.origin)
pub fn rule_24(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(this.origin.as_ref().is_some() == this.origin.as_ref().is_some())
}

// self.?origin.?url.optMap(u, u.size()).orValue(0) < 20
pub fn rule_25(this: &Play, _ctx: &Context) -> Tried<bool> {
    let steps = hit_runtime::rules::Steps::new();
    let outcome = (|| -> Tried<bool> { Ok(this.origin.as_ref().map(|value_1| &value_1.url).map(|u_2| hit_runtime::rules::code_points(steps.text(hit_runtime::rules::text(u_2)))).map_or(0, |value_3| value_3) < 20) })();
    steps.hold(outcome)
}

// self.headers[?'X-Key'].orValue('').size() < 10
pub fn rule_26(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(hit_runtime::rules::code_points(hit_runtime::rules::get_entry(&this.headers, "X-Key").map_or("", |value_1| hit_runtime::rules::text(value_1))) < 10)
}

// self.ranges.all(r, has(r.label) && r.label != 'x' || r.start == 0.0)
pub fn rule_27(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(this.ranges.iter().all(|r_1| r_1.label.as_ref().is_some_and(|label_2| hit_runtime::rules::text(label_2) != "x") || r_1.start == 0.0))
}

// self.ranges.all(r, r.label.size() > 0)
pub fn rule_28(this: &Play, _ctx: &Context) -> Tried<bool> {
    let steps = hit_runtime::rules::Steps::new();
    let outcome = (|| -> Tried<bool> { hit_runtime::rules::all(this.ranges.iter(), |r_1| Ok(hit_runtime::rules::code_points(steps.text(hit_runtime::rules::text(hit_runtime::rules::present(r_1.label.as_ref(), "label")?))) > 0)) })();
    steps.hold(outcome)
}

// self.ranges.all(a, self.ranges.exists_one(b, a.start == b.start))
pub fn rule_29(this: &Play, _ctx: &Context) -> Tried<bool> {
    let steps = hit_runtime::rules::Steps::new();
    let outcome = (|| -> Tried<bool> { Ok(this.ranges.iter().all(|a_1| this.ranges.iter().take_while(|_| steps.take()).filter(|&b_2| a_1.start == b_2.start).count() == 1)) })();
    steps.hold(outcome)
}

// self.count < self.duration
pub fn rule_30(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok((this.count as f64) < this.duration)
}

// string(self.count) + '!' == '3!'
pub fn rule_31(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok([this.count.to_string().as_str(), "!"].concat().as_str() == "3!")
}

// int(self.duration) == self.count
pub fn rule_32(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(hit_runtime::rules::int_of_double(this.duration)? == this.count)
}

// !has(self.pause) || self.pause < duration('1h30m')
pub fn rule_33(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(match this.pause.as_ref() { Some(pause_1) => hit_runtime::rules::duration(hit_runtime::rules::text(pause_1))? < hit_runtime::rules::duration_constant(5400000000000), None => true })
}

// !has(self.origin) || isURL(self.origin.url) && url(self.origin.url).getScheme() == 'https'
pub fn rule_34(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(match this.origin.as_ref() { Some(origin_1) => hit_runtime::rules::is_url(hit_runtime::rules::text(&origin_1.url)) && hit_runtime::rules::url(hit_runtime::rules::text(&origin_1.url))?.scheme() == "https", None => true })
}

// (has(self.social) ? 1 : 0) + (has(self.limit) ? 1 : 0) == 1
pub fn rule_35(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(hit_runtime::rules::add(match this.social.as_ref() { Some(_) => 1, None => 0 }, match this.limit.as_ref() { Some(_) => 1, None => 0 })? == 1)
}

// self.kind in ['LIVE', 'VOD'] && !(self.kind == 'LIVE' && self.count > 1)
pub fn rule_36(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(["LIVE", "VOD"].contains(&hit_runtime::rules::text(&this.kind)) && !((hit_runtime::rules::text(&this.kind) == "LIVE") && this.count > 1))
}

// self.social.split(',').size() == 2
pub fn rule_37(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(hit_runtime::rules::length(hit_runtime::rules::split(hit_runtime::rules::text(hit_runtime::rules::present(this.social.as_ref(), "social")?), ",", -1).len()) == 2)
}

// size(self.tags + ['z']) > 2
pub fn rule_38(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(hit_runtime::rules::length(this.tags.iter().map(|item_1| hit_runtime::rules::text(item_1)).chain(["z"].iter().map(|item_2| hit_runtime::rules::text(item_2))).collect::<Vec<_>>().len()) > 2)
}

// self.tags.map(t, t.size() > 1, t.size()).sum() < 4
pub fn rule_39(this: &Play, _ctx: &Context) -> Tried<bool> {
    let steps = hit_runtime::rules::Steps::new();
    let outcome = (|| -> Tried<bool> { Ok(hit_runtime::rules::sum(this.tags.iter().filter(|&t_1| hit_runtime::rules::code_points(steps.text(hit_runtime::rules::text(t_1))) > 1).map(|t_1| hit_runtime::rules::code_points(steps.text(hit_runtime::rules::text(t_1)))).collect::<Vec<_>>().iter().map(|item_2| hit_runtime::rules::int(item_2)))? < 4) })();
    steps.hold(outcome)
}

// self.ranges.map(r, r.end).max() > 1.0 || self.tags.isSorted()
pub fn rule_40(this: &Play, _ctx: &Context) -> Tried<bool> {
    hit_runtime::rules::or(|| Ok(hit_runtime::rules::greatest(this.ranges.iter().map(|r_1| r_1.end).collect::<Vec<_>>().iter().map(|item_2| hit_runtime::rules::double(item_2)))? > 1.0), || Ok(hit_runtime::rules::is_sorted(this.tags.iter().map(|item_3| hit_runtime::rules::text(item_3)))))
}

// sets.contains(self.tags, ['a']) && self.tags.indexOf('b') == 1
pub fn rule_41(this: &Play, _ctx: &Context) -> Tried<bool> {
    let steps = hit_runtime::rules::Steps::new();
    let outcome = (|| -> Tried<bool> { Ok(hit_runtime::rules::contains_all(this.tags.iter().map(|item_1| hit_runtime::rules::text(item_1)), ["a"].iter().map(|item_2| hit_runtime::rules::text(item_2)), &steps) && hit_runtime::rules::position(this.tags.iter().map(|item_3| hit_runtime::rules::text(item_3)), &"b") == 1) })();
    steps.hold(outcome)
}

// {'LIVE': 1, 'VOD': 2}[self.kind] <= self.count
pub fn rule_42(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(hit_runtime::rules::choose(&[("LIVE", 1_i64), ("VOD", 2_i64)], hit_runtime::rules::text(&this.kind))? <= this.count)
}

// self.headers == {} || self.tags != []
pub fn rule_43(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(this.headers.is_empty() || !this.tags.is_empty())
}

// self.ranges.map(r, r.start).exists(s, s == 2.0)
pub fn rule_44(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(this.ranges.iter().map(|r_1| r_1.start).collect::<Vec<_>>().iter().any(|s_2| hit_runtime::rules::double(s_2) == 2.0))
}

// self.tags.filter(t, t.contains('a')).all(t, t.lowerAscii() + '?' != 'a?')
pub fn rule_45(this: &Play, _ctx: &Context) -> Tried<bool> {
    let steps = hit_runtime::rules::Steps::new();
    let outcome = (|| -> Tried<bool> { Ok(hit_runtime::rules::keep(this.tags.iter(), |t_1| steps.text(hit_runtime::rules::text(t_1)).contains(steps.text("a"))).iter().all(|t_2| [steps.text(steps.text(hit_runtime::rules::text(t_2)).to_ascii_lowercase().as_str()), steps.text("?")].concat().as_str() != "a?")) })();
    steps.hold(outcome)
}

// self.count < 0 ? self.kind == 'VOD' : self.duration > 1.0
pub fn rule_46(this: &Play, _ctx: &Context) -> Tried<bool> {
    Ok(if this.count < 0 { hit_runtime::rules::text(&this.kind) == "VOD" } else { this.duration > 1.0 })
}

// [self.duration, 1.5].exists(d, d > ctx.videoLength)
pub fn rule_47(this: &Play, ctx: &Context) -> Tried<bool> {
    Ok([this.duration, 1.5].iter().any(|d_1| hit_runtime::rules::double(d_1) > ctx.video_length))
}

// self.ranges.all(r, r.start <= r.end): each at ["ranges"]
pub fn each_0(this: &Play) -> Tried<Vec<usize>> {
    let mut failing = Vec::new();
    for (index, r_1) in this.ranges.iter().enumerate() {
        let holds = r_1.start <= r_1.end;
        if !holds {
            failing.push(index);
        }
    }
    Ok(failing)
}

// self.tags.all(t, t.size() + self.count > 3): each at ["tags"]
pub fn each_1(this: &Play) -> Tried<Vec<usize>> {
    let steps = hit_runtime::rules::Steps::new();
    let mut failing = Vec::new();
    for (index, t_1) in this.tags.iter().enumerate() {
        let holds = hit_runtime::rules::add(hit_runtime::rules::code_points(steps.text(hit_runtime::rules::text(t_1))), this.count)? > 3;
        if !holds {
            failing.push(index);
        }
    }
    Ok(failing)
}

pub static RULE: &[Rule] = &[rule_0, rule_1, rule_2, rule_3, rule_4, rule_5, rule_6, rule_7, rule_8, rule_9, rule_10, rule_11, rule_12, rule_13, rule_14, rule_15, rule_16, rule_17, rule_18, rule_19, rule_20, rule_21, rule_22, rule_23, rule_24, rule_25, rule_26, rule_27, rule_28, rule_29, rule_30, rule_31, rule_32, rule_33, rule_34, rule_35, rule_36, rule_37, rule_38, rule_39, rule_40, rule_41, rule_42, rule_43, rule_44, rule_45, rule_46, rule_47];

pub static EACH: &[Each] = &[each_0, each_1];
