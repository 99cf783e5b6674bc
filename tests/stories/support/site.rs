//! A static host for the built page, in a folder of its own, so that an address that is not relative is found.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Changes a file on its way, by its name.
pub(crate) type Edit = fn(&str, Vec<u8>) -> Vec<u8>;

/// The name of the script that runs before the page's own.
const FIRST: &str = "first.js";

/// A running host; it serves until the test ends.
pub(crate) struct Site {
    pub address: String,
}

impl Site {
    /// Serves the page as it was built.
    pub(crate) fn start() -> Self {
        Self::with(|_, content| content)
    }

    /// Serves the page with files changed on their way.
    pub(crate) fn with(edit: Edit) -> Self {
        Self::with_headers(edit, "")
    }

    /// Serves the page with a script of this text that runs before the page's own, in every engine alike.
    pub(crate) fn with_script(script: &'static str) -> Self {
        Self::serving(|_, content| content, "", script)
    }

    /// Serves it so, with these lines in the head of every answer, each ended.
    pub(crate) fn with_headers(edit: Edit, headers: &'static str) -> Self {
        Self::serving(edit, headers, "")
    }

    fn serving(edit: Edit, headers: &'static str, script: &'static str) -> Self {
        let dist =
            std::env::var("GYAKUSAN_DIST").expect("GYAKUSAN_DIST names the built page; run cargo xtask test");
        let dist = Arc::new(PathBuf::from(dist));
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = format!("http://{}/some/folder/", listener.local_addr().expect("an address"));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let dist = Arc::clone(&dist);
                std::thread::spawn(move || serve(stream, &dist, edit, headers, script));
            }
        });
        Self { address }
    }
}

/// Answers one request; a browser that hangs up early is no fault of the test.
fn serve(mut stream: TcpStream, dist: &Path, edit: Edit, headers: &str, script: &str) {
    let mut request = String::new();
    let mut reader = BufReader::new(&stream);
    if reader.read_line(&mut request).is_err() {
        return;
    }
    let mut header = String::new();
    while reader.read_line(&mut header).is_ok_and(|length| length > 2) {
        header.clear();
    }
    let path = request.split(' ').nth(1).unwrap_or_default();
    let name = path.split(['?', '#']).next().unwrap_or_default().strip_prefix("/some/folder/");
    let name = match name {
        Some("") => "index.html",
        Some(name) if !name.contains("..") => name,
        _ => "absent",
    };
    let content = if name == FIRST { Ok(script.as_bytes().to_vec()) } else { fs::read(dist.join(name)) };
    let (status, content) = match content {
        Ok(content) if name == "index.html" && !script.is_empty() => ("200 OK", with_first(&content)),
        Ok(content) => ("200 OK", edit(name, content)),
        Err(_) => ("404 Not Found", Vec::new()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {}\r\nContent-Length: {}\r\nConnection: close\r\n{headers}\r\n",
        media_type(name),
        content.len()
    );
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&content));
}

/// The page with the script before its first.
fn with_first(html: &[u8]) -> Vec<u8> {
    let html = String::from_utf8_lossy(html);
    assert!(html.contains("<script "), "the page has a script");
    html.replacen("<script ", &format!("<script src=\"{FIRST}\"></script><script "), 1).into_bytes()
}

fn media_type(name: &str) -> &'static str {
    match Path::new(name).extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}
