//! A screen that nobody sees, for a browser that cannot do without one.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// No window is larger than it.
const SIZE: &str = "1600x1400x24";

/// The screen of one browser alone: where several share one, only one of them has the keyboard, and the others' focus is not
/// shown. It ends with the browser.
#[derive(Debug)]
pub(crate) struct Screen {
    program: Child,
    /// What `DISPLAY` says.
    pub(crate) name: String,
}

impl Screen {
    /// Starts one under a name that no other has.
    pub(crate) fn start(program: String) -> Self {
        let mut program = Command::new(program)
            .args(["-displayfd", "1", "-screen", "0", SIZE, "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a screen");
        let mut number = String::new();
        let read = BufReader::new(program.stdout.take().expect("its output")).read_line(&mut number);
        assert!(read.is_ok_and(|length| length > 1), "the screen says its number");
        Self { program, name: format!(":{}", number.trim()) }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // There is nothing to be done where it has ended already.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}
