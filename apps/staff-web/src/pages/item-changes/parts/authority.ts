import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import {
  choice,
  optional,
  part,
  rare,
  several,
  text,
  yesNo,
  type ItemField,
  type PartForm,
} from '../field.ts'
import { fieldWords } from '../field-words.ts'
import { yesNoRare } from './limit-fields.ts'
import { authorityWords as words } from './words.ts'

/** 职权和机构: whose power it is, who uses it, and what law says of passing it on. */
export const authority = (item: ItemVersion): PartForm => ({
  fields: [
    choice('/decidingBody/kind', words.decides, words.deciders),
    ...(item.decidingBody.kind === 'body'
      ? [body('/decidingBody/body', words.body, { required: true })]
      : [yesNo('/decidingBody/townsOnly', words.townsOnly, optional)]),
    choice('/ownerTier', fieldWords.ownerTier, fieldWords.ownerTiers),
    several('/useLevels', fieldWords.useLevels, fieldWords.levels),
    choice('/powerSource', words.source, words.sources, optional),
    text('/entrustingBody', words.entrusting, 100, { ...rare, hint: words.entrustingHint }),
    body('/transferredFrom', words.transferred, { ...rare, hint: words.transferredHint }),
    ...delegation(item.delegation),
    part('/publicSafety', words.safety, { basis: '' }, { ...rare, hint: words.safetyHint }),
    ...(item.publicSafety === undefined
      ? []
      : [text('/publicSafety/basis', words.safetyBasis, 300, { rare: true })]),
    text('/quantityLimit', words.quantity, 256, { ...rare, hint: words.quantityHint }),
    text('/intermediaryServices', words.intermediary, 500, { ...rare, hint: words.intermediaryHint }),
  ],
  lines: [],
})

const body = (at: string, label: string, more: Partial<ItemField>): ItemField => ({
  ...{ at, label, type: 'choice', required: false, options: [], offered: 'bodies' },
  ...more,
})

function delegation(known: ItemVersion['delegation']): ItemField[] {
  const at = '/delegation'
  const blank = { entrust: true, remote: true, basis: '' }
  return [
    part(at, words.bound, blank, { ...rare, hint: words.boundHint }),
    ...(known === undefined
      ? []
      : [
          { ...yesNoRare(`${at}/entrust`, words.entrust), required: true },
          { ...yesNoRare(`${at}/remote`, words.remote), required: true },
          { ...yesNoRare(`${at}/centreSeal`, words.centreSeal), as: 'yes-unless-said' } as const,
          text(`${at}/basis`, words.boundBasis, 300, { rare: true }),
        ]),
  ]
}
