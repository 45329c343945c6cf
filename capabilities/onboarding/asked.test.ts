import { expect, test } from 'vitest'
import { finder } from '#capabilities/catalogue/index.ts'
import { checkPack } from './check.ts'

/** From here on the portal says that it is what was asked for. */
const SURE = 0.45
const PACKS = ['boshan-2020', 'dawukou-2020', 'lanshan-2019', 'liaocheng-2020', 'yiyuan-2018']

test.each(PACKS)(
  'what the home page of %s proposes to ask finds something that is in force there',
  async (pack) => {
    const { navigation, items } = checkPack(pack)
    const asked = navigation?.asked ?? []
    expect(asked.length).toBeGreaterThanOrEqual(3)
    const find = await finder(items.map(({ id, name, aliases }) => ({ id, called: [name, ...aliases] })))
    expect(asked.filter((words) => find(words, SURE).hits.length === 0)).toEqual([])
  },
)
