// The page around the parts: sections that are there, and light or dark.

const THEMES = ['system', 'light', 'dark'];

function startTheme() {
  const button = byId('theme');
  let theme = 0;
  button.addEventListener('click', () => {
    theme = (theme + 1) % THEMES.length;
    document.documentElement.dataset.theme = THEMES[theme];
    button.querySelector('span').textContent = THEMES[theme];
  });
}

function startSections() {
  document.querySelectorAll('[data-needs]').forEach((entry) => {
    entry.hidden = !byId(entry.dataset.needs);
  });
}

startTheme();
startSections();
startList();
startAccess();
