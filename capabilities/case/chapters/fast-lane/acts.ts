import { Type as T } from 'typebox'
import { refusal } from '#engine/refusal.ts'
import { caseAction } from '../../actions/case-action.ts'
import type { CaseWorld } from '../../model/world.ts'
import { LANE_SERVICES, openLane } from './dossier.ts'

/** The role of the director whose place or body the case belongs to. */
export const LANE_DIRECTOR = 'lane-director'
/** The role of the project's one contact. */
export const LANE_CONTACT = 'lane-contact'

const NOT_OVER = [
  ...[
    'received',
    'supplementing',
    'refusal-proposed',
    'accepted',
    'reviewed',
    'decided',
    'issued',
    'in-post',
  ],
  ...['not-accepted', 'under-check', 'rectifying', 'check-failed', 'revoking'],
]

const Contact = {
  post: T.String({ maxLength: 80 }),
  phone: T.String({ pattern: '^1\\d{10}$|^0\\d{2,3}-?\\d{7,8}$' }),
  /** Looked up by the service. */
  contactName: T.String({ maxLength: 120 }),
}

type ContactInput = Record<keyof typeof Contact, string>

/** Somebody's own number stands in no fact in the clear. */
function sealed({ post, phone, contactName }: ContactInput, { seal }: Pick<CaseWorld, 'seal'>) {
  return { post, phone: seal(phone), name: contactName }
}

/** Flags the case as one of a major project: one contact, three services with an open record each. */
export const openFastLane = caseAction({
  name: 'open-fast-lane',
  from: NOT_OVER,
  to: 'same',
  by: ['approver', LANE_DIRECTOR],
  input: T.Object(
    {
      // [K] Codes of the national investment platform look like 2020-370304-48-03-012345; older ones differ.
      project: T.String({ pattern: '^[0-9A-Za-z][0-9A-Za-z-]{3,39}$' }),
      name: T.String({ minLength: 2, maxLength: 100 }),
      ...Contact,
    },
    { additionalProperties: false },
  ),
  offered: (dossier) => openLane(dossier) === undefined,
  facts: ({ input: { project, name, ...contact }, world }) => [
    { kind: 'fast-lane-opened', body: { project, name, contact: sealed(contact, world) } },
  ],
})

/** The project keeps one contact at a time. */
export const changeContact = caseAction({
  name: 'change-contact',
  from: NOT_OVER,
  to: 'same',
  by: ['approver', LANE_DIRECTOR],
  input: T.Object(Contact, { additionalProperties: false }),
  offered: (dossier) => openLane(dossier) !== undefined,
  facts: ({ input, world }) => [{ kind: 'contact-changed', body: { contact: sealed(input, world) } }],
})

/** What was done for the project: 咨询、指导、办理, each a record of its own. */
export const recordService = caseAction({
  name: 'record-service',
  from: NOT_OVER,
  to: 'same',
  by: ['window-clerk', 'reviewer', 'approver', LANE_CONTACT, LANE_DIRECTOR],
  input: T.Object(
    {
      service: T.Enum([...LANE_SERVICES]),
      text: T.String({ minLength: 2, maxLength: 1000 }),
      finished: T.Optional(T.Boolean()),
    },
    { additionalProperties: false },
  ),
  offered: (dossier) => openLane(dossier) !== undefined,
  refuse: ({ dossier, input }) =>
    openLane(dossier)!.services[input.service].finished === undefined
      ? undefined
      : refusal('service-finished', { facts: { service: input.service } }),
  facts: ({ input, world }) => [
    {
      kind: 'service-recorded',
      body: { service: input.service, text: world.seal(input.text), finished: input.finished === true },
    },
  ],
})

/** The flag was set by mistake, or the project is given up. */
export const closeFastLane = caseAction({
  name: 'close-fast-lane',
  from: NOT_OVER,
  to: 'same',
  by: ['approver', LANE_DIRECTOR],
  input: T.Object({ reason: T.String({ minLength: 4, maxLength: 500 }) }, { additionalProperties: false }),
  offered: (dossier) => openLane(dossier) !== undefined,
  facts: ({ input, world }) => [{ kind: 'fast-lane-closed', body: { reason: world.seal(input.reason) } }],
})
