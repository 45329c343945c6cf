import { refusal, type Refusal } from '#engine/refusal.ts'
import type { CaseAct } from './case-action.ts'

type Asking = Omit<CaseAct<unknown>, 'input'>

const atWindow = ({ actor }: Asking): boolean =>
  actor.kind === 'staff' && actor.roles.includes('window-clerk')

/**
 * What a post at a window may not do although it holds the role as well. Where windows only accept (仅受理) it decides
 * nothing (CAS-05). A no is nowhere the window's: it is proposed there and given by somebody else in writing (SUP-08).
 */
export const byWindow = {
  decides: (act: Asking): Refusal | undefined =>
    atWindow(act) && !act.world.parameters.windowsDecide ? refusal('window-accepts-only') : undefined,
  refuses: (act: Asking): Refusal | undefined =>
    atWindow(act) ? refusal('window-never-refuses', { basis: '窗口无权否决' }) : undefined,
}
