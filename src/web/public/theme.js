// Before the first paint: the theme that was chosen, where one was.
try {
  const theme = localStorage.getItem('multivector-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // A browser that keeps nothing has the system's theme.
}
