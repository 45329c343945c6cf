import type { StaffActor } from '#engine/actor.ts'
import { newId } from '#platform/id.ts'
import { granted, present, type Scene } from './scene.ts'

interface Written {
  book: string
  act: string
  input: object
  /** The entry; left out, the act begins one. */
  id?: string
}

/** One act in a book (台账) by an officer; answers the entry. */
export async function write(
  { house, now }: Scene,
  actor: StaffActor,
  { book: kind, act, input, id }: Written,
): Promise<string> {
  const looking = { actor, now: now(), reliesOn: [] }
  const book = present(house.books.find(kind, looking), kind)
  const doing = { ...looking, act, input: { ...input }, requestId: newId(), requestHash: act }
  const done = await (id === undefined ? house.books.begin(book, doing) : house.books.act(book, id, doing))
  return (granted(`${kind} ${act}`, done).answer as { id: string }).id
}
