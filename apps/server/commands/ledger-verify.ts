import { legalDay } from '#engine/day.ts'
import { verifyLedger } from '#platform/ledger/verify.ts'
import { say, withHouse } from './with-house.ts'

// Recomputes every chain and names the first broken link; exit code 1 when there is one.
await withHouse(async ({ db, audit, organisation, clock }) => {
  let shown = 0
  const result = await verifyLedger(db, {
    onProgress: ({ facts }) => {
      if (facts - shown < 50_000) return
      shown = facts
      say(`  已核对 ${facts} 条事实`)
    },
  })
  say(`核对了 ${result.streams} 条链、${result.facts} 条事实。`)
  if (result.firstBroken) {
    const { areaCode, stream, seq, differs } = result.firstBroken
    say(
      `第一处断裂：区域 ${areaCode}，链 ${stream}，第 ${seq} 条，不一致的是 ${differs}；共 ${result.brokenStreams} 条链有问题。`,
    )
  }
  const areas = ['000000', ...(await organisation.areas(legalDay(clock.now()))).map(({ area }) => area)]
  let flawed = false
  for (const area of areas) {
    const flaw = await audit.verify(area)
    if (flaw === null) continue
    flawed = true
    say(`审计链在区域 ${area}、${flaw.day} 第 ${flaw.seq} 条处不完整（${flaw.flaw}）。`)
  }
  if (result.firstBroken || flawed) return 1
  say('所有链条完整。')
  return 0
})
