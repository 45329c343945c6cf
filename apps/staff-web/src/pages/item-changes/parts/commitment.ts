import type { Commitment, ItemVersion } from '#capabilities/catalogue/contract.ts'
import { DECIDED_HERE } from '#capabilities/catalogue/contract/process-order.ts'
import { answering, anyOf, lines, part, rare, text, type PartForm } from '../field.ts'
import { limitFields } from './limit-fields.ts'
import { blankStep, stepLines } from './step-lines.ts'
import { commitmentWords as words } from './words.ts'

/** 告知承诺 (国办发〔2020〕42号): who promises in writing is decided at once and checked afterwards. */
export const commitment = (item: ItemVersion): PartForm => {
  const { commitment: known } = item.process
  const there = part(AT, words.there, BLANK, { hint: words.thereHint })
  if (known === undefined) return { fields: [there], lines: [] }
  return {
    fields: [
      there,
      text(`${AT}/basis`, words.basis, 500, { hint: words.basisHint }),
      anyOf(`${AT}/replaces`, words.replaces, replaceable(item), { hint: words.replacesHint }),
      { ...lines(`${AT}/promises`, words.promises), hint: words.promisesHint },
      { ...lines(`${AT}/liability`, words.liability), hint: words.liabilityHint },
      ...limitFields(`${AT}/check/within`, CHECK, known.check.within),
      text(`${AT}/check/how`, words.checkHow, 500, { hint: words.checkHowHint }),
      ...limitFields(`${AT}/rectifyWithin`, RECTIFY, known.rectifyWithin),
      ...answering(`${AT}/when`, words.when, 'answer', item, rare),
      ...answering(`${AT}/unless`, words.unless, 'answers', item, rare),
    ],
    lines: [STEPS],
  }
}

const AT = '/process/commitment'
const CHECK = { amount: words.checkWithin, name: words.checkName }
const RECTIFY = { amount: words.rectify, name: words.rectifyName }

const STEPS = stepLines({
  ...{ at: `${AT}/steps`, note: words.stepsNote, days: 0 },
  // Whoever promises is decided in the visit: nobody surveys or examines before.
  ...{ known: DECIDED_HERE, needed: () => DECIDED_HERE },
})

/** The form itself is no proof that a promise could stand in for. */
const replaceable = ({ materials }: ItemVersion): Readonly<Record<string, string>> =>
  Object.fromEntries(materials.flatMap(({ id, name, fromForm }) => (fromForm === true ? [] : [[id, name]])))

const BLANK: Commitment = {
  ...{ replaces: [], promises: [], liability: [], basis: '' },
  steps: DECIDED_HERE.map((step) => blankStep(step, 0)),
  check: { within: { amount: 30, unit: 'working-day' }, how: '' },
  rectifyWithin: { amount: 15, unit: 'working-day' },
}
