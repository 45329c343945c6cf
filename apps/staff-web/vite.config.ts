import fs from 'node:fs'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'
import { tokenCss } from '../../ui/tokens/css.ts'

const UNCHECKED = 'src/server/unchecked-schemas.ts'

const SHARED = [
  { name: 'base', test: /node_modules\/(react|react-dom|scheduler|@tanstack|clsx)\// },
  {
    name: 'office',
    test: /\/(capabilities|platform\/http|ui\/format)\/|staff-web\/src\/(server|lists)\/.*\.tsx?$/,
  },
]

// No React plugin: the workbench is only ever built, and Vite's own transform writes the JSX.
export default defineConfig({
  root: import.meta.dirname,
  base: '/staff/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  plugins: [tokens(), compressed()],
  resolve: { alias: [{ find: /^typebox$/, replacement: path.join(import.meta.dirname, UNCHECKED) }] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['chrome105', 'edge105', 'firefox121', 'safari16'],
    // The content security policy allows no inline script, which the polyfill would be.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      // antd's inputs read one context of its form and would bring all of the form along; ours are drawn by `ui/form`.
      treeshake: {
        moduleSideEffects: [{ test: /@rc-component\/(form|async-validator)\//, sideEffects: false }],
      },
      // What every page takes comes in few files: sixty small ones cost more waiting than their bytes.
      output: { codeSplitting: { groups: SHARED } },
      // antd marks each of its modules "use client", which says nothing to a browser.
      onLog: (level, log, report) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : report(level, log)),
    },
  },
})

/** One source of tokens for the portal and the workbench: what stands in `tokens.css` is what `ui/tokens` says. */
function tokens(): Plugin {
  return {
    name: 'tokens',
    enforce: 'pre',
    load: (id) => (id.endsWith('/look/tokens.css') ? tokenCss : null),
  }
}

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
