// Listens on the page of a batch, which stands complete without it.

document.getElementById("language").addEventListener("click",
  () => setLanguage(root.lang === "zh" ? "en" : "zh"));
document.getElementById("theme").addEventListener("click", switchTheme);
lookAsChosen();
