import { defineConfig } from 'vite'

// No React plugin: the workbench is only ever built, and Vite's own transform writes the JSX.
export default defineConfig({
  root: import.meta.dirname,
  base: '/staff/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['chrome105', 'edge105', 'firefox121', 'safari16'],
    // The content security policy allows no inline script, which the polyfill would be.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
    // antd marks each of its modules "use client", which says nothing to a browser.
    rolldownOptions: { onLog: (level, log, report) => log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : report(level, log) },
  },
})
