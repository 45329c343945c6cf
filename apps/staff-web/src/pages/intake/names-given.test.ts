import { expect, test } from 'vitest'
import type { FormField } from '#capabilities/catalogue/contract.ts'
import { namesGiven } from './names-given.ts'

const ask = (name: string, element: string, type: FormField['type'] = 'text'): FormField => ({
  ...{ name, element, type, label: name, required: true },
})
const form = {
  title: '示例',
  fields: [
    ask('name', 'party.name'),
    ask('id', 'party.citizenId', 'citizen-id'),
    { ...ask('code', 'party.creditCode', 'credit-code'), showWhen: { field: 'firm', equals: 'yes' } },
    ask('firm', '', 'yes-no'),
    ask('agent', 'agent.name'),
    ask('agentId', 'agent.citizenId', 'citizen-id'),
  ],
}
const ID = '11010519491231002X'
const CODE = '91350100M000100Y43'
const person = { field: 'name', idKind: 'citizen-id', idNumber: ID, name: '测试甲' }

test.each([
  ['nobody yet', {}, []],
  ['a name without a number', { name: '测试甲' }, []],
  ['a number half typed', { name: '测试甲', id: '1101051949' }, []],
  ['a person', { name: ' 测试甲', id: '11010519491231002x' }, [person]],
  ['a code no longer asked for', { name: '测试甲', id: ID, code: CODE, firm: 'no' }, [person]],
  [
    'a firm, by its code',
    { name: '测试商行', id: ID, code: CODE, firm: 'yes' },
    [{ field: 'name', idKind: 'credit-code', idNumber: CODE, name: '测试商行' }],
  ],
  [
    'an agent too',
    { name: '测试甲', id: ID, agent: '测试乙', agentId: ID },
    [person, { ...person, field: 'agent', name: '测试乙' }],
  ],
])('%s', (_, values, wanted) => expect(namesGiven({ form }, values)).toEqual(wanted))
