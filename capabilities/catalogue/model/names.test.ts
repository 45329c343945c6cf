import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { FormField, Material } from '../contract.ts'

const field = { name: 'wish', label: '想办什么', type: 'choices', required: true }
const paper = { id: 'id-card', name: '居民身份证', kind: 'certificate', source: 'government', originals: 1 }
const inherited = Object.getOwnPropertyNames(Object.prototype)

test.each(inherited)('no question and no paper of an item is called %s', (name) => {
  // An answer that nobody gave would be found all the same: every object has something under these names.
  expect(Value.Check(FormField.properties.name, name)).toBe(false)
  expect(Value.Check(Material.properties.id, name)).toBe(false)
})

test('other names are as good as before', () => {
  expect(Value.Check(FormField, field)).toBe(true)
  expect(Value.Check(FormField.properties.name, 'constructorName')).toBe(true)
  expect(Value.Check(Material.properties.id, paper.id)).toBe(true)
  expect(Value.Check(Material.properties.id, 'constructor-licence')).toBe(true)
})
