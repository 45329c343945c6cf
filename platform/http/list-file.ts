import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { legalDay, type Instant } from '../clock.ts'
import { isRefused, refuse as refused, type Refusal } from '../refusal.ts'
import { API, refuse, type Gate } from './bind.ts'
import { mayCall, type CallBase } from './call.ts'
import type { RouteContract, Shape } from './contract.ts'

type FileCall<R extends RouteContract> = CallBase & { query: Shape<R['query']>; params: Shape<R['params']> }

/** A list that can leave as either kind of file. */
export interface ListFile {
  /** How this list is called by whoever keeps the file; the day is added. */
  name?: string
  lines: number
  /** There are more lines than leave at once. */
  more: boolean
  csv(): string
  xlsx(taking: { by: string; at: Instant }): Promise<Uint8Array>
}

interface ListName {
  /** How the file's name begins. */
  file: string
  /** What the record of it names: `powers` is on record as `powers-exported`. */
  list: string
}

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** A list as a file for a spreadsheet, behind the same gate as every other route; that it leaves the house is on record before it does. */
export function serveList<R extends RouteContract>(
  app: FastifyInstance,
  gate: Gate,
  route: R,
  name: ListName,
  make: (call: FileCall<R>) => Promise<ListFile | Refusal>,
): void {
  const schema = {
    ...(route.params ? { params: route.params } : {}),
    ...(route.query ? { querystring: route.query } : {}),
  }
  app.get(API + route.path, { schema }, async (request: FastifyRequest, reply) => {
    const call = await gate.call(request)
    if (isRefused(call)) return refuse(reply, call, gate.sentences)
    const base = call as CallBase
    if (!mayCall(route.who, base.caller)) {
      return refuse(reply, refused(base.caller === undefined ? 'signed-out' : 'forbidden'), gate.sentences)
    }
    // Checked against the route's own schemas before it gets here.
    const { query, params } = request as never as Pick<FileCall<R>, 'query' | 'params'>
    const made = await make({ ...base, query, params })
    if (isRefused(made)) return refuse(reply, made, gate.sentences)
    return send(reply, gate, base, { ...name, asked: { ...(params as object), ...(query as object) }, made })
  })
}

async function send(
  reply: FastifyReply,
  gate: Gate,
  call: CallBase,
  { file, list, asked, made }: ListName & { asked: { format?: 'csv' | 'xlsx' }; made: ListFile },
): Promise<FastifyReply> {
  const { format = 'csv', ...filter } = asked
  const by = await gate.taken(call, { list, filter, format, lines: made.lines })
  const body = format === 'csv' ? made.csv() : Buffer.from(await made.xlsx({ by, at: call.now }))
  return reply
    .headers({
      'content-type': MEDIA_TYPES[format],
      'content-disposition': disposition(file, made.name, `${legalDay(call.now)}.${format}`),
      'x-list-lines': String(made.lines),
      ...(made.more ? { 'x-list-more': '1' } : {}),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .send(body)
}

/** A header is plain letters; the Chinese name goes beside them (RFC 6266), and a browser takes that one. */
function disposition(file: string, name: string | undefined, ending: string): string {
  const plain = `attachment; filename="${file}-${ending}"`
  return name === undefined ? plain : `${plain}; filename*=UTF-8''${encodeURIComponent(`${name}-${ending}`)}`
}
