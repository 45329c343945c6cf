import type { IncomingHttpHeaders } from 'node:http'

/** The area a reader last chose; a preference, never a right. */
export const AREA_COOKIE = 'area'

export interface ServedArea {
  /** Six digits: the owning area. */
  code: string
  name: string
}

/** The part of a request that says which area it is about; the router asks before Fastify has read cookies. */
export interface Addressed {
  url?: string | undefined
  headers: IncomingHttpHeaders
}

/** The areas one installation serves, the first of which a visitor sees who has chosen none. */
export interface Areas {
  all: readonly ServedArea[]
  /** What the address asks for, else what the reader chose, else whose host was asked, else the first. */
  of(request: Addressed): string
  /** What the address alone asks for, where it is an area of ours. */
  asked(request: Addressed): string | undefined
  get(code: string): ServedArea
}

/** An area that is not served is as if nobody had named it: there is nothing to find out by trying. */
export function servedAreas(all: readonly ServedArea[], hosts: Readonly<Record<string, string>> = {}): Areas {
  const [first] = all
  if (first === undefined) throw new Error('an installation serves at least one area')
  const byCode = new Map(all.map((area) => [area.code, area]))
  const served = (code: string | undefined) => (code !== undefined && byCode.has(code) ? code : undefined)
  const asked = ({ url = '' }: Addressed) => served(/[?&]area=(\d{6})(?:&|#|$)/.exec(url)?.[1])
  return {
    all,
    asked,
    of: (request) =>
      asked(request) ??
      served(/(?:^|;\s*)area=(\d{6})(?:;|$)/.exec(request.headers.cookie ?? '')?.[1]) ??
      served(hosts[hostOf(request)]) ??
      first.code,
    get(code) {
      const area = byCode.get(code)
      if (area === undefined) throw new Error(`area ${code} is not served here`)
      return area
    },
  }
}

function hostOf({ headers }: Addressed): string {
  return (headers.host ?? '').replace(/:\d+$/, '').toLowerCase()
}
