import type { FormField, ItemVersion } from '../contract.ts'
import type { Situation, SplitStandard } from '../contract/situation.ts'
import { notLonger } from './layers/ease.ts'
import { toTree } from './layers/tree.ts'

/** Why a situation, or the split as a whole, breaks the standard it was made under. */
export const SPLIT_FLAWS = [
  'standard-unknown',
  'number-twice',
  'unknown-question',
  'question-not-asked-of-all',
  'unknown-answer',
  'kind-of-question',
  'too-many-questions',
  'too-few',
  'too-many',
  'overlap',
  'gap',
  'no-difference',
  'longer',
  'unknown-paper',
  'form-missing',
  'paper-nowhere',
  'steps-differ',
] as const
export type SplitFlawCode = (typeof SPLIT_FLAWS)[number]

export interface SplitFlaw {
  code: SplitFlawCode
  /** The number of the situation; absent where the whole split is meant. */
  no?: string
  /** What is named: a question, a paper, another situation. */
  facts?: readonly string[]
}

/** More combinations of answers than this are no split anybody could read. */
const COMBINATIONS_MAX = 2000

/** Everything in which the situations of an item break their split standard (拆分标准); nothing for an item without any. */
export function splitFlaws(item: ItemVersion, standards: readonly SplitStandard[]): SplitFlaw[] {
  const { situations = [] } = item
  if (situations.length === 0) return []
  const flaws = situations.flatMap((situation) => ofItself(item, situation))
  const standard = standards.find(({ id, version }) => `${id}@${version}` === situations[0]!.standard)
  const other = situations.find(({ standard: of }) => of !== situations[0]!.standard)
  if (standard === undefined || other !== undefined) {
    return [...flaws, { code: 'standard-unknown', no: (other ?? situations[0]!).no }]
  }
  return [...flaws, ...byRules(item, situations, standard)]
}

const questionsOf = (situations: readonly Situation[]): string[] => [
  ...new Set(situations.flatMap(({ when }) => when.map(({ field }) => field))),
]

/** What holds under every standard: papers, questions and answers are those of the item, and its days add up. */
function ofItself(item: ItemVersion, situation: Situation): SplitFlaw[] {
  const { no, when, materials, steps, promisedLimit = item.promisedLimit } = situation
  const twice = item.situations!.filter((one) => one.no === no).length > 1
  const known = new Set(item.materials.map(({ id }) => id))
  const form = item.materials.find(({ fromForm }) => fromForm)?.id
  const unknown = (materials ?? []).filter((id) => !known.has(id))
  const days = (steps ?? item.process.steps).reduce((sum, step) => sum + step.limitWorkingDays, 0)
  return [
    ...(twice ? [{ code: 'number-twice' as const, no }] : []),
    ...when.flatMap(({ field, equals }) => answerFlaws(item, no, field, [equals].flat())),
    ...(unknown.length > 0 ? [{ code: 'unknown-paper' as const, no, facts: unknown }] : []),
    ...(materials && form && !materials.includes(form) ? [{ code: 'form-missing' as const, no }] : []),
    ...(promisedLimit.unit === 'working-day' && days !== promisedLimit.amount
      ? [{ code: 'steps-differ' as const, no }]
      : []),
  ]
}

function answerFlaws(
  { form }: ItemVersion,
  no: string,
  field: string,
  wanted: readonly string[],
): SplitFlaw[] {
  const found = form.fields.find(({ name }) => name === field)
  if (found === undefined) return [{ code: 'unknown-question', no, facts: [field] }]
  const unknown = wanted.filter((value) => !answersOf(found).includes(value))
  return [
    // Asked of some alone, it leaves the others in no situation.
    ...(found.showWhen === undefined && found.required
      ? []
      : [{ code: 'question-not-asked-of-all' as const, no, facts: [found.label] }]),
    ...(unknown.length > 0
      ? [{ code: 'unknown-answer' as const, no, facts: [found.label, ...unknown] }]
      : []),
  ]
}

const answersOf = ({ type, options = [] }: FormField): string[] =>
  type === 'yes-no' ? ['yes', 'no'] : options.map(({ value }) => value)

function byRules(item: ItemVersion, situations: readonly Situation[], { rules }: SplitStandard): SplitFlaw[] {
  const asked = questionsOf(situations)
  const fields = asked.flatMap((name) => item.form.fields.find((field) => field.name === name) ?? [])
  const odd = fields.filter(({ type }) => !rules.kinds.some((kind) => kind === type))
  return [
    ...odd.map(({ label }) => ({ code: 'kind-of-question' as const, facts: [label] })),
    ...(asked.length > rules.questions ? [{ code: 'too-many-questions' as const }] : []),
    ...(situations.length < rules.least ? [{ code: 'too-few' as const }] : []),
    ...(situations.length > rules.most ? [{ code: 'too-many' as const }] : []),
    ...(odd.length === 0 ? cover(fields, situations, rules) : []),
    ...(rules.different ? alike(item, situations) : []),
    ...(rules.noLonger ? longer(item, situations) : []),
    ...(rules.everyPaper ? nowhere(item, situations) : []),
  ]
}

/** Goes through every way to answer: who falls into two situations, and who into none. */
function cover(
  fields: readonly FormField[],
  situations: readonly Situation[],
  { exclusive, complete }: SplitStandard['rules'],
): SplitFlaw[] {
  const flaws = new Map<string, SplitFlaw>()
  for (const answers of combinations(fields)) {
    const hit = situations.filter(({ when }) =>
      when.every(({ field, equals }) => [equals].flat().includes(answers[field] ?? '')),
    )
    if (exclusive && hit.length > 1) {
      const [first, second] = hit
      flaws.set(`${first!.no}/${second!.no}`, { code: 'overlap', no: second!.no, facts: [first!.name] })
    }
    if (complete && hit.length === 0 && !flaws.has('gap')) {
      flaws.set('gap', { code: 'gap', facts: fields.map((field) => labelOf(field, answers[field.name]!)) })
    }
  }
  return [...flaws.values()]
}

function combinations(fields: readonly FormField[]): Record<string, string>[] {
  const all = fields.reduce<Record<string, string>[]>(
    (before, field) =>
      before.flatMap((one) => answersOf(field).map((value) => ({ ...one, [field.name]: value }))),
    [{}],
  )
  return all.slice(0, COMBINATIONS_MAX)
}

function labelOf({ label, options = [] }: FormField, value: string): string {
  const said = options.find((option) => option.value === value)?.label ?? (value === 'yes' ? '是' : '否')
  return `${label}：${said}`
}

function alike(item: ItemVersion, situations: readonly Situation[]): SplitFlaw[] {
  const made = situations.map(({ materials, promisedLimit, fee }) =>
    JSON.stringify([
      (materials ?? item.materials.map(({ id }) => id)).toSorted(),
      promisedLimit ?? item.promisedLimit,
      fee ?? item.fee,
    ]),
  )
  return situations.flatMap(({ no }, index) => {
    const twin = made.indexOf(made[index]!)
    return twin < index ? [{ code: 'no-difference', no, facts: [situations[twin]!.name] }] : []
  })
}

const longer = ({ promisedLimit: of }: ItemVersion, situations: readonly Situation[]): SplitFlaw[] =>
  situations
    .filter(({ promisedLimit: own }) => own !== undefined && notLonger(toTree(of), toTree(own)).length > 0)
    .map(({ no }) => ({ code: 'longer', no }))

function nowhere({ materials }: ItemVersion, situations: readonly Situation[]): SplitFlaw[] {
  if (situations.some((situation) => situation.materials === undefined)) return []
  const asked = new Set(situations.flatMap((situation) => situation.materials ?? []))
  const lost = materials.filter(({ id }) => !asked.has(id)).map(({ name }) => name)
  return lost.length > 0 ? [{ code: 'paper-nowhere', facts: lost }] : []
}
