import type { Static } from 'typebox'
import { refusal } from '#engine/refusal.ts'
import { field, record } from '#capabilities/books/model.ts'
import { ONLINE_WORDS, type ListLine } from '../line.ts'
import { listBook } from '../list-book.ts'
import { CERTIFICATE_TYPES, NEVER_BASIS, neverIssued, type CertificateType } from './certificate-types.ts'
import { EDITORS, type ListMeans } from './means.ts'

export const CERTIFICATE_LIST = 'certificate-list'

const lineOf = ({ key, name, law, article, states, online }: CertificateType): ListLine => ({
  ...{ key, name, mode: 'handle', origin: `${law}${article}`, note: states },
  online: online ? 'yes' : 'no',
})

const put = record({
  name: field.text('证明名称', { least: 3, most: 60 }),
  law: field.text('设定依据（法律、法规名称和条款）', { least: 6, most: 80 }),
  states: field.text('证明内容', { least: 4, most: 200 }),
  online: field.optional(field.choice('网上申请', ONLINE_WORDS)),
})

type Put = Static<typeof put>

/** 村（社区）出具证明事项清单: what stations may certify, each by a law that asks for it, and nothing the State has struck off. */
export const certificateList = ({ db }: ListMeans) =>
  listBook(db, {
    ...EDITORS,
    kind: CERTIFICATE_LIST,
    words: {
      title: '村（社区）出具证明事项清单',
      entry: '这个版本',
      text: '便民服务站可以开具的证明，每一项都要有法律、法规依据；国家明确不应由村（居）委会出具的二十项不得列入。清单外的证明一律不开。',
      basis: ['LC-3.4-08', '民发〔2020〕20号'],
    },
    derive: async () => CERTIFICATE_TYPES.map(lineOf),
    put: {
      input: put,
      lines: (input) => {
        const { name, law, states, online = 'no' } = input as Put
        return [{ key: name, name, mode: 'handle', origin: law, note: states, online }]
      },
    },
    lineFault: ({ name }) => {
      const struck = neverIssued(name)
      return struck === undefined
        ? undefined
        : refusal('certificate-struck-off', { facts: { name, instead: struck.instead }, basis: NEVER_BASIS })
    },
  })
