import type { ItemVersion, Lifecycle } from '#capabilities/catalogue/contract.ts'
import { DECIDED_HERE } from '#capabilities/catalogue/contract/process-order.ts'
import {
  choice,
  number,
  part,
  several,
  text,
  type ItemField,
  type ItemLines,
  type PartForm,
} from '../field.ts'
import { fieldWords } from '../field-words.ts'
import { limitFields } from './limit-fields.ts'
import { materialLines } from './materials.ts'
import { stepLines } from './step-lines.ts'
import { lifecycleWords as words } from './words.ts'

const KINDS = ['change', 'renew', 'cancel'] as const
type Kind = (typeof KINDS)[number]

/** 变更、延续、注销: what its holder may apply for later (行政许可法第四十九条、第五十条、第七十条). */
export const lifecycle = (item: ItemVersion): PartForm => ({
  fields: KINDS.flatMap((kind) => fieldsOf(kind, item)),
  lines: KINDS.flatMap((kind) => linesOf(kind, item)),
})

function fieldsOf(kind: Kind, item: ItemVersion): ItemField[] {
  const at = `/lifecycle/${kind}`
  const known = item.lifecycle?.[kind]
  const said = words.of(words.kinds[kind])
  const there = part(at, said.there, blank(kind, item), { hint: words.hints[kind] })
  if (known === undefined) return [there]
  const papers = Object.fromEntries(item.materials.map(({ id, name }) => [id, name]))
  return [
    there,
    text(`${at}/name`, said.name, 200),
    text(`${at}/basis`, said.basis, 300),
    text(`${at}/hint`, said.hint, 500, { hint: words.hintHint }),
    ...(kind === 'renew' ? renewal(item) : []),
    several(`${at}/materials`, said.materials, papers, { hint: words.materialsHint }),
    ...limitFields(`${at}/promisedLimit`, said.promised, known.promisedLimit, ['note', 'basis', 'from']),
    part(`${at}/statutoryLimit`, said.statutoryThere, STATUTORY),
    ...(known.statutoryLimit === undefined
      ? []
      : limitFields(`${at}/statutoryLimit`, said.statutory, known.statutoryLimit, [
          ...(['basis', 'note', 'from', 'extension'] as const),
        ])),
  ]
}

const STATUTORY = {
  amount: 20,
  unit: 'working-day',
  basis: '《中华人民共和国行政许可法》第四十二条',
} as const

/** When a renewal is applied for, and what becomes of somebody who is late. */
function renewal({ lifecycle: { renew } = {} }: ItemVersion): ItemField[] {
  const at = '/lifecycle/renew'
  const { units } = words
  return [
    number(`${at}/fileBefore/amount`, words.fileBefore, { hint: words.fileBeforeHint }),
    choice(`${at}/fileBefore/unit`, words.fileBeforeUnit, units),
    part(`${at}/notEarlierThan`, words.notEarlier, { amount: 90, unit: 'calendar-day' }),
    ...(renew?.notEarlierThan === undefined
      ? []
      : [
          number(`${at}/notEarlierThan/amount`, words.notEarlierAmount),
          choice(`${at}/notEarlierThan/unit`, words.notEarlierUnit, units),
        ]),
    choice(`${at}/late`, words.late, words.lates),
  ]
}

function linesOf(kind: Kind, item: ItemVersion): ItemLines[] {
  if (item.lifecycle?.[kind] === undefined) return []
  const at = `/lifecycle/${kind}`
  const of = words.kinds[kind]
  const { added, steps } = words.of(of)
  return [
    { ...materialLines(`${at}/added`), title: added, of, optional: true },
    {
      ...stepLines({ at: `${at}/steps`, note: fieldWords.stepsNote, needed: () => DECIDED_HERE }),
      title: steps,
      of,
    },
  ]
}

const ARTICLES = { change: '第四十九条', renew: '第五十条', cancel: '第七十条' } as const

/** As the item is handled, until somebody says otherwise; a licence rests on the articles of its own law. */
function blank(kind: Kind, { name, materials, process, promisedLimit, itemType }: ItemVersion) {
  const variant: NonNullable<Lifecycle['change']> = {
    name: `${name}（${words.kinds[kind]}）`,
    materials: materials.flatMap(({ id, fromForm }) => (fromForm === true ? [id] : [])),
    ...{ steps: process.steps, promisedLimit, hint: '' },
    basis: itemType === '01' ? `《中华人民共和国行政许可法》${ARTICLES[kind]}` : '',
  }
  // Thirty days, unless law, regulation or rule says otherwise (行政许可法第五十条).
  const fileBefore = { amount: 30, unit: 'calendar-day' } as const
  return kind === 'renew' ? { ...variant, fileBefore, late: 'refused' } : variant
}
