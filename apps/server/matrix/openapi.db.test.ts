import { beforeAll, expect, test } from 'vitest'
import { startStage, type Stage } from './stage.ts'

interface Operation {
  operationId: string
  summary: string
  parameters: { name: string; in: string; required: boolean; schema: object }[]
  security?: Record<string, string[]>[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>
}

interface Description {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: object; securitySchemes: Record<string, object> }
}

let stage: Stage
let description: Description
let operations: [route: string, operation: Operation][]

beforeAll(async () => {
  stage = await startStage()
  description = (await stage.app.inject({ method: 'GET', url: '/api/openapi.json' })).json()
  operations = Object.entries(description.paths).flatMap(([url, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${url}`,
      operation,
    ]),
  )
}, 120_000)

test('the description is OpenAPI 3.1 and describes every route of the interface', () => {
  expect([description.openapi, description.info.title !== '', description.info.version !== '']).toEqual([
    '3.1.0',
    true,
    true,
  ])
  const served = stage.routes
    .filter(({ url }) => url.startsWith('/api/v1') && !url.startsWith('/api/v1/demo/'))
    .map(({ method, url }) => `${method} ${url.replace(/:(\w+)/g, '{$1}')}`)
  expect(operations.map(([route]) => route).toSorted()).toEqual(served.toSorted())
})

test('every operation has a name of its own, its path parameters, an answer and a refusal', () => {
  expect(new Set(operations.map(([, { operationId }]) => operationId)).size).toBe(operations.length)
  for (const [route, operation] of operations) {
    const inPath = [...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
    const declared = operation.parameters.filter((parameter) => parameter.in === 'path')
    expect([route, declared.map(({ name }) => name).toSorted()]).toEqual([route, inPath.toSorted()])
    expect([route, declared.every(({ required }) => required)]).toEqual([route, true])
    expect([route, operation.summary !== '', Object.keys(operation.responses)]).toEqual([
      route,
      true,
      expect.arrayContaining(['200', 'default']),
    ])
    const answer = operation.responses['200']!.content!
    expect([route, Object.values(answer).every(({ schema }) => typeof schema === 'object')]).toEqual([
      route,
      true,
    ])
  }
})

test('who needs to sign in is said with the cookies there are', () => {
  const schemes = Object.keys(description.components.securitySchemes)
  for (const [route, { security = [] }] of operations) {
    for (const one of security)
      expect([route, schemes]).toEqual([route, expect.arrayContaining(Object.keys(one))])
  }
  const open = operations.filter(([, { security }]) => security === undefined).map(([route]) => route)
  expect(open.toSorted()).toEqual([
    'GET /api/v1/guide-copies/{channel}/{item}',
    'GET /api/v1/items',
    'GET /api/v1/items/{id}',
    'GET /api/v1/items/{id}/differences',
    'GET /api/v1/places',
    'GET /api/v1/regions',
    'GET /api/v1/screen/{place}',
    'GET /api/v1/screen/{place}/events',
    'POST /api/v1/session',
  ])
})

test('it is plain JSON and every reference in it leads somewhere', () => {
  const text = JSON.stringify(description)
  expect(JSON.parse(text)).toEqual(description)
  for (const [, ref] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = ref!
      .split('/')
      .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], description)
    expect([ref, found !== undefined]).toEqual([ref, true])
  }
})
