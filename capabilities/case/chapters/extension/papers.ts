import { limitSentence } from '#capabilities/catalogue/model.ts'
import type { ExtensionData } from '../../documents/paper-data.ts'
import type { PaperSource } from '../../papers/paper-source.ts'
import type { ChapterPapers } from '../chapter-paper.ts'
import { EXTENSION_REASONS, type Extension } from './dossier.ts'
import { HEAD_NAMES } from './rules.ts'

export const extensionPapers: ChapterPapers = {
  papers: {
    extension: {
      fact: 'extended',
      seal: 'decision',
      exists: ({ extension }) => extension?.granted !== undefined,
      compose: notice,
    },
  },
  numbered: { extend: '延期' },
}

type Extended = NonNullable<Extension['granted']> & { basis: string }

/** 应当将延长期限的理由告知申请人 (第四十二条). */
function notice({ fact, dossier, item, publicUrl, queryCode, open }: PaperSource<Extended>) {
  const { amount, code, text, before, after, joint, basis } = fact.body
  const own = basis.startsWith('行政许可法第四十二条') ? [] : [{ law: basis }]
  return {
    kind: 'extension',
    filedOn: dossier.firstReceivedOn,
    acceptedOn: dossier.acceptance!.on,
    reasons: [
      EXTENSION_REASONS[code],
      open<string>(text)
        .trim()
        .replace(/[。．.；;]+$/u, ''),
    ],
    approvedBy: HEAD_NAMES[joint ? 'government-head' : 'head'],
    joint,
    extendedBy: limitSentence({ amount, unit: item.statutoryLimit!.unit }),
    dueBefore: before,
    dueNow: after,
    ...(own.length > 0 ? { basis: own } : {}),
    query: { where: `${publicUrl}/query`, code: queryCode },
  } satisfies Partial<ExtensionData>
}
