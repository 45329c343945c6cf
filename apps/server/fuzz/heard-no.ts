import { right, type Right } from './right.ts'

/** A cookie of somebody whose session has ended. */
const ENDED = { cookie: `staff_session=${'A'.repeat(43)}` }

/** Reading that asks for nothing, so that nothing in it can be wrong but the session. */
const NOTHING_TO_ASK = [
  ['the clerk of the town', 'certificates.certificateTypes', '/certificates/types'],
  ['the organiser', 'delegation.bothTiers', '/delegation/both-tiers'],
  ['the organiser', 'sinking.sinking', '/delegation/sinking'],
  ['the organiser', 'ground.groundSuccessions', '/ground/successions'],
  ['the organiser', 'reports.reports', '/reform-reports'],
] as const

/** Requests that those who may send them are refused, of operations that are hardly ever asked wrongly by chance. */
export function heardNo(): Right[] {
  return [
    ...NOTHING_TO_ASK.map(([caller, operation, path]) => {
      const { asked } = right(caller, operation, 'GET', path)
      return { caller, operation, asked: { ...asked, headers: ENDED } }
    }),
    right('the author of items', 'changes.itemsToChange', 'GET', `/authoring/items?q=${'x'.repeat(61)}`),
    right('the author of items', 'changes.materialsInUse', 'GET', `/authoring/materials?q=${'x'.repeat(61)}`),
    right('the approver of items', 'itemImports.itemImports', 'GET', '/item-imports?limit=0'),
    right('the approver of items', 'itemImportFiles.uploadImport', 'POST', '/item-imports', {}),
  ]
}
