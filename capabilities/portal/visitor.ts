import {
  checkFormToken,
  checkVisitorFormToken,
  formToken,
  isVisitorCookie,
  visitorCookie,
  visitorFormToken,
} from '#platform/auth/csrf.ts'
import type { Session } from '#platform/auth/session.ts'
import { maskName } from '#platform/crypto/mask.ts'
import { all, known, made, readOnce, type Reading } from '#platform/db/reading.ts'
import type { CitizenServices, Visitor } from './contract.ts'
import type { PortalMeans } from './means.ts'

export function visitors(means: PortalMeans): Pick<CitizenServices, 'visitor'> {
  const names = maskedNames()
  return {
    async visitor({ session: token, anonymous }) {
      const session = token === undefined ? null : await means.sessions.find(token)
      // A password somebody else set opens nothing but its own change.
      if (session?.kind === 'citizen' && !session.mustChange) return signedIn(means, names, session)
      return stranger(means, anonymous)
    },
  }
}

async function signedIn(
  { db, parties, notifications }: PortalMeans,
  names: MaskedNames,
  session: Session,
): Promise<Visitor> {
  const { account, subject: party } = session
  const name = names.of(party, () =>
    made(parties.detailsRead(party), (details) =>
      details === undefined ? '已登录' : maskName(details.name),
    ),
  )
  const [displayName, unread] = await readOnce(db, all([name, await notifications.unread(party)]))
  return {
    citizen: { account, party, displayName, unread },
    csrfToken: formToken(session),
    ownsForm: (posted) => checkFormToken(session, posted) === null,
  }
}

function stranger({ keys, clock }: PortalMeans, cookie: string | undefined): Visitor {
  const now = clock.now()
  const fresh = isVisitorCookie(keys, cookie, now)
  const own = fresh ? cookie : visitorCookie(keys, now)
  return {
    csrfToken: visitorFormToken(keys, own),
    // Of the cookie that came: a form made for a lost one is not this visitor's.
    ownsForm: (posted) => checkVisitorFormToken(keys, cookie, posted, now) === null,
    ...(fresh ? {} : { anonymousCookie: own }),
  }
}

const NAME_FOR_MS = 60_000
const NAMES_MAX = 10_000

interface MaskedNames {
  of(party: string, find: () => Reading<string>): Reading<string>
}

/** Every page greets its reader; the masked name of whoever goes from page to page is opened once a minute. */
function maskedNames(): MaskedNames {
  const kept = new Map<string, { until: number; name: string }>()
  return {
    of(party, find) {
      const held = kept.get(party)
      if (held !== undefined && held.until > performance.now()) return known(held.name)
      return made(find(), (name) => {
        if (kept.size >= NAMES_MAX) kept.clear()
        kept.set(party, { until: performance.now() + NAME_FOR_MS, name })
        return name
      })
    },
  }
}
