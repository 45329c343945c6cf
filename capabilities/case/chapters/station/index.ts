import type { StaffActor } from '#engine/actor.ts'
import { refusal } from '#engine/refusal.ts'
import { caseAction } from '../../actions/case-action.ts'
import { FiledCase, notFileable, received, handedIn } from '../../actions/file.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { notHandedIn } from '../../model/materials.ts'
import type { Chapter } from '../chapter.ts'

/**
 * Taking in for the town (代受理, BS-2.7-07): a station checks what lies before it and sends on only what is complete. Accepting
 * stays the act of the town, whose five days run from this receipt.
 */
const fileAtStation = caseAction({
  name: 'file-at-station',
  from: [],
  to: ['received'],
  by: ['village-agent'],
  input: FiledCase,
  refuse: ({ input, world }) => {
    const refused = notFileable(input.filing, world)
    if (refused) return refused
    if (input.sunk === undefined && world.parameters.proxyAcceptance === false) return refusal('proxy-off')
    const held = handedIn(input.filing.materials, input.files)
    const missing = notHandedIn(world.item, held, input.filing.form)
    const names = missing.map((id) => world.item.materials.find((material) => material.id === id)?.name ?? id)
    return missing.length > 0
      ? refusal('materials-missing', { facts: { materials: missing, names } })
      : undefined
  },
  facts: (act) => [received(act, 'window')],
})

/**
 * What the steps that have sunk to a station let its agent do (环节下沉, LC-3.4-10): accept and hand out, and where the mode is 直接办理 decide
 * and seal in the name of the town whose post it is. The power stays the town's (行政许可法第二十四条): an agent of another body decides nothing.
 */
function sunkRoles(actor: StaffActor, { sunk, acceptPlace, decidingBody }: CaseDossier): readonly string[] {
  if (sunk === undefined || acceptPlace !== actor.place) return []
  const counter = ['village-agent', 'window-clerk']
  return sunk === 'handle' && actor.body === decidingBody ? [...counter, 'approver', 'issuer'] : counter
}

/** A promise is made before whoever decides on it at once, so no station takes one in. */
export const station: Chapter = {
  name: 'station',
  procedures: ['approval', 'on-the-spot'],
  actions: [fileAtStation],
  apply: {},
  rolesOf: (actor, dossier) => {
    if (actor.kind !== 'staff' || !actor.roles.includes('village-agent')) return []
    if (dossier.version === 0 || dossier.sentFrom?.place === actor.place) return ['village-agent']
    return sunkRoles(actor, dossier)
  },
}
