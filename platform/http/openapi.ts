import type { TSchema } from 'typebox'
import { API } from './bind.ts'
import type { Contract, RouteContract, Who } from './contract.ts'

/** OpenAPI 3.1 from the contracts; no generated file is kept. */
export function openApi(
  title: string,
  version: string,
  contracts: Readonly<Record<string, Contract>>,
): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const [tag, routes] of Object.entries(contracts)) {
    for (const [name, route] of Object.entries(routes)) {
      const path = (API + route.path).replace(/:(\w+)/g, '{$1}')
      paths[path] ??= {}
      paths[path][route.method.toLowerCase()] = operation(tag, name, route)
    }
  }
  return {
    openapi: '3.1.0',
    info: { title, version },
    paths,
    components: {
      schemas: { Problem: PROBLEM },
      securitySchemes: {
        staff: { type: 'apiKey', in: 'cookie', name: 'staff_session' },
        citizen: { type: 'apiKey', in: 'cookie', name: 'citizen_session' },
        // Every write by somebody signed in carries it beside the cookie.
        formToken: { type: 'apiKey', in: 'header', name: 'x-csrf-token' },
      },
    },
  }
}

function operation(tag: string, name: string, route: RouteContract): object {
  const writes = route.method !== 'GET' && route.idempotent !== false
  return {
    operationId: `${tag}.${name}`,
    tags: [tag],
    summary: route.summary,
    'x-who': whoText(route.who),
    ...(route.who === 'public' ? {} : { security: securityOf(route) }),
    parameters: [
      ...parameters('path', route.params),
      ...parameters('query', route.query),
      ...(writes
        ? [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: false,
              schema: { type: 'string', maxLength: 100 },
            },
          ]
        : []),
    ],
    ...(route.body
      ? {
          requestBody: {
            required: true,
            content: {
              [route.bytes === 'in' ? 'multipart/form-data' : 'application/json']: { schema: route.body },
            },
          },
        }
      : {}),
    responses: {
      '200': {
        description: 'done',
        content: {
          [route.bytes === 'out' ? 'application/octet-stream' : 'application/json']: { schema: route.reply },
        },
      },
      default: {
        description: 'refused',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function parameters(where: 'path' | 'query', schema: TSchema | undefined): object[] {
  if (schema === undefined || !('properties' in schema)) return []
  const required: readonly string[] = 'required' in schema ? (schema.required as string[]) : []
  return Object.entries(schema.properties as Record<string, object>).map(([name, shape]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: shape,
  }))
}

/** Any one of these lets a caller in; within one, all of it is needed. */
function securityOf({ who, method }: RouteContract): Record<string, string[]>[] {
  const forStaff =
    who !== 'citizen' && !(typeof who === 'object' && who.roles.every((role) => role === 'applicant'))
  const forCitizens =
    who === 'citizen' || who === 'signed-in' || (typeof who === 'object' && who.roles.includes('applicant'))
  const token: Record<string, string[]> = method === 'GET' ? {} : { formToken: [] }
  return [...(forStaff ? [{ staff: [], ...token }] : []), ...(forCitizens ? [{ citizen: [], ...token }] : [])]
}

function whoText(who: Who): string {
  return typeof who === 'string' ? who : who.roles.join(', ')
}

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    basis: { type: 'string' },
    facts: { type: 'object' },
  },
}
