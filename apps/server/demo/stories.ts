import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { DemoPerson } from './people.ts'

/** One act of a demo story: who takes it, how many working days after the one before, and with what input. */
export interface Step {
  act: string
  role: 'window-clerk' | 'reviewer' | 'approver' | 'issuer'
  daysLater: number
  input(item: ItemVersion, person: DemoPerson): Record<string, unknown>
}

const step = (
  act: string,
  role: Step['role'],
  daysLater: number,
  input: Step['input'] = () => ({}),
): Step => ({ act, role, daysLater, input })

const complete = (item: ItemVersion) => ({
  checklist: item.materials.map((material) => ({
    material: material.id,
    verdict: material.necessity === 'required' ? 'ok' : 'not-applicable',
  })),
})

const lastPaper = (item: ItemVersion) =>
  item.materials.filter((material) => !material.fromForm && material.necessity === 'required').at(-1)!

const accept = step('accept', 'window-clerk', 1, complete)
const review = step('review', 'reviewer', 1, () => ({
  opinion: 'grant',
  text: '材料齐全、内容一致，符合受理条件，建议准予。',
}))
const grant = step('grant', 'approver', 1, () => ({ conclusion: '经审查，申请符合规定条件，准予办理。' }))
const deny = step('deny', 'approver', 1, (item) => ({
  reason: '经审查，申请人提供的情况不符合本事项规定的办理条件，决定不予办理。',
  basis: `${item.legalBasis[0]!.law}${item.legalBasis[0]!.article}`,
}))
const seal = step('seal', 'issuer', 1)
const deliver = step('deliver-at-window', 'window-clerk', 1, (_item, person) => ({
  receiver: person.name,
  relation: 'self',
  identified: '核对居民身份证原件',
}))
const notify = step('notify-supplement', 'window-clerk', 1, (item) => {
  const paper = lastPaper(item)
  return {
    checklist: complete(item).checklist.map((line) =>
      line.material === paper.id ? { ...line, verdict: 'missing' } : line,
    ),
    lines: [
      {
        material: paper.id,
        problem: '没有提供',
        remedy: `请提供${paper.name}`,
        basis: '服务指南申请材料目录',
      },
    ],
  }
})
const supply = step('supply-at-window', 'window-clerk', 2, (item) => ({
  materials: [{ material: lastPaper(item).id, files: [], paperOriginals: 1, paperCopies: 0 }],
}))
const propose = step('propose-refusal', 'window-clerk', 1, () => ({
  reason: '申请的事项不属于本机关职权范围，建议不予受理。',
}))
const refuse = step('refuse-acceptance', 'approver', 1, () => ({
  reason: '申请的事项不属于本机关职权范围，请向有权机关申请。',
  basis: '《中华人民共和国行政许可法》第三十二条第一款第二项',
}))
const withdraw = step('withdraw', 'window-clerk', 1, () => ({ reason: '申请人书面提出撤回。' }))

/** Every state a case can be in, reached the way people reach it. */
export const STORIES: readonly (readonly Step[])[] = [
  [],
  [notify],
  [notify, supply],
  [notify, supply, accept],
  [propose],
  [propose, refuse],
  [accept],
  [accept, review],
  [accept, review, grant],
  [accept, review, grant, seal],
  [accept, review, grant, seal, deliver],
  [accept, review, deny, seal, deliver],
  [accept, withdraw],
  [notify, supply, accept, review, grant, seal, deliver],
  [accept, review, grant, seal, deliver],
  [accept, review],
]
