import { legalDay, type Instant } from '#engine/day.ts'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import { held } from '#capabilities/books/index.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import { copyDifferenceBook, copyDifferences } from '../books/copy-difference.ts'
import type { GuideJobMeans } from '../books/jobs.ts'
import type { CopyDifference, GuideCopies } from './service.ts'

export interface CheckedCopies {
  found: number
  agreed: number
}

/**
 * Holds every channel against its source and leaves a line with whoever has to put it right; what says the same again is closed. Asked
 * twice in a night it writes nothing twice.
 */
export async function checkCopies(
  means: GuideJobMeans,
  copies: Pick<GuideCopies, 'differences'>,
  area: string,
  now: Instant,
): Promise<CheckedCopies> {
  const book = copyDifferences(means)
  const day = legalDay(now)
  const { lines, more } = await copies.differences(area, day)
  const open = await held(means.db, copyDifferenceBook, { area, open: true })
  const known = new Map(open.map((each) => [keyOf(each.entry.body), each]))
  const told = new Set(lines.map(keyOf))
  const fresh = lines.filter((line) => !known.has(keyOf(line)))
  for (const line of fresh)
    sure(
      await means.books.record(book, {
        ...{ area, act: 'find', input: inputOf(line), now, actor: { kind: 'system', job: 'guide' } },
        ...{ requestId: `${book.kind}/${keyOf(line)}/${day}`, requestHash: keyOf(line), reliesOn: [] },
      }),
    )
  // A list that was cut off does not say what agrees.
  const agreed = more ? [] : open.filter(({ entry }) => !told.has(keyOf(entry.body)))
  for (const { id } of agreed)
    sure(
      await means.books.carry(
        book,
        { area, id },
        { act: 'agree', input: {}, now, requestId: `${book.kind}/${id}/agree` },
      ),
    )
  return { found: fresh.length, agreed: agreed.length }
}

const keyOf = ({ channel, place, item }: { channel: string; place?: string; item: string }): string =>
  `${channel}/${place ?? ''}/${item}`

const inputOf = ({ item, channel, place, byHand, fields }: CopyDifference) => ({
  ...{ item, channel, byHand },
  ...(place === '' ? {} : { place }),
  fields: fields.map(({ fieldTitle }) => fieldTitle).join('、') || '版本',
})

function sure(done: Done | Refusal): void {
  if (isRefusal(done) && done.code !== 'book-entry-exists')
    throw new Error(`a difference of channels was not recorded: ${done.code}`)
}
