import { chineseDay, explain } from '#engine/clock/explain.ts'
import type { DetailPart } from '../../contract/detail-part.ts'
import type { About, ChapterPage } from '../chapter-page.ts'
import { REFUSAL_GROUND_WORDS, TERMINATION_WORDS } from './words.ts'

/** How the matter ended without a decision of this body, and what a falsehood leads to. */
export const endingsPage: ChapterPage = {
  parts: (about) => [...proposed(about), ...terminated(about), ...forwarded(about), ...barred(about)],
}

/** What the window proposes is the office's own until somebody decides. */
function proposed({ dossier: { proposal, state }, own }: About): DetailPart[] {
  if (own || state !== 'refusal-proposed' || proposal?.ground === undefined) return []
  return [
    {
      key: 'proposed-ground',
      title: '窗口的建议',
      lines: [REFUSAL_GROUND_WORDS[proposal.ground]],
      ...(proposal.competentBody ? { facts: [{ label: '可以向谁申请', text: proposal.competentBody }] } : {}),
    },
  ]
}

function terminated({ dossier: { termination }, open, post }: About): DetailPart[] {
  if (termination === undefined) return []
  const said = open(termination.reason) as { reason: string; basis: string; document?: string } | undefined
  return [
    {
      key: 'termination',
      title: '终止办理',
      tag: { text: '已终止', tone: 'plain' },
      lines: [TERMINATION_WORDS[termination.ground], ...(said ? [said.reason] : [])],
      facts: [
        ...(said ? [{ label: '依据', text: said.basis }] : []),
        ...(said?.document ? [{ label: '证明文件', text: said.document }] : []),
        { label: '决定人', text: post(termination.by.post) },
      ],
    },
  ]
}

function forwarded({ dossier, item, open, own, calendar }: About): DetailPart[] {
  const sent = dossier.forwarded
  if (sent === undefined) return []
  // The law's twenty days for the examination here (第四十三条) ended with the sending; those above are not ours to count.
  const examined = dossier.clocks['statutory']
  const names = sent.materials.map((id) => item.materials.find((one) => one.id === id)?.name ?? id)
  return [
    {
      key: 'forwarded',
      title: '转报',
      tag: { text: `已转报${sent.to}`, tone: 'blue' },
      lines: [
        `${chineseDay(sent.by.day)}报送，由${sent.to}决定；不需要再交一次材料。`,
        ...(item.process.forwardsTo?.told === undefined ? [] : [item.process.forwardsTo.told]),
        ...(own ? [] : [String(open(sent.opinion) ?? '')]),
      ],
      facts: [
        ...(examined === undefined ? [] : [{ label: '本级审查期限', text: explain(examined, calendar) }]),
        { label: '报送的材料', text: names.join('、') },
      ],
    },
  ]
}

function barred({ dossier }: About): DetailPart[] {
  const { barred: by, creditRestored } = dossier
  return [
    ...(by === undefined
      ? []
      : [
          {
            key: 'barred',
            title: '再次申请的限制',
            tag: { text: '限制申请', tone: 'bad' as const },
            lines: [
              by.by === '78'
                ? `隐瞒情况或者提供虚假材料的，一年内不得再次申请这项许可，到${chineseDay(by.until)}为止。`
                : `以欺骗等不正当手段取得的，三年内不得再次申请这项许可，到${chineseDay(by.until)}为止。`,
            ],
          },
        ]),
    ...(creditRestored === undefined
      ? []
      : [{ key: 'credit', title: '信用修复', lines: ['信用已修复，不再限制使用告知承诺和容缺受理。'] }]),
  ]
}
