import { AGREEMENTS } from './agreements.ts'
import { CERTIFICATES } from './certificates.ts'
import { DELEGATIONS } from './delegation.ts'
import { DESKS } from './desks.ts'
import { ENDINGS } from './endings.ts'
import { EXTENSIONS } from './extensions.ts'
import { FORWARDING } from './forwarding.ts'
import { GAPS } from './gaps.ts'
import { GUIDES } from './guides.ts'
import { HEARINGS } from './hearings.ts'
import { INTERESTED } from './interested.ts'
import { ITEM_CHANGES } from './item-changes.ts'
import { LICENCES } from './licences.ts'
import { MEETINGS } from './meetings.ts'
import { NOTICES } from './notices.ts'
import { OWN_PAPERS } from './own-papers.ts'
import type { Path } from './path.ts'
import { PLACES } from './places.ts'
import { POWERS } from './powers.ts'
import { PUBLICITY } from './publicity.ts'
import { SPECIALS } from './specials.ts'
import { REPORTED } from './reported.ts'
import { FAST_LANE, JOINT } from './together.ts'
import { URGING } from './urging.ts'

/** Every further lawful path, so that a visitor finds each at least once. */
export const PATHS: readonly Path[] = [
  ...[NOTICES, GAPS, SPECIALS, HEARINGS, EXTENSIONS, PUBLICITY, JOINT, MEETINGS, FAST_LANE, DESKS].flat(),
  ...[PLACES, POWERS, DELEGATIONS, INTERESTED, LICENCES, ENDINGS, FORWARDING, REPORTED].flat(),
  ...[OWN_PAPERS, URGING, GUIDES, ITEM_CHANGES, AGREEMENTS, CERTIFICATES].flat(),
]
