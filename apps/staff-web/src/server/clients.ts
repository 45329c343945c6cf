import { bookRoutes } from '#capabilities/books/contract/routes.ts'
import { licenceRoutes } from '#capabilities/case/contract/licence-routes.ts'
import { fileContract } from '#capabilities/case/contract/file-routes.ts'
import { noticeRoutes } from '#capabilities/case/contract/notice-routes.ts'
import { caseRoutes } from '#capabilities/case/contract/routes.ts'
import { changeRoutes } from '#capabilities/catalogue/contract/change-routes.ts'
import { gateRoutes } from '#capabilities/catalogue/contract/gate-routes.ts'
import { layerRoutes } from '#capabilities/catalogue/contract/layer-routes.ts'
import { catalogueRoutes } from '#capabilities/catalogue/contract/routes.ts'
import { rectificationRoutes } from '#capabilities/evaluation/contract/routes.ts'
import { powerRoutes } from '#capabilities/catalogue/contract/power-routes.ts'
import { sealRoutes } from '#capabilities/licence-seal/contract/seal-routes.ts'
import { organisationRoutes } from '#capabilities/organisation/contract/routes.ts'
import { portalRoutes } from '#capabilities/portal/contract/routes.ts'
import { dutyRoutes } from '#capabilities/staff/contract/duty-routes.ts'
import { savedListRoutes } from '#capabilities/staff/contract/saved-list-routes.ts'
import { administrationRoutes, sessionRoutes } from '#capabilities/staff/contract/session-routes.ts'
import { supervisionRoutes } from '#capabilities/supervision/contract/routes.ts'
import { client } from '#platform/http/client.ts'
import { csrfToken } from './csrf-token.ts'

const options = { csrfToken, headers: () => ({ 'x-as': 'staff' }) }

export const sessions = client(sessionRoutes, options)
export const administration = client(administrationRoutes, options)
export const duty = client(dutyRoutes, options)
export const cases = client(caseRoutes, options)
export const caseFiles = client(fileContract, options)
export const notices = client(noticeRoutes, options)
export const savedLists = client(savedListRoutes, options)
export const licences = client(licenceRoutes, options)
export const drafts = client(portalRoutes, options)
export const catalogue = client(catalogueRoutes, options)
export const organisation = client(organisationRoutes, options)
export const books = client(bookRoutes, options)
export const powers = client(powerRoutes, options)
export const itemChanges = client(changeRoutes, options)
export const catalogueLayers = client(layerRoutes, options)
export const itemQuality = client(gateRoutes, options)
export const seals = client(sealRoutes, options)
export const supervision = client(supervisionRoutes, options)
export const rectifications = client(rectificationRoutes, options)
