// Runs before the first paint, so that a chosen theme or language never flashes its opposite.
(() => {
  try {
    const chosen = JSON.parse(localStorage.getItem('yinzheng.preferences') ?? '{}');
    if (chosen.theme === 'light' || chosen.theme === 'dark') {
      document.documentElement.dataset.theme = chosen.theme;
    }
    if (chosen.textSize) document.documentElement.dataset.textSize = chosen.textSize;
    const language = chosen.language ?? navigator.language;
    document.documentElement.lang = String(language).startsWith('zh') ? 'zh-CN' : 'en';
  } catch {
    // Storage is off or holds something else: the page starts with its defaults.
  }
})();
