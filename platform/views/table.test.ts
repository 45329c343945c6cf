import { expect, test } from 'vitest'
import { viewTable } from './table.ts'

const rows = viewTable({
  name: 'shop.loan',
  key: ['area_code', 'id'],
  columns: ['area_code text', 'id uuid', 'book text', 'open boolean', 'tags text[]', 'dossier jsonb'],
  pinned: ['book'],
})

test('a row is written once and afterwards changes in what is neither key nor pinned', () => {
  expect(rows.upsert(4, 'FROM committed')).toBe(
    'INSERT INTO shop.loan (area_code, id, book, open, tags, dossier)' +
      ' SELECT $4::text, $5::uuid, $6::text, $7::boolean, $8::text[], $9::jsonb FROM committed' +
      ' ON CONFLICT (area_code, id) DO UPDATE SET open = excluded.open, tags = excluded.tags, dossier = excluded.dossier',
  )
})

test('an element of many rows is JSON, and JSON inside it stays as it is', () => {
  const text = rows.object(['370304', 'a', null, true, ['x', 'y'], '{"state":"lent"}'])
  expect(JSON.parse(text)).toEqual({
    ...{ area_code: '370304', id: 'a', book: null, open: true, tags: ['x', 'y'] },
    dossier: { state: 'lent' },
  })
})

test('a pinned column that the table has not is a mistake', () => {
  const wrong = { name: 'shop.loan', key: ['area_code'], columns: ['area_code text'], pinned: ['bok'] }
  expect(() => viewTable(wrong)).toThrow('shop.loan has no column bok')
})
