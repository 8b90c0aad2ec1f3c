//! What goes into one commit.

use std::sync::mpsc::Receiver;
use std::time::Duration;

use super::command::Command;

/// A commit costs the same for one hit as for many. Where many come, it waits for more, in steps ...
const STEP: Duration = Duration::from_millis(1);
/// ... so many at most.
const STEPS: usize = 4;

/// The command that came, and what waits behind it: `most` in all. One that comes alone is not kept waiting.
pub fn gather(first: Command, receiver: &Receiver<Command>, most: usize) -> Vec<Command> {
    let mut batch = vec![first];
    let mut before = 1;
    for step in 0..=STEPS {
        batch.extend(receiver.try_iter().take(most.saturating_sub(batch.len())));
        let stop = batch.iter().any(|it| matches!(it, Command::Stop));
        let grew = batch.len() > before;
        if stop || !grew || batch.len() >= most || step == STEPS {
            break;
        }
        before = batch.len();
        std::thread::sleep(STEP);
    }
    batch
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::sync_channel;

    use tokio::sync::oneshot;

    use super::{Command, gather};

    fn task() -> Command {
        Command::Task(
            Box::new(|_: &rusqlite::Connection| Ok(())),
            oneshot::channel().0,
        )
    }

    #[test]
    fn all_that_waits_and_not_more_than_asked_for() {
        let (sender, receiver) = sync_channel(16);
        for _ in 0..9 {
            sender.send(task()).unwrap();
        }
        assert_eq!(gather(task(), &receiver, 4).len(), 4);
        assert_eq!(gather(task(), &receiver, 100).len(), 7);
        assert_eq!(gather(task(), &receiver, 100).len(), 1);
    }

    #[test]
    fn a_stop_ends_the_wait() {
        let (sender, receiver) = sync_channel(16);
        sender.send(task()).unwrap();
        sender.send(Command::Stop).unwrap();
        let batch = gather(task(), &receiver, 100);
        assert!(batch.len() == 3 && matches!(batch.last(), Some(Command::Stop)));
    }
}
