import type { Seeded } from '#engine/testing/seeded.ts'
import type { ActField, AllowedAct } from '#capabilities/case/contract.ts'
import { askedFields, askedInput, type FieldValue } from '#ui/form/index.ts'
import type { Input } from './input.ts'

export interface Filling {
  random: Seeded
  today: string
}

/** The form of an act filled in by what it says of itself: labels, options, least and most, pattern. */
export function filledIn({ fields = [], papers = [] }: AllowedAct, filling: Filling): Input {
  const values: Record<string, FieldValue> = {}
  // A question may only appear after another is answered, so the form is gone through until nothing new is asked.
  for (let round = 0; round < 3; round++) {
    for (const field of askedFields({ title: '', fields: [...fields] }, values) as ActField[]) {
      if (field.name in values) continue
      const left = !field.required && filling.random.chance(0.4)
      values[field.name] = left ? '' : answerTo(field, filling)
    }
  }
  const asked = askedFields({ title: '', fields: [...fields] }, values) as ActField[]
  const handedIn = papers.map(({ material }) => ({ material, files: [], paperOriginals: 1, paperCopies: 0 }))
  return { ...askedInput(asked, values), ...(papers.length > 0 ? { materials: handedIn } : {}) }
}

/** Texts of certain shapes that forms ask for: an hour, a project, a phone, a document number. */
const SHAPES = ['09:30', '2020-370304-48-03-012345', '19900000000', '演示〔2026〕1号', 'A123456', '12']

function answerTo({ type, sent, ...field }: ActField, { random, today }: Filling): FieldValue {
  const { start, options = [], least = 2, pattern, minimum = 1, maximum = minimum + 9 } = field
  if (sent === 'people') return '测试甲\n测试乙'
  if (pattern !== undefined && start === undefined)
    return SHAPES.find((text) => new RegExp(pattern.matches, 'u').test(text)) ?? SHAPES[0]!
  switch (type) {
    case 'choice':
      return options.length > 0 ? random.oneOf(options).value : (start ?? '')
    case 'choices':
      return someOf(options, start, random)
    case 'yes-no':
      return random.oneOf(['yes', 'no'])
    case 'date':
      return start ?? today
    case 'integer':
    case 'money-yuan':
      return String(random.whole(minimum, Math.min(maximum, minimum + 9)))
    case 'phone':
      return '19900000000'
    default:
      return typeof start === 'string' && start !== ''
        ? start
        : '有关情况需要说明。'.repeat(Math.ceil(Math.max(least, 2) / 9))
  }
}

function someOf(
  options: NonNullable<ActField['options']>,
  start: FieldValue | undefined,
  random: Seeded,
): FieldValue {
  if (options.length === 0) return []
  if (start !== undefined && start.length > 0 && random.chance(0.7)) return start
  const few = options.slice(0, 40).filter(() => random.chance(2 / Math.min(options.length, 40)))
  return (few.length > 0 ? few.slice(0, 4) : [random.oneOf(options)]).map(({ value }) => value)
}
