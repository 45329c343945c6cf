import { mkdtemp, rm } from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { start } from '../../apps/server/start.ts'
import { systemClock, type Clock } from '#platform/clock.ts'
import { openLog } from '#platform/log/log.ts'
import { readSettings } from '#platform/settings.ts'
import { collectStatements } from '#platform/testing/statements.ts'

export interface County {
  url: string
  /** What one address has asked of the database since it was last looked at; undefined where the server is somebody else's. */
  statements?: Counted
  stop(): Promise<void>
}

export interface Counted {
  /** Forgets what was counted and counts from here. */
  begin(): void
  /** By address, with its method. */
  seen(): readonly { address: string; count: number }[]
}

/** A small county in this process, so that what each screen asks of the database can be counted. */
export async function smallCounty({
  cases,
  clock = systemClock,
  folder,
  say,
}: {
  cases: number
  clock?: Clock
  /** Data to go on with; without one the county is made and thrown away. */
  folder?: string
  say(words: string): void
}): Promise<County> {
  const made = folder ?? (await mkdtemp(path.join(os.tmpdir(), 'yichuang-face-')))
  const settings = readSettings({
    DATA_DIR: made,
    PORT: String(await freePort()),
    DEMO_CASES: String(cases),
    DEMO_LIFE: 'off',
  })
  const running = await start(settings, openLog({ write: () => {} }), say, clock)
  return {
    url: running.url,
    statements: counted(running.app),
    async stop() {
      await running.stop()
      if (folder === undefined) await rm(made, { recursive: true, force: true })
    },
  }
}

/** Forms are taken from the address people see, so it is chosen before anything is built. */
function freePort(): Promise<number> {
  const server = net.createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}

function counted(app: FastifyInstance): Counted {
  let asked: { address: string; statements: string[] }[] = []
  // A server that listens takes no hook any more, so each request is caught where Node hands it over.
  const [answer] = app.server.listeners('request') as [(...given: unknown[]) => void]
  app.server.removeAllListeners('request')
  app.server.on('request', (request, reply) => {
    const statements: string[] = []
    asked.push({ address: `${request.method} ${request.url}`, statements })
    collectStatements(statements, () => answer.call(app.server, request, reply))
  })
  return {
    begin: () => (asked = []),
    seen: () => asked.map(({ address, statements }) => ({ address, count: statements.length })),
  }
}
