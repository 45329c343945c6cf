import { field, record, type BookAct } from '#capabilities/books/model.ts'
import { bookAct } from '#capabilities/books/model.ts'

/** What an entry records of the draft (事项变更) that answers it. */
export interface Drafted {
  item?: string
  how?: string
  draft?: string
  trouble?: string
  settledBy?: number
}

export const draftedFields = {
  draft: field.optional(field.change('起草的事项变更')),
  trouble: field.optional(field.text('没有起草成的原因', { most: 300 })),
  settledBy: field.optional(field.count('发布的版本')),
}

export const DRAFTING = 'drafting'
export const draftingState = { title: '正在改事项，发布后自动办结', waits: ['system'] } as const

const act = bookAct<Drafted, unknown>()

interface Where {
  /** The state in which it waits for an answer, and the one in which it is answered. */
  from: string
  done: string
  by: readonly string[]
  lawful: string
  /** Whoever answers says which item; left out, the entry knows. */
  asksItem: boolean
}

/** An answer that is a change of the item: the draft begins by itself, keeps the day, and settles the entry when it comes out. */
export function draftingActs<B extends Drafted, K>({
  from,
  done,
  by,
  lawful,
  asksItem,
}: Where): BookAct<B, K>[] {
  const reason = field.text('怎样改', { least: 4, most: 300 })
  const acts = [
    act({
      ...{ name: 'begin-draft', title: '起草变更', past: '起草事项变更', tone: 'primary' as const, lawful },
      ...{ from: [from], to: [DRAFTING], by },
      help: '在最新的版本上起草。上级目录已经更新的，先并入上级的内容。',
      input: asksItem ? record({ item: field.item('要改的本地事项'), reason }) : record({ reason }),
      sets: ({ input }) => {
        const { item, reason: how } = input as { item?: string; reason: string }
        return { ...(item === undefined ? {} : { item }), how, draft: null, trouble: null }
      },
      due: ({ dossier }) => dossier.due,
    }),
    act({
      ...{ name: 'drafted', title: '草稿已建立', past: '草稿已经建立' },
      ...{ from: [DRAFTING], to: 'same' as const, by: ['system'] },
      input: record({ draft: field.change() }),
      sets: ({ input }) => input,
    }),
    act({
      ...{ name: 'not-drafted', title: '没有起草成', past: '没有起草成，退回答复' },
      ...{
        from: [DRAFTING],
        to: [from],
        by: ['system'],
        input: record({ trouble: field.text('原因', { most: 300 }) }),
      },
      sets: ({ input }) => input,
      due: ({ dossier }) => dossier.due,
    }),
    act({
      ...{ name: 'draft-gone', title: '草稿已撤回', past: '草稿撤回，重新等答复' },
      ...{ from: [DRAFTING], to: [from], by: ['system'], input: record({}) },
      sets: () => ({ draft: null }),
      due: ({ dossier }) => dossier.due,
    }),
    act({
      ...{ name: 'came-out', title: '新版本已发布', past: '新版本发布，办结' },
      ...{ from: [DRAFTING], to: [done], by: ['system'] },
      input: record({ settledBy: field.count('发布的版本') }),
      sets: ({ input }) => input,
    }),
  ]
  // Every body that holds what a draft needs has these acts; what else it holds they do not touch.
  return acts as unknown as BookAct<B, K>[]
}
