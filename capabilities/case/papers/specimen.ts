import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { composePaper } from '../documents/papers.ts'
import type { RenderRequest } from '#platform/documents/render.ts'
import { lawsOf } from './decision.ts'
import { remedies } from './of-item.ts'

export interface SpecimenSource {
  item: ItemVersion
  /** Who decides. */
  body: string
  demo: boolean
}

/**
 * What the result of an item looks like (结果文书样本): the paper that really decides, from the same template, with nobody's name on
 * it. It bears no seal and no code to verify, so that it can be taken for nothing else.
 */
export function resultSpecimen({ item, body, demo }: SpecimenSource): RenderRequest {
  const date = item.effectiveFrom
  const named = item.form.fields.find(({ element }) => element === 'party.name')
  const person = named?.label.includes('姓名') ?? item.serves.includes('1')
  return composePaper({
    kind: 'grant',
    ...{ date, demo, specimen: '样本', filedOn: date, acceptedOn: date },
    number: `示例〔${date.slice(0, 4)}〕1号`,
    caseNo: '示例编号',
    body: { name: body },
    item: { name: item.name, type: item.itemType },
    party: person
      ? { name: '张示例', kind: 'person', idKind: '公民身份号码', idMasked: '3703**********0012' }
      : { name: '示例商贸有限公司', kind: 'organisation', idKind: '统一社会信用代码', idMasked: '示例代码' },
    contact: {
      ...{ phone: item.enquiryPhone, complaintPhone: item.complaintPhone },
      address: '见办事指南“去哪里办”',
    },
    basis: lawsOf(item),
    remedies: remedies({ item }),
    ...(item.result.validity === undefined
      ? {}
      : { content: [{ name: '有效期', value: item.result.validity }] }),
    licenceName: item.result.name,
  })
}
