import type { FastifyInstance } from 'fastify'
import type { Schema } from './values.ts'

export interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  schema: Schema
}

/** One operation of the interface, as the house itself describes it. */
export interface Operation {
  id: string
  method: string
  /** `public`, `signed-in`, `citizen`, `staff`, or the roles that may send it. */
  who: readonly string[]
  /** `/api/v1/cases/{no}` */
  path: string
  parameters: readonly Parameter[]
  body?: Schema
  /** The body is a file in a form. */
  isUpload: boolean
  /** Absent where bytes go out. */
  reply?: Schema
}

interface Described {
  'x-who': string
  operationId: string
  parameters: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: { '200': { content: Record<string, { schema: Schema }> } }
}

export interface Description {
  operations: readonly Operation[]
  problem: Schema
}

/** A stream that an injected request would wait for; `screen-stream.db.test.ts` listens to it. */
const ENDLESS = 'screenEvents.'

export async function readDescription(app: FastifyInstance): Promise<Description> {
  const reply = await app.inject({ method: 'GET', url: '/api/openapi.json' })
  const document = reply.json<{
    paths: Record<string, Record<string, Described>>
    components: { schemas: { Problem: Schema } }
  }>()
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => operationOf(method.toUpperCase(), path, described)),
  )
  return {
    operations: operations.filter(({ id }) => !id.startsWith(ENDLESS)),
    problem: document.components.schemas.Problem,
  }
}

function operationOf(method: string, path: string, described: Described): Operation {
  const [[kind, body] = []] = Object.entries(described.requestBody?.content ?? {})
  const reply = described.responses['200'].content['application/json']
  return {
    ...{ id: described.operationId, method, path, parameters: described.parameters },
    who: described['x-who'].split(', '),
    ...(body ? { body: body.schema } : {}),
    isUpload: kind === 'multipart/form-data',
    ...(reply ? { reply: reply.schema } : {}),
  }
}
