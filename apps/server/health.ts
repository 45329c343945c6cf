import type { FastifyInstance } from 'fastify'
import { backlog, type Backlog } from '#platform/jobs/backlog.ts'
import type { Assembly } from './assemble.ts'

/** For supervisors of machines: alive, ready to serve, and figures in the text format of Prometheus. */
export function healthRoutes(app: FastifyInstance, house: Assembly): void {
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    try {
      await house.db.query('SELECT 1')
      return { status: 'ready' }
    } catch {
      return reply.code(503).send({ status: 'database unreachable' })
    }
  })
  app.get('/metrics', async (_request, reply) => {
    const lines = await backlog(house.db, house.clock.now())
    const memory = process.memoryUsage().rss
    const text = [
      ...gauges(lines),
      `# TYPE process_resident_memory_bytes gauge`,
      `process_resident_memory_bytes ${memory}`,
    ]
    return reply.type('text/plain; version=0.0.4').send(`${text.join('\n')}\n`)
  })
}

function gauges(lines: readonly Backlog[]): string[] {
  return (['waiting', 'due', 'failing', 'parked'] as const).flatMap((name) => [
    `# TYPE yichuang_tasks_${name} gauge`,
    ...lines.map((line) => `yichuang_tasks_${name}{queue="${line.queue}",name="${line.name}"} ${line[name]}`),
  ])
}
