import { defineConfig } from 'vite';

// The pages are taken into the jar; nothing is loaded from elsewhere and no script or style is written inline.
export default defineConfig({
  base: '/',
  build: {
    outDir: process.env.STUDIO_OUT ?? '../../../target/studio',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
});
