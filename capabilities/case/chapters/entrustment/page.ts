import { chineseDay } from '#engine/clock/explain.ts'
import type { DetailPart } from '../../contract/detail-part.ts'
import type { About, ChapterPage } from '../chapter-page.ts'

const SCOPES = { accept: '受理', 'accept-and-deliver': '受理、送达' } as const
const AFTERWARDS = {
  'go-on': '已经收的件，中心继续办完',
  'hand-over': '已经收的件，转给委托单位发放结果',
} as const

/** By which paper somebody else than the organ that law names works on this case, and until when (委托受理, 委托办理). */
export const entrustmentPage: ChapterPage = {
  parts: async (about) => [...accepted(about), ...(await decided(about))],
}

function accepted({ dossier, world, today }: About): DetailPart[] {
  const { entrusted, decidingBody } = dossier
  if (entrusted === undefined) return []
  const over = today > entrusted.to
  return [
    {
      key: 'entrustment',
      title: '委托受理',
      tag: over ? { text: '协议已到期', tone: 'warn' } : { text: '协议有效', tone: 'good' },
      lines: [],
      facts: [
        { label: '协议', text: `${entrusted.title}（${entrusted.documentNo}）` },
        { label: '委托单位', text: world.bodies.get(decidingBody) ?? decidingBody },
        { label: '委托范围', text: `${SCOPES[entrusted.scope]}；审批决定由委托单位作出` },
        { label: '有效期', text: `${chineseDay(entrusted.from)}至${chineseDay(entrusted.to)}` },
        { label: '到期以后', text: `新的申请由委托单位受理；${AFTERWARDS[entrusted.afterwards]}` },
      ],
    },
  ]
}

/** A decision in another organ's name: the paper that entrusted it (行政许可法第二十四条). */
async function decided({ area, dossier, item, world, means }: About): Promise<DetailPart[]> {
  const { inNameOf, decidingBody } = dossier
  if (inNameOf === undefined) return []
  const grants = await means.catalogue.grantsInMemory(area, false)
  const grant = grants.find(
    (each) =>
      each.item === item.id &&
      each.body === decidingBody &&
      each.by === inNameOf &&
      each.powers.includes('decide'),
  )
  const { document, from, to } = grant ?? {}
  return [
    {
      key: 'entrusted-decision',
      title: '委托办理',
      lines: [],
      facts: [
        { label: '委托机关', text: world.bodies.get(inNameOf) ?? inNameOf },
        {
          label: '受委托机关',
          text: `${world.bodies.get(decidingBody) ?? decidingBody}，以委托机关名义决定`,
        },
        ...(document ? [{ label: '委托文书', text: `${document.title}（${document.number}）` }] : []),
        ...(from === undefined
          ? []
          : [
              {
                label: '有效期',
                text: to === undefined ? `${chineseDay(from)}起` : `${chineseDay(from)}至${chineseDay(to)}`,
              },
            ]),
      ],
    },
  ]
}
