// Node strips the types of .ts itself; this turns .tsx, which it does not, and keeps the result for the next start.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(import.meta.dirname, '../..')
const shelf = path.join(root, '.cache', 'tsx')
const require = createRequire(import.meta.url)
const options = { lang: 'tsx', jsx: { runtime: 'automatic', importSource: 'preact' }, tsconfig: false }
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'node_modules/rolldown/package.json'), 'utf8'))

registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.tsx')) return next(url, context)
    return { format: 'module', shortCircuit: true, source: turned(fileURLToPath(url)) }
  },
})

function turned(file) {
  const text = fs.readFileSync(file, 'utf8')
  const key = createHash('sha256')
    .update(`${version}\n${JSON.stringify(options)}\n${text}`)
    .digest('hex')
  const kept = path.join(shelf, `${key}.mjs`)
  try {
    return fs.readFileSync(kept, 'utf8')
  } catch {
    const code = turn(file, text)
    keep(kept, code)
    return code
  }
}

function turn(file, text) {
  const { transformSync } = require('rolldown/utils')
  const { code, errors } = transformSync(file, text, options)
  if (errors.length > 0) throw new SyntaxError(`${file}: ${errors.map((error) => error.message).join('; ')}`)
  return code
}

function keep(kept, code) {
  try {
    fs.mkdirSync(shelf, { recursive: true })
    // Two processes may start at once; a rename is seen whole or not at all.
    fs.writeFileSync(`${kept}.${process.pid}`, code)
    fs.renameSync(`${kept}.${process.pid}`, kept)
  } catch {
    // A read-only installation turns the file again at each start.
  }
}
