import { Type as T } from 'typebox'
import { AS_FILE, contract } from '#platform/http/contract.ts'
import {
  CERTIFICATE_STATES,
  CertificateDetail,
  CertificateRow,
  KnownOf,
  NewCertificate,
} from './certificate.ts'

const ISSUERS = { roles: ['village-agent', 'window-clerk'] } as const
const READERS = { roles: ['village-agent', 'window-clerk', 'director', 'supervisor'] } as const
const text = (maxLength: number, minLength = 1) => T.String({ minLength, maxLength })
const Day = T.Optional(T.String({ format: 'date' }))
const Id = T.String({ format: 'uuid' })

const FILTER = {
  place: T.Optional(text(60)),
  /** `open`: what still waits for an answer. */
  standing: T.Optional(T.Enum(['open', 'issued', 'void', 'declined', 'withdrawn'])),
  /** A number, a kind, a name, or an id number in full. */
  words: T.Optional(text(60)),
  from: Day,
  to: Day,
}

const Acted = T.Object({ id: T.String(), state: T.Enum([...CERTIFICATE_STATES]), version: T.Integer() })

export const certificateRoutes = contract({
  certificateTypes: {
    method: 'GET',
    path: '/certificates/types',
    who: READERS,
    summary:
      'What stations may certify, by the county’s list in force, and what the State says no village certifies',
    reply: T.Object({
      items: T.Array(
        T.Object({
          ...{ type: T.String(), name: T.String(), basis: T.String(), states: T.String() },
          online: T.Boolean(),
        }),
      ),
      never: T.Array(T.Object({ name: T.String(), instead: T.String() })),
      /** Whether this post sits where certificates are given. */
      issuesHere: T.Boolean(),
    }),
  },
  certificates: {
    method: 'GET',
    path: '/certificates',
    who: READERS,
    summary: 'The register of certificates (开具证明登记), newest first',
    query: T.Object({
      ...FILTER,
      limit: T.Optional(T.Integer({ minimum: 1, maximum: 100 })),
      cursor: T.Optional(text(60)),
    }),
    reply: T.Object({ items: T.Array(CertificateRow), nextCursor: T.Optional(T.String()) }),
  },
  knownOf: {
    method: 'POST',
    path: '/certificates/known',
    who: ISSUERS,
    summary: 'What the registers know already of a person who asks for a certificate',
    body: T.Object({ idNumber: T.String({ pattern: '^\\d{17}[\\dX]$' }) }, { additionalProperties: false }),
    reply: KnownOf,
    idempotent: false,
  },
  askCertificate: {
    method: 'POST',
    path: '/certificates',
    who: ISSUERS,
    summary: 'Take down who asks for a certificate of a listed type, and what for',
    body: NewCertificate,
    reply: Acted,
  },
  certificate: {
    method: 'GET',
    path: '/certificates/:id',
    who: READERS,
    summary: 'One certificate with its story and what may be done now',
    params: T.Object({ id: Id }),
    reply: CertificateDetail,
  },
  certificateAct: {
    method: 'POST',
    path: '/certificates/:id/acts/:act',
    who: READERS,
    summary: 'Check, issue, decline, withdraw, report lost or void a certificate',
    params: T.Object({ id: Id, act: text(40) }),
    body: T.Object(
      { version: T.Optional(T.Integer({ minimum: 0 })), input: T.Record(T.String(), T.Unknown()) },
      { additionalProperties: false },
    ),
    reply: Acted,
  },
})

export const certificateFiles = contract({
  certificatePaper: {
    method: 'GET',
    path: '/certificates/:id/paper',
    who: READERS,
    summary: 'The certificate as PDF, to be printed and sealed',
    params: T.Object({ id: Id }),
    reply: T.String(),
    bytes: 'out',
  },
  certificateFile: {
    method: 'GET',
    path: '/certificates/export',
    who: { roles: ['director', 'supervisor', 'village-agent', 'window-clerk'] },
    summary: 'The register of certificates as a file',
    query: T.Object({ ...FILTER, ...AS_FILE }),
    reply: T.String(),
    bytes: 'out',
  },
})
