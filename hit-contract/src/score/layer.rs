//! A fault around a service: what concerns requests and replies.

use std::sync::Arc;
use std::time::Duration;

use super::misbehave::Misbehave;
use crate::http::{Replying, Request, SendError, Transport};

/// A transport that misbehaves.
pub struct Layer {
    /// The service.
    pub inner: Arc<dyn Transport>,
    /// How.
    pub fault: Arc<dyn Misbehave>,
}

impl Transport for Layer {
    fn send<'t>(&'t self, request: &'t Request) -> Replying<'t> {
        Box::pin(async move {
            let delay = self.fault.delay(request);
            if delay > 0 {
                tokio::time::sleep(Duration::from_millis(delay)).await;
            }
            let requests = self.fault.request(request.clone());
            let mut answered = None;
            for seen in &requests {
                answered = Some(self.inner.send(seen).await?);
            }
            let nothing = || SendError::Broken("the fault swallowed the request".to_owned());
            Ok(self.fault.reply(request, answered.ok_or_else(nothing)?))
        })
    }

    fn base(&self) -> &str {
        self.inner.base()
    }
}
