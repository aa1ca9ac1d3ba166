import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';

const strings = JSON.parse(readFileSync(new URL('src/strings/en.json', import.meta.url), 'utf8')) as Record<string, string>;

// The pages are taken into the jar; nothing is loaded from elsewhere and no script or style is written inline.
export default defineConfig({
  base: '/',
  // What is seen before the script has come is words of the language file, too.
  plugins: [{ name: 'first-words', transformIndexHtml: html => html.replace(/%([a-z_.]+)%/g, (_, key: string) => strings[key] ?? key) }],
  build: {
    outDir: process.env.STUDIO_OUT ?? '../../../target/studio',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
});
