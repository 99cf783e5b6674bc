//! A promise beside its figures.

use std::fmt;

/// What was promised of a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Promise {
    /// No more than this.
    AtMost(f64),
    /// No less than this.
    AtLeast(f64),
}

impl Promise {
    /// Whether every figure keeps it; where one does not, they are the nearest so far. Nothing is said of no figures.
    pub(crate) fn verdict(self, figures: &[f64]) -> &'static str {
        let keeps = |figure: &f64| match self {
            Self::AtMost(limit) => *figure <= limit,
            Self::AtLeast(limit) => *figure >= limit,
        };
        match figures {
            [] => "not measured",
            _ if figures.iter().all(keeps) => "met",
            _ => "nearest",
        }
    }
}

impl fmt::Display for Promise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtMost(limit) => write!(f, "at most {limit}"),
            Self::AtLeast(limit) => write!(f, "at least {limit}"),
        }
    }
}

/// A figure as tables show it, with three digits that count.
pub(crate) fn shown(figure: f64) -> String {
    // What rounds up to one more digit before the point has one less behind it.
    let digits = [9.995, 99.95].iter().filter(|limit| figure < **limit).count();
    format!("{figure:.digits$}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_is_met_by_all_figures_or_not() {
        assert_eq!(Promise::AtMost(1.5).verdict(&[1.2, 1.5]), "met");
        assert_eq!(Promise::AtMost(1.5).verdict(&[1.2, 1.6]), "nearest");
        assert_eq!(Promise::AtLeast(5.0).verdict(&[0.5]), "nearest");
        assert_eq!(Promise::AtLeast(5.0).verdict(&[]), "not measured");
        assert_eq!(Promise::AtLeast(5.0).to_string(), "at least 5");
    }

    #[test]
    fn figures_have_three_digits() {
        let figures = [0.1234, 1.5, 9.996, 12.34, 99.96, 1234.5];
        assert_eq!(figures.map(shown), ["0.12", "1.50", "10.0", "12.3", "100", "1234"]);
    }
}
