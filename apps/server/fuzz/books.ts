import { AREA, type Stage } from '../matrix/stage.ts'
import type { Signed } from '../testing/signed.ts'
import { got, right, type Right } from './right.ts'
import type { Json } from './values.ts'

/** The list that is published here; the other one stays as it is begun. */
const [PUBLISHED, WAITING] = ['certificate-list', 'town-list'] as const

/** Books (台账): a list in force and one in work, a batch of powers somebody proposed, a handbook, a report. */
export async function booksInWork(stage: Stage): Promise<Right[]> {
  const author = await stage.as('author.civil-affairs')
  await published(author, await stage.as('items.approval-bureau'))
  const id = await begun(author, WAITING, 'draft', draftOf('镇级“一窗通办”政务服务事项清单'))
  got(await author.call('POST', '/handbooks/town-list', {}))
  const caller = 'the author of items'
  const book = `/books/${WAITING}`
  return [
    right(caller, 'books.entries', 'GET', `${book}?queue=all`),
    right(caller, 'books.entry', 'GET', `${book}/entries/${id}`),
    right(caller, 'books.actOnEntry', 'POST', `${book}/entries/${id}/acts/submit`, { input: {} }),
    right(caller, 'bookFiles.bookFile', 'GET', `${book}/export?queue=all`),
    right(caller, 'lists.listVersion', 'GET', `/lists/${PUBLISHED}/versions/1`),
    right(caller, 'listFiles.listFile', 'GET', `/lists/${PUBLISHED}/export?no=1`),
    right(caller, 'guideFiles.handbookFile', 'GET', '/handbooks/town-list/1/file'),
    right(caller, 'dataElements.touchedByPaper', 'GET', '/standard-papers/touches?name=居民身份证'),
    ...(await proposed(stage)),
  ]
}

const draftOf = (title: string) => ({ title, from: '2026-03-16', start: 'catalogue' })

async function begun(who: Signed, book: string, act: string, input: object): Promise<string> {
  return (got(await who.call('POST', `/books/${book}/begin/${act}`, { input })) as { id: string }).id
}

async function published(author: Signed, approver: Signed): Promise<void> {
  const id = await begun(author, PUBLISHED, 'draft', draftOf('村（社区）出具证明事项清单'))
  const act = (who: Signed, name: string, input: object) =>
    who.call('POST', `/books/${PUBLISHED}/entries/${id}/acts/${name}`, { input })
  got(await act(author, 'submit', {}))
  got(await act(approver, 'approve', {}))
  got(
    await act(approver, 'announce', { on: '2026-03-16', channel: 'village', documentNo: '示例〔2026〕8号' }),
  )
}

const BATCH = {
  ...{ name: '示例批次', by: 'market-supervision', items: ['prepackaged-food-filing'], kind: 'delegated' },
  ...{ powers: ['decide', 'seal'], from: '2026-03-23', towns: ['town-370304113'] },
}

async function proposed(stage: Stage): Promise<Right[]> {
  const id = await begun(await stage.as('organiser.approval-bureau'), 'delegation-batch', 'propose', BATCH)
  const caller = 'the organiser'
  const path = `/delegation/batches/${id}/readiness`
  return [
    right(caller, 'books.openEntry', 'POST', '/books/delegation-batch/begin/propose', {
      input: { ...BATCH, name: '示例批次二' },
    }),
    right(caller, 'delegation.delegationReadiness', 'GET', path),
    right(caller, 'delegationFiles.readinessFile', 'GET', `${path}/export`),
    right(caller, 'reports.report', 'GET', '/reform-reports/quotas'),
    right(caller, 'reportFiles.reportFile', 'GET', '/reform-reports/quotas/export'),
  ]
}

/** Entries with their books, and the acts that are known by name. */
export async function knownBooks({ house }: Stage): Promise<Record<string, readonly Json[]>> {
  const entries = await house.db.query<{ book: string; id: string }>(
    `SELECT book, id::text AS id FROM books.entry WHERE area_code = '${AREA}' ORDER BY book, id`,
  )
  const batches = entries.flatMap(({ book, id }) => (book === 'delegation-batch' ? [id] : []))
  const acts = ['submit', 'approve', 'announce', 'give-opinion', 'give-up']
  const entry = '/api/v1/books/{book}/entries/{id}'
  return {
    book: [PUBLISHED, WAITING, 'delegation-batch', 'utility-payment'],
    [entry]: entries.map(({ book, id }) => [book, id]),
    [`${entry}/acts/{act}`]: entries.flatMap(({ book, id }) => acts.map((act) => [book, id, act])),
    ...under('/api/v1/delegation/batches/{id}/readiness', batches),
    ...under('/api/v1/reform-reports/{id}', ['quotas', 'costs', 'moves', 'standards']),
    list: [PUBLISHED, WAITING],
    '/api/v1/books/{book}/begin/{act}:act': ['draft', 'propose', 'order'],
  }
}

const under = (path: string, ids: readonly Json[]): Record<string, readonly Json[]> => ({
  [`${path}:id`]: ids,
  [`${path}/export:id`]: ids,
})
