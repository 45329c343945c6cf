import type {
  BodyChange,
  NewOffice,
  PlaceChange,
  PlaceLine,
  ServedChange,
  StandardChange,
} from '#capabilities/organisation/contract/ground-routes.ts'
import type { ActField } from '../case/acts/act-field.ts'
import { organisationWords } from './words.ts'

const words = organisationWords.fields

export const text = (name: string, label: string, more: Partial<ActField> = {}): ActField => ({
  ...{ name, label, type: 'text', required: false, maxLength: 120 },
  ...more,
})

/** From which day, and on which document: asked with every change. */
export const WHEN: readonly ActField[] = [
  { name: 'from', label: words.from, type: 'date', required: true, hint: words.fromHint },
  text('basis', words.basis, { required: true, least: 4, maxLength: 300 }),
]

type Typed = Readonly<Record<string, unknown>>
const typed = (input: Typed) => input as Readonly<Record<string, string | undefined>>

export const placeFields = (): ActField[] => [
  text('name', words.name, { required: true, hint: words.nameHint }),
  text('nameBasis', words.nameBasis, { hint: words.nameBasisHint, maxLength: 200 }),
  text('address', organisationWords.address, { required: true, maxLength: 200 }),
  text('phone', organisationWords.phone, { required: true, maxLength: 30 }),
  text('supervisionPhone', organisationWords.supervisionPhone, { required: true, maxLength: 30 }),
  ...WHEN,
]

/** Only what differs is sent: what stands is no change. */
export function typedPlace(input: Typed, before: PlaceLine): PlaceChange {
  const { name, nameBasis, address, phone, supervisionPhone, from, basis } = typed(input)
  const differing = Object.entries({ name, address, phone, supervisionPhone }).filter(
    ([field, value]) => value !== undefined && value !== before[field as 'name'],
  )
  return {
    ...Object.fromEntries(differing),
    ...(nameBasis === undefined ? {} : { nameBasis }),
    ...{ from: from!, basis: basis! },
  }
}

export const standardFields = (): ActField[] => [
  {
    ...{ name: 'standard', label: words.standard, type: 'choice', required: true },
    options: (['signDesign', 'processEdition'] as const).map((value) => ({
      ...{ value, label: organisationWords.standardNames[value] },
    })),
  },
  text('value', words.value, { required: true, maxLength: 60 }),
  ...WHEN,
]

export function typedStandard(input: Typed): StandardChange {
  const { standard, value, from, basis } = typed(input)
  return { name: standard as StandardChange['name'], value: value!, from: from!, basis: basis! }
}

export const bodyFields = (): ActField[] => [
  text('name', words.name, { required: true }),
  text('shortName', words.shortName, { required: true, maxLength: 60 }),
  ...WHEN,
]

export function typedBody(input: Typed): BodyChange {
  const { name, shortName, from, basis } = typed(input)
  return { name: name!, shortName: shortName!, from: from!, basis: basis! }
}

type Choice = { value: string; label: string }

export const officeFields = (towns: readonly Choice[]): ActField[] => [
  { name: 'town', label: words.town, type: 'choice', required: true, options: [...towns] },
  ...bodyFields(),
]

export function typedOffice(input: Typed): NewOffice {
  return { ...typedBody(input), town: typed(input)['town']! } as NewOffice
}

export const servedFields = (places: readonly Choice[]): ActField[] => [
  { name: 'place', label: words.place, type: 'choice', required: true, options: [...places] },
  ...WHEN,
]

export function typedServed(input: Typed, region: string): ServedChange {
  const { place, from, basis } = typed(input)
  return { region, place: place!, from: from!, basis: basis! }
}
