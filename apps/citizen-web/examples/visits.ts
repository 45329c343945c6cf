import type { Visitor } from '#capabilities/portal/contract.ts'
import { stylesheet } from '#ui/stylesheet.ts'
import { citizenCss } from '../css.ts'
import type { House, Visit } from '../house.ts'
import { sampleDraft } from './views.ts'

export const exampleCss = stylesheet(citizenCss)

export const requestId = '01890000-0000-7000-8000-0000000000ff'

/** A draft nothing was filled into yet. */
export const emptyDraft = {
  ...sampleDraft,
  values: {},
  files: {},
  region: undefined,
  acceptPlace: undefined,
  delivery: undefined,
}

/** Who looks at an example: somebody unknown, somebody signed in, somebody with unread messages, somebody at a terminal. */
export interface Visits {
  guest: Visit
  /** The same, where one server has portals of two areas. */
  oneOfTwo: Visit
  visit: Visit
  told: Visit
  kiosk: Visit
  atKiosk: Visit
}

export const TWO_AREAS = [
  { code: '990101', name: '示例县' },
  { code: '990102', name: '样例区' },
] as const

export function visitsOf(elder: boolean): Visits {
  const house = {
    options: {
      areaName: '示例县',
      demo: true,
      secureCookies: false,
      publicOrigin: 'http://localhost',
      fileLimit: 20 * 1024 * 1024,
    },
    css: exampleCss,
  } as House
  const citizen = { account: 'a', party: 'p', displayName: '测*甲' }
  const see = (visitor: Visitor, path = '/', kiosk = false): Visit => ({ house, visitor, elder, kiosk, path })
  const guest = see({ csrfToken: 'token' })
  const visit = see({ csrfToken: 'token', citizen }, '/my')
  const several = { ...house.options, area: '990101', areas: TWO_AREAS }
  return {
    guest,
    oneOfTwo: { ...guest, house: { ...house, options: several } },
    visit,
    told: see({ csrfToken: 'token', citizen: { ...citizen, unread: 2 } }, '/my/messages'),
    kiosk: see(guest.visitor, '/kiosk', true),
    atKiosk: see(visit.visitor, '/kiosk', true),
  }
}
