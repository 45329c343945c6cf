import { tookAStep } from '../actions/decide.ts'
import type { About } from '../chapters/chapter-page.ts'

/**
 * Said before anything is filled in: whoever took an earlier step, also through a second post of theirs, will never decide this
 * case (岗位分设), whatever they write.
 */
export function partedFrom({
  dossier,
  world,
  actor,
}: Pick<About, 'dossier' | 'world' | 'actor'>): string | undefined {
  if (actor?.kind !== 'staff' || !tookAStep(dossier, world.parameters).includes(actor.person))
    return undefined
  return '您办过本件前面的步骤，依岗位分设不能再作决定。请由另一位有权人员办理；在岗的都办过的，请单位负责人另派人员。'
}
