import type { Reform, ReformKind, Successor } from '#capabilities/organisation/contract/reform.ts'
import type { ActField } from '../case/acts/act-field.ts'
import { text, WHEN } from './forms.ts'
import { organisationWords } from './words.ts'

const words = organisationWords.fields
type Choice = { value: string; label: string }
type Subject = Reform['subject']

const choice = (
  name: string,
  label: string,
  options: readonly Choice[],
  more: Partial<ActField> = {},
): ActField => ({
  ...{ name, label, type: 'choice', required: false, options: [...options] },
  ...more,
})
const named = (names: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

/** A body goes on under its id when it is renamed; only a region is known by a code that may change. */
const KINDS: Readonly<Record<Subject, readonly ReformKind[]>> = {
  region: ['merge', 'split', 'rename', 'recode', 'found', 'abolish'],
  place: ['merge', 'split', 'found', 'abolish'],
  body: ['merge', 'split', 'found', 'abolish'],
}

const OWN: Readonly<Record<Subject, (choices: Choices) => ActField[]>> = {
  region: () => [
    text('newCode', words.newCode, { hint: words.newCodeHint, maxLength: 12 }),
    text('secondCode', words.secondCode, { maxLength: 12 }),
  ],
  place: ({ existing, bodies }) => [
    choice('placeKind', words.placeKind, named(organisationWords.placeKinds), { hint: words.onlyNew }),
    choice('parent', words.parent, existing, { hint: words.onlyNew }),
    choice('owner', words.owner, bodies, { hint: words.onlyNew }),
    text('region', words.regionCode, { hint: words.onlyNew, maxLength: 12 }),
    text('address', organisationWords.address, { hint: words.onlyNew, maxLength: 200 }),
    text('phone', organisationWords.phone, { hint: words.onlyNew, maxLength: 30 }),
    text('supervisionPhone', organisationWords.supervisionPhone, { hint: words.onlyNew, maxLength: 30 }),
  ],
  body: ({ existing }) => [
    text('shortName', words.shortName, { maxLength: 60 }),
    choice('bodyKind', words.bodyKind, named(organisationWords.bodyKinds), { hint: words.onlyNew }),
    choice('parent', words.parent, existing, { hint: words.onlyNew }),
    text('creditCode', organisationWords.creditCode, { hint: words.onlyNew, maxLength: 18 }),
  ],
}

export interface Choices {
  /** Those of the same sort that are there. */
  existing: readonly Choice[]
  bodies: readonly Choice[]
}

export const reformFields = (subject: Subject, choices: Choices): ActField[] => [
  choice(
    'kind',
    words.kind,
    KINDS[subject].map((value) => ({ value, label: organisationWords.reformKinds[value] })),
    { required: true },
  ),
  {
    ...{ name: 'of', label: words.of, type: 'choices', required: false, hint: words.ofHint },
    options: [...choices.existing],
  },
  choice('heir', words.heir, choices.existing, { hint: words.heirHint }),
  text('newName', words.newName, { hint: words.newNameHint }),
  ...OWN[subject](choices),
  text('secondName', words.secondName),
  ...WHEN,
]

const PARTICULARS = [
  ...(['shortName', 'creditCode', 'placeKind', 'bodyKind', 'region', 'parent', 'owner', 'address'] as const),
  ...(['phone', 'supervisionPhone'] as const),
]

/** What was filled in, as the server asks for it: an heir that is there, and those that are new. */
export function typedReform(subject: Subject, input: Readonly<Record<string, unknown>>): Reform {
  const said = (name: string) =>
    typeof input[name] === 'string' && input[name] !== '' ? String(input[name]) : undefined
  const fresh = (name: string, code: string): Successor[] => {
    const given = said(name)
    if (given === undefined && said(code) === undefined) return []
    const particulars = PARTICULARS.flatMap((field) => {
      const value = said(field)
      return value === undefined ? [] : [[field, value] as const]
    })
    return [
      {
        ...Object.fromEntries(particulars),
        ...(given === undefined ? {} : { name: given }),
        ...(said(code) === undefined ? {} : { id: said(code)! }),
      },
    ]
  }
  const heir = said('heir')
  return {
    subject,
    kind: said('kind') as ReformKind,
    of: Array.isArray(input['of']) ? input['of'].map(String) : [],
    into: [
      ...(heir === undefined ? [] : [{ id: heir }]),
      ...fresh('newName', 'newCode'),
      ...fresh('secondName', 'secondCode'),
    ],
    from: said('from')!,
    basis: said('basis')!,
  }
}
