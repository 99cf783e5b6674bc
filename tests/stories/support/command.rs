//! Commands to a driver that the client has no function for: those of one browser alone, and printing.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::Value;
use url::{ParseError, Url};

/// A command with what it takes.
#[derive(Debug)]
pub(crate) struct Command {
    /// Its place below the session's, such as `goog/cdp/execute`.
    pub(crate) place: &'static str,
    /// What it takes.
    pub(crate) parameters: Value,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.place))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.parameters.to_string()))
    }
}
