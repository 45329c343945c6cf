import { png } from '#platform/files/samples.ts'
import { multipart, type Stage } from '../matrix/stage.ts'
import { got, right, type Right } from './right.ts'

const PLACE = 'centre-370304112'
const RULE = '首问负责制'

/** A rule on a wall with its photo, and a picture to be sent. */
export async function onTheWall(stage: Stage): Promise<Right[]> {
  const organiser = await stage.as('organiser.approval-bureau')
  const { payload, headers } = multipart(png(40, 30), 'wall.png')
  const { id: photo } = got(await organiser.call('POST', '/books/photos', payload, headers)) as { id: string }
  const clauses = got(await organiser.call('GET', '/books/standard-clause?limit=100')) as {
    items: { id: string; cells: string[] }[]
  }
  const clause = clauses.items.find(({ cells }) => cells.includes(RULE))!.id
  const input = { place: PLACE, clause, photo }
  const { id } = got(await organiser.call('POST', '/books/adoption/begin/adopt', { input })) as { id: string }
  const caller = 'the organiser'
  return [
    right(caller, 'bookPhotos.photo', 'GET', `/books/adoption/entries/${id}/photos/${photo}`),
    {
      ...{ caller, operation: 'bookPhotos.uploadPhoto' },
      asked: { method: 'POST', url: '/api/v1/books/photos', ...multipart(png(30, 40), 'wall.png') },
    },
  ]
}
