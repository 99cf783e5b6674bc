//! A sentence with the figure that it is about.

/// A part of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Plain words.
    Plain(String),
    /// The answer, shown as with a marker pen.
    Answer(String),
    /// A figure that carries weight.
    Strong(String),
}

/// Words in order; figures in it stand out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sentence(Vec<Piece>);

impl Sentence {
    /// A sentence that begins with plain words.
    pub fn plain(words: impl Into<String>) -> Self {
        Self(Vec::new()).then(words)
    }

    /// Plain words after what stands so far.
    #[must_use]
    pub fn then(mut self, words: impl Into<String>) -> Self {
        self.0.push(Piece::Plain(words.into()));
        self
    }

    /// The answer after what stands so far.
    #[must_use]
    pub fn answer(mut self, figure: impl Into<String>) -> Self {
        self.0.push(Piece::Answer(figure.into()));
        self
    }

    /// A weighty figure after what stands so far.
    #[must_use]
    pub fn strong(mut self, figure: impl Into<String>) -> Self {
        self.0.push(Piece::Strong(figure.into()));
        self
    }

    /// A piece after what stands so far.
    #[must_use]
    pub fn with(mut self, piece: Piece) -> Self {
        self.0.push(piece);
        self
    }

    /// The pieces in order.
    pub fn pieces(&self) -> &[Piece] {
        &self.0
    }
}

impl std::fmt::Display for Sentence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for piece in &self.0 {
            let (Piece::Plain(words) | Piece::Answer(words) | Piece::Strong(words)) = piece;
            f.write_str(words)?;
        }
        Ok(())
    }
}
