import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkPack, type AreaPack } from './check.ts'
import { delegationFlaws } from './check/delegation.ts'

// Real: the five packs as they lie in the repository, and the plans clause by clause.

/** Who puts batches together, and who is asked, before anything takes effect. */
const PLANS: readonly [
  plan: string,
  lead: string,
  seats: readonly (string | undefined)[],
  trained: number,
][] = [
  ['boshan-2020', 'approval-bureau', [undefined, 'justice', 'staffing-office', 'approval-bureau'], 2],
  ['lanshan-2019', 'approval-bureau', [undefined, 'approval-bureau'], 2],
  ['yiyuan-2018', 'service-office', [undefined, 'approval-bureau'], 2],
  ['liaocheng-2020', 'government-office', [undefined, 'approval-bureau'], 2],
  ['dawukou-2020', 'approval-bureau', [undefined, 'approval-bureau'], 2],
]

const clausesOf = (plan: string): Set<string> => {
  const file = path.join(import.meta.dirname, '..', '..', 'clauses', 'registers', `${plan}.json`)
  const { clauses } = JSON.parse(readFileSync(file, 'utf8')) as { clauses: { id: string }[] }
  return new Set(clauses.map(({ id }) => id))
}

describe.each(PLANS)('batches of delegation in %s', (plan, lead, seats, trained) => {
  const { areas, problems } = checkPack(plan)

  test('the pack says who leads, who is asked and what a receiving town must have, on clauses of its own plan', () => {
    expect(problems).toEqual([])
    const { value, clauses, note } = areas[0]!.pack.pack.parameters.delegationBatches!
    expect(value).toMatchObject({ lead, trainedStaff: trained })
    expect(value.opinions.map(({ body }) => body)).toEqual(seats)
    const known = clausesOf(plan)
    expect(clauses.filter((id) => !known.has(id))).toEqual([])
    // No plan names days and months of its own: what had to be chosen is said.
    expect(note).toContain('[K]')
  })

  test('everybody it asks is there with somebody to say it; without them the pack does not load', () => {
    const { pack, posts } = areas.at(-1)!
    expect(delegationFlaws(pack, posts, [])).toEqual([])
    const without = (role: string, body?: string): AreaPack['posts'] => ({
      ...posts,
      posts: posts.posts.filter(
        (post) => !post.roles.some((held) => held === role) || (body && post.body !== body),
      ),
    })
    const flaws = (left: AreaPack['posts']) => delegationFlaws(pack, left, []).map(({ what }) => what)
    expect(flaws(without('organiser', lead))).toEqual([expect.stringContaining('没有人提出批次')])
    expect(flaws(without('head', 'approval-bureau'))).toEqual([expect.stringContaining('没有负责人')])
    expect(flaws(without('government-head'))).toEqual([expect.stringContaining('没有人批准')])
  })
})

test('a body that does not stand in the pack is named', () => {
  const { pack, posts } = checkPack('lanshan-2019').areas[0]!
  const parameters = structuredClone(pack.pack.parameters)
  parameters.delegationBatches!.value.opinions.push({ seat: '司法行政', body: 'nobody' })
  const changed = { ...pack, pack: { ...pack.pack, parameters } }
  expect(delegationFlaws(changed, posts, [])).toEqual([
    expect.objectContaining({ file: 'pack.json', what: '参数 delegationBatches 写了没有的机构 nobody' }),
  ])
})
