//! A hundred equally likely outcomes as dots piled up along an axis.

/// Dots in all.
pub const DOTS: u32 = 100;
/// Piles below the target, and so its place.
const BELOW: usize = 10;
/// Piles in all; what lies beyond stands on the last.
pub const PILES: usize = 22;

/// Piles of dots, each a tenth of the target wide; those from [`DotPlot::BELOW`] on reach it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DotPlot {
    /// How many dots are on each pile.
    pub piles: [u32; PILES],
}

impl DotPlot {
    /// Piles below the target.
    pub const BELOW: usize = BELOW;

    /// Piles up the middles of a hundred equal shares of outcomes that are counted in bins of equal width from 0 upwards;
    /// `above` lie beyond the last bin. As many dots reach `target` as `probability` says, also where the target is smaller
    /// than a bin.
    ///
    /// ```
    /// use gyakusan::chart::DotPlot;
    /// let plot = DotPlot::new(&[50, 150], 50, 5.0, 10.0, 0.2);
    /// assert_eq!(plot.piles.iter().sum::<u32>(), 100);
    /// assert_eq!(plot.piles[..DotPlot::BELOW].iter().sum::<u32>(), 80);
    /// ```
    pub fn new(counts: &[u32], above: u32, width: f64, target: f64, probability: f64) -> Self {
        let mut piles = [0; PILES];
        let total = f64::from(above) + counts.iter().map(|count| f64::from(*count)).sum::<f64>();
        let (mut bin, mut before) = (0, 0.0);
        for dot in 0..DOTS {
            let rank = total * (f64::from(dot) + 0.5) / f64::from(DOTS);
            while bin < counts.len() && before + f64::from(counts[bin]) < rank {
                before += f64::from(counts[bin]);
                bin += 1;
            }
            let within = counts.get(bin).map_or(0.0, |count| (rank - before) / f64::from(*count));
            let value = width * (bin as f64 + within.min(0.999_999));
            let pile = if target > 0.0 { BELOW as f64 * value / target } else { PILES as f64 };
            let pile = pile.max(0.0).min(PILES as f64 - 1.0) as usize;
            let does_reach = rank > total * (1.0 - probability);
            piles[if does_reach { pile.max(BELOW) } else { pile.min(BELOW - 1) }] += 1;
        }
        Self { piles }
    }

    /// How many reach the target.
    pub fn reached(&self) -> u32 {
        self.piles[BELOW..].iter().sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_dots_reach_the_target_as_the_share_says() {
        for reached in 0..=100_u32 {
            let plot = DotPlot::new(&[100 - reached, reached], 0, 7.0, 7.0, f64::from(reached) / 100.0);
            assert_eq!(plot.reached(), reached);
            assert_eq!(plot.piles.iter().sum::<u32>(), DOTS);
        }
    }

    #[test]
    fn a_target_within_the_first_bin_is_reached_as_often_as_it_is() {
        let plot = DotPlot::new(&[99_000, 600], 400, 1.0e4, 100.0, 0.01);
        assert_eq!((plot.piles[BELOW - 1], plot.reached()), (98, 1));
    }

    #[test]
    fn outcomes_far_beyond_stand_on_the_last_pile() {
        assert_eq!(DotPlot::new(&[0, 0], 5, 1.0, 0.01, 1.0).piles[PILES - 1], 100);
        assert_eq!(DotPlot::new(&[7], 0, 1.0, 0.0, 1.0).reached(), 100, "any outcome reaches nothing");
    }
}
