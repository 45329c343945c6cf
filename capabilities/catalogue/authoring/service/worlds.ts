import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { compileCalendar, type WorkingCalendar } from '#engine/calendar/calendar.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import { ItemVersion } from '../../contract.ts'
import type { PlacedLayer } from '../../contract/layer.ts'
import { gateOf } from '../../gate/quality.ts'
import { differences } from '../differences.ts'
import { layeredAgain, layersUnder } from '../layered.ts'
import { USUAL_LIMITS } from '../model/limits.ts'
import { standsAt } from '../model/edits.ts'
import type { ChangeWorld, ShapeProblem } from '../model/world.ts'
import { mayWrite, type AuthoringParameter } from './may-write.ts'
import type { AuthoringMeans } from './means.ts'

export interface Worlds {
  calendar(area: string): Promise<WorkingCalendar>
  of(asked: Asked): Promise<ChangeWorld>
  shapeProblems: ChangeWorld['shapeProblems']
}

interface Asked {
  area: string
  item: string
  base: number
  /** The body that drafts it, or would. */
  authorBody: string
  /** What is drafted: of a new item it is all there is. */
  body?: ItemVersion
  above?: readonly PlacedLayer[]
  now: Instant
  reliesOn: readonly ReliedOn[]
}

export function worldsOf(means: AuthoringMeans): Worlds {
  const compiled = new Map<string, WorkingCalendar>()
  const shapeProblems = shapeCheck()

  async function calendar(area: string): Promise<WorkingCalendar> {
    const source = await means.organisation.calendarOf(area)
    const key = `${area}/${source.version}`
    const known = compiled.get(key) ?? compileCalendar(source)
    compiled.set(key, known)
    return known
  }

  return {
    ...{ calendar, shapeProblems },
    async of({ area, item, base, authorBody, body: draft, above, now, reliesOn }) {
      const day = legalDay(now)
      const [days, pack, gate, versions, layers, citedBy] = await Promise.all([
        calendar(area),
        means.organisation.pack(area),
        gateOf(means, area, day),
        means.catalogue.versions(area, item),
        layersUnder(means.db, area, { item, base, ...(above ? { above } : {}) }),
        means.bundlesCiting?.(area, item),
      ])
      const { authoring } = pack?.body.parameters ?? {}
      const before = versions.find((published) => published.item.version === base)?.item
      const newest = versions.at(-1)?.item
      const subject = newest ?? (base === 0 ? draft : undefined)
      return {
        ...{ calendar: days, grants: [], reliesOn, shapeProblems },
        limits: limitsOf(authoring?.value),
        authoring:
          subject === undefined
            ? 'not-your-item'
            : await mayWrite(means.organisation, area, {
                ...{ authoring: authoring?.value, pilotTowns: pack?.body.parameters.pilotTowns?.value },
                ...{ item: subject, body: authorBody },
              }),
        newest: newest?.version ?? 0,
        judge: (body) => gate.judgeCited(body, citedBy),
        upperProblems: (body) => layeredAgain(layers, body)?.problems ?? [],
        differs: (body) => before === undefined || differences(before, body).length > 0,
      }
    },
  }
}

function limitsOf(authoring: AuthoringParameter | undefined): ChangeWorld['limits'] {
  const { days, upperChangeCalendarDays } = authoring ?? {}
  return {
    ...USUAL_LIMITS,
    ...days,
    ...(upperChangeCalendarDays === undefined ? {} : { upperCalendarDays: upperChangeCalendarDays }),
  }
}

/** What keeps an edited item from having the shape of a version, by the place where it stands. */
function shapeCheck(): (body: unknown) => readonly ShapeProblem[] {
  const ajv = new Ajv2020({ allErrors: true, strict: false })
  addFormats.default(ajv)
  const check = ajv.compile(ItemVersion)
  return (body) =>
    check(body)
      ? []
      : (check.errors ?? []).map(({ instancePath, params, keyword }) => {
          const at =
            keyword === 'required' ? `${instancePath}/${String(params['missingProperty'])}` : instancePath
          return { at, unfilled: keyword !== 'required' && isEmpty(standsAt(body as object, at)) }
        })
}

const isEmpty = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.length === 0)
