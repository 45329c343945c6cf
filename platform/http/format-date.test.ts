import { beforeAll, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { createHttpServer } from './server.ts'

// A day that PostgreSQL has not, or after which nothing can be counted, ends at the door and never as our own fault.

let app: FastifyInstance
beforeAll(async () => {
  app = await createHttpServer({
    ...{ trustProxy: false, fileLimit: 1000, sentences: {} },
    log: { fault: () => {} },
  })
  const properties = { on: { type: 'string', format: 'date' } }
  const day = { type: 'object', properties, required: ['on'] }
  app.get('/in-address', { schema: { querystring: day } }, async () => ({}))
  app.post('/in-body', { schema: { body: day } }, async () => ({}))
})

test.each([
  ['2026-03-16', 200],
  ['1949-10-01', 200],
  ['4000-40-00', 400],
  ['2026-02-30', 400],
  ['0000-01-01', 400],
  ['9999-12-31', 400],
])('%s is answered with %d', async (on, status) => {
  expect((await app.inject({ url: `/in-address?on=${on}` })).statusCode).toBe(status)
  expect((await app.inject({ method: 'POST', url: '/in-body', payload: { on } })).statusCode).toBe(status)
})
