import type { StandardChange } from '#capabilities/organisation/contract/ground-routes.ts'
import type { OpeningHours } from '#capabilities/organisation/contract/place.ts'
import type { ActField } from '../case/acts/act-field.ts'
import { text, WHEN } from './forms.ts'
import { organisationWords } from './words.ts'

const words = organisationWords.fields
type Spans = OpeningHours['workday']

/** Two spans a day, as doors open: the question of each end, and whether it has to be answered. */
const ENDS = [
  ...(['morningFrom', 'morningTo', 'afternoonFrom', 'afternoonTo'] as const),
  ...(['saturdayFrom', 'saturdayTo', 'saturdayAfternoonFrom', 'saturdayAfternoonTo'] as const),
] as const
const WORKDAY = ENDS.slice(0, 4)
const SATURDAY = ENDS.slice(4)

export const hoursFields = (): ActField[] => [
  ...ENDS.map((name) =>
    text(name, words[name], {
      required: name.startsWith('morning'),
      hint: name === 'saturdayFrom' ? words.saturdayHint : words.timeHint,
      maxLength: 5,
    }),
  ),
  ...WHEN,
]

/** The dialog begins with what holds now, so that nobody loses a Saturday by setting a Monday. */
export function startingHours(now: OpeningHours | undefined): Record<string, string> {
  const answers = (names: readonly string[], spans: Spans) =>
    names.flatMap((name, at) => {
      const span = spans[Math.floor(at / 2)]
      return span === undefined ? [] : [[name, at % 2 === 0 ? span.from : span.to] as const]
    })
  if (now === undefined) return {}
  return Object.fromEntries([...answers(WORKDAY, now.workday), ...answers(SATURDAY, now.saturday)])
}

/** A span of which neither end is said is none; one of which only one is said goes out as it is and is refused with a sentence. */
export function typedHours(
  input: Readonly<Record<string, unknown>>,
  now: OpeningHours | undefined,
): StandardChange {
  const said = (name: string | undefined) => String(input[name!] ?? '').trim()
  const spans = (names: readonly string[], before: Spans): Spans =>
    [0, 1].flatMap((at) => {
      const [from, to] = [said(names[at * 2]), said(names[at * 2 + 1])]
      if (from === '' && to === '') return []
      return [{ from, to, ...(before[at]?.duty ? { duty: true } : {}) }]
    })
  const value = {
    workday: spans(WORKDAY, now?.workday ?? []),
    saturday: spans(SATURDAY, now?.saturday ?? []),
  }
  return { name: 'openingHours', value, from: said('from'), basis: said('basis') }
}
