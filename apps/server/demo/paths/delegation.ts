import { newId } from '#platform/id.ts'
import type { Path } from './path.ts'
import { granted, present, type Scene } from './scene.ts'

const BATCH = 'delegation-batch'
const ITEM = 'publications-retail-licence'

/** One act on the batch by whoever holds the role; the first opens it. */
async function act(
  scene: Scene,
  who: Parameters<Scene['officer']>[0],
  name: string,
  id: string | undefined,
  input: object,
) {
  const looking = { actor: scene.officer(who), now: scene.now(), reliesOn: [] }
  const book = present(scene.house.books.find(BATCH, looking), BATCH)
  const doing = { ...looking, act: name, input: { ...input }, requestId: newId(), requestHash: name }
  const { books } = scene.house
  const done = await (id === undefined ? books.begin(book, doing) : books.act(book, id, doing))
  return (granted(name, done).answer as { id: string }).id
}

/** 事项下放批次: proposed, judged by all who are asked but one, so that a visitor sees whose word it waits for. */
export const DELEGATIONS: readonly Path[] = [
  {
    name: '下放一批，还差一家意见',
    begins: 40,
    async *live(scene) {
      const { house, area } = scene
      const plan = (await house.organisation.pack(area))?.body.parameters.delegationBatches?.value
      const published = await house.catalogue.itemInForce(area, ITEM, scene.today())
      const by = published?.item.decidingBody.body
      // Where the plan has no batches, or another body leads them, nothing is put together here.
      if (plan === undefined || by === undefined) return
      const [town] = scene.towns
      const id = await act(scene, { role: 'organiser', body: plan.lead }, 'propose', undefined, {
        ...{ name: '第一批（演示）', by, items: [ITEM], kind: 'delegated', powers: ['decide', 'seal'] },
        ...{ from: await scene.workday(30), towns: [present(town, 'a town').clerk.body] },
      })
      yield 1
      const asked = [...new Set(plan.opinions.map(({ body = by }) => body))]
      for (const body of asked.slice(0, -1))
        await act(scene, { role: 'head', body }, 'give-opinion', id, { stance: 'agree', text: '同意下放。' })
    },
  },
]
