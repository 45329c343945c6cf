import type { StaffActor } from '#engine/actor.ts'
import { newId } from '#platform/id.ts'
import type { Path } from './path.ts'
import { granted, present, type Scene } from './scene.ts'

const DECLARED = { lawful: true, true: true, accurate: true, complete: true }
const asked = () => ({ requestId: newId(), requestHash: newId(), reliesOn: [] })

/** Begins a change of an item by whoever drafts for its department. */
async function begun(
  scene: Scene,
  item: string,
  reason: string,
): Promise<{ id: string; author: StaffActor }> {
  const { house, area } = scene
  const published = present(await house.catalogue.itemInForce(area, item, scene.today()), item)
  const body = present(published.item.decidingBody.body, `a department for ${item}`)
  const author = scene.officer({ role: 'item-author', body })
  const done = granted(
    item,
    await house.authoring.open({ ...asked(), actor: author, now: scene.now(), wish: { item, reason } }),
  )
  return { id: (done.answer as { id: string }).id, author }
}

async function act(scene: Scene, actor: StaffActor, id: string, name: string, input: object): Promise<void> {
  const { answer } = granted(
    'change',
    await scene.house.authoring
      .detail(id, { actor, now: scene.now(), reliesOn: [] })
      .then((found) => ('summary' in found ? { answer: found.summary.version } : found)),
  )
  const request = { ...asked(), actor, now: scene.now(), id, act: name, input: { ...input } }
  granted(name, await scene.house.authoring.act({ ...request, seenVersion: answer }))
}

const summary = async ({ house, area, today }: Scene, item: string): Promise<string> =>
  (await house.catalogue.itemInForce(area, item, today()))!.item.summary

/** 事项变更 under way: one with comments on it, one sent back, so that author and approver both find something to do. */
export const ITEM_CHANGES: readonly Path[] = [
  {
    name: '事项变更：有人提了意见',
    begins: 4,
    async *live(scene) {
      const item = 'disability-certificate'
      const { id, author } = await begun(scene, item, '把简介写得更好懂')
      const value = `${await summary(scene, item)}先申请，再到指定的医院评定。`
      await act(scene, author, id, 'edit', { edits: [{ at: '/summary', value }] })
      yield 1
      const approver = scene.officer({ role: 'item-approver' })
      await act(scene, approver, id, 'comment', {
        on: '/summary',
        text: '“指定的医院”群众要问是哪家，建议写明到哪里查。',
      })
    },
  },
  {
    name: '事项变更：审定退回修改',
    begins: 7,
    async *live(scene) {
      const item = 'subsistence-allowance'
      const { id, author } = await begun(scene, item, '群众反映不知道收入怎么算，补写常见问题')
      const value = {
        question: '子女给的赡养费算不算收入？',
        answer: '算。不在一起生活的子女给的钱写进“收入怎么来的”，没有给的也照实写。',
      }
      await act(scene, author, id, 'edit', { edits: [{ at: '/faq/-', value }] })
      yield 1
      await act(scene, author, id, 'submit', DECLARED)
      yield 1
      const approver = scene.officer({ role: 'item-approver' })
      await act(scene, approver, id, 'return', { text: '请写明按哪一条规定算，再送审。' })
    },
  },
  {
    name: '导入目录，有几行要人看',
    begins: 3,
    async *live(scene) {
      const { house } = scene
      const actor = scene.officer({ role: 'item-approver' })
      const file = (async function* () {
        yield new TextEncoder().encode(FILE)
      })()
      const looking = { actor, now: scene.now(), reliesOn: [] }
      granted(
        'import',
        await house.itemImports.upload(looking, { name: '部门报送的事项目录（演示）.csv', file }),
      )
      yield 1
    },
  },
]

/** As departments send them: a heading above, a sum below, a code too short, a name twice, a type nobody knows. */
const FILE = [
  '部门报送的事项目录（演示）',
  '事项名称,基本编码,事项类型,实施主体,行使层级,设定依据',
  '演示惠民殡葬补贴,370599000001,行政给付,民政局,县级,演示办法第一条',
  '演示养老床位补贴,370599000002,行政给付,民政局,县级,演示办法第二条',
  '演示儿童福利补贴,3705990,行政给付,民政局,县级,演示办法第三条',
  '演示便民事项,370599000004,便民类,民政局,县级,演示办法第四条',
  '演示惠民殡葬补贴,370599000001,行政给付,民政局,县级,演示办法第一条',
  '合计：5项',
].join('\n')
