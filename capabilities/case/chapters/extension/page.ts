import { chineseDay } from '#engine/clock/explain.ts'
import type { DetailPart } from '../../contract/detail-part.ts'
import type { ChapterPage } from '../page.ts'
import { EXTENSION_REASONS } from './dossier.ts'
import { HEAD_NAMES } from './rules.ts'

export const extensionPage: ChapterPage = {
  parts({ dossier, open, own, post }): DetailPart[] {
    const { proposed, refused, granted } = dossier.extension ?? {}
    if (granted !== undefined) {
      const by = HEAD_NAMES[granted.joint ? 'government-head' : 'head']
      return [
        {
          key: 'extension',
          title: '延长期限',
          tag: { text: '已延长', tone: 'warn' },
          lines: [`法定期限由${chineseDay(granted.before)}延长到${chineseDay(granted.after)}。`],
          facts: [
            {
              label: '理由',
              text: `${EXTENSION_REASONS[granted.code]}。${String(open(granted.text) ?? '')}`,
            },
            { label: '批准', text: `${by}，${chineseDay(granted.by.day)}` },
          ],
        },
      ]
    }
    // What officers ask of their head, and are refused, concerns the applicant only once it is granted.
    if (own || (proposed === undefined && refused === undefined)) return []
    const said = proposed
      ? { text: '待负责人批准', tone: 'warn' as const }
      : { text: '没有批准', tone: 'bad' as const }
    return [
      {
        key: 'extension',
        title: '延长期限',
        tag: said,
        lines: [],
        facts: proposed
          ? [
              {
                label: '理由',
                text: `${EXTENSION_REASONS[proposed.code]}。${String(open(proposed.text) ?? '')}`,
              },
              { label: '提请', text: `${post(proposed.by.post)}，${chineseDay(proposed.by.day)}` },
            ]
          : [{ label: '不批准的理由', text: String(open(refused!.reason) ?? '') }],
      },
    ]
  },
}
