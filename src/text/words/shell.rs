//! Top bar and footer.

/// Top bar and footer.
#[derive(Debug)]
pub struct ShellWords {
    /// The page's title in the browser.
    pub title: &'static str,
    /// Jumps past the top bar.
    pub skip: &'static str,
    /// Names the views' tabs.
    pub views: &'static str,
    /// The view of the tree.
    pub plan: &'static str,
    /// The view of the odds.
    pub odds: &'static str,
    /// The view of the actuals.
    pub track: &'static str,
    /// The view of the agreement.
    pub agree: &'static str,
    /// Opens the comparison of scenarios.
    pub compare: &'static str,
    /// Opens the menu of saved plans.
    pub plans: &'static str,
    /// Opens the menu of the link.
    pub share: &'static str,
    /// Opens the menu of exports.
    pub export: &'static str,
    /// Names the other language, short.
    pub other_language: &'static str,
    /// Switches to the other language, said in that language.
    pub switch_language: &'static str,
    /// Theme button while the system decides.
    pub theme_system: &'static str,
    /// Theme button while the page is light.
    pub theme_light: &'static str,
    /// Theme button while the page is dark.
    pub theme_dark: &'static str,
    /// The view of the method.
    pub method: &'static str,
    /// Nothing leaves this device.
    pub privacy: &'static str,
}

pub(super) const JA: ShellWords = ShellWords {
    title: "逆算 Gyakusan — 売上目標から必要なリード数を逆算する",
    skip: "本文へ移動",
    views: "画面",
    plan: "逆算",
    odds: "見通し",
    track: "実績",
    agree: "合意",
    compare: "比較",
    plans: "保存した計画",
    share: "共有リンク",
    export: "書き出し",
    other_language: "EN",
    switch_language: "EN (Switch to English)",
    theme_system: "明るさ: 端末に合わせています。押すと明るくします",
    theme_light: "明るさ: 明るい。押すと暗くします",
    theme_dark: "明るさ: 暗い。押すと端末に合わせます",
    method: "計算のしかた",
    privacy: "入力した数字はこの端末の外に出ません",
};

pub(super) const EN: ShellWords = ShellWords {
    title: "Gyakusan — work backwards from a revenue target to leads",
    skip: "Skip to content",
    views: "Views",
    plan: "Plan",
    odds: "Odds",
    track: "Track",
    agree: "Agree",
    compare: "Compare",
    plans: "Saved plans",
    share: "Share",
    export: "Export",
    other_language: "日本語",
    switch_language: "日本語に切りかえる",
    theme_system: "Theme: follows the system. Press for light",
    theme_light: "Theme: light. Press for dark",
    theme_dark: "Theme: dark. Press to follow the system",
    method: "How it works",
    privacy: "What you type stays on this device",
};
