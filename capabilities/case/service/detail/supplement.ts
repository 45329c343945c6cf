import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { due } from '#engine/clock/clock.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { About } from '../../chapters/chapter-page.ts'
import type { AllowedAct, CaseDetail, SupplementLine, SupplementView } from '../../contract.ts'
import type { CaseDossier } from '../../model.ts'
import { mendedSince } from '../../model/mended.ts'
import { roundOf, samePoint, suppliedSince, type Supplement } from '../../model/supplement.ts'
import { NEW_POINT_GROUND_TITLES, newBecause } from '../../words/supplement.ts'
import { nameOf, type Open } from './materials.ts'

type Line = SupplementView['lines'][number]

/** The notice, while it asks something and for later reading: what was named first, what is still open, what is new and why. */
export function supplementView(
  item: ItemVersion,
  dossier: CaseDossier,
  calendar: WorkingCalendar,
  open: Open,
  own: boolean,
): Pick<CaseDetail, 'supplement'> {
  const { supplement, clocks, state } = dossier
  if (supplement === undefined) return {}
  const day = clocks['supplement'] && due(clocks['supplement'], calendar).day
  const linesOf = (sealed: string) => (open(sealed) as SupplementLine[] | undefined) ?? []
  const before = (supplement.earlier ?? []).flatMap(({ lines }) => linesOf(lines))
  const supplied = suppliedSince(supplement)
  const mended = mendedSince(dossier, item)
  return {
    supplement: {
      lines: linesOf(supplement.lines).map((line) => ({
        ...named(item, line, before, own),
        ...(mended.includes(line.material) ? { mended: true } : {}),
      })),
      ...(day === undefined ? {} : { dueDay: day }),
      // A case that was withdrawn or lapsed asks for nothing, though nobody answered its notice.
      open: supplement.open && state === 'supplementing',
      round: roundOf(supplement),
      ...firstView(item, supplement, linesOf),
      ...(supplied.length === 0
        ? {}
        : { supplied: supplied.map(({ material, on }) => ({ material, name: nameOf(item, material), on })) }),
      ...(supplement.unasked === undefined ? {} : { unasked: [...supplement.unasked] }),
    },
  }
}

/** What a later notice may say of a new point: the papers handed in since, and how one may raise it. Nothing where none came. */
export function newPointChoices({ dossier, item }: About): AllowedAct['choices'] {
  const papers = dossier.supplement === undefined ? [] : suppliedSince(dossier.supplement)
  if (papers.length === 0) return undefined
  return {
    by: papers.map(({ material }) => ({ value: material, label: nameOf(item, material) })),
    ground: Object.entries(NEW_POINT_GROUND_TITLES).map(([value, label]) => ({ value, label })),
  }
}

function named(
  item: ItemVersion,
  line: SupplementLine,
  before: readonly SupplementLine[],
  own = false,
): Line {
  const { raised } = line
  const again = before.some((one) => samePoint(one, line))
  return {
    ...line,
    name: nameOf(item, line.material),
    ...(item.materials.some(({ id, fromForm }) => fromForm && id === line.material)
      ? { fromForm: true }
      : {}),
    standing: raised ? 'new' : again ? 'again' : 'first',
    ...(raised ? { newBecause: newBecause(raised, nameOf(item, raised.by), own ? '您' : undefined) } : {}),
  }
}

function firstView(
  item: ItemVersion,
  { earlier = [], lines }: Supplement,
  linesOf: (sealed: string) => readonly SupplementLine[],
): Pick<SupplementView, 'first'> {
  const [first] = earlier
  if (first === undefined) return {}
  const now = linesOf(lines)
  return {
    first: {
      servedOn: first.servedOn,
      lines: linesOf(first.lines).map((line) => ({
        ...named(item, line, []),
        settled: !now.some((one) => samePoint(one, line)),
      })),
    },
  }
}
