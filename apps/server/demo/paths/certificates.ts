import { legalDay } from '#engine/day.ts'
import { write } from './in-book.ts'
import type { Path } from './path.ts'

const LIST = 'certificate-list'

/** 证明: a county that has said in public what its villages certify, so that stations can give something. */
export const CERTIFICATES: readonly Path[] = [
  {
    name: '出具证明事项清单公布',
    begins: 20,
    async *live(scene) {
      const author = scene.officer({ role: 'item-author' })
      const approver = scene.officer({ role: 'item-approver' })
      const from = legalDay(scene.now())
      const id = await write(scene, author, {
        ...{ book: LIST, act: 'draft' },
        input: { title: '村（社区）出具证明事项清单', from, start: 'catalogue' },
      })
      await write(scene, author, { ...{ book: LIST, act: 'submit', id }, input: {} })
      yield 1
      await write(scene, approver, { ...{ book: LIST, act: 'approve', id }, input: {} })
      const on = legalDay(scene.now())
      await write(scene, approver, {
        ...{ book: LIST, act: 'announce', id },
        input: { on, channel: 'village', documentNo: '示例民字〔2026〕1号' },
      })
    },
  },
]
