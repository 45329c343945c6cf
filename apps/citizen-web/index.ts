import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { CitizenServices } from '#capabilities/portal/contract.ts'
import { checkOrigin } from '#platform/auth/csrf.ts'
import { isUnavailable } from '#platform/db/unavailable.ts'
import { AREA_COOKIE } from '#platform/http/area.ts'
import { isBrokenOff } from '#platform/http/whole-file.ts'
import { stylesheet } from '#ui/stylesheet.ts'
import { citizenCss } from './css.ts'
import type { Asked, CitizenWebOptions, House } from './house.ts'
import { enter } from './http/enter.ts'
import { preferenceCookie } from './http/cookies.ts'
import { mountAreas } from './pages/areas/route.ts'
import { mountApply } from './pages/apply/route.ts'
import { mountCase } from './pages/case/route.ts'
import { mountCertificates } from './pages/certificates/route.ts'
import { mountDisplay } from './pages/display/route.ts'
import { mountElder } from './pages/elder/route.ts'
import { mountGallery } from './pages/gallery/route.ts'
import { mountGroups } from './pages/group/route.ts'
import { mountGuide } from './pages/guide/route.ts'
import { mountHandbooks } from './pages/handbooks/route.ts'
import { mountHelp } from './pages/help/route.ts'
import { mountHome } from './pages/home/route.ts'
import { mountKiosk } from './pages/kiosk/route.ts'
import { mountLicences } from './pages/licences/route.ts'
import { mountMatters } from './pages/matters/route.ts'
import { mountMessages } from './pages/messages/route.ts'
import { mountMyData } from './pages/my-data/route.ts'
import { mountNear } from './pages/near/route.ts'
import { mountOffline } from './pages/offline/route.ts'
import { mountObjection } from './pages/objection/route.ts'
import { mountPublicity } from './pages/publicity/route.ts'
import { mountQuery } from './pages/query/route.ts'
import { mountRating } from './pages/rating/route.ts'
import { mountRegister } from './pages/register/route.ts'
import { mountSearch } from './pages/search/route.ts'
import { mountSuggest } from './pages/search/suggest-route.ts'
import { mountSignIn } from './pages/sign-in/route.ts'
import { mountAct } from './pages/act/route.ts'
import { mountSupplement } from './pages/supplement/route.ts'
import { answerFault, answerNotFound, answerStray, answerUnreadable } from './pages/trouble/route.ts'
import { mountTogether } from './pages/together/route.ts'
import { mountUndertaking } from './pages/undertaking/route.ts'
import { mountUtilities } from './pages/utilities/route.ts'
import { mountVerify } from './pages/verify/route.ts'
import { mountWithdraw } from './pages/withdraw/route.ts'
import { mountScripts } from './scripts.ts'

export type { CitizenWebOptions, Elsewhere } from './house.ts'
export { ANONYMOUS_COOKIE, ELDER_COOKIE, SESSION_COOKIE } from './http/cookies.ts'

/** The list of what a citizen can open, in the order of a first visit. */
const PAGES = [
  mountHome,
  mountSearch,
  mountSuggest,
  mountGroups,
  mountNear,
  mountGuide,
  mountUndertaking,
  mountHandbooks,
  mountSignIn,
  mountRegister,
  mountApply,
  mountTogether,
  mountMatters,
  mountLicences,
  mountCertificates,
  mountUtilities,
  mountMyData,
  mountMessages,
  mountCase,
  mountAct,
  mountSupplement,
  mountWithdraw,
  mountRating,
  mountQuery,
  mountPublicity,
  mountObjection,
  mountVerify,
  mountHelp,
  mountOffline,
  mountElder,
  mountAreas,
  mountDisplay,
  mountKiosk,
  mountGallery,
  mountScripts,
]

export interface CitizenWeb {
  /** Answers a path nobody has; the server decides for which paths (not for `/api`). */
  notFound(request: Asked, reply: FastifyReply): Promise<FastifyReply>
}

/**
 * Mounts the citizens' web on an app that already has cookies, multipart and urlencoded forms. Faults inside are
 * logged by the app's own log and shown as one calm page.
 */
export async function mountCitizenWeb(
  app: FastifyInstance,
  services: CitizenServices,
  options: CitizenWebOptions & { onFault?: (error: unknown, route: string) => void },
): Promise<CitizenWeb> {
  const house: House = {
    services,
    options,
    css: stylesheet(citizenCss),
    enter: (request, reply) => enter(house, request, reply),
  }
  const { area } = options
  await app.register(async (scope) => {
    if (area !== undefined) ofArea(scope, area, house)
    scope.get(house.css.path, async (_request, reply) =>
      reply
        .type('text/css; charset=utf-8')
        .header('cache-control', 'public, max-age=31536000, immutable')
        .send(house.css.text),
    )
    scope.addHook('preHandler', async (request, reply) => {
      if (isFromElsewhere(request, options.publicOrigin)) return answerStray(house, request, reply)
    })
    for (const mount of PAGES) mount(scope, house)
    scope.setErrorHandler((error: { statusCode?: number }, request, reply) => {
      if (isBrokenOff(error)) return answerUnreadable(house, request, reply, 400)
      // A body too large or of no known kind is the sender's, and nothing for whoever reads the log of faults.
      if (error.statusCode !== undefined && error.statusCode < 500)
        return answerUnreadable(house, request, reply, error.statusCode)
      options.onFault?.(error, request.routeOptions.url ?? '')
      return answerFault(house, request, reply, isUnavailable(error))
    })
  })
  return { notFound: (request, reply) => answerNotFound(house, request, reply) }
}

/** These pages are those of one area among several; who names an area in the address stays with it. */
function ofArea(scope: FastifyInstance, area: string, { options }: House): void {
  scope.addHook('onRoute', (route) => {
    route.constraints = { ...route.constraints, area }
  })
  scope.addHook('onRequest', (request, reply, done) => {
    const { area: asked } = request.query as { area?: unknown }
    if (asked === area && request.cookies[AREA_COOKIE] !== area)
      reply.setCookie(AREA_COOKIE, area, preferenceCookie(options))
    done()
  })
}

/**
 * A form posted from another site is turned away before its token is looked at. A browser that says where a request comes from is
 * believed over the address: residents reach one server under several names, and the token guards the form besides.
 */
function isFromElsewhere({ method, headers }: FastifyRequest, ownOrigin: string): boolean {
  const secFetchSite = [headers['sec-fetch-site']].flat()[0]
  const origin = secFetchSite === undefined ? headers.origin : undefined
  return checkOrigin({ method, origin, secFetchSite }, ownOrigin) !== null
}
