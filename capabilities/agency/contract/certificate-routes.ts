import { Type as T, type Static } from 'typebox'
import { AS_FILE, contract } from '#platform/http/contract.ts'

const ISSUERS = { roles: ['village-agent', 'window-clerk'] } as const
const READERS = { roles: ['village-agent', 'window-clerk', 'director', 'supervisor'] } as const
const text = (maxLength: number, minLength = 1) => T.String({ minLength, maxLength })
const Day = T.Optional(T.String({ format: 'date' }))

export const NewCertificate = T.Object(
  {
    /** A line of the county's list in force. */
    type: text(80),
    holder: T.Object(
      {
        name: text(40),
        idNumber: T.String({ pattern: '^\\d{17}[\\dX]$' }),
        phone: T.String({ pattern: '^\\d{7,12}$' }),
      },
      { additionalProperties: false },
    ),
    /** What is certified. */
    content: text(500, 6),
    /** What for, and to whom it is handed. */
    purpose: text(100, 2),
  },
  { additionalProperties: false },
)
export type NewCertificate = Static<typeof NewCertificate>

export const CertificateRow = T.Object({
  id: T.String(),
  no: T.String(),
  typeName: T.String(),
  basis: T.String(),
  holder: T.String(),
  purpose: T.String(),
  placeName: T.String(),
  issuedOn: T.String(),
  by: T.String(),
})
export type CertificateRow = Static<typeof CertificateRow>

const FILTER = { place: T.Optional(text(60)), from: Day, to: Day }

export const certificateRoutes = contract({
  certificateTypes: {
    method: 'GET',
    path: '/certificates/types',
    who: READERS,
    summary:
      'What stations may certify, by the county’s list in force, and what the State says no village certifies',
    reply: T.Object({
      items: T.Array(T.Object({ type: T.String(), name: T.String(), basis: T.String(), states: T.String() })),
      never: T.Array(T.Object({ name: T.String(), instead: T.String() })),
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
  issueCertificate: {
    method: 'POST',
    path: '/certificates',
    who: ISSUERS,
    summary: 'Issue a certificate of a listed type; it takes the next number of this place',
    body: NewCertificate,
    reply: T.Object({ id: T.String(), no: T.String() }),
  },
})

export const certificateFiles = contract({
  certificatePaper: {
    method: 'GET',
    path: '/certificates/:id/paper',
    who: READERS,
    summary: 'The certificate as PDF, to be printed and sealed',
    params: T.Object({ id: T.String({ format: 'uuid' }) }),
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
