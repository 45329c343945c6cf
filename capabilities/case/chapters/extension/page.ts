import { due } from '#engine/clock/clock.ts'
import { chineseDay } from '#engine/clock/explain.ts'
import { limitSentence } from '#capabilities/catalogue/model.ts'
import type { DetailPart } from '../../contract/detail-part.ts'
import type { About, ChapterPage } from '../chapter-page.ts'
import { EXTENSION_REASONS, type Extension } from './dossier.ts'
import { HEAD_NAMES, lawfulExtension, statutory } from './rules.ts'

export const extensionPage: ChapterPage = {
  parts(about): DetailPart[] {
    const { dossier, open, own } = about
    const { proposed, refused, granted } = dossier.extension ?? {}
    if (granted !== undefined) {
      const by = HEAD_NAMES[granted.joint ? 'government-head' : 'head']
      return [
        {
          key: 'extension',
          title: '延长期限',
          tag: { text: '已延长', tone: 'plain' },
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
      ? { text: `待${HEAD_NAMES[proposed.head]}批准`, tone: 'warn' as const }
      : { text: '没有批准', tone: 'bad' as const }
    return [
      {
        key: 'extension',
        title: '延长期限',
        tag: said,
        lines: [],
        facts: proposed
          ? askedOfTheHead(about, proposed)
          : [{ label: '不批准的理由', text: String(open(refused!.reason) ?? '') }],
      },
    ]
  },
}

/** What the head has to know before saying yes: how long, until when, why and by which article. */
function askedOfTheHead(
  { dossier, item, calendar, open, post }: About,
  { amount, code, text, by }: NonNullable<Extension['proposed']>,
): NonNullable<DetailPart['facts']> {
  const lawful = lawfulExtension(item)
  const law = statutory(dossier)
  const facts = [
    { label: '理由', text: `${EXTENSION_REASONS[code]}。${String(open(text) ?? '')}` },
    { label: '提请', text: `${post(by.post)}，${chineseDay(by.day)}` },
  ]
  if (lawful === undefined || law === undefined) return facts
  const before = due(law, calendar).day
  const after = due({ ...law, amount: law.amount + amount }, calendar).day
  const until =
    before && after ? [{ label: '法定期限', text: `由${chineseDay(before)}延长到${chineseDay(after)}` }] : []
  const long = `${limitSentence({ amount, unit: law.unit })}（${lawful.basis}）`
  return [{ label: '延长多少', text: long }, ...until, ...facts]
}
