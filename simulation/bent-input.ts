import { addDays, legalDay } from '#engine/day.ts'
import type { Asked, Input } from './inputs.ts'

/** As much of a JSON Schema as somebody needs who wants to get a form wrong in one place. */
export interface Shape {
  type?: string
  enum?: readonly unknown[]
  anyOf?: readonly Shape[]
  properties?: Readonly<Record<string, Shape>>
  required?: readonly string[]
  items?: Shape
  maximum?: number
  format?: string
}

/** A form with one answer changed: another choice, somebody else, too long, too late, left out. */
export function bent(input: Input, { properties = {}, required = [] }: Shape, asked: Asked): Input {
  const { random } = asked
  const names = Object.keys(properties)
  if (names.length === 0) return { nonsense: true }
  const name = random.oneOf(names)
  const { [name]: before, ...rest } = input
  if (!required.includes(name) && before !== undefined && random.chance(0.5)) return rest
  return { ...input, [name]: other(properties[name]!, before, asked) }
}

function other(shape: Shape, before: unknown, asked: Asked): unknown {
  const { random, now } = asked
  if (shape.enum !== undefined) return random.oneOf([...shape.enum])
  if (shape.anyOf !== undefined) return other(random.oneOf([...shape.anyOf]), before, asked)
  switch (shape.type) {
    case 'integer':
    case 'number':
      return shape.maximum ?? 365
    case 'boolean':
      return before !== true
    case 'array':
      return shape.items?.type === 'string' ? [somebody(asked)] : []
    case 'string':
      return shape.format === 'date'
        ? addDays(legalDay(now), random.oneOf([-400, -1, 1, 400]))
        : typeof before === 'string' && before.includes('。')
          ? '〇无〇'
          : somebody(asked)
    default:
      return {}
  }
}

/** An id of the right kind in the wrong place, or of nothing. */
function somebody({ random, dossier, detail }: Asked): string {
  const { decidingBody, acceptPlace, holder, materials } = dossier
  return random.oneOf([
    ...['no-such-one', decidingBody, decidingBody, acceptPlace, 'market-supervision', 'town-370304106'],
    ...['post-370304-approver-health', 'post-370304-head-health', 'post-370304-reviewer-approval-bureau'],
    ...['post-370304-approver-approval-bureau', 'post-370304-clerk-shantou', 'post-370304-reviewer-shantou'],
    ...['00000000-0000-7000-8000-000000000000', `r-00000000-0000-7000-8000-000000000000`],
    ...(holder ? [holder.post] : []),
    ...(detail.materials[0] ? [detail.materials[0].id] : Object.keys(materials).slice(0, 1)),
  ])
}
