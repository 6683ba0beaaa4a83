import type { MiddlewareHandler } from 'hono';

/** Names by which a page on this machine can reach the server; any other is a foreign name that resolves to it. */
const ownName = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;

/** Nothing from elsewhere, nothing inline: what the page shows can neither run nor send anything. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
};

/**
 * Turns away what does not come from this machine's own browser by one of its own names (DNS rebinding), and what
 * would write. Every answer has the headers that keep a page to itself.
 */
export const guard: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  if (!ownName.test(host)) {
    c.res = c.json(
      {
        error: `this server does not answer to the name “${host.slice(0, 80)}”`,
        hint: 'open it as 127.0.0.1 or localhost',
      },
      421,
    );
  } else if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    c.res = c.json(
      {
        error: `${c.req.method} is not answered here`,
        hint: 'the workbench only reads; change a dossier with the command line',
      },
      405,
      { Allow: 'GET, HEAD' },
    );
  } else await next();
  for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
};
