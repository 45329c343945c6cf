import { Type as T } from 'typebox'
import { expect, test } from 'vitest'
import { inputCheck } from './input-check.ts'

const input = T.Object(
  {
    until: T.String({ format: 'date' }),
    text: T.String({ minLength: 2, maxLength: 4 }),
    kind: T.Optional(T.Enum(['a', 'b'])),
    count: T.Optional(T.Integer({ minimum: 1, maximum: 3 })),
    list: T.Optional(T.Array(T.Object({ id: T.String() }), { maxItems: 1 })),
    phone: T.Optional(T.String({ pattern: '^1\\d{10}$', title: '电话' })),
  },
  { additionalProperties: false },
)
const problems = inputCheck([['grant', { input }]], (_act, field) =>
  field === 'until' ? '有效期至' : undefined,
)
const right = { until: '2026-09-01', text: '可以' }

test.each<[object, string[]]>([
  [right, []],
  [{ ...right, until: '2026-02-30' }, ['有效期至：请填写日期，例如 2026-09-01']],
  ...[
    '9999-12-31',
    '2100-01-01',
    '1999-12-31',
    '0001-01-01',
    '2026-13-01',
    '2026-9-1',
    '+02026-09-01',
    '',
  ].map((until): [object, string[]] => [{ ...right, until }, ['有效期至：请填写日期，例如 2026-09-01']]),
  [{ ...right, until: '2099-12-31' }, []],
  [{ text: '可以' }, ['有效期至：没有填写']],
  [{ ...right, text: '一' }, ['text：至少2个字']],
  [{ ...right, text: '一二三四五' }, ['text：最多4个字']],
  [{ ...right, kind: 'c' }, ['kind：不在可选范围内']],
  [{ ...right, count: 0 }, ['count：不能小于1']],
  [{ ...right, count: 4 }, ['count：不能大于3']],
  [{ ...right, list: [{ id: 'a' }, { id: 'b' }] }, ['list：最多1项']],
  [{ ...right, list: [{}] }, ['list/0：没有填写']],
  [{ ...right, phone: '1' }, ['电话：格式不对']],
  [{ ...right, more: 1 }, ['内容：有不认识的内容 more']],
  [{ ...right, count: 'x' }, ['count：不符合要求']],
])('%j → %j', (sent, said) => {
  expect(problems('grant', sent)).toEqual(said)
})

test('of many mistakes ten are said', () => {
  const many = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`x${at}`, 1]))
  expect(problems('grant', { ...right, ...many })).toHaveLength(10)
})
