import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fastify from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { serveWorkbench } from './workbench.ts'

let dist: string
beforeEach(() => {
  dist = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-dist-'))
})
afterEach(() => fs.rmSync(dist, { recursive: true }))

/** What a build writes, named by its content as vite does it. */
function write(build: string, { compressed = true } = {}): void {
  const write = (name: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(dist, name)), { recursive: true })
    fs.writeFileSync(path.join(dist, name), text)
  }
  write('mark.svg', '<svg/>')
  for (const name of [`main-${build}.js`, `page-${build}.js`]) {
    write(`assets/${name}`, `// ${name}`)
    if (compressed) write(`assets/${name}.br`, `squeezed ${name}`)
  }
  const page = `<script type="module" src="/staff/assets/main-${build}.js"></script>`
  write('index.html', page)
  // Two builds within one tick of the file system's clock are no case of the office.
  const at = new Date(Date.UTC(2026, 10, 23) + build.charCodeAt(0) * 1000)
  fs.utimesSync(path.join(dist, 'index.html'), at, at)
}

function empty(): void {
  for (const name of fs.readdirSync(dist)) fs.rmSync(path.join(dist, name), { recursive: true })
}

function served() {
  const app = fastify()
  serveWorkbench(app, dist)
  return async (url: string, headers: Record<string, string> = {}) => {
    const { statusCode, body, headers: said } = await app.inject({ url, headers })
    return { status: statusCode, body, said }
  }
}

test('the page answers every address of its own, and its parts come squeezed and for good', async () => {
  write('a')
  const get = served()
  expect((await get('/staff')).said['location']).toBe('/staff/')
  const page = await get('/staff/cases/1?queue=mine')
  expect(page.body).toContain('main-a.js')
  expect(page.said).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
  const part = await get('/staff/assets/main-a.js', { 'accept-encoding': 'gzip, br' })
  expect([part.body, part.said['content-encoding'], part.said['content-type']]).toEqual([
    ...['squeezed main-a.js', 'br', 'text/javascript; charset=utf-8'],
  ])
  expect(part.said['cache-control']).toContain('immutable')
  const plain = await get('/staff/assets/main-a.js')
  expect([plain.body, plain.said['content-encoding'], plain.said['vary']]).toEqual([
    ...['// main-a.js', undefined, 'accept-encoding'],
  ])
  expect((await get('/staff/mark.svg')).said).toMatchObject({
    ...{ 'content-type': 'image/svg+xml', 'cache-control': 'no-cache' },
  })
})

test('building again under a running server takes nothing from pages that are open, and new ones get the new build', async () => {
  write('a')
  const get = served()
  empty()
  // The build has begun: its folder is empty, then half there.
  expect((await get('/staff/')).body).toContain('main-a.js')
  expect((await get('/staff/assets/page-a.js')).body).toBe('// page-a.js')
  write('b', { compressed: false })
  expect((await get('/staff/')).body).toContain('main-a.js')
  write('b')
  expect((await get('/staff/')).body).toContain('main-b.js')
  expect((await get('/staff/assets/page-b.js')).body).toBe('// page-b.js')
  expect((await get('/staff/assets/page-a.js')).body).toBe('// page-a.js')
  // And once more: what was served in between stays too.
  empty()
  write('c')
  expect((await get('/staff/')).body).toContain('main-c.js')
  for (const build of ['a', 'b', 'c']) expect((await get(`/staff/assets/main-${build}.js`)).status).toBe(200)
})

test.each([
  ['a part no build has had', '/staff/assets/page-z.js'],
  ['a file above the folder', '/staff/assets/..%2f..%2f..%2fpackage.json'],
  ['a hidden file', '/staff/assets/.npmrc'],
])('%s is not there', async (_what, url) => {
  write('a')
  fs.writeFileSync(path.join(dist, 'assets/.npmrc'), 'x')
  expect((await served()(url)).status).toBe(404)
})

test('without a build there is no workbench', async () => {
  expect((await served()('/staff/')).status).toBe(404)
})
