import fs from 'node:fs'
import path from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const DIST = path.join(import.meta.dirname, 'dist')

/** The workbench as vite built it; its own routes are answered by its one page. */
export function serveWorkbench(app: FastifyInstance, dist: string = DIST): void {
  if (!fs.existsSync(path.join(dist, PAGE))) return
  const built = builtFiles(dist)
  const page = async (request: FastifyRequest, reply: FastifyReply) => {
    const name = nameOf(request)
    const file = built.file(name)
    if (file !== undefined) return sent(file, request, reply, name.startsWith(HASHED) ? FOREVER : 'no-cache')
    // A tab from before an update asks for parts that are gone; the page itself would be no script.
    if (name.startsWith(HASHED)) return reply.callNotFound()
    return sent(await built.page(), request, reply, 'no-cache')
  }
  app.get('/staff', async (_request, reply) => reply.redirect('/staff/'))
  app.get('/staff/', page)
  app.get('/staff/*', page)
}

const PAGE = 'index.html'
/** Files here are named by what is in them. */
const HASHED = 'assets/'
const FOREVER = 'public, max-age=31536000, immutable'
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

interface BuiltFile {
  type: string
  plain: Buffer
  brotli?: Buffer
}

const nameOf = ({ url }: FastifyRequest): string => url.replace(/\?.*$/s, '').slice('/staff/'.length)

function sent(
  { type, plain, brotli }: BuiltFile,
  request: FastifyRequest,
  reply: FastifyReply,
  cache: string,
) {
  const squeezed = brotli !== undefined && /\bbr\b/.test(request.headers['accept-encoding'] ?? '')
  reply.type(type).header('cache-control', cache)
  if (brotli !== undefined) reply.header('vary', 'accept-encoding')
  if (squeezed) reply.header('content-encoding', 'br')
  return reply.send(squeezed ? brotli : plain)
}

/**
 * Two megabytes held in memory, so that building again under a running server takes no file away from pages that are open.
 * The page changes with the build as soon as all of the new one is there; whatever was ever served stays until the server ends.
 */
function builtFiles(dist: string) {
  const files = new Map<string, BuiltFile>()
  let page = read(dist, PAGE)!
  let changed = fs.statSync(path.join(dist, PAGE)).mtimeMs
  keepAll()

  function keepAll(): void {
    for (const each of fs.readdirSync(dist, { recursive: true, withFileTypes: true })) {
      const name = path.relative(dist, path.join(each.parentPath, each.name)).replaceAll(path.sep, '/')
      const file = each.isFile() && name !== PAGE && !name.endsWith('.br') ? read(dist, name) : undefined
      if (file !== undefined) files.set(name, file)
    }
  }

  return {
    file(name: string): BuiltFile | undefined {
      const kept = files.get(name)
      if (kept !== undefined || !/^assets\/[\w-][\w.-]*$/.test(name)) return kept
      const found = read(dist, name)
      if (found !== undefined) files.set(name, found)
      return found
    },
    async page(): Promise<BuiltFile> {
      const now = await fs.promises.stat(path.join(dist, PAGE)).catch(() => undefined)
      if (now === undefined || now.mtimeMs === changed) return page
      const next = read(dist, PAGE)
      if (next === undefined || !isWhole(dist, next.plain.toString())) return page
      keepAll()
      changed = now.mtimeMs
      page = next
      return page
    },
  }
}

/** Compressed copies are written last, so a build whose page finds its own is whole. */
function isWhole(dist: string, html: string): boolean {
  const named = [...html.matchAll(/(?:src|href)="\/staff\/(assets\/[\w.-]+\.(?:js|css))"/g)]
  return named.length > 0 && named.every(([, name]) => fs.existsSync(path.join(dist, `${name}.br`)))
}

function read(dist: string, name: string): BuiltFile | undefined {
  const type = TYPES[path.extname(name)]
  const plain = type === undefined ? undefined : bytes(path.join(dist, name))
  if (type === undefined || plain === undefined) return undefined
  const brotli = bytes(path.join(dist, `${name}.br`))
  return { type, plain, ...(brotli === undefined ? {} : { brotli }) }
}

function bytes(file: string): Buffer | undefined {
  try {
    return fs.readFileSync(file)
  } catch {
    // Taken away by a build that has just begun.
    return undefined
  }
}
