//! From arguments to settings.

use std::time::Duration;

use hit_server::Settings;

use super::args::Args;

/// The settings that the arguments ask for.
pub fn settings(args: &Args) -> Settings {
    let mut settings = Settings::new(&args.store);
    settings.listen = args.listen;
    settings.admin = (!args.no_admin).then_some(args.admin);
    settings.cors.clone_from(&args.cors);
    settings.rejects.keep = !args.no_rejects;
    settings.forward = args.forward.setting();
    let limits = &mut settings.limits;
    set(&mut limits.body_bytes, args.body_bytes);
    // One body always fits.
    limits.bodies_bytes = limits.bodies_bytes.max(limits.body_bytes);
    set(&mut limits.connections, args.connections);
    let storage = &mut settings.storage;
    set(&mut storage.queue_items, args.queue_items);
    set(&mut storage.queue_bytes, args.queue_bytes);
    set(&mut storage.free_bytes, args.free_bytes);
    set(&mut storage.store_bytes, args.store_bytes);
    set(
        &mut settings.timeouts.head,
        args.head_seconds.map(Duration::from_secs),
    );
    set(
        &mut settings.timeouts.shutdown,
        args.shutdown_seconds.map(Duration::from_secs),
    );
    settings
}

fn set<T>(place: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *place = value;
    }
}
