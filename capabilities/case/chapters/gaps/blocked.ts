import { caseReader } from '../../store.ts'
import type { Completing } from '../chapter-completing.ts'

/** Whoever broke a promise before is not believed again until the credit is restored; what a browser says of it is replaced. */
export const blocked: Completing = async ({ db }, { area, dossier }, { input }) => ({
  input: { ...input, blocked: await caseReader(db).hasBrokenPromise(area, [dossier.party]) },
})
