import { answer, type Found } from './answer.ts'
import { breath } from './breath.ts'
import { indexBuilder } from './item-index.ts'

/** A short list of things that is searched like the items: what each is called, the plainest name first. */
export async function finder(
  things: readonly { id: string; called: readonly string[] }[],
): Promise<(words: string, enough: number) => Found> {
  const builder = indexBuilder()
  for (const { id, called } of things) {
    const [name = id, ...aliases] = called
    builder.add({ id, version: 1, name, aliases, topics: [], summary: '', domain: '', serves: [] })
  }
  const index = await builder.finish(breath())
  return (words, enough) =>
    answer(index, words, {
      levels: { sure: enough, enough, word: enough, near: enough, beside: 0, besideSaid: 0 },
    })
}
