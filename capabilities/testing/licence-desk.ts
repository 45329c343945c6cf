import { legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { readText } from '#platform/documents/reading.ts'
import type { Town } from './town.ts'

type Input = Readonly<Record<string, unknown>>

/** Who does what at one office, from the counter to the seal. */
export interface Desk {
  clerk: string
  /** Nobody examines what is decided on the spot. */
  reviewer?: string
  approver: string
  issuer: string
}

/** Licences on the register as an office handles them: granted, acted on, read back. The town may start later than the test. */
export function licenceDesk(town: () => Town, { clerk, reviewer, approver, issuer }: Desk) {
  const told = (done: Awaited<ReturnType<Town['act']>>) =>
    isRefusal(done) ? `refused: ${done.code}` : (done.answer as { state: string }).state
  const must = async (who: string, no: string, act: string, input: Input = {}) => {
    const done = await town().act(who, no, act, input)
    if (isRefusal(done)) throw new Error(`${act}: ${done.code} ${JSON.stringify(done.facts ?? {})}`)
  }

  /** From the counter to the seal, with what the approver wrote. */
  async function decided(no: string, grant: Input = { conclusion: '准予' }) {
    await must(clerk, no, 'accept', await town().goodChecklist(clerk, no))
    if (reviewer !== undefined) {
      const { allowed } = await town().detailOf(reviewer, no)
      if (allowed.some(({ act }) => act === 'record-survey'))
        await must(reviewer, no, 'record-survey', {
          ...{ surveyors: ['测试甲', '测试乙'], day: legalDay(town().clock.now()) },
          ...{ result: 'met', text: '场所与图纸一致' },
        })
      await must(reviewer, no, 'review', { opinion: 'grant', text: '材料齐全，符合条件。' })
    }
    await must(approver, no, 'grant', grant)
    await must(issuer, no, 'seal')
    await town().work()
  }

  async function detail(number: string, who = approver) {
    const found = await town().cases.licences.detail(town().area, number, await town().looking(who))
    if (isRefusal(found)) throw new Error(found.code)
    return found
  }

  return {
    decided,
    detail,
    state: async (number: string) => (await detail(number)).summary.state,
    /** The state a case is in after an act, or why not. */
    doing: async (who: string, no: string, act: string, input: Input = {}) =>
      told(await town().act(who, no, act, input)),
    /** Somebody with a licence: the case that granted it, and its number on the register. */
    async licensed(item: string, wish: Parameters<Town['fileAtWindow']>[2] = {}, grant: Input = {}) {
      const no = await town().fileAtWindow(clerk, item, wish)
      await decided(no, { conclusion: '准予', ...grant })
      const { items } = await town().cases.licences.list(town().area, await town().looking(clerk), {})
      return { no, number: items[0]!.number }
    },
    /** The state a licence is in after an act, or why not. */
    async licenceAct(who: string, number: string, act: string, input: Input = {}) {
      const id = `${number}/${act}/${Math.random()}`
      const asked = { number, act, input, requestId: id, requestHash: id }
      return told(await town().cases.licences.act({ ...(await town().looking(who)), ...asked }))
    },
    /** What anybody who checks the grant's code is told of it. */
    async verified(no: string) {
      const { papers } = await town().detailOf(clerk, no)
      const url = papers.find(({ kind }) => kind === 'grant')!.verifyUrl!
      return (await town().portal.verify(url.slice(url.lastIndexOf('/') + 1))).status
    },
    /** What stands on the newest paper of a licence. */
    async paperOf(number: string) {
      const { papers } = await detail(number)
      const looking = await town().looking(approver)
      const got = await town().cases.licences.paper(town().area, number, papers.at(-1)!.id, looking)
      if (isRefusal(got)) throw new Error(got.code)
      const chunks: Buffer[] = []
      for await (const chunk of got.stream) chunks.push(chunk as Buffer)
      return readText(Buffer.concat(chunks))
    },
  }
}
