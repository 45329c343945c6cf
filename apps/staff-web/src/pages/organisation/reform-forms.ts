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
export const KINDS: Readonly<Record<Subject, readonly ReformKind[]>> = {
  region: ['merge', 'split', 'rename', 'recode', 'found', 'abolish'],
  place: ['merge', 'split', 'found', 'abolish'],
  body: ['merge', 'split', 'found', 'abolish'],
}

export interface Choices {
  /** Those of the same sort that are there. */
  existing: readonly Choice[]
  bodies: readonly Choice[]
}

/** What this kind of reform has to know, and nothing else: each asks for what ends, for what follows, or for both. */
export function reformFields(subject: Subject, kind: ReformKind, choices: Choices): ActField[] {
  const { existing } = choices
  const one = choice('of', words.of, existing, { required: true })
  const heir = (hint: string) => choice('heir', words.heir, existing, { hint })
  const newName = (required: boolean, hint?: string) =>
    text('newName', words.newName, { required, ...(hint === undefined ? {} : { hint }) })
  const asked: Readonly<Record<ReformKind, () => ActField[]>> = {
    found: () => [newName(true), ...codes(subject, 'newCode', true), ...FOUNDED[subject](choices)],
    abolish: () => [one, heir(words.heirAbolishHint)],
    merge: () => [
      { ...choice('of', words.ofSeveral, existing, { required: true }), type: 'choices' },
      heir(words.heirMergeHint),
      newName(false, words.newNameHint),
      ...codes(subject, 'newCode', false),
      ...LIKE_THE_OLD[subject],
    ],
    split: () => [
      one,
      heir(words.heirSplitHint),
      newName(true),
      ...codes(subject, 'newCode', true),
      text('secondName', words.secondName),
      ...codes(subject, 'secondCode', false),
      ...LIKE_THE_OLD[subject],
    ],
    rename: () => [one, newName(true), ...codes(subject, 'newCode', false, words.sameCodeHint)],
    recode: () => [one, newName(true), ...codes(subject, 'newCode', true)],
  }
  return [...asked[kind](), ...WHEN]
}

/** Regions are known by their code, everything else is given an id. */
const codes = (
  subject: Subject,
  name: 'newCode' | 'secondCode',
  required: boolean,
  hint = words.newCodeHint,
): ActField[] => (subject === 'region' ? [text(name, words[name], { required, maxLength: 12, hint })] : [])

const particular = (name: 'address' | 'phone' | 'supervisionPhone', more: Partial<ActField>) =>
  text(name, organisationWords[name], { maxLength: name === 'address' ? 200 : 30, ...more })

const FOUNDED: Readonly<Record<Subject, (choices: Choices) => ActField[]>> = {
  region: () => [],
  place: ({ existing, bodies }) => [
    choice('placeKind', words.placeKind, named(organisationWords.placeKinds), { required: true }),
    choice('parent', words.parent, existing),
    choice('owner', words.owner, bodies, { required: true }),
    text('region', words.regionCode, { required: true, maxLength: 12, hint: words.newCodeHint }),
    particular('address', { required: true }),
    particular('phone', { required: true }),
    particular('supervisionPhone', { required: true }),
  ],
  body: ({ existing }) => [
    text('shortName', words.shortName, { maxLength: 60 }),
    choice('bodyKind', words.bodyKind, named(organisationWords.bodyKinds), { required: true }),
    choice('parent', words.parent, existing, { required: true }),
    text('creditCode', organisationWords.creditCode, { maxLength: 18 }),
  ],
}

/** A new one is like the first of those it follows, but for what is said here. */
const LIKE_THE_OLD: Readonly<Record<Subject, readonly ActField[]>> = {
  region: [],
  place: (['address', 'phone', 'supervisionPhone'] as const).map((name) =>
    particular(name, { hint: words.likeTheOld }),
  ),
  body: [
    text('shortName', words.shortName, { maxLength: 60 }),
    text('creditCode', organisationWords.creditCode, { maxLength: 18 }),
  ],
}

const PARTICULARS = [
  ...(['shortName', 'creditCode', 'placeKind', 'bodyKind', 'region', 'parent', 'owner', 'address'] as const),
  ...(['phone', 'supervisionPhone'] as const),
]

/** What was filled in, as the server asks for it: an heir that is there, and those that are new. */
export function typedReform(
  subject: Subject,
  kind: ReformKind,
  input: Readonly<Record<string, unknown>>,
): Reform {
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
    kind,
    of: [input['of'] ?? []].flat().map(String),
    into: [
      ...(heir === undefined ? [] : [{ id: heir }]),
      ...fresh('newName', 'newCode'),
      ...fresh('secondName', 'secondCode'),
    ],
    from: said('from')!,
    basis: said('basis')!,
  }
}
