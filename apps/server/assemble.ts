import path from 'node:path'
import {
  agencyBooks,
  certificateJobs,
  keepReconciling,
  paymentJobs,
  paymentSubscribers,
} from '#capabilities/agency/index.ts'
import {
  cases,
  caseSubscribers,
  keepCalendars,
  keepPowers,
  resultSpecimen,
  type Cases,
} from '#capabilities/case/index.ts'
import type { CaseMeans } from '#capabilities/case/index.ts'
import type { Book } from '#capabilities/books/model.ts'
import {
  copyJobs,
  correctionJobs,
  correctionSubscribers,
  answeredRevisions,
  checkCopies,
  guideBookJobs,
  guideCopies,
  guides,
  guideSubscribers,
  handbooks,
  keepCopies,
  markOldStock,
  proposeErrors,
} from '#capabilities/guide/index.ts'
import {
  agreementJobs,
  agreementSubscribers,
  authoring,
  catalogue,
  itemImports,
  answeredByDraft,
  answeringJobs,
  answeringSubscribers,
  keepSinking,
  sinkingJobs,
  stationQuestion,
  delegations,
  delegationSubscribers,
} from '#capabilities/catalogue/index.ts'
import {
  evaluation,
  evaluationSubscribers,
  keepRectificationCalendars,
  rectifications,
} from '#capabilities/evaluation/index.ts'
import type { Carrier, UtilityGateway } from '#capabilities/exchange/index.ts'
import { sealJobs, seals, sealSubscribers } from '#capabilities/licence-seal/index.ts'
import {
  fileMessengers,
  notifications,
  notificationSubscribers,
  type Messenger,
} from '#capabilities/notification/index.ts'
import { groundJobs, keepComing, organisation } from '#capabilities/organisation/index.ts'
import { parties } from '#capabilities/party/index.ts'
import { besideSession, staff } from '#capabilities/staff/index.ts'
import { keepWatch, supervision, supervisionSubscribers } from '#capabilities/supervision/index.ts'
import { accountsOf, type AuthMeans } from '#platform/auth/accounts.ts'
import { administratorsOf } from '#platform/auth/administrators.ts'
import { auditOf } from '#platform/auth/audit.ts'
import { PRODUCTION_COST, type HashCost } from '#platform/auth/passwords.ts'
import { sessionsOf } from '#platform/auth/sessions.ts'
import type { Clock } from '#platform/clock.ts'
import { keysFrom } from '#platform/crypto/keys.ts'
import { subjectKeys } from '#platform/crypto/subject-keys.ts'
import type { Db } from '#platform/db/db.ts'
import { createRenderer, type Renderer } from '#platform/documents/render.ts'
import { openFileStore } from '#platform/files/file-store.ts'
import { keepLedger } from '#platform/jobs/schedule.ts'
import { createWorker, type Failure, type Worker } from '#platform/jobs/worker.ts'
import { createLedger } from '#platform/ledger/ledger.ts'
import { createRelay } from '#platform/realtime/relay.ts'
import { allBooks, bookNamed, booksOf, hasSealOf, workloadOf } from './books.ts'
import { idleQueues, unheardFacts } from './executors.ts'
import { impactSources } from './impact.ts'
import { stillUsedIn } from './still-used.ts'

export interface AssemblyOptions {
  db: Db
  clock: Clock
  masterKey: string
  filesFolder: string
  publicUrl: string
  demo: boolean
  hashCost?: HashCost
  /** Folders of licensed fonts (仿宋), preferred over the free ones. */
  fontDirectories?: readonly string[]
  /** Another way to make papers; the typesetter unless told otherwise. */
  renderer?: Renderer
  /** The post, when one is connected. */
  carrier?: Carrier
  trackEveryMs?: number
  /** Suppliers of water, electricity, gas and heating, when they are connected. */
  utilities?: UtilityGateway
  /** Gateways for short messages and e-mail; left out, messages are kept as files beside the uploads. */
  messengers?: readonly Messenger[]
  onFailure(failure: Failure): void
  onFault(error: unknown): void
}

export type Assembly = Awaited<ReturnType<typeof assemble>>

/** Puts the house together: platform parts once, capabilities in their order, nothing started yet. */
export async function assemble(options: AssemblyOptions) {
  const { db, clock, demo, publicUrl, onFailure, onFault } = options
  const keys = keysFrom(options.masterKey)
  const sealing = subjectKeys(db, keys, clock)
  const worker: Worker = createWorker({ db, clock, onFailure, onFault })
  const relay = createRelay({ heads: (area, streams) => ledger.heads(area, streams), onFault })
  const subscribers = (kind: string) => [
    ...sealSubscribers(kind),
    ...agreementSubscribers(kind),
    ...paymentSubscribers(kind),
    ...caseSubscribers(kind),
    ...notificationSubscribers(kind),
    ...evaluationSubscribers(kind),
    ...supervisionSubscribers(kind),
    ...delegationSubscribers(kind),
    ...answeringSubscribers(kind),
    ...guideSubscribers(kind),
    ...correctionSubscribers(kind),
  ]
  const ledger = createLedger({
    db,
    subscribers,
    onCommitted: ({ areaCode, heads, hasWork, facts }) => {
      relay.publish(areaCode, heads)
      if (hasWork) worker.wake(facts)
    },
  })
  const files = await openFileStore({ db, keys, clock, folder: path.resolve(options.filesFolder) })
  const renderer =
    options.renderer ??
    createRenderer(options.fontDirectories ? { fontDirectories: options.fontDirectories } : {})
  const audit = auditOf(db, keys, clock)
  const auth: AuthMeans = { db, keys, clock, audit, cost: options.hashCost ?? PRODUCTION_COST }
  const people = staff(db)
  const means: CaseMeans = {
    ...{ db, ledger, clock, keys, sealing, files, audit, renderer, publicUrl, demo },
    organisation: organisation(db),
    catalogue: catalogue(db, clock),
    parties: parties(db, keys, sealing, clock),
    seals: seals(db, clock),
    posts: people,
    ...(options.carrier ? { carrier: options.carrier } : {}),
    ...(options.trackEveryMs ? { trackEveryMs: options.trackEveryMs } : {}),
  }
  groundJobs(worker, { ...means, stillUsed: stillUsedIn({ staff: people, catalogue: means.catalogue }) })
  sealJobs(worker, db)
  agreementJobs(worker, { ...means, staff: people })
  const caseService: Cases = cases(means)
  caseService.register(worker)
  const waysOf: Cases['waysOf'] = (area, item) => caseService.waysOf(area, item)
  const printed = guides({ ...means, waysOf, resultSample: resultSpecimen })
  const changes = authoring({
    ...{ ...means, posts: people, impact: impactSources(db, means.catalogue) },
    paperFaults: (area, item) => printed.fileFaults(area, item),
    answers: async (area, change) => [
      ...(await answeredRevisions(db, area, change)),
      ...(await answeredByDraft(db, area, change)),
    ],
    waysOf,
  })
  changes.register(worker)
  const imports = itemImports({ ...means, posts: people, authoring: changes })
  imports.register(worker)
  const { utilities } = options
  const outsideBooks = agencyBooks(utilities)
  const books = booksOf({ ...means, agency: outsideBooks })
  books.register(worker)
  certificateJobs(worker, { ...means, posts: people, cases: caseService })
  paymentJobs(worker, { ...means, ...outsideBooks, books, ...(utilities ? { utilities } : {}) })
  const bookOf = bookNamed(allBooks({ ...means, agency: outsideBooks }))
  answeringJobs(worker, { db, books, authoring: changes, book: bookOf })
  const counted = { ...means, workload: workloadOf(db), books }
  sinkingJobs(worker, counted, stationQuestion(counted) as Book)
  delegations({ ...means, books, hasSeal: hasSealOf(means) }).register(worker)
  const guideWork = { ...means, books }
  const copies = guideCopies(means)
  const racks = (area: string, now: string) => markOldStock(guideWork, area, now)
  const check = (area: string, now: string) => checkCopies(guideWork, copies, area, now)
  copyJobs(worker, { copies, racks, check }, means.organisation)
  guideBookJobs(worker, guideWork)
  correctionJobs(worker, means, (area, item, now) => proposeErrors(guideWork, area, item, now))
  const outgoing = path.join(path.dirname(path.resolve(options.filesFolder)), 'outgoing')
  const messengers = options.messengers ?? fileMessengers(outgoing, publicUrl)
  const notices = notifications({ ...means, messengers })
  notices.register(worker)
  const ratings = evaluation({ ...means, cases: caseService })
  const poorRatings = rectifications({ ...means, posts: people })
  poorRatings.register(worker)
  const watch = supervision({ ...means, posts: people, ratings, cases: caseService })
  watch.register(worker)
  const unheard = unheardFacts(worker, subscribers)
  if (unheard.length > 0) throw new Error(`nobody hears what is published: ${unheard.join('; ')}`)
  return {
    ...means,
    ...(utilities ? { utilities } : {}),
    worker,
    relay,
    staff: people,
    cases: caseService,
    ratings,
    rectifications: poorRatings,
    authoring: changes,
    itemImports: imports,
    guides: printed,
    books,
    guideCopies: copies,
    handbooks: handbooks(means),
    notifications: notices,
    outgoing,
    supervision: watch,
    accounts: accountsOf(auth),
    administrators: administratorsOf(auth),
    sessions: sessionsOf(auth, besideSession(db)),
    means,
    /** Begins background work: due acts, papers, upkeep of the ledger. */
    async start(): Promise<void> {
      await keepLedger(worker, db, clock)
      await keepCalendars(db, clock)
      await keepComing(db, clock)
      await keepPowers(db, clock)
      await keepReconciling(db, clock)
      await keepSinking(db, clock)
      await keepRectificationCalendars(db, clock)
      await keepWatch(db, clock)
      await keepCopies(db, clock)
      // Keeping the ledger brings its own handler, so who is missing is known only now.
      const idle = await idleQueues(worker, db, clock.now())
      if (idle.length > 0) onFault(new Error(`nobody does what is queued: ${idle.join('; ')}`))
      await relay.start()
      worker.start()
    },
    async stop(): Promise<void> {
      await worker.stop()
      await relay.stop()
      await renderer.close()
    },
  }
}
