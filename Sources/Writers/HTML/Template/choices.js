// What a reader chooses for a page, language and light, kept for the next one.

const root = document.documentElement;

/** Remembers a choice, where the browser lets a file do so. */
function remember(key, value) {
  try { localStorage.setItem(`tieout-${key}`, value); } catch { /* A page from disk may not. */ }
}
function recall(key) {
  try { return localStorage.getItem(`tieout-${key}`); } catch { return null; }
}

function setTheme(theme) {
  if (theme) root.dataset.theme = theme; else delete root.dataset.theme;
  remember("theme", theme ?? "");
}

function switchTheme() {
  const isDark = root.dataset.theme
    ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  setTheme(isDark ? "light" : "dark");
}

function setLanguage(language) {
  root.lang = language;
  remember("language", language);
}

/** Makes the page look as it was chosen last. */
function lookAsChosen() {
  const language = recall("language");
  if (language === "zh" || language === "en") root.lang = language;
  setTheme(recall("theme") || undefined);
}
