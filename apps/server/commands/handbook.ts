import { HANDBOOK_KINDS, HANDBOOK_TITLES } from '#capabilities/guide/index.ts'
import { isRefusal } from '#engine/refusal.ts'
import { legalDay } from '#engine/day.ts'
import { say, withHouse } from './with-house.ts'

// Compiles every handbook of every area from the guides and procedures in force (标准化服务手册、受理手册、事项清单). What has not
// changed keeps its number. With kinds as parameters only those: `npm run handbook -- town`.
const wanted = process.argv.slice(2)
const unknown = wanted.filter((kind) => !HANDBOOK_KINDS.some((known) => known === kind))

await withHouse(async ({ handbooks, organisation, clock }) => {
  if (unknown.length > 0) {
    say(`没有“${unknown.join('、')}”这种手册，可用的有：${HANDBOOK_KINDS.join('、')}。`)
    return 1
  }
  const now = clock.now()
  for (const { area, name } of await organisation.areas(legalDay(now)))
    for (const kind of HANDBOOK_KINDS.filter((each) => wanted.length === 0 || wanted.includes(each))) {
      const made = await handbooks.make(area, kind, 'command', now)
      if (isRefusal(made)) say(`${name} ${HANDBOOK_TITLES[kind]}：没有可以收录的事项。`)
      else
        say(
          `${name} ${HANDBOOK_TITLES[kind]} 第${made.number}版，${made.items}个事项${made.fresh ? '' : '（内容没有变化）'}。`,
        )
    }
  return 0
})
