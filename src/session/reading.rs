//! Reading a figure point by point, with a pointer or with keys.

use super::{Figure, Session};

impl Session {
    /// Reads a point of a figure, or none; gives whether that is another one.
    pub fn read_point(&mut self, figure: Figure, point: Option<usize>) -> bool {
        self.read(point.map(|point| (figure, point)))
    }

    /// The point of a figure that is nearest to a place, in percent of its width.
    pub fn nearest_point(&self, figure: Figure, at: f64) -> Option<usize> {
        if figure == Figure::Landing {
            // Its points are the ends of the months.
            let months = self.plan.months();
            let end = (at / 100.0 * months as f64).round() as usize;
            return Some(end.max(1).min(months) - 1);
        }
        let points = self.figure(figure).map(|panel| panel.points).unwrap_or_default();
        let distance = |point: usize| (points[point] - at).abs();
        (0..points.len()).min_by(|a, b| distance(*a).total_cmp(&distance(*b)))
    }

    /// Reads on with a key; gives whether the key is one for that. `points` is how many the figure has.
    pub fn read_key(&mut self, figure: Figure, points: usize, key: &str) -> bool {
        let last = points.saturating_sub(1);
        let now = self.screen.reading.filter(|(read, _)| *read == figure).map(|(_, point)| point);
        let point = match key {
            "ArrowRight" | "ArrowUp" => now.map_or(0, |now| (now + 1).min(last)),
            "ArrowLeft" | "ArrowDown" => now.map_or(last, |now| now.saturating_sub(1)),
            "Home" => 0,
            "End" => last,
            "Escape" if now.is_some() => return self.read(None),
            _ => return false,
        };
        self.read((points > 0).then_some((figure, point)));
        true
    }

    /// Ends the reading of a figure; gives whether it was read.
    pub fn stop_reading(&mut self, figure: Figure) -> bool {
        let is_read = self.screen.reading.is_some_and(|(read, _)| read == figure);
        is_read && self.read(None)
    }

    fn read(&mut self, reading: Option<(Figure, usize)>) -> bool {
        let changes = self.screen.reading != reading;
        self.screen.reading = reading;
        changes
    }
}
