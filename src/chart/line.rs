//! Lines and bands through points of a drawing, and places that keep apart.

use super::short;

/// A place in a drawing, in percent from the left and from the top.
pub type Place = (f64, f64);

/// The path of a line through places.
///
/// ```
/// use gyakusan::chart::line;
/// assert_eq!(line(&[(0.0, 100.0), (50.0, 12.5)]), "M0 100L50 12.5");
/// ```
pub fn line(places: &[Place]) -> String {
    let mut path = String::new();
    for (x, y) in places {
        path.push(if path.is_empty() { 'M' } else { 'L' });
        path.push_str(&short(*x));
        path.push(' ');
        path.push_str(&short(*y));
    }
    path
}

/// The path of the area between two lines that have their places at the same distances from the left.
///
/// ```
/// use gyakusan::chart::band;
/// assert_eq!(band(&[(0.0, 9.0), (5.0, 8.0)], &[(0.0, 1.0), (5.0, 2.0)]), "M0 1L5 2L5 8L0 9z");
/// ```
pub fn band(low: &[Place], high: &[Place]) -> String {
    let mut around = high.to_vec();
    around.extend(low.iter().rev());
    line(&around) + "z"
}

/// A path in percent, drawn into a rectangle: left and top edge, width and height in the rectangle's own unit.
///
/// It knows the commands that drawings here are made of: M, L, H, V, h, v, z, each followed by its numbers.
///
/// ```
/// use gyakusan::chart::stretch;
/// assert_eq!(stretch("M27 100V50.98h21z", (10.0, 20.0), (500.0, 300.0)), "M145 320V172.94h105z");
/// ```
pub fn stretch(path: &str, from: Place, size: Place) -> String {
    let mut stretched = String::new();
    let (mut command, mut is_second) = (b'M', false);
    // The number that is being read, in hundredths: its digits so far, its sign, and decimals where it has a point.
    let (mut number, mut sign, mut decimals) = (None, 1.0, None);
    for letter in path.bytes().chain([b' ']) {
        match letter {
            b'0'..=b'9' => {
                number = Some(10.0 * number.unwrap_or(0.0) + f64::from(letter - b'0'));
                decimals = decimals.map(|count: i32| count + 1);
                continue;
            }
            b'-' => sign = -1.0,
            b'.' => decimals = Some(0),
            _ => {}
        }
        if matches!(letter, b'-' | b'.') {
            continue;
        }
        if let Some(digits) = number.take() {
            let value = sign * digits / [1.0, 10.0, 100.0][decimals.unwrap_or(0).min(2) as usize];
            let is_down = matches!(command, b'V' | b'v') || is_second;
            let (start, length) = if is_down { (from.1, size.1) } else { (from.0, size.0) };
            let start = if command.is_ascii_lowercase() { 0.0 } else { start };
            stretched.push_str(&short(start + length * value / 100.0));
            is_second = matches!(command, b'M' | b'L') && !is_second;
        }
        (sign, decimals) = (1.0, None);
        if letter.is_ascii_alphabetic() {
            (command, is_second) = (letter, false);
        }
        stretched.push(char::from(letter));
    }
    // The space that ended the last number is none of the path's.
    stretched.pop();
    stretched
}

/// Moves places down that are nearer to the one before than `gap`, then up again what passed `end`. The places come in
/// rising order and keep it.
///
/// ```
/// use gyakusan::chart::keep_apart;
/// let mut places = [10.0, 12.0, 99.0];
/// keep_apart(&mut places, 8.0, 100.0);
/// assert_eq!(places, [10.0, 18.0, 99.0]);
/// ```
pub fn keep_apart(places: &mut [f64], gap: f64, end: f64) {
    for place in 1..places.len() {
        places[place] = places[place].max(places[place - 1] + gap);
    }
    let mut limit = end;
    for place in places.iter_mut().rev() {
        *place = place.min(limit);
        limit = *place - gap;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_written_number_is_read_again() {
        for number in [0.0, 27.0, 50.98, 1.9, 0.05, -6.5, -0.05, 123.4] {
            let path = format!("H{}", short(number));
            assert_eq!(stretch(&path, (0.0, 0.0), (100.0, 1.0)), path);
        }
    }

    #[test]
    fn a_stretched_path_keeps_its_commands() {
        assert_eq!(stretch("M0 -6V100", (60.0, 40.0), (600.0, 200.0)), "M60 28V240");
        assert_eq!(stretch("M0 100L50 12.5L100 0z", (0.0, 0.0), (200.0, 100.0)), "M0 100L100 12.5L200 0z");
        assert_eq!(stretch("", (1.0, 1.0), (2.0, 2.0)), "");
    }

    #[test]
    fn labels_at_the_end_move_up() {
        let mut places = [90.0, 95.0, 97.0];
        keep_apart(&mut places, 10.0, 100.0);
        assert_eq!(places.map(|place| place as u32), [80, 90, 100]);
    }
}
