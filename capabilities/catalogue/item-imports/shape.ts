import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { ItemVersion } from '../contract.ts'

/** Whether an item has the shape of a version. With `unfilled`, parts that nobody has filled in yet may be empty. */
export function itemShape({ unfilled = false } = {}): (body: unknown) => body is ItemVersion {
  const ajv = new Ajv2020({ allErrors: unfilled, strict: false, verbose: true })
  addFormats.default(ajv)
  const check = ajv.compile(ItemVersion)
  return (body): body is ItemVersion =>
    check(body) || (unfilled && (check.errors ?? []).every(({ data }) => isEmpty(data)))
}

const isEmpty = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.length === 0)
