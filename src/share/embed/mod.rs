//! The calculator inside other pages: what its address may say, what it and the page around it tell each other, and the
//! texts that authors put into their pages.

mod colour;
mod message;
mod options;
mod snippet;

pub use colour::{Colour, Palette, RefusedColour, contrast};
pub use message::{
    EMBED_VERSION, Heard, Limiter, Outcome, hear, height, plan, ready, resized, result, wordpress,
};
pub use options::{MAX_LINK, MAX_WORDS, Options, Scheme, is_link};
pub use snippet::{Form, Snippet};

#[cfg(test)]
mod tests;
