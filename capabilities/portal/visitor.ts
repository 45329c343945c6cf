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
import type { CitizenServices, Visitor } from './contract.ts'
import type { PortalMeans } from './means.ts'

export function visitors(means: PortalMeans): Pick<CitizenServices, 'visitor'> {
  return {
    async visitor({ session: token, anonymous }) {
      const session = token === undefined ? null : await means.sessions.find(token)
      // A password somebody else set opens nothing but its own change.
      if (session?.kind === 'citizen' && !session.mustChange) return signedIn(means, session)
      return stranger(means, anonymous)
    },
  }
}

async function signedIn({ parties, notifications }: PortalMeans, session: Session): Promise<Visitor> {
  const [details, unread] = await Promise.all([
    parties.details(session.subject),
    notifications.unread(session.subject),
  ])
  return {
    citizen: {
      account: session.account,
      party: session.subject,
      displayName: details === undefined ? '已登录' : maskName(details.name),
      unread,
    },
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
