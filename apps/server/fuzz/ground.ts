import type { Stage } from '../matrix/stage.ts'
import { TOWNS } from './cases.ts'
import { got, right, type Right } from './right.ts'
import type { Json } from './values.ts'

/** The pilot town, whose centre and body are changed here. */
const { body: PILOT, place: CENTRE } = TOWNS.boshan
const SINCE = { from: '2026-03-16', basis: '示例文件1号' }
const OFFICE = { name: '示例审批服务所', shortName: '示例所', town: PILOT }

const CENTRE_OF_DATA = {
  ...{ subject: 'body', kind: 'found', of: [] },
  into: [{ name: '示例大数据中心', bodyKind: 'institution', parent: 'district-government' }],
}

/** Places and bodies (场所和机构) as the organiser of the county changes them. */
export async function onTheGround(stage: Stage): Promise<Right[]> {
  const caller = 'the organiser'
  const place = `/ground/places/${CENTRE}`
  const later = { address: '示例路9号', ...SINCE, from: '2026-05-01' }
  const organiser = await stage.as('organiser.approval-bureau')
  const coming = got(await organiser.call('POST', `${place}/change`, later)) as { id: string }
  return [
    right(caller, 'ground.groundPlace', 'GET', place),
    right(caller, 'ground.changePlace', 'POST', `${place}/change`, { phone: '0533-0000002', ...SINCE }),
    right(caller, 'ground.changeBody', 'POST', `/ground/bodies/${PILOT}/change`, {
      ...{ shortName: '示例镇政府', ...SINCE },
    }),
    right(caller, 'ground.changeStandard', 'POST', `${place}/standard`, {
      ...{ name: 'signDesign', value: '示例样式', ...SINCE },
    }),
    right(caller, 'ground.foundOffice', 'POST', '/ground/offices', { ...OFFICE, ...SINCE }),
    right(caller, 'ground.reform', 'POST', '/ground/reforms', {
      ...CENTRE_OF_DATA,
      from: '2026-04-01',
      basis: SINCE.basis,
    }),
    right(caller, 'ground.withdrawChange', 'POST', `/ground/changes/${coming.id}/withdraw`, {
      reason: '文件改期，另行通知',
    }),
    right(caller, 'ground.changeServed', 'POST', '/ground/served', { region: '370304113205', ...SINCE }),
  ]
}

export function knownGround(): Record<string, readonly Json[]> {
  const towns = Object.values(TOWNS)
  const places = ['hall-370304', ...towns.map(({ place }) => place)]
  return {
    ...Object.fromEntries(
      ['', '/change', '/standard'].map((end) => [`/api/v1/ground/places/{id}${end}:id`, places] as const),
    ),
    '/api/v1/ground/bodies/{id}/change:id': towns.map(({ body }) => body),
    town: towns.map(({ body }) => body),
  }
}
