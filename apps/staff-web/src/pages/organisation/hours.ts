import type { StandardChange } from '#capabilities/organisation/contract/ground-routes.ts'
import type { OpeningHours } from '#capabilities/organisation/contract/place.ts'
import type { ActField } from '../case/acts/act-field.ts'
import { text, WHEN } from './forms.ts'
import { organisationWords } from './words.ts'

const words = organisationWords.fields
type Span = OpeningHours['workday'][number]

// As people write hours: 08:30–12:00、12:00–13:00值班、13:00–17:00, with any dash, comma or colon their keyboard gives.
const TIME = '(?:[01]?\\d|2[0-4])[:：][0-5]\\d'
const SPAN = `\\s*${TIME}\\s*(?:[-–—~～至到])\\s*${TIME}\\s*(?:[(（]?值班[)）]?)?\\s*`
const DAY = `^${SPAN}(?:[、，,；;]${SPAN})*$`

export const hoursFields = (): ActField[] => [
  ...(['workday', 'saturday'] as const).map((name) =>
    text(name, words[name], {
      ...{ required: name === 'workday', hint: words.hoursHints[name], maxLength: 200 },
      pattern: { matches: DAY, otherwise: words.hoursOdd },
    }),
  ),
  ...WHEN,
]

/** The dialog begins with what holds now, so that nobody loses a Saturday by setting a Monday. */
export function startingHours(now: OpeningHours | undefined): Record<string, string> {
  if (now === undefined) return {}
  const written = (spans: readonly Span[]) =>
    spans.map(({ from, to, duty }) => `${from}–${to}${duty ? words.onDuty : ''}`).join('、')
  return { workday: written(now.workday), saturday: written(now.saturday) }
}

export function typedHours(input: Readonly<Record<string, unknown>>): StandardChange {
  const said = (name: string) => String(input[name] ?? '').trim()
  const value = { workday: spansOf(said('workday')), saturday: spansOf(said('saturday')) }
  return { name: 'openingHours', value, from: said('from'), basis: said('basis') }
}

const spansOf = (day: string): Span[] =>
  day.split(/[、，,；;]/u).flatMap((span) => {
    const [from, to] = [...span.matchAll(new RegExp(TIME, 'gu'))].map(([time]) => padded(time))
    if (from === undefined || to === undefined) return []
    return [{ from, to, ...(span.includes(words.onDuty) ? { duty: true } : {}) }]
  })

const padded = (time: string): string => time.replace('：', ':').padStart(5, '0')
