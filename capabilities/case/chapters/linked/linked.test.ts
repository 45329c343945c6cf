import { expect, test } from 'vitest'
import { isHeld } from '../../model/materials.ts'
import { act, INTO, journey, outcome, type Step } from '../../testing/journey.ts'
import { takenOver } from './dossier.ts'

const source = {
  ...{ kind: 'result', no: '370304-2026-000009', paper: 'paper-9', title: '准予行政许可决定书' },
  ...{ number: '区局准予〔2026〕1号', hash: 'ab'.repeat(32), token: 'token-9', body: 'west-town' },
}
const taking = (material: string, file = 'paper-9') => ({
  ...{ material, from: `r-${file}`, source },
  file: { id: file, size: 20_000, mediaType: 'application/pdf' },
})
const TAKEN: Step[] = [...INTO.received, [1, 'clerk', 'take-over-result', taking('plan')]]

test.each<[string, Step[], Step, string]>([
  ['at the window', INTO.received, [1, 'clerk', 'take-over-result', taking('plan')], 'received'],
  ['by the deciding body', INTO.received, [1, 'reviewer', 'take-over-result', taking('plan')], 'received'],
  [
    'not by another body',
    INTO.received,
    [1, 'reviewer of another body', 'take-over-result', taking('plan')],
    'refused: not-your-step',
  ],
  [
    'for a paper of the guide',
    INTO.received,
    [1, 'clerk', 'take-over-result', taking('passport')],
    'refused: material-unknown',
  ],
  ['once', TAKEN, [1, 'clerk', 'take-over-result', taking('plan')], 'refused: taken-over-already'],
  [
    'another one for the same paper',
    TAKEN,
    [1, 'clerk', 'take-over-result', taking('plan', 'paper-8')],
    'received',
  ],
  [
    'before acceptance',
    INTO.accepted,
    [3, 'reviewer', 'take-over-result', taking('plan')],
    'refused: not-in-this-state',
  ],
])('%s', (_how, steps, step, expected) => {
  expect(outcome(act(journey(steps).dossier, step))).toBe(expected)
})

test('CAS-13 what was taken over counts as held and names where it came from', () => {
  const before = journey(INTO.received).dossier
  expect(isHeld(before.materials['plan'])).toBe(false)
  const { dossier } = journey(TAKEN)
  expect(dossier.materials['plan']).toMatchObject({ files: [{ id: 'paper-9' }], verdict: 'unchecked' })
  expect(takenOver(dossier)).toMatchObject([{ material: 'plan', file: 'paper-9', source }])
})
