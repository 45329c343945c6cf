import { domainTitles } from '#capabilities/catalogue/model.ts'
import { DOMAINS, type ItemVersion, type Undertaking } from '#capabilities/catalogue/contract.ts'
import type { Sheet } from '../model/sheet.ts'
import { STEP_ROLES } from '../words.ts'
import type { HandbookKind } from './kinds.ts'

/** One item as a handbook has it: the guide's own lines, and what the window looks at (审查要点). */
export interface HandbookItem {
  name: string
  version: number
  /** By title, in the order of the guide. */
  lines: readonly { title: string; text: readonly string[] }[]
  materials: readonly { name: string; note: string; standard: string }[]
  steps: readonly { name: string; role: string; limit: string; standard: string }[]
}

export interface HandbookContent {
  chapters: readonly { title: string; items: readonly HandbookItem[] }[]
  /** “一件事” with its guide and its operating procedure (工作规程). */
  undertakings: readonly {
    title: string
    who: string
    result: string
    steps: readonly {
      title: string
      items: readonly string[]
      by: string
      does: readonly string[]
      passesOn: string
    }[]
  }[]
}

export interface HandbookSource {
  items: readonly { item: ItemVersion; sheet: Sheet }[]
  undertakings: readonly Undertaking[]
}

/** What towns take in: every item their centres offer. */
export const onTownList = ({ entryModes }: Pick<ItemVersion, 'entryModes'>): boolean =>
  entryModes.centre !== undefined

export function handbookContent(
  { items, undertakings }: HandbookSource,
  kind: HandbookKind,
): HandbookContent {
  const mine = kind === 'service' ? items : items.filter(({ item }) => onTownList(item))
  const names = new Map(mine.map(({ item }) => [item.id, item.name]))
  const chapters = DOMAINS.flatMap((domain) => {
    const own = mine.filter(({ item }) => item.domain === domain)
    if (own.length === 0) return []
    return [{ title: domainTitles[domain], items: own.map((each) => itemOf(each, kind)) }]
  })
  return {
    chapters,
    undertakings: kind === 'town-list' ? [] : undertakings.flatMap((each) => undertakingOf(each, names)),
  }
}

function itemOf({ item, sheet }: HandbookSource['items'][number], kind: HandbookKind): HandbookItem {
  if (kind === 'town-list') {
    const lines = [
      titled('事项类型', sheet.type),
      titled('决定机构', sheet.body),
      titled('办理时限', sheet.limit),
    ]
    return { name: item.name, version: item.version, lines, materials: [], steps: [] }
  }
  return {
    ...{ name: item.name, version: item.version },
    lines: [
      titled('事项类型', sheet.type),
      titled('决定机构', sheet.body),
      titled('办事依据', sheet.basis),
      titled('适用范围', sheet.applicants),
      titled('受理条件', sheet.conditions),
      ...(item.notAccepted.length === 0 ? [] : [titled('不予受理', item.notAccepted)]),
      titled('办理时限', sheet.limit),
      titled('收费情况', sheet.fee),
      titled('办理结果', sheet.result),
      titled('咨询电话', sheet.enquiry),
      titled('监督投诉', sheet.complaint),
    ],
    materials: item.materials.map(({ name, acceptStandard }, at) => ({
      name,
      note: sheet.materials[at]!.slice(name.length).replaceAll(/^（|）$/gu, ''),
      standard: acceptStandard,
    })),
    steps: item.process.steps.map(({ name, role, limitWorkingDays, standard }) => ({
      ...{ name, role: STEP_ROLES[role], standard },
      limit: limitWorkingDays === 0 ? '当场' : `${limitWorkingDays}个工作日`,
    })),
  }
}

const titled = (title: string, text: readonly string[]) => ({ title, text })

function undertakingOf(
  { title, guide, steps }: Undertaking,
  names: ReadonlyMap<string, string>,
): HandbookContent['undertakings'] {
  const known = steps.map((step) => ({
    step,
    items: Object.keys(step.ways).flatMap((id) => names.get(id) ?? []),
  }))
  if (guide === undefined || known.some(({ items }) => items.length === 0)) return []
  return [
    {
      ...{ title, who: guide.who, result: guide.result },
      steps: known.map(({ step, items }) => ({
        ...{ title: step.title, items },
        ...{ by: step.procedure?.by ?? '', does: step.procedure?.does ?? [] },
        passesOn: step.procedure?.passesOn ?? '',
      })),
    },
  ]
}
