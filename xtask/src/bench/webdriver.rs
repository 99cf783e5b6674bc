//! As much of `WebDriver` as measuring takes: one tab, and scripts that return a text.

use crate::{
    browser::{Browser, json_text},
    error::Error,
};
use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, TcpStream},
    process::{Child, Command, Stdio},
};

/// How long a script may run, in milliseconds.
const PATIENCE: u32 = 600_000;

/// An empty tab of a browser of its own.
#[derive(Debug)]
pub(crate) struct Tab {
    driver: Driver,
    session: String,
}

/// The driver's process and its port.
#[derive(Debug)]
struct Driver {
    child: Child,
    port: u16,
}

impl Tab {
    /// Starts a driver and has it open a browser.
    pub(crate) fn open(browser: &Browser) -> Result<Self, Error> {
        let driver = Driver::start(browser.driver_command())?;
        let capabilities = browser.capabilities();
        let capabilities = capabilities.trim_end().trim_end_matches('}');
        let body = format!(
            "{{\"capabilities\": {{\"alwaysMatch\": {capabilities}}}, \"timeouts\": {{\"script\": {PATIENCE}}}}}}}}}"
        );
        let answer = driver.ask("POST", "/session", &body)?;
        match member(&answer, "sessionId") {
            Some(session) => Ok(Self { session: session.to_owned(), driver }),
            None => Err(Error::Measured { finding: format!("no browser starts: {answer}") }),
        }
    }

    /// The number of the driver's process, below which the browser's are.
    pub(crate) fn process(&self) -> u32 {
        self.driver.child.id()
    }

    /// The text that a script returns, or the driver's whole answer where there is none, since that says why.
    pub(crate) fn text_of(&mut self, script: &str) -> Result<String, Error> {
        let path = format!("/session/{}/execute/sync", self.session);
        let body = format!("{{\"script\": {}, \"args\": []}}", json_text(script));
        let answer = self.driver.ask("POST", &path, &body)?;
        Ok(member(&answer, "value").unwrap_or(&answer).to_owned())
    }
}

impl Drop for Tab {
    fn drop(&mut self) {
        // A driver that is killed leaves its browser behind, so the browser is closed first.
        let _ = self.driver.ask("DELETE", &format!("/session/{}", self.session), "");
    }
}

impl Driver {
    fn start(mut command: Command) -> Result<Self, Error> {
        let path = command.get_program().to_owned();
        let failed = || Error::io("starting", &path);
        command.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(failed())?;
        let output = child.stdout.take().ok_or_else(|| failed()(io::ErrorKind::BrokenPipe.into()))?;
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let port = lines.find_map(|line| stated_port(&line));
        // The process ends with this value, also where it says no port.
        let driver = Self { child, port: port.unwrap_or_default() };
        port.map(|_| driver).ok_or_else(|| failed()(io::ErrorKind::UnexpectedEof.into()))
    }

    fn ask(&self, method: &str, path: &str, body: &str) -> Result<String, Error> {
        self.exchange(method, path, body).map_err(Error::io("asking the browser's driver for", path))
    }

    fn exchange(&self, method: &str, path: &str, body: &str) -> io::Result<String> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )?;
        read_body(&mut BufReader::new(stream))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The port in what a driver says when it has started.
fn stated_port(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("was started successfully on port ")?;
    port.trim_end().trim_end_matches('.').parse().ok()
}

/// The body of an answer, as long as its head says.
fn read_body(answer: &mut impl BufRead) -> io::Result<String> {
    let mut length = 0;
    let mut line = String::new();
    while answer.read_line(&mut line)? > 0 && !line.trim().is_empty() {
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().unwrap_or(0);
        }
        line.clear();
    }
    let mut body = String::new();
    answer.take(length).read_to_string(&mut body)?;
    Ok(body)
}

/// A member of a JSON object that is a text without anything escaped.
fn member<'a>(json: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = json.split_once(&format!("\"{name}\":"))?;
    rest.trim_start().strip_prefix('"')?.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_driver_says_its_port() {
        let line = "ChromeDriver was started successfully on port 40123.";
        assert_eq!(stated_port(line), Some(40123));
        assert_eq!(stated_port("Starting ChromeDriver"), None);
    }

    #[test]
    fn a_body_ends_where_its_head_says() {
        let answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\ncontent-length: 15\r\n\r\n{\"value\": \"1 2\"}more";
        let body = read_body(&mut answer.as_bytes()).expect("a body");
        assert_eq!(body, "{\"value\": \"1 2\"");
        assert_eq!(member(&body, "value"), Some("1 2"));
        assert_eq!(member("{\"value\":null}", "value"), None);
    }
}
