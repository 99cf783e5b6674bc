//! Presses: everything that a button or a link asks for.

use super::{AgreePress, Edit, ExportPress, Figure, LaterPart, Session, ShelfPress, TrackPress, View};
use crate::text::Language;

/// What a press asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// Shows a view.
    Show(View),
    /// Switches to a language.
    Language(Language),
    /// Switches to the next theme.
    NextTheme,
    /// Jumps past the top bar.
    SkipToMain,
    /// Stops the simulation, or goes on with it.
    Stop(bool),
    /// Takes back the last change of the plan, or does it again.
    Travel {
        /// Back or forth.
        back: bool,
    },
    /// Does something with the saved plans.
    Shelf(ShelfPress),
    /// Exports something.
    Export(ExportPress),
    /// Changes the plan.
    Edit(Edit),
    /// Does something with the agreement.
    Agree(AgreePress),
    /// Does something with the actuals.
    Track(TrackPress),
    /// Shows the pace of the month at this place, or of an average month again.
    Month(usize),
    /// Shows the scenarios beside the plan, or no more.
    Compare(bool),
    /// Asks for the later part of the program, where it is not there.
    Later,
    /// Shows a figure as a table, or as a drawing again.
    Table(Figure),
    /// Copies the picture of a figure.
    Copy(Figure, Picture),
    /// Shows the counts rounded down in each month too, or no more.
    WholeUnits,
}

/// A form of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    /// Shapes and words.
    Svg,
    /// Pixels.
    Png,
}

impl Picture {
    /// How names of such files end.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }
}

impl Session {
    /// Does what a press asks for.
    pub fn press(&mut self, press: Press) {
        match press {
            Press::Show(view) => self.screen.view = view,
            Press::Language(language) => self.language = language,
            Press::NextTheme => self.screen.theme = self.screen.theme.next(),
            // The focus is the browser's; changing the plan by a button is the later part's, and so are saved plans; the
            // agreement and the actuals are those parts' that draw them.
            Press::SkipToMain
            | Press::Edit(_)
            | Press::Shelf(_)
            | Press::Export(_)
            | Press::Agree(_)
            | Press::Track(_) => {}
            Press::Stop(stops) => self.set_stopped(stops),
            Press::Travel { back } => self.travel(back),
            Press::Month(month) => {
                self.screen.month = (self.screen.month != Some(month)).then_some(month);
            }
            Press::WholeUnits => self.screen.whole_units = !self.screen.whole_units,
            Press::Compare(shows) => {
                self.screen.compares = shows;
                if shows {
                    self.press(Press::Later);
                }
            }
            Press::Later if self.screen.later == LaterPart::Here => {}
            Press::Later => self.screen.later = LaterPart::Asked,
            Press::Table(figure) => self.screen.toggle_table(figure),
            // The browser makes the picture and says what became of it.
            Press::Copy(..) => self.screen.pictured = None,
        }
    }
}
