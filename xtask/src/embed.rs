//! What comes beside the built page for other pages: the element's script and its types, files for hosts, example articles.

use crate::{error::Error, pack, process};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// Where the sources are.
const SOURCE: &str = "embed";
/// The address at which the page will be served, for what takes a whole address.
const ADDRESS: &str = "GYAKUSAN_ADDRESS";
/// What the element's script may weigh, in bytes as it is.
const SCRIPT_LIMIT: usize = 3000;

/// Writes it all into a built page.
pub(crate) fn embed(dist: &Path) -> Result<(), Error> {
    let source = process::root().join(SOURCE);
    let script = source.join("embed.js");
    let text = fs::read_to_string(&script).map_err(Error::io("reading", &script))?;
    let text = pack::without_comments(&text);
    if text.len() > SCRIPT_LIMIT {
        let finding = format!("embed.js has {} bytes, {SCRIPT_LIMIT} at most", text.len());
        return Err(Error::Page { findings: vec![finding] });
    }
    write(&dist.join("embed.js"), &text)?;
    copy(&source.join("embed.d.ts"), &dist.join("embed.d.ts"))?;
    copy_all(&source.join("host"), dist)?;
    copy_all(&source.join("examples"), &dist.join("examples"))?;
    match env::var(ADDRESS) {
        Ok(address) => offer(dist, &address),
        Err(_) => Ok(()),
    }
}

/// Offers the calculator to hosts that know oEmbed.
fn offer(dist: &Path, address: &str) -> Result<(), Error> {
    if !address.starts_with("https://") || !address.ends_with('/') || address.contains(['"', '<', '&']) {
        let finding = format!("{ADDRESS} is {address:?}, and has to begin with https:// and end with /");
        return Err(Error::Page { findings: vec![finding] });
    }
    write(&dist.join("oembed.json"), &oembed(address))?;
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).map_err(Error::io("reading", &page))?;
    let link = format!(
        r#"<link rel="alternate" type="application/json+oembed" href="{address}oembed.json" title="Gyakusan"></head>"#
    );
    write(&page, &with_origin(&html, address).replacen("</head>", &link, 1))
}

/// A page whose policy names where it is served. In a sandboxed frame `'self'` is nobody's address to `WebKit`.
fn with_origin(html: &str, address: &str) -> String {
    let end = address["https://".len()..].find('/').map_or(address.len(), |end| end + "https://".len());
    html.replace("'self'", &format!("'self' {}", &address[..end]))
}

fn oembed(address: &str) -> String {
    let frame = format!(
        r#"<iframe src=\"{address}?embed=1\" title=\"Gyakusan\" width=\"100%\" height=\"720\" style=\"border:0\" loading=\"lazy\"></iframe>"#
    );
    format!(
        r#"{{"version":"1.0","type":"rich","title":"逆算 Gyakusan","provider_name":"Gyakusan","provider_url":"{address}","width":680,"height":720,"html":"{frame}"}}"#
    )
}

fn write(path: &Path, text: &str) -> Result<(), Error> {
    fs::write(path, text).map_err(Error::io("writing", path))
}

fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    fs::copy(from, to).map(drop).map_err(Error::io("copying", from))
}

/// Copies the files of a folder.
fn copy_all(from: &Path, to: &Path) -> Result<(), Error> {
    fs::create_dir_all(to).map_err(Error::io("making", to))?;
    for entry in fs::read_dir(from).map_err(Error::io("reading", from))? {
        let path: PathBuf = entry.map_err(Error::io("reading", from))?.path();
        copy(&path, &to.join(path.file_name().unwrap_or_default()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_for_other_pages_is_beside_the_page() {
        let scratch = crate::scratch::Scratch::new("embed");
        scratch.file("index.html", "<html><head></head></html>");
        embed(scratch.root()).expect("all of it");
        for name in ["embed.js", "embed.d.ts", "_headers", ".nojekyll", "examples/reverse.ja.html"] {
            assert!(scratch.path(name).is_file(), "{name}");
        }
        let script = fs::read_to_string(scratch.path("embed.js")).expect("the script");
        assert!(!script.contains("//"), "comments stay behind");
        offer(scratch.root(), "https://example.com/gyakusan/").expect("an offer");
        let page = fs::read_to_string(scratch.path("index.html")).expect("the page");
        assert!(page.contains("https://example.com/gyakusan/oembed.json"), "{page}");
        assert!(offer(scratch.root(), "http://example.com").is_err());
    }

    #[test]
    fn what_hosts_are_offered_is_a_frame_as_oembed_describes_it() {
        let expected = r#"{"version":"1.0","type":"rich","title":"逆算 Gyakusan","provider_name":"Gyakusan","provider_url":"https://example.com/","width":680,"height":720,"html":"<iframe src=\"https://example.com/?embed=1\" title=\"Gyakusan\" width=\"100%\" height=\"720\" style=\"border:0\" loading=\"lazy\"></iframe>"}"#;
        assert_eq!(oembed("https://example.com/"), expected);
    }

    #[test]
    fn the_policy_names_the_origin() {
        let html = "content=\"script-src 'self' 'wasm-unsafe-eval'; style-src 'self'\"";
        assert_eq!(
            with_origin(html, "https://example.com/gyakusan/"),
            "content=\"script-src 'self' https://example.com 'wasm-unsafe-eval'; style-src 'self' https://example.com\""
        );
    }
}
