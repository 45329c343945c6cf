import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import type { PageRefusal } from '#capabilities/portal/contract.ts'
import { renderPage } from '#ui/html.ts'
import type { Visit } from '../house.ts'
import { RefusalPage } from '../pages/trouble/page.tsx'

/** Whatever is about somebody stays in no cache; on a public device nothing does. */
export function sendPage(
  reply: FastifyReply,
  visit: Visit,
  page: VNode,
  status = 200,
  { personal = visit.visitor.citizen !== undefined || visit.kiosk } = {},
): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', personal ? 'no-store' : 'private, no-cache')
    .header('vary', 'cookie')
    .send(renderPage(page))
}

/** A script that has sent one file asks for the line it makes in the list, and for no page. */
export function wantsLine({ headers }: FastifyRequest): boolean {
  return headers.accept === 'application/json'
}

/** An expected "no" that has no form to go back to. */
export function sendRefusal(reply: FastifyReply, visit: Visit, refusal: PageRefusal): FastifyReply {
  return sendPage(
    reply,
    visit,
    RefusalPage({ visit, refusal }),
    refusal.code.endsWith('not-found') ? 404 : 409,
  )
}

/** After a post: the browser fetches the next page, so that reloading posts nothing twice. */
export function seeOther(reply: FastifyReply, path: string): FastifyReply {
  return reply.redirect(localPath(path), 303)
}

/** Only paths of this site; anything else becomes the home page. */
export function localPath(path: string): string {
  return /^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(path) ? path : '/'
}

/** `personal` papers stay in no cache: the next person at the same counter computer must not find them. */
export function sendBytes(
  reply: FastifyReply,
  file: { fileName: string; bytes: Uint8Array },
  { personal = false } = {},
): FastifyReply {
  return reply
    .type('application/pdf')
    .header('content-disposition', attachment(file.fileName))
    .header('cache-control', personal ? 'no-store' : 'private, no-cache')
    .send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength))
}

/** RFC 6266 with RFC 5987: Chinese file names survive. */
export function attachment(fileName: string, kind: 'attachment' | 'inline' = 'attachment'): string {
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename*=UTF-8''${encoded}`
}
