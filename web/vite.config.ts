import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `npm start` at its default address; the dev server passes the API on to it. */
const SERVER = 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // A data: URL is not an address of this server, so the page's policy would refuse it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': SERVER } },
});
