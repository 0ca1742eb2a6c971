//! What a browser says of itself, as people call it.

/// Browser and system, as far as a few well-known names go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Agent {
    /// The name of the browser.
    pub browser: Option<&'static str>,
    /// The system that it runs on.
    pub system: Option<&'static str>,
}

/// What stands in the text of a browser, and what people call it. Browsers also name those that they
/// want to be taken for, so the rarer ones stand first.
const BROWSERS: [(&str, &str); 13] = [
    ("Edg/", "Edge"),
    ("EdgA/", "Edge"),
    ("EdgiOS/", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Vivaldi/", "Vivaldi"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chromium/", "Chromium"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
    ("curl/", "curl"),
];

/// The same for systems: Android is a Linux, and an iPhone says that it is like a Mac.
const SYSTEMS: [(&str, &str); 8] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Macintosh", "macOS"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

impl Agent {
    /// Reads it; nothing where nothing is known.
    pub(crate) fn read(text: &str) -> Self {
        let find =
            |all: &[(&str, &'static str)]| all.iter().find(|it| text.contains(it.0)).map(|it| it.1);
        Self { browser: find(&BROWSERS), system: find(&SYSTEMS) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn well_known_ones_are_called_by_their_names() {
        let webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";
        let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15";
        let windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)";
        let cases = [
            (
                "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0".to_owned(),
                (Some("Firefox"), Some("Android")),
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0".to_owned(),
                (Some("Firefox"), Some("Linux")),
            ),
            (
                format!("{windows} {webkit} Chrome/140.0.0.0 Safari/537.36"),
                (Some("Chrome"), Some("Windows")),
            ),
            (
                format!("{windows} {webkit} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0"),
                (Some("Edge"), Some("Windows")),
            ),
            (
                format!("{phone} (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1"),
                (Some("Safari"), Some("iPhone")),
            ),
            (
                format!("{phone} (KHTML, like Gecko) FxiOS/140.0 Mobile/15E148 Safari/605.1.15"),
                (Some("Firefox"), Some("iPhone")),
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.1 Safari/605.1.15"
                    .to_owned(),
                (Some("Safari"), Some("macOS")),
            ),
            ("something of one's own".to_owned(), (None, None)),
            (String::new(), (None, None)),
        ];
        for (text, (browser, system)) in cases {
            assert_eq!(Agent::read(&text), Agent { browser, system }, "{text}");
        }
    }
}
