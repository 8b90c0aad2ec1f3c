//! The rules of a PLAY hit, as somebody would write them by hand.

use hit_model::{Play, RulesContext};

/// Whether all hold; what is not known holds.
pub fn holds(play: &Play, ctx: &RulesContext) -> bool {
    let named = play.origin.is_some()
        || ctx.headers.as_ref().is_some_and(|headers| {
            headers
                .iter()
                .any(|(name, value)| name.eq_ignore_ascii_case("x-kpk-client-id") && !value.is_empty())
        });
    let identified = play.users.iter().all(|user| {
        user.user_id.is_some() || user.first_name.is_some() && user.last_name.is_some() && user.email.is_some()
    });
    let apart = play.users.iter().all(|user| user.user_id.as_ref() != Some(&play.session_id));
    let unknown = ctx.known_users.as_ref().is_none_or(|known| !known.contains(&play.session_id));
    let length = |media: &String| ctx.media_lengths.as_ref().and_then(|lengths| lengths.get(media)).copied();
    let within = |seconds: f64| {
        play.medias.iter().any(|media| length(media).is_none_or(|length| seconds <= length))
    };
    let ranges = play.play.ranges.iter().all(|range| range.start <= range.end && within(range.end));
    named && identified && apart && unknown && within(play.play.duration) && ranges
}
