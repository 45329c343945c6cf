import { Type as T } from 'typebox'
import { contract } from '#platform/http/contract.ts'
import { FileView } from '../contract.ts'
import { PRINT_CASES_MAX, PRINT_GROUPS } from './print.ts'

const No = T.String({ minLength: 10, maxLength: 40 })
const Id = T.String({ maxLength: 60 })
/** A PDF or a picture may be shown in the browser; everything else is saved. */
const Shown = T.Object({ inline: T.Optional(T.Enum(['1'])) })
const Bytes = T.String({ format: 'binary' })

export const PrintedPapers = T.Object({
  url: T.String(),
  papers: T.Integer(),
  /** Without the cover. */
  pages: T.Integer(),
  /** Cases of which nothing, or not everything, could be printed; the cover says why. */
  left: T.Integer(),
})

/** Uploads and downloads: streams instead of JSON, behind the same gate. */
export const fileContract = contract({
  upload: {
    method: 'POST',
    path: '/files',
    who: { roles: ['applicant', 'window-clerk', 'village-agent'] },
    summary: 'Send one file; it belongs to the sender until it is handed in with a filing or a supplement',
    body: T.Object({ file: Bytes }),
    reply: FileView,
    bytes: 'in',
    idempotent: false,
  },
  ownUpload: {
    method: 'GET',
    path: '/files/:id',
    who: 'signed-in',
    summary: 'A file I sent and nobody else may see yet',
    params: T.Object({ id: Id }),
    query: Shown,
    reply: Bytes,
    bytes: 'out',
  },
  paper: {
    method: 'GET',
    path: '/cases/:no/papers/:id',
    who: 'signed-in',
    summary: 'A paper of a case as it was sealed',
    params: T.Object({ no: No, id: Id }),
    query: Shown,
    reply: Bytes,
    bytes: 'out',
  },
  printPapers: {
    method: 'POST',
    path: '/case-papers/print',
    who: 'staff',
    summary:
      'Make one PDF for the printer of papers of several cases, under a cover that lists them; on record',
    body: T.Object(
      {
        numbers: T.Array(No, { minItems: 1, maxItems: PRINT_CASES_MAX }),
        papers: T.Array(T.Enum([...PRINT_GROUPS]), { minItems: 1, uniqueItems: true }),
        duplex: T.Boolean(),
      },
      { additionalProperties: false },
    ),
    reply: PrintedPapers,
    idempotent: false,
  },
  printedPapers: {
    method: 'GET',
    path: '/case-papers/print/:file/:proof',
    who: 'staff',
    summary: 'The PDF I had made for the printer; gone a day later',
    params: T.Object({ file: Id, proof: Id }),
    query: Shown,
    reply: Bytes,
    bytes: 'out',
  },
  caseFile: {
    method: 'GET',
    path: '/cases/:no/files/:id',
    who: 'signed-in',
    summary: 'A file handed in with a case',
    params: T.Object({ no: No, id: Id }),
    query: Shown,
    reply: Bytes,
    bytes: 'out',
  },
})
