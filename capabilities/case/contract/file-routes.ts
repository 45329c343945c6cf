import { Type as T } from 'typebox'
import { contract } from '#platform/http/contract.ts'
import { FileView } from '../contract.ts'

const No = T.String({ minLength: 10, maxLength: 40 })
const Id = T.String({ maxLength: 60 })
/** A PDF or a picture may be shown in the browser; everything else is saved. */
const Shown = T.Object({ inline: T.Optional(T.Enum(['1'])) })
const Bytes = T.String({ format: 'binary' })

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
