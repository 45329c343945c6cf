import { expect, test } from 'vitest'
import { isCitizenId } from '#ui/form/citizen-id.ts'
import { isCreditCode } from '#ui/form/credit-code.ts'
import { isPhone } from '#ui/form/phone.ts'
import { demoCreditCode, demoPerson } from './people.ts'

test('every person of the demo is somebody the forms take, and no two of ten thousand are one', () => {
  const people = Array.from({ length: 12_000 }, (_, index) => demoPerson(index))
  const refused = people.filter(({ citizenId, phone }) => !isCitizenId(citizenId) || !isPhone(phone))
  expect(refused).toEqual([])
  expect(people.findIndex((_, index) => !isCreditCode(demoCreditCode(index)))).toBe(-1)
  expect(new Set(people.map(({ citizenId }) => citizenId)).size).toBe(people.length)
  expect(new Set(people.map(({ name }) => name)).size).toBe(people.length)
  expect(new Set(people.slice(0, 10_000).map(({ phone }) => phone)).size).toBe(10_000)
})
