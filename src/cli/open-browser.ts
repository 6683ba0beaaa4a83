import { spawn } from 'node:child_process';

/**
 * Opens the address in the user's browser, where there is a screen for it. Whether it worked does not matter: the
 * address has been printed.
 */
export function openBrowser(url: string, environment: Readonly<Record<string, string | undefined>>): void {
  const { platform } = process;
  const hasScreen =
    platform === 'darwin' || platform === 'win32' || environment.DISPLAY || environment.WAYLAND_DISPLAY;
  if (!hasScreen || environment.CI) return;
  const [command, args] =
    platform === 'darwin'
      ? ['open', [url]]
      : platform === 'win32'
        ? ['explorer', [url]]
        : ['xdg-open', [url]];
  const child = spawn(command as string, args as string[], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
