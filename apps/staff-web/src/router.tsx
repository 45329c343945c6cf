import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { bookSearch } from './pages/books/search.ts'
import { askSearch, certificatesSearch } from './pages/certificates/search.ts'
import { intakeSearch } from './pages/intake/search.ts'
import { editorSearch, itemChangesSearch } from './pages/item-changes/search.ts'
import { delegationSearch } from './pages/delegation/search.ts'
import { itemTiersSearch } from './pages/item-tiers/search.ts'
import { runSearch } from './pages/item-imports/search.ts'
import { elementSearch } from './pages/elements/search.ts'
import { qualitySearch } from './pages/items/search.ts'
import { licencesSearch } from './pages/licences/search.ts'
import { organisationSearch } from './pages/organisation/search.ts'
import { reformSearch } from './pages/reform/search.ts'
import { powersSearch } from './pages/powers/search.ts'
import { rectificationSearch } from './pages/rectification/search.ts'
import { residencySearch } from './pages/residency/search.ts'
import { supervisionSearch } from './pages/supervision/search.ts'
import { workListSearch } from './pages/work-list/search.ts'
import { Gate } from './session/gate.tsx'
import { Fault } from './shell/fault.tsx'
import { NotFound } from './shell/not-found.tsx'
import { Start } from './shell/start.tsx'
import { Waiting } from './shell/waiting.tsx'

const root = createRootRoute({ component: Gate, notFoundComponent: NotFound })
const getParentRoute = () => root

const start = createRoute({ getParentRoute, path: '/', component: Start })
const workList = createRoute({
  getParentRoute,
  path: '/cases',
  validateSearch: workListSearch,
  component: lazyRouteComponent(() => import('./pages/work-list/work-list-page.tsx'), 'MyWorkPage'),
})
const approvals = createRoute({
  getParentRoute,
  path: '/approvals',
  component: lazyRouteComponent(() => import('./pages/approvals/approvals-page.tsx'), 'ApprovalsPage'),
})
const allCases = createRoute({
  getParentRoute,
  path: '/all',
  validateSearch: workListSearch,
  component: lazyRouteComponent(() => import('./pages/work-list/work-list-page.tsx'), 'AllCasesPage'),
})
const supervision = createRoute({
  getParentRoute,
  path: '/supervision',
  validateSearch: supervisionSearch,
  component: lazyRouteComponent(() => import('./pages/supervision/supervision-page.tsx'), 'SupervisionPage'),
})
const rectifications = createRoute({
  getParentRoute,
  path: '/rectifications',
  validateSearch: rectificationSearch,
  component: lazyRouteComponent(
    () => import('./pages/rectification/rectifications-page.tsx'),
    'RectificationsPage',
  ),
})
const rectification = createRoute({
  getParentRoute,
  path: '/rectifications/$id',
  component: lazyRouteComponent(
    () => import('./pages/rectification/rectification-page.tsx'),
    'RectificationPage',
  ),
})
const casePage = createRoute({
  getParentRoute,
  path: '/cases/$no',
  component: lazyRouteComponent(() => import('./pages/case/case-page.tsx'), 'CasePage'),
})
const intake = createRoute({
  getParentRoute,
  path: '/intake',
  component: lazyRouteComponent(() => import('./pages/intake/choose-item-page.tsx'), 'ChooseItemPage'),
})
const intakeItem = createRoute({
  getParentRoute,
  path: '/intake/$item',
  validateSearch: intakeSearch,
  component: lazyRouteComponent(() => import('./pages/intake/intake-page.tsx'), 'IntakePage'),
})
const receipt = createRoute({
  getParentRoute,
  path: '/receipts/$no',
  component: lazyRouteComponent(() => import('./pages/intake/receipt-page.tsx'), 'ReceiptPage'),
})
const licences = createRoute({
  getParentRoute,
  path: '/licences',
  validateSearch: licencesSearch,
  component: lazyRouteComponent(() => import('./pages/licences/licences-page.tsx'), 'LicencesPage'),
})
const licence = createRoute({
  getParentRoute,
  path: '/licences/$number',
  component: lazyRouteComponent(() => import('./pages/licences/licence-page.tsx'), 'LicencePage'),
})
const powers = createRoute({
  getParentRoute,
  path: '/powers',
  validateSearch: powersSearch,
  component: lazyRouteComponent(() => import('./pages/powers/powers-page.tsx'), 'PowersPage'),
})
const itemQuality = createRoute({
  getParentRoute,
  path: '/item-quality',
  validateSearch: qualitySearch,
  component: lazyRouteComponent(() => import('./pages/items/quality-page.tsx'), 'QualityPage'),
})
const dataElements = createRoute({
  getParentRoute,
  path: '/data-elements',
  validateSearch: elementSearch,
  component: lazyRouteComponent(() => import('./pages/elements/elements-page.tsx'), 'ElementsPage'),
})
const residency = createRoute({
  getParentRoute,
  path: '/residency',
  validateSearch: residencySearch,
  component: lazyRouteComponent(() => import('./pages/residency/residency-page.tsx'), 'ResidencyPage'),
})
const delegation = createRoute({
  getParentRoute,
  path: '/delegation',
  validateSearch: delegationSearch,
  component: lazyRouteComponent(() => import('./pages/delegation/delegation-page.tsx'), 'DelegationPage'),
})
const itemTiers = createRoute({
  getParentRoute,
  path: '/item-tiers',
  validateSearch: itemTiersSearch,
  component: lazyRouteComponent(() => import('./pages/item-tiers/item-tiers-page.tsx'), 'ItemTiersPage'),
})
const itemChanges = createRoute({
  getParentRoute,
  path: '/item-changes',
  validateSearch: itemChangesSearch,
  component: lazyRouteComponent(
    () => import('./pages/item-changes/item-changes-page.tsx'),
    'ItemChangesPage',
  ),
})
const itemChange = createRoute({
  getParentRoute,
  path: '/item-changes/$id',
  component: lazyRouteComponent(() => import('./pages/item-changes/change-page.tsx'), 'ChangePage'),
})
const itemChangeEdit = createRoute({
  getParentRoute,
  path: '/item-changes/$id/edit',
  validateSearch: editorSearch,
  component: lazyRouteComponent(() => import('./pages/item-changes/edit-page.tsx'), 'EditPage'),
})
const itemNews = createRoute({
  getParentRoute,
  path: '/item-news',
  component: lazyRouteComponent(() => import('./pages/item-news/item-news-page.tsx'), 'ItemNewsPage'),
})
const books = createRoute({
  getParentRoute,
  path: '/books',
  component: lazyRouteComponent(() => import('./pages/books/books-page.tsx'), 'BooksPage'),
})
const book = createRoute({
  getParentRoute,
  path: '/books/$book',
  validateSearch: bookSearch,
  component: lazyRouteComponent(() => import('./pages/books/book-page.tsx'), 'BookPage'),
})
const bookEntry = createRoute({
  getParentRoute,
  path: '/books/$book/$id',
  component: lazyRouteComponent(() => import('./pages/books/entry-page.tsx'), 'EntryPage'),
})
const certificates = createRoute({
  getParentRoute,
  path: '/certificates',
  validateSearch: certificatesSearch,
  component: lazyRouteComponent(
    () => import('./pages/certificates/certificates-page.tsx'),
    'CertificatesPage',
  ),
})
const certificateAsk = createRoute({
  getParentRoute,
  path: '/certificates/new',
  validateSearch: askSearch,
  component: lazyRouteComponent(() => import('./pages/certificates/ask-page.tsx'), 'AskPage'),
})
const certificate = createRoute({
  getParentRoute,
  path: '/certificates/$id',
  component: lazyRouteComponent(() => import('./pages/certificates/certificate-page.tsx'), 'CertificatePage'),
})
const utilities = createRoute({
  getParentRoute,
  path: '/utilities',
  component: lazyRouteComponent(() => import('./pages/utilities/utilities-page.tsx'), 'UtilitiesPage'),
})
const itemImports = createRoute({
  getParentRoute,
  path: '/item-imports',
  component: lazyRouteComponent(
    () => import('./pages/item-imports/item-imports-page.tsx'),
    'ItemImportsPage',
  ),
})
const itemImport = createRoute({
  getParentRoute,
  path: '/item-imports/$run',
  validateSearch: runSearch,
  component: lazyRouteComponent(() => import('./pages/item-imports/run-page.tsx'), 'ImportRunPage'),
})
const guides = createRoute({
  getParentRoute,
  path: '/guides',
  component: lazyRouteComponent(() => import('./pages/guides/guides-page.tsx'), 'GuidesPage'),
})
const organisation = createRoute({
  getParentRoute,
  path: '/organisation',
  validateSearch: organisationSearch,
  component: lazyRouteComponent(
    () => import('./pages/organisation/organisation-page.tsx'),
    'OrganisationPage',
  ),
})
const reform = createRoute({
  getParentRoute,
  path: '/reform',
  validateSearch: reformSearch,
  component: lazyRouteComponent(() => import('./pages/reform/reform-page.tsx'), 'ReformPage'),
})
const seals = createRoute({
  getParentRoute,
  path: '/seals',
  component: lazyRouteComponent(() => import('./pages/seals/seals-page.tsx'), 'SealsPage'),
})
const duty = createRoute({
  getParentRoute,
  path: '/duty',
  component: lazyRouteComponent(() => import('./pages/duty/duty-page.tsx'), 'DutyPage'),
})
const accounts = createRoute({
  getParentRoute,
  path: '/accounts',
  component: lazyRouteComponent(() => import('./pages/accounts/accounts-page.tsx'), 'AccountsPage'),
})
const posts = createRoute({
  getParentRoute,
  path: '/posts',
  component: lazyRouteComponent(() => import('./pages/posts/posts-page.tsx'), 'PostsPage'),
})
const audit = createRoute({
  getParentRoute,
  path: '/audit',
  component: lazyRouteComponent(() => import('./pages/audit/audit-page.tsx'), 'AuditPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    workList,
    approvals,
    allCases,
    supervision,
    rectifications,
    rectification,
    casePage,
    intake,
    intakeItem,
    receipt,
    licences,
    licence,
    powers,
    itemQuality,
    dataElements,
    itemImports,
    itemImport,
    itemTiers,
    delegation,
    residency,
    itemChanges,
    itemChange,
    itemChangeEdit,
    guides,
    itemNews,
    books,
    book,
    bookEntry,
    certificates,
    certificateAsk,
    certificate,
    utilities,
    organisation,
    reform,
    seals,
    duty,
    accounts,
    posts,
    audit,
  ]),
  basepath: '/staff',
  defaultPreload: 'intent',
  defaultPendingComponent: Waiting,
  defaultErrorComponent: Fault,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
