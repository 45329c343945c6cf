import { openGaps, owed, toVerify } from '#capabilities/case/chapters/gaps/dossier.ts'
import type { CaseDossier } from '#capabilities/case/model.ts'
import type { Material } from '#capabilities/catalogue/contract.ts'
import { lastDayOf } from '#capabilities/case/model/served.ts'
import { checklist, lawful, notice, paper, type Asked, type Input } from '../inputs.ts'
import { decided, type Around, type Attempt } from './attempt.ts'

const FILE = '01900000-0000-7000-8000-000000000000'

const tolerable = ({ item }: Around, { materials }: CaseDossier): string[] =>
  item.materials
    .filter(({ id, necessity }) => necessity === 'tolerable' && materials[id] === undefined)
    .map(({ id }) => id)

const mayPromise = (dossier: CaseDossier, around: Around): boolean =>
  dossier.procedure === 'approval' && dossier.state === 'received' && tolerable(around, dossier).length > 0

const promise = (more: Input): Attempt['fill'] => {
  return ({ dossier }, around) => ({
    ...{ gaps: tolerable(around, dossier), days: 1, how: 'at-window', confirmed: true, ...more },
  })
}

/** Whether a promise of this applicant was broken, and the credit has not been restored. */
function blocked({ run }: Around, { party }: CaseDossier): boolean {
  return run.journal.cases.some(({ dossier }) => {
    if (dossier === undefined || dossier.party !== party || dossier.creditRestored !== undefined) return false
    return dossier.state === 'revoked' || dossier.gaps?.broken === true
  })
}

const pastDay =
  (clock: string) =>
  (dossier: CaseDossier, { calendar, today }: Around) => {
    const last = lastDayOf(dossier, clock, calendar)
    return last !== undefined && today > last
  }

const pastNotice = pastDay('notice')
const pastGap = pastDay('gap')

function firstPaper({ detail }: Asked): string {
  return detail.materials.find(({ necessity }) => necessity === 'required')?.id ?? detail.materials[0]!.id
}

const received = ({ state }: CaseDossier): boolean => state === 'received'

const supplementing = ({ state }: CaseDossier): boolean => state === 'supplementing'

/** Papers that may be added beside what the notice asks. */
const beside = ({ supplement }: CaseDossier, materials: readonly Material[]): readonly Material[] =>
  materials.filter(({ id, fromForm }) => !fromForm && !supplement?.asked.includes(id))

/** Papers that an earlier notice named and the last one no more. */
const settled = ({ supplement }: CaseDossier): string[] =>
  (supplement?.materials ?? []).filter((id) => !supplement!.asked.includes(id))

/** Papers: the notice, what is handed in, what may follow. */
export const ABOUT_PAPERS: readonly Attempt[] = [
  {
    ...{ code: 'unprintable-signs', act: 'withdraw', when: received },
    fill: (asked) => ({ ...lawful(asked), reason: '不再办理了\u{1F984}。' }),
  },
  {
    ...{ code: 'too-many-files', act: 'supply', when: ({ state }) => state === 'supplementing' },
    fill: (asked) => ({
      materials: [{ ...paper(firstPaper(asked)), files: Array.from({ length: 201 }, () => FILE) }],
    }),
  },
  {
    ...{ code: 'own-paper-asked', act: 'add-paper-at-window' },
    when: (dossier, { item }) => supplementing(dossier) && beside(dossier, item.materials).length > 0,
    fill: ({ dossier }) => ({ materials: dossier.supplement!.asked.slice(0, 1).map(paper) }),
  },
  {
    ...{ code: 'own-paper-none', act: 'add-paper-at-window' },
    when: (dossier, { item }) => supplementing(dossier) && beside(dossier, item.materials).length === 0,
    fill: ({ dossier }) => ({ materials: dossier.supplement!.asked.slice(0, 1).map(paper) }),
  },
  {
    ...{ code: 'own-paper-from-form', act: 'add-paper-at-window' },
    when: (dossier, { item }) =>
      received(dossier) &&
      item.materials.some(({ fromForm }) => fromForm) &&
      beside(dossier, item.materials).length > 0,
    fill: (_asked, { item }) => ({
      materials: item.materials.filter(({ fromForm }) => fromForm).map(({ id }) => paper(id)),
    }),
  },
  {
    ...{ code: 'own-papers-enough', act: 'add-paper' },
    when: ({ state, ownPapers = [] }) =>
      state === 'received' && ownPapers.filter(({ by }) => by.post === undefined).length >= 20,
  },
  {
    ...{ code: 'checklist-incomplete', act: 'accept', when: received },
    fill: (asked) => ({ checklist: checklist(asked.detail, () => 'ok').slice(1) }),
  },
  {
    ...{ code: 'nothing-missing', act: 'notify-supplement' },
    when: ({ state, supplement }) => state === 'received' && supplement === undefined,
    fill: (asked) => ({
      checklist: checklist(asked.detail, () => 'ok'),
      lines: [{ material: firstPaper(asked), problem: '没有提供', remedy: '请提供原件' }],
    }),
  },
  {
    ...{ code: 'second-notice-new-point', act: 'notify-supplement' },
    when: ({ state, supplement }) => state === 'received' && supplement !== undefined,
    fill: (asked) => {
      const before = asked.dossier.supplement?.asked ?? []
      const other = asked.detail.materials.filter(({ id }) => !before.includes(id))
      return notice(asked, [asked.random.oneOf(other.length > 0 ? other : asked.detail.materials).id])
    },
  },
  {
    ...{ code: 'point-settled', act: 'notify-supplement' },
    when: (dossier) => received(dossier) && settled(dossier).length > 0,
    fill: (asked) => notice(asked, settled(asked.dossier).slice(0, 1)),
  },
  ...(['new-point-paper', 'new-point-reason'] as const).map((code): Attempt => ({
    ...{ code, act: 'notify-supplement' },
    when: ({ state, supplement }) =>
      state === 'received' && (code === 'new-point-paper' || (supplement?.supplied ?? []).length > 0),
    fill: (asked) => {
      const supplied = asked.dossier.supplement?.supplied ?? []
      const by = code === 'new-point-paper' ? firstPaper(asked) : supplied.at(-1)!.material
      const whole = notice(asked, [firstPaper(asked)]) as { lines: Input[] }
      const raised = {
        by: code === 'new-point-paper' ? 'no-such-paper' : by,
        ground: 'own-defect',
        why: '过期',
      }
      return { ...whole, lines: whole.lines.map((line) => ({ ...line, raised })) }
    },
  })),
  {
    ...{ code: 'notice-too-late', act: 'notify-supplement' },
    when: (dossier, around) => received(dossier) && pastNotice(dossier, around),
    fill: (asked) => notice(asked, [firstPaper(asked)]),
  },
  {
    ...{ code: 'notice-too-late', act: 'propose-refusal' },
    when: (dossier, around) => received(dossier) && pastNotice(dossier, around),
  },
  {
    ...{ code: 'competent-body-missing', act: 'propose-refusal', when: received },
    fill: () => ({ reason: '不属于本机关职权范围。', ground: 'not-competent' }),
  },
  {
    ...{ code: 'form-answer-fixed', act: 'correct-form', when: received },
    fill: () => ({ field: 'name', value: '测试癸', confirmed: true }),
  },
  {
    ...{ code: 'form-answer-unconfirmed', act: 'correct-form', when: received },
    fill: () => ({ field: 'phone', value: '19900008888', confirmed: false }),
  },
  {
    ...{ code: 'form-answer-same', act: 'correct-form' },
    when: (dossier) => received(dossier) && dossier.corrections !== undefined,
    fill: () => ({ field: 'phone', value: '19900008888', confirmed: true }),
  },
  {
    ...{ code: 'refusal-law-missing', act: 'propose-refusal', when: received },
    fill: () => ({ reason: '按照内部规定不能办理。', ground: 'other', basis: '内部规定第三条' }),
  },
  {
    ...{ code: 'refusal-is-supplement', act: 'propose-refusal', when: received },
    fill: () => ({ reason: '申请材料不齐全。', ground: 'not-needed' }),
  },
  {
    ...{ code: 'gap-not-offered', act: 'accept-with-gaps' },
    when: (dossier, around) =>
      dossier.procedure === 'approval' &&
      received(dossier) &&
      !around.item.materials.some(({ necessity }) => necessity === 'tolerable'),
    fill: () => ({ gaps: ['no-such-paper'], days: 1, how: 'at-window', signed: 'on-paper', inOrder: true }),
  },
  {
    ...{ code: 'gap-blocked', act: 'promise-gap', fill: promise({}) },
    when: (dossier, around) => mayPromise(dossier, around) && blocked(around, dossier),
  },
  {
    ...{ code: 'gap-main-missing', act: 'promise-gap' },
    when: (dossier, around) =>
      mayPromise(dossier, around) && around.item.materials.some(({ necessity }) => necessity === 'required'),
    fill: (asked, around) => ({ ...(promise({})!(asked, around) as Input), gaps: [firstPaper(asked)] }),
  },
  { code: 'gap-too-late', act: 'promise-gap', when: mayPromise, fill: promise({ days: 90 }) },
  { code: 'gap-not-promised', act: 'promise-gap', when: mayPromise, fill: promise({ confirmed: false }) },
  decided('gap-open', (dossier) => openGaps(dossier).length > 0),
  {
    ...{ code: 'gap-over', act: 'supply-gap-at-window' },
    when: (dossier, around) => owed(dossier).length > 0 && pastGap(dossier, around),
    fill: ({ dossier }) => ({ materials: owed(dossier).map(paper) }),
  },
  {
    ...{ code: 'gap-not-owed', act: 'supply-gap-at-window', when: (dossier) => owed(dossier).length > 0 },
    fill: () => ({ materials: [paper('no-such-paper')] }),
  },
  {
    ...{ code: 'gap-note-missing', act: 'verify-gap', when: (dossier) => toVerify(dossier).length > 0 },
    fill: ({ dossier }) => ({ defective: toVerify(dossier) }),
  },
]
