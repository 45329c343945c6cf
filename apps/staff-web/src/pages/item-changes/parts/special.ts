import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { choice, part, text, yesNo, type ItemField, type ItemLines, type PartForm } from '../field.ts'
import { limitFields } from './limit-fields.ts'
import { specialWords as words } from './words.ts'

/** What law puts between taking in and deciding: 公示, 转报上级, 一起办, and procedures whose days do not count. */
export const special = ({ process }: ItemVersion): PartForm => ({
  fields: [
    ...publicity(process.publicity),
    ...forwards(process.forwardsTo),
    yesNo('/process/together', words.together, { required: false, hint: words.togetherHint }),
  ],
  lines: [...(process.publicity === undefined ? [] : [EXCEPTIONS]), PROCEDURES],
})

type Process = ItemVersion['process']

function publicity(known: Process['publicity']): ItemField[] {
  const at = '/process/publicity'
  const blank: Process['publicity'] = { within: { amount: 7, unit: 'working-day' }, where: '', basis: '' }
  return [
    part(at, words.publicity, blank, { hint: words.publicityHint }),
    ...(known === undefined
      ? []
      : [
          ...limitFields(`${at}/within`, PUBLIC, known.within),
          text(`${at}/where`, words.where, 100, { hint: words.whereHint }),
          text(`${at}/basis`, words.publicityBasis, 300),
          choice(`${at}/names`, words.names, words.nameKinds, {
            ...{ required: false, none: words.namesNone, hint: words.namesHint },
          }),
        ]),
  ]
}

function forwards(known: Process['forwardsTo']): ItemField[] {
  const at = '/process/forwardsTo'
  return [
    part(at, words.forwards, { body: '' } satisfies Process['forwardsTo'], { hint: words.forwardsHint }),
    ...(known === undefined
      ? []
      : [
          text(`${at}/body`, words.forwardsBody, 100, { hint: words.forwardsBodyHint }),
          text(`${at}/basis`, words.forwardsBasis, 300, { required: false }),
          text(`${at}/told`, words.told, 300, { required: false, hint: words.toldHint }),
          part(
            `${at}/limit`,
            words.forwardsLimit,
            { amount: 20, unit: 'working-day' },
            {
              hint: words.forwardsLimitHint,
            },
          ),
          ...(known.limit === undefined
            ? []
            : limitFields(`${at}/limit`, EXAMINED, known.limit, ['basis', 'note', 'from', 'extension'])),
        ]),
  ]
}

const PUBLIC = { amount: words.within, name: words.withinName }
const EXAMINED = { amount: words.examined, name: words.examinedName }
const OWN = { amount: words.procedureLimit, name: words.procedureLimitName }

const EXCEPTIONS: ItemLines = {
  ...{ at: '/process/publicity/unless', title: words.unless, one: words.unlessOne, optional: true },
  fields: (at) => [text(`${at}/when`, words.unlessWhen, 200), text(`${at}/basis`, words.unlessBasis, 300)],
  blank: () => ({ when: '', basis: '' }),
}

const PROCEDURES: ItemLines = {
  ...{ at: '/specialProcedures', title: words.procedures, one: words.procedure, note: words.proceduresNote },
  fields: (at, value) => {
    const { limit } = value as ItemVersion['specialProcedures'][number]
    return [
      text(`${at}/name`, words.procedureName, 60, { hint: words.procedureNameHint }),
      text(`${at}/basis`, words.procedureBasis, 300),
      part(`${at}/limit`, words.procedureLimited, { amount: 10, unit: 'working-day' }),
      ...(limit === undefined ? [] : limitFields(`${at}/limit`, OWN, limit, ['basis', 'note', 'from'])),
    ]
  },
  blank: () => ({ name: '', basis: '' }),
}
