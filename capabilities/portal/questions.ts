import { legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { held } from '#capabilities/books/index.ts'
import { questionBook, questions } from '#capabilities/guide/index.ts'
import { refuse } from '#platform/refusal.ts'
import type { CitizenServices } from './contract.ts'
import type { PortalMeans } from './means.ts'
import { said } from './words.ts'

/** So many questions a day and item are read by somebody; more would be a machine. */
const A_DAY = 50
const LENGTH = { least: 4, most: 200 }

/** 群众提问 from the page of a guide; nobody has to sign in, and nobody is named. */
export function asking({ area, db, clock, books, catalogue }: PortalMeans): Pick<CitizenServices, 'ask'> {
  const book = questions()
  return {
    async ask(item, text, requestId) {
      const now = clock.now()
      const day = legalDay(now)
      const question = text.trim().replaceAll(/\s+/gu, ' ')
      if ((await catalogue.itemInForce(area, item, day)) === undefined)
        return said(refuse('item-not-found', { facts: { item } }))
      if ([...question].length < LENGTH.least) return said(refuse('guide-question-short'))
      const today = (await held(db, questionBook, { area, item, open: true })).filter(
        ({ entry }) => entry.openedBy?.day === day,
      )
      if (today.length >= A_DAY || books === undefined) return said(refuse('guide-question-many'))
      const input = { item, question: question.slice(0, LENGTH.most), channel: 'portal' }
      const done = await books.record(book, {
        ...{ area, act: 'ask', input, now, requestId, requestHash: `${item} ${question}`, reliesOn: [] },
        actor: { kind: 'system', job: 'portal' },
      })
      return isRefusal(done) ? said(done) : { asked: true }
    },
  }
}
