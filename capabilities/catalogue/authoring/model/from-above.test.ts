import { expect, test } from 'vitest'
import { touching } from './from-above.ts'

test.each<[path: string, touched: string[]]>([
  ['/materials/id', ['/materials', '/materials/id']],
  ['/materials/id-card', ['/materials', '/materials/id-card/originals']],
  ['/materials', ['/materials', '/materials/id', '/materials/id-card/originals']],
  ['/fee', []],
])(
  'what the list above says against a draft touches %s as a whole, in part or as a part',
  (path, touched) => {
    const said = ['/materials', '/materials/id', '/materials/id-card/originals', '/feeBasis']
    const problems = said.map((each) => ({ path: each }))
    expect(touching(problems, path).map((each) => each.path)).toEqual(touched)
  },
)
