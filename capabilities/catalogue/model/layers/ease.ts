import { children, isBranch, join, same, type Node } from './tree.ts'

/** How a lower tier went further than it may. */
export const BREACHES = ['changed', 'added', 'dropped', 'longer', 'other-unit', 'heavier'] as const
export type Breach = (typeof BREACHES)[number]

/** What is wrong below the path that was compared; `''` means the path itself. */
export interface Broken {
  at: string
  breach: Breach
}

/** Compares what stands above with what a lower tier makes of it; nothing found means it may. */
export type Compare = (above: Node, below: Node | undefined) => Broken[]

const no: Broken[] = []
const broken = (breach: Breach, at = ''): Broken[] => [{ at, breach }]

export const anything: Compare = () => no

export const equal: Compare = (above, below) => {
  if (same(above, below)) return no
  return broken(below === undefined ? 'dropped' : 'changed')
}

/** As long as it stands at all, below it is compared part by part. */
export const kept: Compare = (_above, below) => (below === undefined ? broken('dropped') : no)

/** A list may lose lines, never gain or reword any. */
export const fewer: Compare = (above, below) => linesOf(above, below, { line: equal, mayDrop: () => true })

/** A list may gain lines, never lose any; how a line is worded is the tier's own. */
export const more: Compare = (above, below) =>
  [...children(above).keys()]
    .filter((key) => !children(below).has(key))
    .map((key) => ({ at: join('', key), breach: 'dropped' as const }))

/** A number may fall. */
export const atMost: Compare = (above, below) =>
  typeof below === 'number' && typeof above === 'number' && below <= above ? no : broken('heavier')

/** A number may rise: days to complain, days made public. */
export const atLeast: Compare = (above, below) =>
  typeof below === 'number' && typeof above === 'number' && below >= above ? no : broken('heavier')

/** Values in this order, the easiest first; a lower tier may go towards the first. */
export const towards =
  (...easiestFirst: readonly Node[]): Compare =>
  (above, below) =>
    below !== undefined && easiestFirst.indexOf(below) <= easiestFirst.indexOf(above) ? no : broken('heavier')

/** A limit of the same unit and start, not longer; at once is never longer. How it is explained is free. */
export const notLonger: Compare = (above, below) => {
  const [was, is] = [part(above), part(below)]
  if (below === undefined) return broken('dropped')
  if (is('amount') === 0) return no
  const counted = (['unit', 'within', 'from'] as const).find((field) => !same(was(field), is(field)))
  if (counted !== undefined) return broken('other-unit', `/${counted}`)
  if ((is('amount') as number) > (was('amount') as number)) return broken('longer', '/amount')
  const extension = is('extension')
  if (extension === undefined) return no
  const before = was('extension')
  return before === undefined
    ? broken('longer', '/extension')
    : under('/extension', notLonger(before, extension))
}

/** At least as long and in the same unit: time for the public to object. */
export const notShorter: Compare = (above, below) => {
  const [was, is] = [part(above), part(below)]
  if (!same(was('unit'), is('unit'))) return broken('other-unit', '/unit')
  return (is('amount') as number) >= (was('amount') as number) ? no : broken('heavier', '/amount')
}

/** A steps' list may lose 现场勘验 and 审查; days only fall; who does it and how is the tier's own (事项办理流程由实施机构确定). */
export const easierSteps: Compare = (above, below) =>
  linesOf(above, below, {
    mayDrop: (line) => ['survey', 'review'].includes(String(part(line)('step'))),
    line: (was, is) =>
      under('/limitWorkingDays', atMost(part(was)('limitWorkingDays')!, part(is)('limitWorkingDays'))),
  })

/** No paper more and none heavier: fewer originals and copies, more media, later or only for some. */
export const easierMaterials: Compare = (above, below) =>
  linesOf(above, below, { mayDrop: () => true, line: easierMaterial })

const MATERIAL: Readonly<Record<string, Compare>> = {
  originals: atMost,
  copies: atMost,
  necessity: towards('conditional', 'tolerable', 'required'),
  medium: (above, below) => (below === 'both' ? no : equal(above, below)),
  originalCheckedOnly: towards(true, false),
  shared: kept,
  whenAnswer: narrower,
  when: kept,
  sourceNote: anything,
  fillNote: anything,
  basis: anything,
}
/** What makes a paper easier where nothing was said above. */
const EASES_A_PAPER = ['shared', 'whenAnswer', 'when', 'originalCheckedOnly']

function easierMaterial(above: Node, below: Node | undefined): Broken[] {
  const [was, is] = [part(above), part(below)]
  // Asked of those who answer so, it may not come to be asked of everybody whom a clerk means.
  const widened = was('whenAnswer') !== undefined && is('whenAnswer') === undefined
  return fieldsOf(above, below, MATERIAL, EASES_A_PAPER).filter(
    ({ at }) => at !== '/whenAnswer' || !widened || is('necessity') === 'conditional',
  )
}

/** The same question, and no answer more that makes the paper due. */
function narrower(above: Node, below: Node | undefined): Broken[] {
  if (below === undefined) return broken('dropped')
  const [was, is] = [part(above), part(below)]
  if (!same(was('field'), is('field'))) return broken('changed', '/field')
  const known = [was('equals')].flat()
  return [is('equals')].flat().every((value) => known.includes(value)) ? no : broken('heavier', '/equals')
}

/** No question more; a question may go or become optional unless the form of law asks it of everybody. */
export const easierFields: Compare = (above, below) =>
  linesOf(above, below, { mayDrop: (line) => part(line)('required') === false, line: easierField })

const FIELD: Readonly<Record<string, Compare>> = {
  required: towards(false, true),
  hint: anything,
  section: anything,
  maxLength: atLeast,
}

// A question asked of fewer people is easier; where it hangs on an answer already, it stays there.
const easierField: Compare = (above, below) => fieldsOf(above, below, FIELD, ['showWhen'])

/** What people pay may fall away, line by line or whole; a line that stays is worded as above. */
export const easierFee: Compare = (above, below) => {
  const [was, is] = [part(above), part(below)]
  if (below === undefined) return broken('dropped')
  if (is('charged') === false) return no
  if (was('charged') === false) return broken('added', '/charged')
  const lines = was('lines')
  return lines === undefined ? no : under('/lines', fewer(lines, is('lines') ?? new Map()))
}

/** Papers of a middleman may become unnecessary, not others. */
export const fewerOrGone: Compare = (above, below) => (below === undefined ? no : equal(above, below))

/** A promise may stand in for more papers and be decided sooner; who may choose it stays as it is. */
export const easierCommitment: Compare = (above, below) =>
  below === undefined ? broken('dropped') : fieldsOf(above, below, { replaces: more, steps: easierSteps })

/** Making public stays, as long as above or longer, wherever the tier does it. */
export const longEnoughPublicity: Compare = (above, below) =>
  below === undefined ? broken('dropped') : fieldsOf(above, below, { within: notShorter, where: anything })

/** The variants for whoever holds the licence: 变更, 延续, 注销. */
export const easierLifecycle: Compare = (above, below) =>
  linesOf(above, below, {
    mayDrop: () => false,
    line: (was, is) =>
      fieldsOf(was, is, {
        promisedLimit: notLonger,
        steps: easierSteps,
        materials: fewer,
        added: easierMaterials,
        hint: anything,
      }),
  })

interface LineRules {
  line: Compare
  mayDrop: (line: Node) => boolean
}

function linesOf(above: Node, below: Node | undefined, { line, mayDrop }: LineRules): Broken[] {
  const [was, is] = [children(above), children(below)]
  return [
    ...[...is.keys()]
      .filter((key) => !was.has(key))
      .map((key) => ({ at: join('', key), breach: 'added' as const })),
    ...[...was].flatMap(([key, before]) => {
      const after = is.get(key)
      if (after === undefined) return mayDrop(before) ? no : broken('dropped', join('', key))
      return under(join('', key), line(before, after))
    }),
  ]
}

/**
 * Every field by its own rule, and unchanged where it has none. What stands nowhere above may be added where the field is the tier's own,
 * or where to say anything of it makes things easier.
 */
function fieldsOf(
  above: Node,
  below: Node | undefined,
  rules: Readonly<Record<string, Compare>>,
  eases: readonly string[] = [],
): Broken[] {
  const [was, is] = [children(above), children(below)]
  const own = (field: string): boolean => rules[field] === anything || eases.includes(field)
  return [
    ...[...was].flatMap(([field, value]) =>
      under(join('', field), (rules[field] ?? equal)(value, is.get(field))),
    ),
    ...[...is.keys()]
      .filter((field) => !was.has(field) && !own(field))
      .flatMap((field) => broken('added', join('', field))),
  ]
}

const under = (pointer: string, found: readonly Broken[]): Broken[] =>
  found.map(({ at, breach }) => ({ at: `${pointer}${at}`, breach }))

const part =
  (node: Node | undefined) =>
  (field: string): Node | undefined =>
    isBranch(node) ? node[field] : undefined
