//! How words are found in titles and texts of what can be cited.

/// So many things of a kind are found at once; who looks for more says more words.
pub const MOST_FOUND: usize = 8;

/// A word without its ending, so that it is found in its other cases.
///
/// ```
/// use ankunft_platform::finding::stem;
///
/// assert_eq!(stem("Schulen"), stem("schule"));
/// assert_eq!(stem("Kita"), "kita");
/// ```
#[must_use]
pub fn stem(word: &str) -> String {
    let word = word.to_lowercase();
    let endings = ["ern", "en", "er", "es", "em", "e", "n", "s"];
    let cut = endings.iter().find_map(|it| word.strip_suffix(it));
    cut.filter(|it| it.chars().count() >= 4).map_or(word.clone(), str::to_owned)
}

/// How many of these words a text has, in whatever case.
#[must_use]
pub fn fits(words: &[String], text: &str) -> usize {
    let text = text.to_lowercase();
    words.iter().filter(|it| text.contains(&stem(it))).count()
}

/// The ids of those whose text has one of these words, the best first, a few.
#[must_use]
pub fn best(words: &[String], all: impl IntoIterator<Item = (String, String)>) -> Vec<String> {
    let scored = all.into_iter().map(|(id, text)| (fits(words, &text), id));
    let mut found: Vec<(usize, String)> = scored.filter(|it| it.0 > 0).collect();
    // Stable: among equals the order in which the kind gives them.
    found.sort_by_key(|it| std::cmp::Reverse(it.0));
    found.into_iter().take(MOST_FOUND).map(|it| it.1).collect()
}

/// Whether each word of a name is one of these: who writes "Nord" means Nord, and not Nord II.
///
/// ```
/// use ankunft_platform::finding::names;
///
/// let words = ["kita".to_owned(), "nord".to_owned()];
/// assert!(names(&words, "Nord") && !names(&words, "Nord II"));
/// ```
#[must_use]
pub fn names(words: &[String], name: &str) -> bool {
    let name = name.to_lowercase();
    let mut parts = name.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    !name.is_empty() && parts.all(|it| words.iter().any(|word| word == it))
}
