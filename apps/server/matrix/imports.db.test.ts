import { beforeAll, describe, expect, test } from 'vitest'
import type { FindingView, ImportedFileView, ImportsView } from '#capabilities/supervision/contract.ts'
import { inject, type Reply, type Signed } from '../testing/signed.ts'
import { multipart, startStage, type Stage } from './stage.ts'

// Real: everything from the uploaded bytes to the answer. The data are those another system reports (up_pro_*), in CSV and
// JSON, as an export of spring 2026 would look; the case numbers, the officers and the applicants are made up.

let stage: Stage
let supervisor: Signed

beforeAll(async () => {
  stage = await startStage()
  supervisor = await stage.as('supervisor')
}, 60_000)

const BUREAU = '博山区行政审批服务局（政务服务管理办公室）'
const BUREAU_CODE = '11370304DEM000030U'
/** 31 signs: who, at which level, which item. */
const TASK = `${BUREAU_CODE}4370131901000`

async function upload(text: string | Buffer, name: string, who = supervisor): Promise<Reply> {
  const { payload, headers } = multipart(Buffer.from(text), name)
  const { cookie, csrfToken } = who
  return inject(stage.app, {
    ...{ method: 'POST', url: '/api/v1/imports', payload },
    headers: { ...headers, cookie, 'x-csrf-token': csrfToken },
  })
}
async function taken(text: string | Buffer, name: string): Promise<ImportedFileView> {
  const reply = await upload(text, name)
  expect([reply.status, reply.body]).toMatchObject([200, {}])
  return reply.body
}
async function found(query = ''): Promise<FindingView[]> {
  const reply = await supervisor.call('GET', `/findings?from=2026-01-01&to=2026-12-31&source=import${query}`)
  expect(reply.status).toBe(200)
  return (reply.body as { items: FindingView[] }).items
}
const of = async (no: string, query = '') => (await found(query)).filter(({ caseNo }) => caseNo === no)
const textOf = ({ evidence }: FindingView) =>
  evidence.map(({ title, fields }) =>
    [title, ...fields.map(({ label, value }) => `${label} ${value}`)].join('|'),
  )

const ACCEPTED = [
  'projectNo,taskCode,taskName,orgName,orgCode,applyDate,acceptDate,handleUserName,applyerName,applyerPageCode',
  // Within power, limit and order.
  `IMP-1,${TASK},食品经营许可（新办）,${BUREAU},${BUREAU_CODE},20260302,20260302T093000,演示甲,测试甲,370304190001010010`,
  // Accepted and decided by an office that holds no power over the item.
  `IMP-2,${TASK},食品经营许可（新办）,博山区民政局,11370304DEM00009XU,20260302,20260302T100000,演示乙,测试乙,370304190001010029`,
  // Decided after the promise; the other after what the law allows.
  `IMP-3,${TASK},食品经营许可（新办）,${BUREAU},${BUREAU_CODE},20260302,20260302T110000,演示甲,测试丙,370304190001010037`,
  `IMP-4,${TASK},食品经营许可（新办）,${BUREAU},${BUREAU_CODE},20260105,20260105T110000,演示甲,测试丁,370304190001010045`,
  // Decided before it was accepted, without a review, by whoever had to look at the place.
  `IMP-5,${TASK},食品经营许可（新办）,${BUREAU},${BUREAU_CODE},20260302,20260306T110000,演示甲,测试戊,370304190001010053`,
  // An item our catalogue does not know.
  `IMP-6,,别处的事项,${BUREAU},${BUREAU_CODE},20260302,20260302T110000,演示甲,测试己,370304190001010061`,
  // Lines that cannot be used.
  `IMP-7,${TASK},食品经营许可（新办）,${BUREAU},${BUREAU_CODE},20260302,2026-02-30,演示甲,测试庚,370304190001010088`,
  `,${TASK},食品经营许可（新办）,${BUREAU},${BUREAU_CODE},20260302,20260302,演示甲,测试辛,370304190001010096`,
].join('\r\n')

const step = (projectNo: string, processName: string, from: string, to: string, handleUserName: string) => {
  return {
    projectNo,
    processName,
    eventName: processName,
    eventStartTime: from,
    eventEndTime: to,
    handleUserName,
  }
}
const steps = (no: string, surveyor: string, decider: string) => [
  step(no, '现场勘验', '20260303T090000', '20260303T110000', surveyor),
  step(no, '审查', '20260304T090000', '20260304T110000', '演示丙'),
  step(no, '决定', '20260305T090000', '20260305T100000', decider),
]
const JSON_FILE = JSON.stringify(
  {
    up_pro_process: [
      ...steps('IMP-1', '演示丙', '演示丁'),
      step('IMP-5', '现场勘验', '20260303T090000', '20260303T110000', '演示戊'),
      step('IMP-5', '审批决定', '20260305T090000', '20260305T100000', '演示戊'),
    ],
    up_pro_special_procedure: [
      {
        projectNo: 'IMP-4',
        specialType: '2',
        specialName: '检验',
        specialTime: '20260107',
        endTime: '20260108',
      },
    ],
    up_pro_result: [
      { projectNo: 'IMP-1', resultType: '0', resultDate: '20260305T110000', handleUserName: '演示丁' },
      { projectNo: 'IMP-2', resultType: '0', resultDate: '20260304T110000', handleUserName: '演示己' },
      { projectNo: 'IMP-3', resultType: '0', resultDate: '20260313T110000', handleUserName: '演示丁' },
      { projectNo: 'IMP-4', resultType: '0', resultDate: '20260122T110000', handleUserName: '演示丁' },
      { projectNo: 'IMP-5', resultType: '1', resultDate: '20260306T140000', handleUserName: '演示戊' },
    ],
  },
  null,
  1,
)

describe('a file is taken in', () => {
  test('SUP-06 good lines are kept, bad ones named by number and reason, and nobody’s name is stored', async () => {
    const file = await taken(ACCEPTED, 'accept.csv')
    expect(file).toMatchObject({ kept: 6, removed: 0, unchanged: 0, bad: 2, cases: 6, already: false })
    expect(file.badLines).toEqual([
      { dataset: '受理信息', line: 8, text: expect.stringContaining('“受理时间”不是日期或时间') },
      { dataset: '受理信息', line: 9, text: '缺少“办件编号”。' },
    ])
    expect(file.ignored).toEqual(['applyerName', 'applyerPageCode'])
    const kept = await stage.house.db.query(
      'SELECT fields FROM supervision.imported_row WHERE area_code = $1',
      ['370304'],
    )
    expect(JSON.stringify(kept)).not.toMatch(/测试甲|19000101/)
  })

  test('SUP-06 the same file twice changes nothing', async () => {
    await taken(JSON_FILE, 'steps-and-results.json')
    const before = await found()
    const again = await taken(JSON_FILE, 'renamed.json')
    expect(again).toMatchObject({ already: true, name: 'steps-and-results.json' })
    expect(await found()).toEqual(before)
    const { items, cases, unjudged } = (await supervisor.call('GET', '/imports')).body as ImportsView
    expect([items.map(({ name }) => name), cases]).toEqual([['steps-and-results.json', 'accept.csv'], 6])
    expect(unjudged).toContainEqual({ ruleText: '超权限', why: '事项编码和名称在本地目录里对不上', count: 1 })
    // Other bytes with the same lines: they stand already.
    expect(await taken(`${ACCEPTED}\r\n`, 'again.csv')).toMatchObject({
      kept: 0,
      unchanged: 6,
      already: false,
    })
    expect(await found()).toEqual(before)
  })

  test('nothing that is no such file leaves a trace', async () => {
    const count = () => stage.house.db.query('SELECT count(*) FROM supervision.import_file')
    const before = await count()
    const replies = [
      await upload(Buffer.from([0xff, 0xd8, 0, 1]), 'photo.csv'),
      await upload('姓名,电话\n甲,1\n', 'people.csv'),
      await upload('{"up_pro_accept": [', 'half.json'),
      await upload('['.repeat(50_000), 'deep.json'),
    ]
    expect(replies.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual([
      [409, 'import-encoding-unknown'],
      [409, 'import-columns-unknown'],
      [409, 'import-not-json'],
      [409, 'import-not-json'],
    ])
    expect(stage.faults).toEqual([])
    expect(await count()).toEqual(before)
  })

  test('only a supervisor brings files in', async () => {
    const director = await stage.as('director.shantou')
    expect((await upload(ACCEPTED, 'accept.csv', director)).status).toBe(403)
  })
})

test('SUP-06/a 超权限 is detected on imported data with the evidence shown', async () => {
  const findings = await of('IMP-2', '&rule=beyond-power')
  expect(findings.map(({ ruleText, sentence }) => [ruleText, sentence])).toEqual([
    // Which step, whose and on which day.
    ['超权限', '博山区民政局受理时没有相应权力：权责清单里没有这项权力。2026年3月2日由演示乙受理。'],
  ])
  const [finding] = findings
  expect(finding!.basis).toContain('行政许可法第二十二条')
  expect(textOf(finding!)).toEqual([
    expect.stringMatching(
      /^受理信息：accept\.csv第3行\|.*办件编号 IMP-2.*受理时间 2026-03-02 10:00:00.*办理部门 博山区民政局/,
    ),
    expect.stringMatching(/^权责清单\|机构 .*行政审批服务局.*\|有效期 2024-01-01～.*食品安全法/),
  ])
  // Who decided is not named, and by its code the item is the bureau's, which holds the power.
  expect(await of('IMP-1')).toEqual([])
})

test('SUP-06/b 超时限 is detected on imported data with the evidence shown', async () => {
  const late = async (no: string) =>
    (await of(no, '&rule=over-limit')).map(({ code, sentence }) => [code, sentence])
  expect(await late('IMP-3')).toEqual([
    [
      'promised-limit',
      '承诺时限应于2026年3月12日届满，2026年3月13日才办结，超过1个工作日。2026年3月13日由演示丁办结。',
    ],
  ])
  // One working day of inspection moves both limits by one.
  expect(await late('IMP-4')).toEqual([
    [
      'promised-limit',
      '承诺时限应于2026年1月16日届满，2026年1月22日才办结，超过4个工作日。2026年1月22日由演示丁办结。',
    ],
    [
      'statutory-limit',
      '法定时限应于2026年1月20日届满，2026年1月22日才办结，超过2个工作日。2026年1月22日由演示丁办结。',
    ],
  ])
  const [, statutory] = await of('IMP-4', '&rule=over-limit')
  expect(textOf(statutory!)).toEqual([
    expect.stringMatching(/^受理信息：accept\.csv第5行\|.*受理时间 2026-01-05 11:00:00/),
    expect.stringMatching(/^特别程序：steps-and-results\.json第\d+行\|.*特别程序名称 检验/),
    expect.stringMatching(/^办结信息：steps-and-results\.json第\d+行\|.*办结时间 2026-01-22 11:00:00/),
    expect.stringMatching(/^时限怎么算的\|说明 2026年1月5日.*检验.*到期日：2026年1月20日/),
  ])
})

test('SUP-06/c 逆程序 is detected on imported data with the evidence shown', async () => {
  const findings = await of('IMP-5', '&rule=out-of-order')
  expect(findings.map(({ code, sentence }) => [code, sentence])).toEqual([
    // Newest first: the end of the case on the 6th, the decision on the 5th.
    ['step-missing', '缺少环节：审查。2026年3月6日由演示戊作出决定。'],
    [
      'decided-before-accepted',
      '还没有受理就作出了决定。2026年3月5日由演示戊作出决定，2026年3月6日由演示甲受理。',
    ],
    [
      'same-person',
      '现场勘验和决定是同一个人，岗位没有分设。2026年3月3日由演示戊现场勘验，2026年3月5日由演示戊作出决定。',
    ],
  ])
  const early = findings.find(({ code }) => code === 'decided-before-accepted')!
  expect(textOf(early)).toEqual([
    expect.stringMatching(/^过程信息：.*环节名称 审批决定.*结束时间 2026-03-05 10:00:00.*办理人员 演示戊/),
    expect.stringMatching(/^受理信息：accept\.csv第6行\|.*受理时间 2026-03-06 11:00:00/),
  ])
})

test('SUP-06 a corrected line closes its finding, a line taken back takes its case along', async () => {
  const head = 'projectNo,resultType,resultDate,handleUserName,cd_operation'
  await taken(`${head}\nIMP-3,0,20260312T110000,演示丁,U\n`, 'corrected.csv')
  expect(await of('IMP-3')).toEqual([])
  expect(await of('IMP-2')).toHaveLength(1)
  const back = await taken('projectNo,taskName,acceptDate,cdOperation\nIMP-2,,,D\n', 'back.csv')
  expect(back).toMatchObject({ removed: 1, kept: 0 })
  await taken(`${head}\nIMP-2,,,,D\n`, 'back-too.csv')
  expect(await of('IMP-2')).toEqual([])
})

test('findings are filtered, paged and written as a file', async () => {
  const all = await found()
  const paged: FindingView[] = []
  let cursor = ''
  do {
    const reply = await supervisor.call(
      'GET',
      `/findings?from=2026-01-01&to=2026-12-31&source=import&limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    )
    const page = reply.body as { items: FindingView[]; nextCursor?: string }
    paged.push(...page.items)
    cursor = page.nextCursor ?? ''
  } while (cursor !== '')
  expect(paged).toEqual(all)
  expect(all.map(({ day }) => day)).toEqual(
    all
      .map(({ day }) => day)
      .toSorted()
      .toReversed(),
  )
  const file = await supervisor.call('GET', '/findings/export?from=2026-01-01&to=2026-12-31')
  expect(file.headers['content-type']).toContain('text/csv')
  expect(file.body).toMatch(/超时限,2026-01-22,IMP-4,.*时限怎么算的/)
  // A director reads the own place's cases, and reported ones have none.
  const director = await stage.as('director.shantou')
  const seen = (await director.call('GET', '/findings?from=2026-01-01&to=2026-12-31')).body
  expect(seen).toMatchObject({ items: [] })
  expect((await director.call('GET', '/imports')).status).toBe(403)
})
