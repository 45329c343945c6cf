import fs from 'node:fs'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

// No React plugin: the workbench is only ever built, and Vite's own transform writes the JSX.
export default defineConfig({
  root: import.meta.dirname,
  base: '/staff/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  plugins: [compressed()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['chrome105', 'edge105', 'firefox121', 'safari16'],
    // The content security policy allows no inline script, which the polyfill would be.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      // antd marks each of its modules "use client", which says nothing to a browser.
      onLog: (level, log, report) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : report(level, log)),
    },
  },
})

/** Writes `x.js.br` beside `x.js` once all is written, so that the server never compresses what does not change. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    writeBundle({ dir }, bundle) {
      for (const name of Object.keys(bundle).filter((file) => /\.(js|css)$/.test(file))) {
        const file = path.join(dir!, name)
        fs.writeFileSync(`${file}.br`, brotliCompressSync(fs.readFileSync(file)))
      }
    },
  }
}
